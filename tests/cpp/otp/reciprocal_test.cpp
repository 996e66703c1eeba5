#include "cpp/otp/reciprocal.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>

namespace countersign {
namespace {

constexpr std::uint32_t kLargest = 0x7fffffff;

static_assert(Reciprocal(10).quotient(kLargest) == kLargest / 10);
static_assert(Reciprocal(1'000'000).remainder(1'094'287'082) == 287'082);

TEST(Reciprocal, DividesAsADivisionDoes) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (const std::uint32_t divisor : {1U, 2U, 3U, 7U, 10U, 26U, 100'000U, 1'000'000U, 10'000'000U,
                                      100'000'000U, 1'000'000'000U, 11'881'376U, 0x7fffffffU, 0x80000000U}) {
    const Reciprocal reciprocal(divisor);
    // Around every multiple is where a wrong factor would show first.
    for (std::uint64_t multiple = 0; multiple <= kLargest; multiple += divisor * (1 + random() % 9973ULL)) {
      for (const std::uint64_t number : {multiple == 0 ? 0 : multiple - 1, multiple, multiple + 1}) {
        if (number > kLargest) continue;
        const auto n = static_cast<std::uint32_t>(number);
        ASSERT_EQ(reciprocal.quotient(n), n / divisor) << n << " / " << divisor;
        ASSERT_EQ(reciprocal.remainder(n), n % divisor) << n << " % " << divisor;
      }
    }
    ASSERT_EQ(reciprocal.quotient(kLargest), kLargest / divisor);
  }
}

}  // namespace
}  // namespace countersign
