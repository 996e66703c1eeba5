// Keys that JavaScript holds without seeing them.
#pragma once

#include <string>

#include "bindings/handle.h"
#include "cpp/memory/secret_bytes.h"

namespace countersign::bindings {

// Each gives 0 where it fails; last_error() says why.
[[nodiscard]] Handle generate_secret(double byte_length) noexcept;
/// \param lenient  what was looked past is in last_warnings()
[[nodiscard]] Handle secret_from_base32(std::string text, bool lenient) noexcept;
[[nodiscard]] Handle secret_from_hex(std::string text) noexcept;
/// \param bytes  any bytes: Embind takes a Uint8Array for a std::string as it is
[[nodiscard]] Handle secret_from_bytes(std::string bytes) noexcept;
[[nodiscard]] Handle lend_copy(const SecretBytes& bytes) noexcept;

[[nodiscard]] std::int32_t secret_length(Handle secret) noexcept;
/// Where its bytes are, to be copied at once.
[[nodiscard]] std::int32_t secret_address(Handle secret) noexcept;
[[nodiscard]] std::string secret_base32(Handle secret) noexcept;
void release_secret(Handle secret) noexcept;

}  // namespace countersign::bindings
