// Codes over a CryptoKey that nobody can read: the MACs come from crypto.subtle, everything else is as ever.
//
// Each gives a promise that never rejects. It becomes { error } with a name of the public list, or what is
// said below. A coroutine is not resumed where what it awaits rejects, so all that is awaited goes through
// Promise.allSettled.
#pragma once

#include <emscripten/val.h>

#include <string>

#include "bindings/secret_handle.h"

namespace countersign::bindings {

/// { value }: a non-extractable HMAC key for signing, bound to the hash. \param algorithm  "SHA1" …
[[nodiscard]] emscripten::val seal(const SecretHandle& secret, std::string algorithm);

/// { value }: the code's text.
[[nodiscard]] emscripten::val sealed_generate(emscripten::val key, std::string algorithm, double digits,
                                              std::string encoder, double period, double time);

/// { value }: the number that TotpHandle::verify() gives, but never a refused call.
[[nodiscard]] emscripten::val sealed_verify(emscripten::val key, std::string algorithm, double digits,
                                            std::string encoder, double period, std::string token,
                                            double time, double window, double last_step, double drift);

}  // namespace countersign::bindings
