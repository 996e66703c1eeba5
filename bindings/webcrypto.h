// The platform's cryptography, seen from C++.
#pragma once

#include <emscripten/val.h>

#include "cpp/memory/entropy.h"

namespace countersign::bindings {

/// crypto.getRandomValues, straight into WASM memory. Refuses where there is none; never falls back.
class WebCryptoEntropy final : public Entropy {
 public:
  [[nodiscard]] bool fill(std::span<std::uint8_t> out) noexcept override;
};

/// crypto.subtle, or undefined: a page that is not a secure context has none.
[[nodiscard]] emscripten::val subtle_crypto();

}  // namespace countersign::bindings
