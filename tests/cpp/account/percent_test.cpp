#include "cpp/account/percent.h"

#include <gtest/gtest.h>

#include <string>

namespace countersign {
namespace {

std::string decoded(std::string_view text) {
  return std::string(percent_decode(text).text.view());
}

TEST(Percent, KeepsTheUnreservedCharactersOfRfc3986AndEscapesTheRest) {
  constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  for (int c = 0; c < 256; ++c) {
    const std::string character(1, static_cast<char>(c));
    SecretText escaped;
    percent_encode(character, escaped);
    const bool kept = kUnreserved.find(character) != std::string_view::npos;
    EXPECT_EQ(escaped.size(), kept ? 1U : 3U) << c;
    EXPECT_EQ(decoded(escaped.view()), character) << c;
  }
  SecretText space;
  percent_encode(" +/", space);
  EXPECT_EQ(space.view(), "%20%2B%2F");
}

TEST(Percent, ReadsEitherCaseAndLeavesPluses) {
  EXPECT_EQ(decoded("%c3%BC+%2b"), "\u00FC++");
}

TEST(Percent, TakesABrokenEscapeForItself) {
  for (const std::string_view text : {"%", "100%", "%4", "%G0", "%0G", "%%", "% 41", "%-1"}) {
    const Unescaped result = percent_decode(text);
    EXPECT_TRUE(result.invalid_escape) << text;
    EXPECT_EQ(result.text.view(), text);
  }
  EXPECT_EQ(decoded("%%41"), "%A");
  EXPECT_FALSE(percent_decode("%41").invalid_escape);
}

}  // namespace
}  // namespace countersign
