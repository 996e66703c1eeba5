// From a moment to the number of its step, with T0 = 0. RFC 6238 §4.2.
#pragma once

#include <cstdint>

#include "cpp/otp/parameters.h"
#include "cpp/result/result.h"

namespace countersign {

/// The last moment: 2^53 - 1 milliseconds after the Unix epoch, the largest whole number that a double (and
/// so JavaScript) can count to. It is in the year 287,396.
inline constexpr double kMaxTime = 9'007'199'254'740'991.0;

/// \param time    milliseconds since the Unix epoch, 0 to kMaxTime; parts of one are dropped
/// \param period  valid
/// \returns kInvalidTime for NaN, infinite, negative or later times
[[nodiscard]] Result<std::uint64_t> step_at(double time, Period period) noexcept;

/// Milliseconds until the next step begins: 1 to the whole period. Arguments and errors as for step_at().
[[nodiscard]] Result<std::uint32_t> remaining_at(double time, Period period) noexcept;

}  // namespace countersign
