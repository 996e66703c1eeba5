// The hot path: making a code and checking one. These are exported as they are, without Embind, whose
// wrappers take ten times as long as the work; so only numbers cross, and a token through a buffer.
#pragma once

#include <emscripten/em_macros.h>

#include <cstdint>
#include <string>

#include "bindings/handle.h"

extern "C" {

// The names are JavaScript's, with an underscore before them.

/// Where a token goes before it is checked: kMaxTokenLength bytes.
EMSCRIPTEN_KEEPALIVE std::int32_t tokenAddress() noexcept;
/// The code's number, to be padded with zeros, or a refusal. \param time  milliseconds since the Unix epoch
EMSCRIPTEN_KEEPALIVE double totpCode(countersign::bindings::Handle otp, double time) noexcept;
EMSCRIPTEN_KEEPALIVE double hotpCode(countersign::bindings::Handle otp, std::uint64_t counter) noexcept;
/// As pack() says. \param length     of the token in its buffer
/// \param window     steps to each side
/// \param last_step  of the stored state; -1 for none
EMSCRIPTEN_KEEPALIVE double totpVerify(countersign::bindings::Handle otp, std::int32_t length, double time,
                                       double window, double last_step, double drift) noexcept;
/// How far the code's counter is after `counter`, or a refusal.
EMSCRIPTEN_KEEPALIVE double hotpVerify(countersign::bindings::Handle otp, std::int32_t length,
                                       std::uint64_t counter, double look_ahead) noexcept;
}

namespace countersign::bindings {

/// Steam's letters for a code's number; digits are padded in web/core.
[[nodiscard]] std::string steam_text(double number) noexcept;

/// Puts a token into the buffer that has more than ASCII in it.
/// \returns its length; 0 where it is too long for a token
[[nodiscard]] std::int32_t put_token(const std::string& token) noexcept;

}  // namespace countersign::bindings
