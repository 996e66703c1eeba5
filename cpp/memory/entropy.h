// Where random bytes come from: Web Crypto in WASM, a fixed source in tests. Never from us.
#pragma once

#include <cstdint>
#include <span>

namespace countersign {

class Entropy {
 public:
  Entropy() = default;
  Entropy(const Entropy&) = delete;
  Entropy& operator=(const Entropy&) = delete;
  Entropy(Entropy&&) = delete;
  Entropy& operator=(Entropy&&) = delete;
  virtual ~Entropy() = default;

  /// Fills `out` with cryptographically strong random bytes.
  /// \returns false where the source refuses; `out` then holds nothing to be used
  [[nodiscard]] virtual bool fill(std::span<std::uint8_t> out) noexcept = 0;
};

}  // namespace countersign
