// Codes over a CryptoKey that nobody can read: the MACs come from crypto.subtle, everything else is as ever.
//
// Each gives a promise that never rejects. It becomes what is said below, or the public name of an error.
// Where the platform need not be asked, there is none: undefined for an error, which last_error() names.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <string>

#include "bindings/handle.h"

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
