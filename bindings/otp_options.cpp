#include "bindings/otp_options.h"

#include <algorithm>

#include "bindings/failure.h"
#include "bindings/numbers.h"
#include "bindings/otp_handle.h"
#include "cpp/account/algorithm_name.h"
#include "cpp/otp/time_step.h"

namespace countersign::bindings {
namespace {

constexpr int kMaxOffset = kMaxDrift + Window::kMaxReach;
constexpr int kDrifts = 2 * kMaxDrift + 1;
constexpr int kOffsets = 2 * kMaxOffset + 1;
constexpr double kSlots = 1000;
constexpr int kReplayedSlot = 900;
static_assert(kOffsets * kDrifts <= kReplayedSlot, "the slots of a match come before those of a replay");
static_assert(kReplayedSlot + kOffsets <= kSlots);
// The last step is that of a period of one second at kMaxTime: its number is still exact in a double.
constexpr std::uint64_t kLastStep = static_cast<std::uint64_t>(kMaxTime) / 1000;
static_assert(kLastStep * 1000 + kReplayedSlot + kOffsets <= (1ULL << 53U));

}  // namespace

Result<Algorithm> read_algorithm(std::string_view name) {
  const std::optional<Algorithm> algorithm = algorithm_named(name);
  if (!algorithm || name_of(*algorithm) != name) return Error::kInvalidAlgorithm;
  return *algorithm;
}

Result<CodeFormat> read_format(double digits, std::string_view encoder) {
  const std::optional<std::uint32_t> count = whole(digits, Digits::kMax);
  if (!count || !Digits::valid(*count)) return Error::kInvalidDigits;
  if (encoder == "steam") return CodeFormat{Encoder::kSteam, Digits{CodeFormat::kSteamLength}};
  if (encoder != "decimal") return Error::kUnsupportedType;
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

double pack(const Result<TotpAnswer>& result) noexcept {
  if (!result) {
    remember(result.error());
    return kRefusedCall;
  }
  const TotpAnswer& answer = result.value();
  const double base = static_cast<double>(answer.step) * kSlots;
  switch (answer.verdict) {
    case Verdict::kMatch:
      return base + (answer.drift + kMaxOffset) * kDrifts + answer.state.drift + kMaxDrift;
    case Verdict::kReplayed:
      return base + kReplayedSlot + answer.drift + kMaxOffset;
    case Verdict::kMalformed:
      return kNotACode;
    case Verdict::kMismatch:
      break;
  }
  return kMismatched;
}

}  // namespace countersign::bindings
