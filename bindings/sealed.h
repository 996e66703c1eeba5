// Codes over a CryptoKey that nobody can read: the MACs come from crypto.subtle, everything else is as ever.
//
// Each gives a promise that never rejects. It becomes { error } with a name of the public list, or { value }
// with what is said below. A coroutine is not resumed where what it awaits rejects, so all that is awaited
// goes through Promise.allSettled.
#pragma once

#include <emscripten/val.h>

#include <string>

#include "bindings/secret_handle.h"

namespace countersign::bindings {

/// What a code over a CryptoKey is made with.
struct SealedRequest {
  std::string algorithm;  ///< "SHA1", "SHA256" or "SHA512"
  std::string encoder;    ///< "decimal" or "steam"
  double digits;
  double period;  ///< seconds
  double time;    ///< milliseconds since the Unix epoch
};

/// A non-extractable HMAC key for signing, bound to the hash.
[[nodiscard]] emscripten::val seal(const SecretHandle& secret, const std::string& algorithm);

/// The code's text.
[[nodiscard]] emscripten::val sealed_generate(const emscripten::val& key, const SealedRequest& request);

/// The number that TotpHandle::verify() gives, but never a refused call.
[[nodiscard]] emscripten::val sealed_verify(const emscripten::val& key, const SealedRequest& request,
                                            const std::string& token, double window, double last_step,
                                            double drift);

}  // namespace countersign::bindings
