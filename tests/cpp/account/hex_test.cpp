#include "cpp/account/hex.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace countersign {
namespace {

TEST(Hex, ReadsEitherCase) {
  constexpr std::array<std::uint8_t, 8> kBytes = {0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF};
  for (const std::string_view text : {"0123456789abcdef", "0123456789ABCDEF"}) {
    const auto secret = hex_decode(text);
    ASSERT_TRUE(secret.ok());
    EXPECT_TRUE(secret.value() == SecretBytes::copy_of(kBytes));
  }
}

TEST(Hex, RefusesHalfBytesForeignCharactersAndNothing) {
  for (const std::string_view text :
       {"", "0", "012", "0g", "g0", "0x01", "01 23", "01-23", "@0", "`0", "/0", ":0"}) {
    ASSERT_FALSE(hex_decode(text).ok()) << text;
    EXPECT_EQ(hex_decode(text).error(), Error::kInvalidSecret);
  }
}

TEST(Hex, TakesKeysUpToTheLimitAndNotOneByteMore) {
  EXPECT_TRUE(hex_decode(std::string(SecretBytes::kMaxSize * 2, 'f')).ok());
  EXPECT_FALSE(hex_decode(std::string(SecretBytes::kMaxSize * 2 + 2, 'f')).ok());
}

}  // namespace
}  // namespace countersign
