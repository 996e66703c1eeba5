// The options of a code, from what JavaScript passes.
#pragma once

#include <cstdint>
#include <optional>

#include "cpp/otp/code.h"
#include "cpp/otp/totp.h"
#include "cpp/result/result.h"

namespace countersign::bindings {

/// \param encoder  of Encoder; Steam's codes have five letters whatever `digits` says
/// \returns kInvalidDigits
[[nodiscard]] Result<CodeFormat> read_format(double digits, std::int32_t encoder) noexcept;

[[nodiscard]] Result<Period> read_period(double seconds) noexcept;

/// \param last_step  a whole number, or negative for no state
[[nodiscard]] std::optional<TotpState> read_state(double last_step, double drift) noexcept;

/// The same number of steps to each side. \returns an invalid window for what is no count of steps
[[nodiscard]] Window read_window(double steps) noexcept;

}  // namespace countersign::bindings
