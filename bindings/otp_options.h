// The options of a code, from what JavaScript passes.
#pragma once

#include <optional>
#include <string_view>

#include "cpp/hash/algorithm.h"
#include "cpp/otp/code.h"
#include "cpp/otp/totp.h"
#include "cpp/result/result.h"

namespace countersign::bindings {

/// Exactly as the public type spells it: an address is read forgivingly, an option is not.
[[nodiscard]] Result<Algorithm> read_algorithm(std::string_view name);

/// \param encoder  "decimal" or "steam", which has five letters whatever `digits` says
/// \returns kInvalidDigits, kUnsupportedType
[[nodiscard]] Result<CodeFormat> read_format(double digits, std::string_view encoder);

[[nodiscard]] Result<Period> read_period(double seconds) noexcept;

/// \param last_step  a whole number, or negative for no state
[[nodiscard]] std::optional<TotpState> read_state(double last_step, double drift) noexcept;

/// The same number of steps to each side. \returns an invalid window for what is no count of steps
[[nodiscard]] Window read_window(double steps) noexcept;

/// Packs the answer as TotpHandle::verify() says.
[[nodiscard]] double pack(const Result<TotpAnswer>& answer) noexcept;

}  // namespace countersign::bindings
