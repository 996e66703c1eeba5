#include "cpp/otp/totp.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "cpp/otp/time_step.h"
#include "tests/cpp/otp/keys.h"

namespace countersign {
namespace {

using testing::code_text;
using testing::decimal;
using testing::rfc_key;

constexpr TotpParameters kEight{decimal(8), Period{30}};
constexpr std::int64_t kNow = 37'037'036;  // a step in 2005, RFC 6238 appendix B

constexpr double middle_of(std::int64_t step) {
  return static_cast<double>(step) * 30'000 + 15'000;
}

/// The answer at step `now` to the code of another step.
TotpAnswer answer_at(std::int64_t now, std::int64_t step_of_code, Window window,
                     const std::optional<TotpState>& state) {
  const HmacKey key = rfc_key();
  const std::string code = code_text(key, static_cast<std::uint64_t>(step_of_code), kEight.format);
  return verify_totp(key, kEight, code, middle_of(now), window, state).value();
}

TEST(VerifyTotp, AnswersWithStepDriftAndTheStateToStore) {
  const TotpAnswer answer = answer_at(kNow, kNow - 1, {1, 1}, std::nullopt);
  EXPECT_EQ(answer.verdict, Verdict::kMatch);
  EXPECT_EQ(answer.step, static_cast<std::uint64_t>(kNow - 1));
  EXPECT_EQ(answer.drift, -1);
  EXPECT_EQ(answer.state, (TotpState{static_cast<std::uint64_t>(kNow - 1), -1}));
}

TEST(VerifyTotp, GivesRfc6238AppendixBInText) {
  EXPECT_EQ(
      verify_totp(rfc_key(), kEight, "07081804", 1'111'111'109'000, {0, 0}, std::nullopt).value().verdict,
      Verdict::kMatch);
  EXPECT_EQ(
      verify_totp(rfc_key(), kEight, "7081804", 1'111'111'109'000, {0, 0}, std::nullopt).value().verdict,
      Verdict::kMalformed);
}

TEST(VerifyTotp, T4RefusesTheSecondUseOfACode) {
  const TotpAnswer first = answer_at(kNow, kNow, {1, 1}, std::nullopt);
  const TotpAnswer second = answer_at(kNow, kNow, {1, 1}, first.state);
  EXPECT_EQ(second.verdict, Verdict::kReplayed);
  EXPECT_EQ(second.step, first.step);
  EXPECT_EQ(answer_at(kNow + 1, kNow, {1, 1}, first.state).verdict, Verdict::kReplayed);
  EXPECT_EQ(answer_at(kNow + 1, kNow + 1, {1, 1}, first.state).verdict, Verdict::kMatch);
}

TEST(VerifyTotp, T5CentersLaterChecksOnTheDriftItLearned) {
  const TotpState two_behind{100, -2};
  for (std::int64_t offset = -6; offset <= 4; ++offset) {
    const TotpAnswer answer = answer_at(kNow, kNow + offset, {1, 1}, two_behind);
    const bool inside = offset >= -3 && offset <= -1;  // moved, and three steps wide as before
    EXPECT_EQ(answer.verdict, inside ? Verdict::kMatch : Verdict::kMismatch) << offset;
    EXPECT_EQ(answer.state.drift, inside ? offset : 0);
  }
}

TEST(VerifyTotp, T5FollowsAClockOnlyAsFarAsTheLimitHoweverManyCodesItAccepted) {
  for (const int direction : {-1, 1}) {
    std::optional<TotpState> state;
    std::int64_t reached = 0;
    for (int i = 0; i < 100; ++i) {
      // Each time the farthest code that is accepted, an hour after the last one.
      const std::int64_t now = kNow + 120LL * i;
      std::int64_t farthest = 0;
      std::optional<TotpState> next;
      for (std::int64_t offset = -40; offset <= 40; ++offset) {
        const TotpAnswer answer = answer_at(now, now + offset, {1, 1}, state);
        if (answer.verdict != Verdict::kMatch || direction * offset < farthest) continue;
        farthest = direction * offset;
        next = answer.state;
      }
      ASSERT_TRUE(next);
      state = next;
      reached = std::max(reached, farthest);
    }
    EXPECT_EQ(reached, kMaxDrift + 1);
    EXPECT_EQ(state->drift, direction * kMaxDrift);
  }
}

TEST(VerifyTotp, DoesNotTrustAStoredDriftBeyondTheLimit) {
  for (const std::int32_t drift : {11, 1'000'000, std::numeric_limits<std::int32_t>::max()}) {
    EXPECT_EQ(answer_at(kNow, kNow + 11, {1, 1}, TotpState{1, drift}).verdict, Verdict::kMatch);
    EXPECT_EQ(answer_at(kNow, kNow + 12, {1, 1}, TotpState{1, drift}).verdict, Verdict::kMismatch);
  }
  const std::int32_t least = std::numeric_limits<std::int32_t>::min();
  EXPECT_EQ(answer_at(kNow, kNow - 11, {1, 1}, TotpState{1, least}).verdict, Verdict::kMatch);
}

TEST(VerifyTotp, T25LetsACodeLiveForOnePeriodWithAWindowOfZero) {
  EXPECT_EQ(answer_at(kNow, kNow, {0, 0}, std::nullopt).verdict, Verdict::kMatch);
  EXPECT_EQ(answer_at(kNow, kNow - 1, {0, 0}, std::nullopt).verdict, Verdict::kMismatch);
  EXPECT_EQ(answer_at(kNow, kNow + 1, {0, 0}, std::nullopt).verdict, Verdict::kMismatch);
}

TEST(VerifyTotp, RefusesEveryCodeAfterTheLastStepOfAll) {
  const TotpState last{.last_step = ~0ULL, .drift = 0};
  for (const std::int64_t offset : {-1, 0, 1})
    EXPECT_EQ(answer_at(kNow, kNow + offset, {1, 1}, last).verdict, Verdict::kReplayed);
}

TEST(VerifyTotp, WorksWithTheShortestAndTheLongestPeriodAtTheEndOfTime) {
  const HmacKey key = rfc_key();
  for (const std::uint32_t seconds : {1U, 86'400U}) {
    const TotpParameters parameters{.format = decimal(8), .period = Period{seconds}};
    for (const double time : {0.0, 1e12, kMaxTime}) {
      const std::uint64_t step = static_cast<std::uint64_t>(time) / 1000 / seconds;
      const std::string code = code_text(key, step, parameters.format);
      const TotpAnswer answer = verify_totp(key, parameters, code, time, {10, 10}, std::nullopt).value();
      EXPECT_EQ(answer.verdict, Verdict::kMatch);
      EXPECT_EQ(answer.step, step);
    }
  }
}

TEST(VerifyTotp, WorksAtTheEpoch) {
  EXPECT_EQ(answer_at(0, 0, {10, 10}, TotpState{0, -10}).verdict, Verdict::kReplayed);
  EXPECT_EQ(answer_at(0, 1, {1, 1}, TotpState{0, -10}).verdict, Verdict::kMatch);
  EXPECT_EQ(answer_at(0, 0, {0, 0}, std::nullopt).drift, 0);
}

TEST(VerifyTotp, AnswersAnyTextWithoutAnError) {
  for (const std::string_view token :
       {"", "81804x", "éééééé", "\xff\xfe", "123456789012345678901234567890"}) {
    const auto answer = verify_totp(rfc_key(), kEight, token, middle_of(kNow), {1, 1}, std::nullopt);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer.value().verdict, Verdict::kMalformed);
  }
}

TEST(VerifyTotp, RefusesAWrongTimeOrWindowWhateverWasTyped) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  for (const std::string_view token : {"07081804", "x"}) {
    EXPECT_EQ(verify_totp(rfc_key(), kEight, token, kNan, {1, 1}, std::nullopt).error(), Error::kInvalidTime);
    EXPECT_EQ(verify_totp(rfc_key(), kEight, token, -1, {1, 1}, std::nullopt).error(), Error::kInvalidTime);
    EXPECT_EQ(verify_totp(rfc_key(), kEight, token, 0, {11, 0}, std::nullopt).error(), Error::kInvalidWindow);
    EXPECT_EQ(verify_totp(rfc_key(), kEight, token, 0, {0, 11}, std::nullopt).error(), Error::kInvalidWindow);
  }
}

}  // namespace
}  // namespace countersign
