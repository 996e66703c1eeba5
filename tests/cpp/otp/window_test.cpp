#include "cpp/otp/window.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>

#include "tests/cpp/otp/keys.h"

namespace countersign {
namespace {

using testing::decimal;
using testing::rfc_key;

constexpr std::uint64_t kMax = ~0ULL;

Found find(std::uint64_t step_of_code, std::uint64_t expected, Window window = {},
           std::optional<std::uint64_t> last_used = std::nullopt, CodeFormat format = decimal(8)) {
  const HmacKey key = rfc_key();
  return find_step(key, format, code_number(key, step_of_code, format), expected, window, last_used);
}

TEST(FindStep, ReachesExactlyAsFarAsTheWindow) {
  for (std::uint8_t reach = 0; reach <= Window::kMaxReach; ++reach) {
    for (std::uint64_t step = 1000 - 12; step <= 1000 + 12; ++step) {
      const bool inside = step >= 1000U - reach && step <= 1000U + reach;
      const Found found = find(step, 1000, {reach, reach});
      EXPECT_EQ(found.verdict, inside ? Verdict::kMatch : Verdict::kMismatch);
      EXPECT_EQ(found.step, inside ? step : 0);
    }
  }
}

TEST(FindStep, ReachesToEachSideOnItsOwn) {
  EXPECT_EQ(find(998, 1000, {2, 0}).verdict, Verdict::kMatch);
  EXPECT_EQ(find(1001, 1000, {2, 0}).verdict, Verdict::kMismatch);
  EXPECT_EQ(find(1002, 1000, {0, 2}).verdict, Verdict::kMatch);
  EXPECT_EQ(find(999, 1000, {0, 2}).verdict, Verdict::kMismatch);
}

// Another library's default is fifty steps.
TEST(FindStep, T3ReachesOneStepToEachSideUnlessToldOtherwise) {
  EXPECT_EQ(find(999, 1000).verdict, Verdict::kMatch);
  EXPECT_EQ(find(1001, 1000).verdict, Verdict::kMatch);
  EXPECT_EQ(find(998, 1000).verdict, Verdict::kMismatch);
  EXPECT_EQ(find(1002, 1000).verdict, Verdict::kMismatch);
}

TEST(FindStep, T4RefusesTheSameStepTwiceAndEveryStepBefore) {
  EXPECT_EQ(find(1000, 1000, {1, 1}, 1000).verdict, Verdict::kReplayed);
  EXPECT_EQ(find(999, 1000, {1, 1}, 1000).verdict, Verdict::kReplayed);
  EXPECT_EQ(find(999, 1000, {1, 1}, 1000).step, 999U);
  EXPECT_EQ(find(1001, 1000, {1, 1}, 1000).verdict, Verdict::kMatch);
  EXPECT_EQ(find(0, 0, {1, 1}, 0).verdict, Verdict::kReplayed);
  EXPECT_EQ(find(2000, 1000, {1, 1}, 1000).verdict, Verdict::kMismatch);
}

TEST(FindStep, ReachesBackToStepZeroWithoutWrapping) {
  EXPECT_EQ(find(0, 0, {10, 10}).verdict, Verdict::kMatch);
  EXPECT_EQ(find(0, 3, {10, 10}).verdict, Verdict::kMatch);
  EXPECT_EQ(find(kMax, 0, {10, 10}).verdict, Verdict::kMismatch);
}

TEST(FindStep, ReachesToTheLastStepWithoutWrapping) {
  EXPECT_EQ(find(kMax, kMax, {10, 10}).step, kMax);
  EXPECT_EQ(find(kMax - 10, kMax, {10, 10}).step, kMax - 10);
  EXPECT_EQ(find(0, kMax, {10, 10}).verdict, Verdict::kMismatch);
}

// With five digits the RFC's key has the code 87574 at 2770 and at 2772.
TEST(FindStep, TakesTheLatestOfTwoStepsWithOneCode) {
  EXPECT_EQ(find(2770, 2771, {1, 1}, std::nullopt, decimal(5)).step, 2772U);
  EXPECT_EQ(find(2770, 2771, {1, 1}, 2771, decimal(5)).verdict, Verdict::kMatch);
  EXPECT_EQ(find(2770, 2771, {1, 1}, 2772, decimal(5)).verdict, Verdict::kReplayed);
}

// RFC 6238 appendix B.
TEST(FindStep, GivesRfc6238AppendixBForSha1Sha256Sha512) {
  struct Row {
    std::uint64_t seconds;
    std::uint32_t sha1;
    std::uint32_t sha256;
    std::uint32_t sha512;
  };
  constexpr std::array kRows = {
      Row{59, 94287082, 46119246, 90693936},         Row{1111111109, 7081804, 68084774, 25091201},
      Row{1111111111, 14050471, 67062674, 99943326}, Row{1234567890, 89005924, 91819424, 93441116},
      Row{2000000000, 69279037, 90698825, 38618901}, Row{20000000000, 65353130, 77737706, 47863826},
  };
  const auto expect = [](Algorithm algorithm, std::uint64_t step, std::uint32_t code) {
    const Found found = find_step(rfc_key(algorithm), decimal(8), code, step, {0, 0}, std::nullopt);
    EXPECT_EQ(found.verdict, Verdict::kMatch) << code;
    EXPECT_EQ(found.step, step);
  };
  for (const Row& row : kRows) {
    expect(Algorithm::kSha1, row.seconds / 30, row.sha1);
    expect(Algorithm::kSha256, row.seconds / 30, row.sha256);
    expect(Algorithm::kSha512, row.seconds / 30, row.sha512);
  }
}

}  // namespace
}  // namespace countersign
