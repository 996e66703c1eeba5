#include "cpp/otp/hotp.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>

#include "tests/cpp/otp/keys.h"

namespace countersign {
namespace {

using testing::decimal;
using testing::rfc_key;

constexpr std::uint64_t kMax = ~0ULL;

std::optional<std::uint64_t> find(std::uint64_t counter_of_code, std::uint64_t counter,
                                  std::uint32_t look_ahead, CodeFormat format = decimal(8)) {
  const HmacKey key = rfc_key();
  return find_counter(key, format, code_number(key, counter_of_code, format), counter, look_ahead);
}

TEST(FindCounter, LooksAheadExactlyAsFarAsAsked) {
  for (const std::uint32_t look_ahead : {0U, 1U, 3U, 4U, 10U, 99U, 100U}) {
    EXPECT_EQ(find(1000, 1000, look_ahead), 1000U);
    EXPECT_EQ(find(1000 + look_ahead, 1000, look_ahead), 1000U + look_ahead);
    EXPECT_FALSE(find(1000 + look_ahead + 1, 1000, look_ahead));
  }
}

TEST(FindCounter, NeverLooksFurtherThanItsLimit) {
  EXPECT_EQ(find(1100, 1000, 4'000'000'000), 1100U);
  EXPECT_FALSE(find(1101, 1000, 4'000'000'000));
}

// Another library accepts the code of counter 4 when asked at 5.
TEST(FindCounter, NeverLooksBehind) {
  EXPECT_FALSE(find(4, 5, 10));
  EXPECT_EQ(find(5, 5, 10), 5U);
}

// With five digits the RFC's key has the code 87574 at 2770 and at 2772.
TEST(FindCounter, TakesTheEarlierOfTwoCountersWithOneCode) {
  EXPECT_EQ(find(2772, 2765, 10, decimal(5)), 2770U);
  EXPECT_EQ(find(2772, 2771, 10, decimal(5)), 2772U);
}

TEST(FindCounter, EndsAtTheLastCounterWithoutWrapping) {
  EXPECT_EQ(find(kMax, kMax, 100), kMax);
  EXPECT_EQ(find(kMax, kMax - 100, 100), kMax);
  EXPECT_FALSE(find(0, kMax - 5, 100));
  for (const unsigned bits : {31U, 32U, 53U, 63U}) {
    const std::uint64_t counter = 1ULL << bits;
    for (std::uint64_t near = counter - 1; near <= counter + 1; ++near)
      EXPECT_EQ(find(near, counter - 1, 3), near);
  }
}

}  // namespace
}  // namespace countersign
