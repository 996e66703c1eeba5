#include "bindings/otp_options.h"

#include <algorithm>

#include "bindings/numbers.h"

namespace countersign::bindings {

Result<CodeFormat> read_format(double digits, std::int32_t encoder) noexcept {
  const std::optional<std::uint32_t> count = whole(digits, Digits::kMax);
  if (!count || !Digits::valid(*count)) return Error::kInvalidDigits;
  if (static_cast<Encoder>(encoder) == Encoder::kSteam)
    return CodeFormat{Encoder::kSteam, Digits{CodeFormat::kSteamLength}};
  return CodeFormat{Encoder::kDecimal, Digits{static_cast<std::uint8_t>(*count)}};
}

Result<Period> read_period(double seconds) noexcept {
  const std::optional<std::uint32_t> count = whole(seconds, Period::kMax);
  if (!count || !Period::valid(*count)) return Error::kInvalidPeriod;
  return Period{*count};
}

std::optional<TotpState> read_state(double last_step, double drift) noexcept {
  if (!(last_step >= 0)) return std::nullopt;
  const double bounded = std::clamp<double>(drift, -kMaxDrift, kMaxDrift);
  return TotpState{static_cast<std::uint64_t>(last_step), static_cast<std::int32_t>(bounded)};
}

Window read_window(double steps) noexcept {
  constexpr std::uint8_t kTooFar = Window::kMaxReach + 1;
  const auto reach = static_cast<std::uint8_t>(whole(steps, Window::kMaxReach).value_or(kTooFar));
  return {reach, reach};
}

}  // namespace countersign::bindings
