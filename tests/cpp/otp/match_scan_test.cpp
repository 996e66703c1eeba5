#include "cpp/otp/match_scan.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <vector>

namespace countersign {
namespace {

constexpr std::uint64_t kMax = ~0ULL;

TEST(CounterRange, IsCutOffAtBothEnds) {
  EXPECT_EQ(CounterRange::around(5, 1, 2).first, 4U);
  EXPECT_EQ(CounterRange::around(5, 1, 2).count, 4U);
  EXPECT_EQ(CounterRange::around(1, 10, 0).first, 0U);
  EXPECT_EQ(CounterRange::around(1, 10, 0).count, 2U);
  EXPECT_EQ(CounterRange::around(kMax, 1, 10).first, kMax - 1);
  EXPECT_EQ(CounterRange::around(kMax, 1, 10).count, 2U);
  EXPECT_EQ(CounterRange::around(0, 0, 0).count, 1U);
}

/// Every counter's code is its last digit; writes down which counters it was asked for.
struct RecordedCodes {
  std::vector<std::uint64_t>& asked;
  LaneCodes operator()(std::uint64_t first, std::size_t count) const {
    LaneCodes codes{};
    for (std::size_t i = 0; i < count; ++i) {
      asked.push_back(first + i);
      codes[i] = static_cast<std::uint32_t>((first + i) % 10);
    }
    return codes;
  }
};

// A scan that stops at the first match tells by its time which counter it was.
TEST(Scan, AsksForEveryCodeWhicheverMatches) {
  for (std::uint32_t count = 1; count <= 21; ++count) {
    std::vector<std::uint64_t> all(count);
    std::iota(all.begin(), all.end(), 100U);
    for (std::uint64_t code = 0; code <= 10; ++code) {
      std::vector<std::uint64_t> asked;
      const MatchScan matches = scan({100, count}, code, RecordedCodes{asked});
      EXPECT_EQ(asked, all);
      EXPECT_EQ(matches.found(), code < 10 && code < count);
    }
  }
}

TEST(Scan, RemembersTheFirstAndTheLastMatch) {
  std::vector<std::uint64_t> asked;
  const MatchScan matches = scan({100, 21}, 3, RecordedCodes{asked});
  EXPECT_TRUE(matches.found());
  EXPECT_EQ(matches.first(), 103U);
  EXPECT_EQ(matches.last(), 113U);
}

TEST(Scan, DoesNotPassTheLastCounter) {
  std::vector<std::uint64_t> asked;
  const MatchScan matches = scan(CounterRange::around(kMax, 2, 10), kMax % 10, RecordedCodes{asked});
  EXPECT_EQ(asked, (std::vector<std::uint64_t>{kMax - 2, kMax - 1, kMax}));
  EXPECT_EQ(matches.last(), kMax);
}

TEST(Scan, DoesNotMatchALaneThatIsNotAskedFor) {
  std::vector<std::uint64_t> asked;
  EXPECT_FALSE(scan({101, 1}, 0, RecordedCodes{asked}).found());  // the other lanes hold 0
}

TEST(MatchScan, KeepsApartNumbersThatDifferAboveThirtyTwoBits) {
  MatchScan matches((1ULL << 32U) + 7);
  matches.compare(0, 7);
  EXPECT_FALSE(matches.found());
}

TEST(MatchScan, FindsCounterZero) {
  MatchScan matches(7);
  matches.compare(0, 7);
  matches.compare(1, 8);
  EXPECT_TRUE(matches.found());
  EXPECT_EQ(matches.first(), 0U);
  EXPECT_EQ(matches.last(), 0U);
}

}  // namespace
}  // namespace countersign
