// A key that is ready to make MACs, for whichever hash it is bound to.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>

#include "cpp/hash/algorithm.h"
#include "cpp/hash/hmac.h"
#include "cpp/hash/sha1.h"
#include "cpp/hash/sha2.h"
#include "cpp/memory/secret_bytes.h"

namespace countersign {

/// A message authentication code of 20, 32 or 64 bytes.
class Mac {
 public:
  static constexpr std::size_t kMaxSize = 64;
  /// \param bytes  0 to kMaxSize
  explicit Mac(std::span<const std::uint8_t> bytes) noexcept;
  [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept {
    return std::span(bytes_).first(size_);
  }

 private:
  std::array<std::uint8_t, kMaxSize> bytes_{};
  std::size_t size_;
};

/// Holds the two midstates of HMAC in place of the key, and wipes them when it goes or is moved from: whoever
/// has them can make every code.
class HmacKey {
 public:
  /// \param key  0 to SecretBytes::kMaxSize bytes; RFC 6238 §5.1 advises the digest's length
  HmacKey(const SecretBytes& key, Algorithm algorithm) noexcept;

  HmacKey(HmacKey&& other) noexcept;
  HmacKey& operator=(HmacKey&& other) noexcept;
  HmacKey(const HmacKey&) = delete;
  HmacKey& operator=(const HmacKey&) = delete;
  ~HmacKey();

  [[nodiscard]] Algorithm algorithm() const noexcept { return algorithm_; }

  /// \param message  any length
  [[nodiscard]] Mac mac(std::span<const std::uint8_t> message) const noexcept;

  /// Calls `use` with the Midstates of the key's hash, which it may not copy, and gives what it gives.
  template <typename Use>
  [[nodiscard]] auto with_midstates(Use use) const noexcept {
    return dispatch(algorithm_, midstates_, use);
  }

 private:
  // Not std::visit: it carries an exception for a state that cannot be.
  template <typename Variant, typename Use>
  static auto dispatch(Algorithm algorithm, Variant& midstates, Use use) noexcept {
    switch (algorithm) {
      case Algorithm::kSha256:
        return use(*std::get_if<Midstates<Sha256>>(&midstates));
      case Algorithm::kSha512:
        return use(*std::get_if<Midstates<Sha512>>(&midstates));
      default:
        return use(*std::get_if<Midstates<Sha1>>(&midstates));
    }
  }
  void wipe() noexcept;

  std::variant<Midstates<Sha1>, Midstates<Sha256>, Midstates<Sha512>> midstates_;
  Algorithm algorithm_;
};

}  // namespace countersign
