// An answer as one number, because a value_object costs a third of the speed (see npm run bench).
#pragma once

#include "cpp/otp/totp.h"
#include "cpp/result/result.h"

namespace countersign::bindings {

// What stands in place of a step, a distance or a code: a refusal.
inline constexpr double kMismatched = -1;   ///< no code in reach is this one
inline constexpr double kNotACode = -2;     ///< the text is no code of this format
inline constexpr double kRefusedCall = -3;  ///< the arguments are wrong; last_error() says how

/// A refusal, or step * 1000 + n, where n is 900 + drift + kMaxOffset for a step used before, and else
/// (drift + kMaxOffset) * 21 + the drift to be stored + kMaxDrift.
[[nodiscard]] double pack(const Result<TotpAnswer>& answer) noexcept;

}  // namespace countersign::bindings
