// The platform's Web Crypto. The JavaScript of these calls stands here, because a promise or a typed array
// that C++ handles costs twenty times the code, and Embind's coroutines six times; see sealed_answer.h. It
// never throws, and its promises never reject.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <span>

#include "bindings/handle.h"
#include "cpp/hash/algorithm.h"
#include "cpp/memory/entropy.h"

namespace countersign::bindings {

/// Random bytes, straight into WASM memory.
class WebCryptoEntropy final : public Entropy {
 public:
  /// \returns false where the platform has no Web Crypto: nothing may be made then
  [[nodiscard]] bool fill(std::span<std::uint8_t> out) noexcept override;
};

/// Bytes of a counter in a message. RFC 4226 §5.1.
inline constexpr std::size_t kCounterSize = 8;

/// A promise of a non-extractable HMAC key for signing, or of the public name of an error.
/// \param bytes  copied before this returns
[[nodiscard]] emscripten::val import_hmac_key(std::span<const std::uint8_t> bytes, Algorithm algorithm);

/// A promise of the number that a coroutine makes of the MACs of messages of kCounterSize bytes each, or of
/// the public name of an error. sealedResume() is called once they are there, sealedEnd() in any case.
/// \param messages  copied before this returns
/// \param macs      room for all of them, until sealedEnd()
[[nodiscard]] emscripten::val sign_counters(const emscripten::val& key,
                                            std::span<const std::uint8_t> messages,
                                            std::span<std::uint8_t> macs, Handle coroutine);

}  // namespace countersign::bindings
