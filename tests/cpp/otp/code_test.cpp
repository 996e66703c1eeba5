#include "cpp/otp/code.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cpp/otp/keys.h"

namespace countersign {
namespace {

using testing::code_text;
using testing::decimal;
using testing::kSteam;
using testing::rfc_key;

constexpr std::array kAlgorithms = {Algorithm::kSha1, Algorithm::kSha256, Algorithm::kSha512};

TEST(Code, GivesRfc4226AppendixD) {
  const HmacKey key = rfc_key();
  constexpr std::array<std::uint32_t, 10> kTruncated = {1284755224, 1094287082, 137359152,  1726969429,
                                                        1640338314, 868254676,  1918287922, 82162583,
                                                        673399871,  645520489};
  constexpr std::array<std::string_view, 10> kCodes = {"755224", "287082", "359152", "969429", "338314",
                                                       "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t counter = 0; counter < kCodes.size(); ++counter) {
    EXPECT_EQ(code_number(key, counter, decimal(10)), kTruncated[counter]);
    EXPECT_EQ(code_text(key, counter, decimal(6)), kCodes[counter]);
  }
}

TEST(Code, HasTheDigitsThatWereAskedForAndKeepsLeadingZeros) {
  const HmacKey key = rfc_key();
  constexpr std::array<std::string_view, 6> kCodes = {"81804",    "081804",    "7081804",
                                                      "07081804", "907081804", "0907081804"};
  for (std::uint8_t digits = 5; digits <= 10; ++digits)
    EXPECT_EQ(code_text(key, 37037036, decimal(digits)), kCodes[digits - 5U]);
  // Others print 92555 here.
  EXPECT_EQ(code_text(key, 10281, decimal(6)), "092555");
}

// Others are wrong from 2^31 on, or round from 2^53 on. Expected: Python's hmac, which is OpenSSL's.
TEST(Code, CountsInSixtyFourBits) {
  struct Case {
    std::uint64_t counter;
    std::array<std::uint32_t, 3> numbers;
  };
  constexpr std::array kCases = {
      Case{(1ULL << 31U) - 1, {627223505, 1671750576, 384296085}},
      Case{1ULL << 31U, {404197202, 1537597482, 875577151}},
      Case{(1ULL << 32U) - 1, {257117190, 2140114512, 2069006271}},
      Case{1ULL << 32U, {255999456, 1466351443, 782894678}},
      Case{(1ULL << 53U) - 1, {1841891307, 28822768, 555766412}},
      Case{1ULL << 53U, {1886860690, 871135145, 1514910844}},
      Case{(1ULL << 53U) + 1, {1170354518, 2085772863, 533591730}},
      Case{(1ULL << 63U) - 1, {150181742, 852643611, 478761491}},
      Case{1ULL << 63U, {817959616, 1273107488, 1833958812}},
      Case{~0ULL, {1663094451, 340635627, 1344226760}},
  };
  for (const Algorithm algorithm : kAlgorithms) {
    const HmacKey key = rfc_key(algorithm);
    for (const Case& one : kCases)
      EXPECT_EQ(code_number(key, one.counter, decimal(10)), one.numbers[static_cast<std::size_t>(algorithm)])
          << one.counter;
  }
}

TEST(Code, IsTheSameSideBySideAsAlone) {
  for (const Algorithm algorithm : kAlgorithms) {
    const HmacKey key = rfc_key(algorithm);
    for (const CodeFormat format : {decimal(5), decimal(6), decimal(8), decimal(10), kSteam}) {
      for (const std::uint64_t first : {0ULL, 1ULL, (1ULL << 32U) - 2, (1ULL << 63U) - 3, ~0ULL - 3}) {
        for (std::size_t count = 1; count <= kLanes; ++count) {
          const LaneCodes codes = code_numbers(key, first, count, format);
          for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(codes[i], code_number(key, first + i, format));
        }
      }
    }
  }
}

TEST(Code, IsTheSameFromAMacThatWasMadeElsewhere) {
  for (const Algorithm algorithm : kAlgorithms) {
    const HmacKey key = rfc_key(algorithm);
    for (std::uint8_t counter = 0; counter < 100; ++counter) {
      const std::vector<std::uint8_t> message = {0, 0, 0, 0, 0, 0, 0, counter};
      const Mac mac = key.mac(message);
      EXPECT_EQ(code_number_of_mac(mac.bytes(), decimal(8)), code_number(key, counter, decimal(8)));
      EXPECT_EQ(code_number_of_mac(mac.bytes(), kSteam), code_number(key, counter, kSteam));
    }
  }
}

// The two known codes of KeePassXC's tests, for the key 63BEDWCQZKTQWPESARIERL5DTTQFCJTK.
TEST(Code, IsSpelledInSteamsLetters) {
  constexpr std::array<std::uint8_t, 20> kKey = {0xf6, 0xc2, 0x41, 0xd8, 0x50, 0xca, 0xa7, 0x0b, 0x3c, 0x92,
                                                 0x04, 0x50, 0x48, 0xaf, 0xa3, 0x9c, 0xe0, 0x51, 0x26, 0x6a};
  const HmacKey key(SecretBytes::copy_of(kKey), Algorithm::kSha1);
  EXPECT_EQ(code_text(key, 1511200518 / 30, kSteam), "FR8RV");
  EXPECT_EQ(code_text(key, 1511200714 / 30, kSteam), "9P3VP");
}

TEST(Code, UsesEveryLetterOfSteamsAlphabet) {
  for (std::uint32_t value = 0; value < 26; ++value) {
    const std::string text(to_text(value, kSteam).view());
    EXPECT_EQ(text, std::string(1, kSteamAlphabet[value]) + "2222");
  }
}

}  // namespace
}  // namespace countersign
