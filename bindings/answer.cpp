#include "bindings/answer.h"

#include <cstdint>

#include "bindings/failure.h"
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
