// Codes over a CryptoKey that nobody can read: the MACs come from crypto.subtle, everything else is as ever.
//
// Each gives a promise that never rejects. It becomes what is said below, or the public name of an error.
// Where the platform need not be asked, there is none: undefined for an error, which last_error() names.
#pragma once

#include <emscripten/em_macros.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>

#include "bindings/handle.h"

extern "C" {

// For sign_counters() alone, which has the MACs when the promise settles.

/// What sealed_generate() or sealed_verify() promised, from the MACs in the room that was given for them.
EMSCRIPTEN_KEEPALIVE double sealedAnswer(countersign::bindings::Handle asked) noexcept;
EMSCRIPTEN_KEEPALIVE void sealedEnd(countersign::bindings::Handle asked) noexcept;
}

namespace countersign::bindings {

/// A non-extractable HMAC key for signing, bound to the hash. \param algorithm  of Algorithm
[[nodiscard]] emscripten::val seal(Handle secret, std::int32_t algorithm);

/// The code's number. \param time  milliseconds since the Unix epoch
[[nodiscard]] emscripten::val sealed_generate(const emscripten::val& key, std::int32_t algorithm,
                                              std::int32_t encoder, double digits, double period,
                                              double time) noexcept;

/// The number that totpVerify() gives, but never a refused call; null at once for what is no code.
[[nodiscard]] emscripten::val sealed_verify(const emscripten::val& key, std::int32_t algorithm,
                                            std::int32_t encoder, double digits, double period, double time,
                                            const std::string& token, double window, double last_step,
                                            double drift) noexcept;

}  // namespace countersign::bindings
