// The platform's Web Crypto. The JavaScript of these calls stands here, because a promise or a typed array
// that C++ handles costs twenty times the code; it never throws, and its promises never reject: a coroutine
// is not resumed where what it awaits rejects.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <span>

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

/// A promise of the MACs of messages of kCounterSize bytes each, one after the other in one Uint8Array, or of
/// the public name of an error. \param messages  copied before this returns
[[nodiscard]] emscripten::val sign_counters(const emscripten::val& key,
                                            std::span<const std::uint8_t> messages);

/// Copies what that promise became. \returns whether it has exactly as many bytes as `out`
[[nodiscard]] bool take_bytes(const emscripten::val& settled, std::span<std::uint8_t> out) noexcept;

}  // namespace countersign::bindings
