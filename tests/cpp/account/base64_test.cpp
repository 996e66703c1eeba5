#include "cpp/account/base64.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace countersign {
namespace {

std::vector<std::uint8_t> bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

bool reads_as(std::string_view text, std::string_view bytes) {
  const auto decoded = base64_decode(text);
  return decoded.ok() && std::string(decoded.value().begin(), decoded.value().end()) == bytes;
}

TEST(Base64, GivesAndReadsTheVectorsOfRfc4648) {
  using Pair = std::array<std::string_view, 2>;
  for (const auto& [bytes, text] :
       {Pair{"", ""}, Pair{"f", "Zg=="}, Pair{"fo", "Zm8="}, Pair{"foo", "Zm9v"}, Pair{"foob", "Zm9vYg=="},
        Pair{"fooba", "Zm9vYmE="}, Pair{"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(base64_encode(bytes_of(bytes)).view(), text);
    EXPECT_TRUE(reads_as(text, bytes)) << text;
    EXPECT_TRUE(reads_as(text.substr(0, text.find('=')), bytes)) << text;
  }
}

TEST(Base64, ReadsTheUrlSafeAlphabetAndTheSpacesOfAFormDecoder) {
  EXPECT_EQ(base64_encode(bytes_of("\xFB\xFF\xFE")).view(), "+//+");
  for (const std::string_view text : {"+//+", "-__-", " // "})
    EXPECT_TRUE(reads_as(text, "\xFB\xFF\xFE")) << text;
}

TEST(Base64, AcceptsExactlyTheLettersOfBothAlphabets) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_ ";
  for (int c = 0; c < 256; ++c) {
    const bool letter = kLetters.find(static_cast<char>(c)) != std::string_view::npos;
    EXPECT_EQ(base64_decode(std::string("A") + static_cast<char>(c) + "AA").ok(), letter) << c;
  }
}

TEST(Base64, RefusesALengthThatCannotBe) {
  for (const std::string_view text : {"A", "AAAAA", "A===", "AA=A"}) {
    ASSERT_FALSE(base64_decode(text).ok()) << text;
    EXPECT_EQ(base64_decode(text).error(), Error::kInvalidMigration);
  }
}

}  // namespace
}  // namespace countersign
