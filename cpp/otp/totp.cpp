#include "cpp/otp/totp.h"

#include <algorithm>

#include "cpp/otp/time_step.h"
#include "cpp/otp/token.h"

namespace countersign {
namespace {

std::int32_t bounded(std::int32_t drift) noexcept {
  return std::clamp(drift, -kMaxDrift, kMaxDrift);
}

// The clock's step is far from 2^63, but a window may begin before the epoch.
std::uint64_t moved(std::uint64_t step, std::int32_t drift) noexcept {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(static_cast<std::int64_t>(step) + drift, 0));
}

}  // namespace

Result<TotpWindow> totp_window(double time, Period period, Window window,
                               const std::optional<TotpState>& state) noexcept {
  if (!window.valid()) return Error::kInvalidWindow;
  const Result<std::uint64_t> clock_step = step_at(time, period);
  if (!clock_step) return clock_step.error();
  const std::uint64_t expected = moved(clock_step.value(), state ? bounded(state->drift) : 0);
  return TotpWindow{.clock_step = clock_step.value(),
                    .expected = expected,
                    .steps = CounterRange::around(expected, window.back, window.ahead)};
}

TotpAnswer totp_answer(const TotpWindow& window, const MatchScan& matches,
                       const std::optional<TotpState>& state) noexcept {
  const Found found = judge(matches, state ? std::optional(state->last_step) : std::nullopt);
  if (found.verdict == Verdict::kMismatch) return {};
  const auto drift = static_cast<std::int32_t>(static_cast<std::int64_t>(found.step - window.clock_step));
  TotpAnswer answer{.verdict = found.verdict, .step = found.step, .drift = drift, .state = {}};
  if (found.verdict == Verdict::kMatch) answer.state = {.last_step = found.step, .drift = bounded(drift)};
  return answer;
}

Result<TotpAnswer> verify_totp(const HmacKey& key, const TotpParameters& parameters, std::uint64_t code,
                               double time, Window window, const std::optional<TotpState>& state) noexcept {
  const Result<TotpWindow> steps = totp_window(time, parameters.period, window, state);
  if (!steps) return steps.error();
  const MatchScan matches = scan(steps.value().steps, code,
                                 [&key, format = parameters.format](std::uint64_t first, std::size_t count) {
                                   return code_numbers(key, first, count, format);
                                 });
  return totp_answer(steps.value(), matches, state);
}

Result<TotpAnswer> verify_totp(const HmacKey& key, const TotpParameters& parameters, std::string_view token,
                               double time, Window window, const std::optional<TotpState>& state) noexcept {
  const std::optional<std::uint64_t> code = read_token(token, parameters.format);
  if (code) return verify_totp(key, parameters, *code, time, window, state);
  // A wrong time or window is the caller's fault and is told first, whatever was typed.
  const Result<TotpWindow> steps = totp_window(time, parameters.period, window, state);
  if (!steps) return steps.error();
  return TotpAnswer{.verdict = Verdict::kMalformed, .step = 0, .drift = 0, .state = {}};
}

}  // namespace countersign
