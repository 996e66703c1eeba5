#include "cpp/otp/constant_time.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace countersign {
namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

static_assert(equal_mask(7, 7) == kAll && equal_mask(7, 6) == 0);

TEST(EqualMask, SeesADifferenceInEveryBit) {
  for (unsigned bit = 0; bit < 64; ++bit) {
    const std::uint64_t one = std::uint64_t{1} << bit;
    EXPECT_EQ(equal_mask(one, 0), 0U) << bit;
    EXPECT_EQ(equal_mask(kAll ^ one, kAll), 0U) << bit;
    EXPECT_EQ(equal_mask(one, one), kAll) << bit;
  }
  EXPECT_EQ(equal_mask(0, 0), kAll);
}

TEST(Select, TakesOneOrTheOther) {
  EXPECT_EQ(select(kAll, 3, 5), 3U);
  EXPECT_EQ(select(0, 3, 5), 5U);
}

}  // namespace
}  // namespace countersign
