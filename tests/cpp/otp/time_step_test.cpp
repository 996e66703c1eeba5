#include "cpp/otp/time_step.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace countersign {
namespace {

constexpr Period kThirty{30};

TEST(StepAt, ChangesWithTheMillisecondThatTheNextStepBegins) {
  EXPECT_EQ(step_at(0, kThirty).value(), 0U);
  EXPECT_EQ(step_at(29'999.999, kThirty).value(), 0U);
  EXPECT_EQ(step_at(30'000, kThirty).value(), 1U);
  EXPECT_EQ(step_at(59'000, kThirty).value(), 1U);  // RFC 6238 appendix B
  EXPECT_EQ(step_at(1'111'111'109'000, kThirty).value(), 0x23523ecU);
  EXPECT_EQ(step_at(20'000'000'000'000, kThirty).value(), 0x27bc86aaU);
}

TEST(StepAt, TakesAnyPeriodFromASecondToADay) {
  EXPECT_EQ(step_at(86'400'000, Period{1}).value(), 86'400U);
  EXPECT_EQ(step_at(86'400'000 - 1, Period{86'400}).value(), 0U);
  EXPECT_EQ(step_at(86'400'000, Period{86'400}).value(), 1U);
  EXPECT_EQ(step_at(kMaxTime, Period{1}).value(), 9'007'199'254'740U);
}

// Another library answers NaN with the code of counter 0.
TEST(StepAt, RefusesWhatIsNoMoment) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (const double time : {std::numeric_limits<double>::quiet_NaN(), kInfinity, -kInfinity, -1.0, -0.001,
                            -1e300, kMaxTime + 1, 1e300}) {
    ASSERT_FALSE(step_at(time, kThirty).ok()) << time;
    EXPECT_EQ(step_at(time, kThirty).error(), Error::kInvalidTime);
    ASSERT_FALSE(remaining_at(time, kThirty).ok()) << time;
    EXPECT_EQ(remaining_at(time, kThirty).error(), Error::kInvalidTime);
  }
  EXPECT_EQ(step_at(-0.0, kThirty).value(), 0U);
}

TEST(RemainingAt, CountsDownToTheNextStepAndIsNeverZero) {
  EXPECT_EQ(remaining_at(0, kThirty).value(), 30'000U);
  EXPECT_EQ(remaining_at(1, kThirty).value(), 29'999U);
  EXPECT_EQ(remaining_at(29'999.9, kThirty).value(), 1U);
  EXPECT_EQ(remaining_at(30'000, kThirty).value(), 30'000U);
  EXPECT_EQ(remaining_at(86'400'000, Period{86'400}).value(), 86'400'000U);
}

}  // namespace
}  // namespace countersign
