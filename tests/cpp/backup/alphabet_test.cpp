#include "cpp/backup/alphabet.h"

#include <gtest/gtest.h>

#include <string>

namespace countersign {
namespace {

// https://www.crockford.com/base32.html
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

TEST(Alphabet, IsCrockfords) {
  std::string letters;
  for (std::uint8_t value = 0; value < 32; ++value) letters += letter_of(value);
  EXPECT_EQ(letters, kAlphabet);
}

TEST(Alphabet, ReadsBothCasesBack) {
  for (std::uint8_t value = 0; value < 32; ++value) {
    const auto letter = static_cast<char32_t>(letter_of(value));
    EXPECT_EQ(value_of(letter), value);
    if (letter < U'A') continue;
    EXPECT_EQ(value_of(letter + 32), value);
  }
}

TEST(Alphabet, ReadsTheLettersItLeavesOut) {
  for (const char32_t zero : {U'O', U'o'}) EXPECT_EQ(value_of(zero), value_of(U'0'));
  for (const char32_t one : {U'I', U'i', U'L', U'l'}) EXPECT_EQ(value_of(one), value_of(U'1'));
  for (const char32_t v : {U'U', U'u'}) EXPECT_EQ(value_of(v), value_of(U'V'));
}

TEST(Alphabet, KnowsNoOtherCharacter) {
  int known = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) known += value_of(c).has_value() ? 1 : 0;
  EXPECT_EQ(known, 10 + 26 + 26);
}

}  // namespace
}  // namespace countersign
