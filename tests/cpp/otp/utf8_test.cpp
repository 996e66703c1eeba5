#include "cpp/otp/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace countersign {
namespace {

std::string encoded(char32_t c) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xc0 | c >> 6U), byte(0x80 | (c & 0x3f))};
  if (c < 0x10000) return {byte(0xe0 | c >> 12U), byte(0x80 | (c >> 6U & 0x3f)), byte(0x80 | (c & 0x3f))};
  return {byte(0xf0 | c >> 18U), byte(0x80 | (c >> 12U & 0x3f)), byte(0x80 | (c >> 6U & 0x3f)),
          byte(0x80 | (c & 0x3f))};
}

TEST(TakeUtf8, ReadsEveryCharacterAndRefusesEverySurrogate) {
  for (char32_t c = 0; c <= 0x10ffff; ++c) {
    const std::string bytes = encoded(c) + "x";
    std::string_view rest = bytes;
    const auto taken = take_utf8(rest);
    if (c >= 0xd800 && c <= 0xdfff) {
      ASSERT_FALSE(taken) << static_cast<unsigned>(c);
      ASSERT_EQ(rest, bytes);
    } else {
      ASSERT_EQ(taken, c) << static_cast<unsigned>(c);
      ASSERT_EQ(rest, "x");
    }
  }
}

TEST(TakeUtf8, RefusesBytesThatAreNotUtf8) {
  using namespace std::string_view_literals;
  for (std::string_view bytes : {"\x80"sv, "\xbf"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xe0\x9f\xbf"sv,
                                 "\xf0\x8f\xbf\xbf"sv, "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv, "\xff"sv,
                                 "\xc3"sv, "\xe2\x82"sv, "\xf0\x9f\x98"sv, "\xc3("sv, "\xe2(\xa1"sv})
    EXPECT_FALSE(take_utf8(bytes));
}

}  // namespace
}  // namespace countersign
