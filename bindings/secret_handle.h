// A key that JavaScript holds without seeing it.
#pragma once

#include <emscripten/val.h>

#include <memory>
#include <string>

#include "bindings/handle_count.h"
#include "cpp/account/uri_warning.h"
#include "cpp/memory/secret_bytes.h"
#include "cpp/result/result.h"

namespace countersign::bindings {

class SecretHandle : private Counted {
 public:
  explicit SecretHandle(SecretBytes bytes, UriWarnings repairs = {}) noexcept;
  ~SecretHandle();
  SecretHandle(const SecretHandle&) = delete;
  SecretHandle& operator=(const SecretHandle&) = delete;
  SecretHandle(SecretHandle&&) = delete;
  SecretHandle& operator=(SecretHandle&&) = delete;

  [[nodiscard]] const SecretBytes& bytes() const noexcept { return bytes_; }

  [[nodiscard]] int byte_length() const noexcept { return static_cast<int>(bytes_.size()); }
  [[nodiscard]] std::string to_base32() const noexcept;
  /// A Uint8Array of its own, not a view into WASM memory.
  [[nodiscard]] emscripten::val to_bytes() const noexcept;
  /// Names of what was looked past when the text was read, as in UriWarning.
  [[nodiscard]] emscripten::val repairs() const noexcept;

 private:
  SecretBytes bytes_;
  UriWarnings repairs_;
};

using OwnedSecret = std::unique_ptr<SecretHandle>;

// Each gives null where it fails; last_error() says why.
[[nodiscard]] OwnedSecret generate_secret(double byte_length) noexcept;
[[nodiscard]] OwnedSecret secret_from_base32(std::string text, bool lenient) noexcept;
[[nodiscard]] OwnedSecret secret_from_hex(std::string text) noexcept;
/// \param bytes  a Uint8Array, or text whose UTF-8 is the key
[[nodiscard]] OwnedSecret secret_from_bytes(std::string bytes) noexcept;

/// An array of the warnings' names.
[[nodiscard]] emscripten::val names_of(const UriWarnings& warnings);

}  // namespace countersign::bindings
