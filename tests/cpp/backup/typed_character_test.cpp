#include "cpp/backup/typed_character.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace countersign {
namespace {

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> out;
  while (!text.empty()) out.push_back(take_character(text));
  return out;
}

std::string encoded(char32_t c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0U | (c >> 6U)), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0U | (c >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
}

TEST(TakeCharacter, ReadsEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    ASSERT_EQ(characters_of(encoded(c)), std::vector{c});
  }
}

TEST(TakeCharacter, ReplacesBytesThatAreNoUtf8AndGoesOn) {
  constexpr char32_t kBad = 0xFFFD;
  EXPECT_EQ(characters_of("\x80"
                          "A"),
            (std::vector<char32_t>{kBad, U'A'}));
  EXPECT_EQ(characters_of("\xC0\x80"), (std::vector<char32_t>{kBad, kBad})) << "overlong";
  EXPECT_EQ(characters_of("\xE0\x80\x80"), (std::vector<char32_t>{kBad, kBad, kBad})) << "overlong";
  EXPECT_EQ(characters_of("\xED\xA0\x80"), (std::vector<char32_t>{kBad, kBad, kBad})) << "surrogate";
  EXPECT_EQ(characters_of("\xF4\x90\x80\x80"), (std::vector<char32_t>{kBad, kBad, kBad, kBad})) << "too high";
  EXPECT_EQ(characters_of("\xE2\x80"), (std::vector<char32_t>{kBad, kBad})) << "cut off";
  EXPECT_EQ(characters_of("\xE2"
                          "AB"),
            (std::vector<char32_t>{kBad, U'A', U'B'}));
  EXPECT_EQ(characters_of("\xFF"), std::vector{kBad});
}

TEST(IsSeparator, KnowsSpacesAndDashesAndWhatCannotBeSeen) {
  for (const char32_t c : std::u32string_view(
           U" \t\r\n-\u00A0\u00AD\u2007\u200B\u200F\u2010\u2011\u2012\u2013\u2014\u2015\u2028\u202F"
           U"\u2060\u2212\u3000\u30FC\uFE58\uFE63\uFEFF\uFF0D\uFF70"))
    EXPECT_TRUE(is_separator(c)) << std::hex << static_cast<unsigned>(c);
}

TEST(IsSeparator, TakesNoLetterDigitOrOtherPunctuationForOne) {
  for (char32_t c = 0; c < 0x80; ++c)
    EXPECT_EQ(is_separator(c), c == U' ' || c == U'-' || (c >= 9 && c <= 13)) << static_cast<unsigned>(c);
  for (const char32_t c : {U'\uFF10', U'\uFF21', U'\u0660', U'\u00DF', U'\u4E00', U'\uFFFD'})
    EXPECT_FALSE(is_separator(c));
}

TEST(ToAscii, TurnsFullWidthAndArabicIndicForms) {
  EXPECT_EQ(to_ascii(U'\uFF10'), U'0');
  EXPECT_EQ(to_ascii(U'\uFF3A'), U'Z');
  EXPECT_EQ(to_ascii(U'\uFF5A'), U'z');
  EXPECT_EQ(to_ascii(U'\u0660'), U'0');
  EXPECT_EQ(to_ascii(U'\u0669'), U'9');
  EXPECT_EQ(to_ascii(U'\u06F4'), U'4');
  EXPECT_EQ(to_ascii(U'\u066A'), U'\u066A');
  EXPECT_EQ(to_ascii(U'Q'), U'Q');
}

}  // namespace
}  // namespace countersign
