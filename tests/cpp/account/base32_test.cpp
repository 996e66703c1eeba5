#include "cpp/account/base32.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace countersign {
namespace {

SecretBytes bytes_of(std::string_view text) {
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  return SecretBytes::copy_of(bytes);
}

std::string encoded(std::string_view text) {
  return std::string(base32_encode(bytes_of(text).bytes()).view());
}

bool reads_as(std::string_view text, std::string_view bytes) {
  const auto secret = base32_decode(text);
  return secret.ok() && secret.value() == bytes_of(bytes);
}

Base32Repairs repairs_of(std::string_view text) {
  const auto secret = base32_decode_leniently(text);
  EXPECT_TRUE(secret.ok()) << text;
  return secret.ok() ? secret.value().repairs : Base32Repairs{};
}

struct Vector {
  std::string_view bytes;
  std::string_view text;
};

// RFC 4648 §10
constexpr std::array<Vector, 6> kRfc4648 = {{
    {.bytes = "f", .text = "MY======"},
    {.bytes = "fo", .text = "MZXQ===="},
    {.bytes = "foo", .text = "MZXW6==="},
    {.bytes = "foob", .text = "MZXW6YQ="},
    {.bytes = "fooba", .text = "MZXW6YTB"},
    {.bytes = "foobar", .text = "MZXW6YTBOI======"},
}};

TEST(Base32, GivesTheVectorsOfRfc4648WithoutPadding) {
  for (const auto& [bytes, text] : kRfc4648) EXPECT_EQ(encoded(bytes), text.substr(0, text.find('=')));
  EXPECT_EQ(encoded(""), "");
}

TEST(Base32, ReadsTheVectorsOfRfc4648WithPaddingAndWithout) {
  for (const auto& [bytes, text] : kRfc4648) {
    EXPECT_TRUE(reads_as(text, bytes)) << text;
    EXPECT_TRUE(reads_as(text.substr(0, text.find('=')), bytes)) << text;
  }
}

TEST(Base32, StrictlyRefusesWhatRfc4648DoesNotWrite) {
  for (const std::string_view text : {"",          "=",          "========",
                                      "A",         "MY=",        "MY=====",
                                      "MY=======", "MY======MY", "MZXW6YTB========",
                                      "mzxw6ytb",  "MZXW 6YTB",  "MZXW-6YTB",
                                      "MZ",        "MZXW6YR",    "ABC",
                                      "ABCDEF",    "MZXW6YT0",   "MZXW6YT1",
                                      "MZXW6YT8",  "MZXW6YT9",   "MZXW6YT@",
                                      "MZXW6YT[",  "MZXW6YT`",   "\u00C4ZXW6YTB"}) {
    const auto secret = base32_decode(text);
    ASSERT_FALSE(secret.ok()) << text;
    EXPECT_EQ(secret.error(), Error::kInvalidSecret) << text;
  }
}

TEST(Base32, AcceptsExactlyThe32LettersOfTheAlphabet) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  for (int c = 0; c < 256; ++c) {
    const std::string text = std::string("AAAAAAA") + static_cast<char>(c);
    const bool letter = kAlphabet.find(static_cast<char>(c)) != std::string_view::npos;
    // `=` in the last place is padding of "AAAAAAA", which is four bytes.
    EXPECT_EQ(base32_decode(text).ok(), letter || c == '=') << c;
  }
}

TEST(Base32, ReportsEachRepair) {
  EXPECT_EQ(repairs_of("MZXW6YTB"), Base32Repairs{});
  EXPECT_EQ(repairs_of("mzxw6ytb"), Base32Repairs{.lower_case = true});
  EXPECT_EQ(repairs_of("MZXW6==="), Base32Repairs{.padding = true});
  EXPECT_EQ(repairs_of("MZXW6YTBM"), Base32Repairs{.impossible_length = true});
  EXPECT_EQ(repairs_of("MZXW6YR"), Base32Repairs{.spare_bits = true});
  EXPECT_EQ(repairs_of(" mz-xw 6y-u= \n= "), (Base32Repairs{.separators = true,
                                                            .padding = true,
                                                            .lower_case = true,
                                                            .impossible_length = false,
                                                            .spare_bits = true}));
}

TEST(Base32, LooksPastEverySpaceAndDashThatPagesPutIntoKeys) {
  for (const std::string_view separator :
       {" ", "-", "\t", "\r\n", "\u00A0", "\u00AD", "\u2002", "\u2009", "\u200B", "\u2010", "\u2011",
        "\u2013", "\u2014", "\u2212", "\u202F", "\u3000", "\uFEFF"}) {
    const std::string text = std::string("MZXW").append(separator).append("6YTB");
    const auto secret = base32_decode_leniently(text);
    ASSERT_TRUE(secret.ok()) << text;
    EXPECT_TRUE(secret.value().bytes == bytes_of("fooba"));
    EXPECT_EQ(secret.value().repairs, Base32Repairs{.separators = true});
  }
}

TEST(Base32, NeverGuessesAtLookAlikes) {
  for (const std::string_view text :
       {"MZXW6YT0", "MZXW6YT1", "MZXW6YT8", "MZXW6YT9", "MZXW+6YTB", "MZ=XW6YTB", "MZXW6YTB\u00C4",
        "MZXW\xC2", "MZXW\xE2\x80", "MZXW\u2016"}) {
    EXPECT_FALSE(base32_decode_leniently(text).ok()) << text;
  }
}

TEST(Base32, RefusesTheOneLetterKeyThatOtpauthTakesForAnEmptyOne) {
  for (const std::string_view text : {"A", "a", " A ", "A=======", "", "=", " ", "--"}) {
    ASSERT_FALSE(base32_decode_leniently(text).ok()) << text;
    EXPECT_EQ(base32_decode_leniently(text).error(), Error::kInvalidSecret);
  }
}

TEST(Base32, DropsTheSpareBitsOfImpossibleLengthsAsEveryAppDoes) {
  // The lengths of 21 entries in real exports.
  for (const std::size_t length : {9U, 11U, 14U, 17U, 19U, 22U}) {
    const std::string text = std::string("MZXW6YTBMZXW6YTBMZXW6YTB").substr(0, length);
    const auto secret = base32_decode_leniently(text);
    ASSERT_TRUE(secret.ok()) << length;
    EXPECT_TRUE(secret.value().bytes == bytes_of(std::string("foobafoobafooba").substr(0, length * 5 / 8)));
    EXPECT_TRUE(secret.value().repairs.impossible_length);
  }
}

TEST(Base32, ReadsTheTenByteKeysOfMicrosoft365ThatOtplibRefuses) {
  EXPECT_TRUE(reads_as("JBSWY3DPEHPK3PXP", "Hello!\xDE\xAD\xBE\xEF"));
}

TEST(Base32, ReadsThe26CharacterKeysThatSpeakeasyDecodesWrongly) {
  EXPECT_TRUE(reads_as("GEZDGNBVGY3TQOJQGEZDGNBVGY", "1234567890123456"));
}

TEST(Base32, TakesKeysUpToTheLimitAndNotOneByteMore) {
  const std::string longest(SecretBytes::kMaxSize, 'x');
  EXPECT_TRUE(reads_as(encoded(longest), longest));
  const std::string more = encoded(longest + 'x');
  EXPECT_FALSE(base32_decode(more).ok());
  EXPECT_FALSE(base32_decode_leniently(more).ok());
  EXPECT_FALSE(base32_decode_leniently(std::string(kMaxBase32Text + 1, ' ')).ok());
}

TEST(Base32, ComesBackFromEveryLength) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  std::mt19937 random(seed);
  for (std::size_t size = 1; size <= 200; ++size) {
    SecretBytes secret(size);
    for (std::uint8_t& byte : secret.writable()) byte = static_cast<std::uint8_t>(random());
    const SecretText text = base32_encode(secret.bytes());
    EXPECT_EQ(text.size(), (size * 8 + 4) / 5);
    const auto strict = base32_decode(text.view());
    ASSERT_TRUE(strict.ok());
    EXPECT_TRUE(strict.value() == secret);
    const auto lenient = base32_decode_leniently(text.view());
    ASSERT_TRUE(lenient.ok());
    EXPECT_TRUE(lenient.value().bytes == secret);
    EXPECT_EQ(lenient.value().repairs, Base32Repairs{});
  }
}

}  // namespace
}  // namespace countersign
