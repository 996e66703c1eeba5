#include "cpp/otp/token.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "tests/cpp/otp/keys.h"

namespace countersign {
namespace {

using testing::decimal;
using testing::kSteam;

std::string normalized(std::string_view token, CodeFormat format = decimal(6)) {
  const auto text = normalize_token(token, format);
  return text ? std::string(text->view()) : "malformed";
}

TEST(Token, IsReadWithWhateverIsPastedBetweenItsDigits) {
  for (const std::string_view token :
       {"123456", " 123 456 ", "123-456", "1 2 3 4 5 6", "123\u00a0456", "123\u202f456", "123\u2013456",
        "123\u2011456", "123\u2212456", "\u2066123456\u2069", "\u200e123456", "\ufeff123456", "123\u00ad456",
        "123\u3000456", "\t123456\r\n"})
    EXPECT_EQ(normalized(token), "123456") << token;
}

TEST(Token, IsReadInTheDigitsThatKeyboardsType) {
  EXPECT_EQ(normalized("１２３４５６"), "123456");
  EXPECT_EQ(normalized("１２３－４５６"), "123456");
  EXPECT_EQ(normalized("١٢٣٤٥٦"), "123456");
  EXPECT_EQ(normalized("۱۲۳۴۵۶"), "123456");
  EXPECT_EQ(normalized("٠٩8７۶5"), "098765");
}

// Others accept 81804x for 081804, or throw at six characters that are not ASCII.
TEST(Token, IsMalformedWithAnyOtherCharacterOrLength) {
  for (const std::string_view token : {"",          " ",
                                       "12345",     "1234567",
                                       "81804x",    "x81804",
                                       "12345a",    "ééééàà",
                                       "12345é",    "１２３４５",
                                       "-12345",    "+123456",
                                       "1234.56",   "0x1234",
                                       "1e5000",    "१२३४५६",
                                       "①②③④⑤⑥",    "123456\xff",
                                       "12345\xd9", "123456!",
                                       "𝟏𝟐𝟑𝟒𝟓𝟔",    "Your code is 123456"})
    EXPECT_EQ(normalized(token), "malformed") << token;
  EXPECT_EQ(normalized(std::string_view("12345\0", 6)), "malformed");
  EXPECT_EQ(normalized(std::string_view("123456\0", 7)), "malformed");
}

TEST(Token, IsMalformedBeyondItsLimitUnread) {
  const std::string spaces(kMaxTokenLength - 6, ' ');
  EXPECT_EQ(normalized("123" + spaces + "456"), "123456");
  EXPECT_EQ(normalized("123" + spaces + " 456"), "malformed");
  EXPECT_EQ(normalized(std::string(10'000'000, '1')), "malformed");
}

TEST(Token, IsReadWithFiveToTenDigits) {
  for (std::uint8_t digits = 5; digits <= 10; ++digits) {
    const std::string all(digits, '9');
    EXPECT_EQ(read_token(all, decimal(digits)), std::stoull(all));
    EXPECT_FALSE(read_token(all + "9", decimal(digits)));
    EXPECT_FALSE(read_token(std::string_view(all).substr(1), decimal(digits)));
  }
}

TEST(Token, WithTenDigitsIsComparedInSixtyFourBits) {
  // 2^32 + 1284755224, which 32 bits would take for RFC 4226's first code.
  EXPECT_EQ(read_token("5579722520", decimal(10)), 5'579'722'520U);
}

TEST(Token, OfSteamIsReadInAnyCase) {
  EXPECT_EQ(normalized("FR8RV", kSteam), "FR8RV");
  EXPECT_EQ(normalized(" fr8-rv ", kSteam), "FR8RV");
  EXPECT_EQ(normalized("ｆｒ８ＲＶ", kSteam), "FR8RV");
  for (const std::string_view token : {"FR8R", "FR8RVV", "FR8R0", "FR8R1", "FR8RA", "FR8RE", "FR8RI", "FR8RL",
                                       "FR8RO", "FR8RS", "FR8RU", "FR8RZ", "FR8RÉ", "12345"})
    EXPECT_EQ(normalized(token, kSteam), "malformed") << token;
}

TEST(Token, IsTheNumberThatWasMadeToText) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (const CodeFormat format :
       {decimal(5), decimal(6), decimal(7), decimal(8), decimal(9), decimal(10), kSteam}) {
    const HmacKey key = testing::key_of_text("key", Algorithm::kSha1);
    for (int i = 0; i < 1000; ++i) {
      const std::uint32_t number = code_number(key, random(), format);
      EXPECT_EQ(read_token(to_text(number, format).view(), format), number);
    }
  }
}

TEST(Token, NeverReadsMoreThanItIsGiven) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 100'000; ++i) {
    std::string token(random() % 24, '\0');
    for (char& c : token) c = static_cast<char>(random() % 3 == 0 ? '0' + random() % 10 : random() % 256);
    const auto text = normalize_token(token, decimal(6));
    if (text) {
      EXPECT_EQ(text->view().find_first_not_of("0123456789"), std::string_view::npos);
      EXPECT_EQ(text->length, 6U);
    }
  }
}

}  // namespace
}  // namespace countersign
