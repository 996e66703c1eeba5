#include "cpp/memory/zeroize.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace countersign {
namespace {

TEST(Zeroize, OverwritesTheGivenBytesAndNoOthers) {
  std::array<std::uint8_t, 6> bytes = {9, 9, 9, 9, 9, 9};
  zeroize(&bytes[1], 4);
  EXPECT_EQ(bytes, (std::array<std::uint8_t, 6>{9, 0, 0, 0, 0, 9}));
}

TEST(Zeroize, AcceptsNothing) {
  zeroize(nullptr, 0);
}

TEST(EqualInConstantTime, SeesEveryDifferentBit) {
  for (std::size_t size = 1; size <= 24; ++size) {
    std::vector<std::uint8_t> bytes(size, 0x5A);
    const std::vector<std::uint8_t> same = bytes;
    ASSERT_TRUE(equal_in_constant_time(bytes, same));
    for (std::size_t bit = 0; bit < size * 8; ++bit) {
      bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
      EXPECT_FALSE(equal_in_constant_time(bytes, same)) << size << " bytes, bit " << bit;
      bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    }
  }
}

TEST(EqualInConstantTime, TakesAPrefixForDifferent) {
  const std::array<std::uint8_t, 3> longer = {1, 2, 3};
  const std::array<std::uint8_t, 2> shorter = {1, 2};
  EXPECT_FALSE(equal_in_constant_time(longer, shorter));
  EXPECT_FALSE(equal_in_constant_time(shorter, longer));
  EXPECT_TRUE(equal_in_constant_time({}, {}));
}

}  // namespace
}  // namespace countersign
