#include "cpp/otp/time_step.h"

namespace countersign {
namespace {

// Written so that NaN, which compares with nothing, is refused.
bool valid(double time) noexcept {
  return time >= 0 && time <= kMaxTime;
}

std::uint32_t milliseconds(Period period) noexcept {
  return period.seconds * 1000;
}

}  // namespace

Result<std::uint64_t> step_at(double time, Period period) noexcept {
  if (!valid(time)) return Error::kInvalidTime;
  return static_cast<std::uint64_t>(time) / milliseconds(period);
}

Result<std::uint32_t> remaining_at(double time, Period period) noexcept {
  if (!valid(time)) return Error::kInvalidTime;
  const std::uint64_t gone = static_cast<std::uint64_t>(time) % milliseconds(period);
  return milliseconds(period) - static_cast<std::uint32_t>(gone);
}

}  // namespace countersign
