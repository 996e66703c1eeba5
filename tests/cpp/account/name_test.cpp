#include "cpp/account/name.h"

#include <gtest/gtest.h>

#include <string>

namespace countersign {
namespace {

TEST(CleanName, LeavesWellFormedTextAlone) {
  for (const std::string_view text :
       {"", "Example", "Z\u00FCrich \u9280\u884C \U0001F600", "\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"}) {
    const CleanName clean = clean_name(text);
    EXPECT_EQ(clean.text, text);
    EXPECT_FALSE(clean.invalid_utf8);
    EXPECT_FALSE(clean.control_character);
  }
}

TEST(CleanName, ReplacesWhatRfc3629Forbids) {
  // A lone continuation, overlong forms, a surrogate, above U+10FFFF, cut sequences.
  for (const std::string_view bytes :
       {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98"}) {
    const CleanName clean = clean_name(std::string("a").append(bytes).append("b"));
    EXPECT_TRUE(clean.invalid_utf8);
    EXPECT_TRUE(clean.text.starts_with("a\uFFFD")) << clean.text;
    EXPECT_TRUE(clean.text.ends_with("b"));
    EXPECT_FALSE(clean_name(clean.text).invalid_utf8);
  }
}

TEST(CleanName, TakesOutControlCharactersAndOuterSpaces) {
  const CleanName clean = clean_name(std::string_view("  a\0b\x1F\x7F\u0085\u009Fc  ", 14));
  EXPECT_TRUE(clean.control_character);
  EXPECT_EQ(clean.text, "abc");
  EXPECT_EQ(clean_name("   ").text, "");
  EXPECT_EQ(clean_name("a\u00A0b").text, "a\u00A0b");
}

TEST(CleanName, TakesOutWhatShowsANameAsAnother) {
  for (const std::string_view turn : {"\u202A", "\u202E", "\u2066", "\u2069"}) {
    const CleanName clean = clean_name(std::string("Bank").append(turn).append("gro.live"));
    EXPECT_TRUE(clean.control_character);
    EXPECT_EQ(clean.text, "Bankgro.live");
  }
  EXPECT_EQ(clean_name("\u05D0\u200F!").text, "\u05D0\u200F!");
}

TEST(CheckName, RefusesWhatWouldBreakALabel) {
  EXPECT_EQ(check_name(""), std::nullopt);
  EXPECT_EQ(check_name("Z\u00FCrich & Co"), std::nullopt);
  EXPECT_EQ(check_name(std::string(kMaxNameLength, 'x')), std::nullopt);
  EXPECT_EQ(check_name(std::string(kMaxNameLength + 1, 'x')), Error::kInvalidLabel);
  for (const std::string_view name : {"a:b", "a\nb", "a\x7F", "\xFF"})
    EXPECT_EQ(check_name(name), Error::kInvalidLabel) << name;
  EXPECT_EQ(check_name("a:b", Colon::kAllowed), std::nullopt);
  EXPECT_EQ(check_name("a\nb", Colon::kAllowed), Error::kInvalidLabel);
}

}  // namespace
}  // namespace countersign
