#include "bindings/secrets.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "bindings/numbers.h"
#include "bindings/stack.h"
#include "bindings/warnings.h"
#include "bindings/webcrypto.h"
#include "cpp/account/base32.h"
#include "cpp/account/hex.h"

namespace countersign::bindings {
namespace {

/// A short string lies inside itself, in the frame of whoever receives it, which nothing wipes.
constexpr std::size_t kOnHeap = 32;

Handle lent(Result<SecretBytes> bytes) {
  if (bytes) return lend(std::make_unique<SecretBytes>(std::move(bytes).value()));
  remember(bytes.error());
  return 0;
}

UriWarnings warnings_of(const Base32Repairs& repairs) noexcept {
  UriWarnings warnings;
  warnings.add_if(repairs.separators, UriWarning::kSecretHadSpaces);
  warnings.add_if(repairs.padding, UriWarning::kSecretHadPadding);
  warnings.add_if(repairs.lower_case, UriWarning::kSecretLowerCase);
  warnings.add_if(repairs.impossible_length, UriWarning::kImpossibleLength);
  warnings.add_if(repairs.spare_bits, UriWarning::kSpareBits);
  return warnings;
}

}  // namespace

Handle generate_secret(double byte_length) noexcept {
  return attempt([&]() -> Handle {
    const std::optional<std::uint32_t> size = whole(byte_length, SecretBytes::kMaxSize);
    if (!size || *size == 0) return lent(Error::kInvalidSecret);
    SecretBytes bytes(*size);
    WebCryptoEntropy entropy;
    if (!entropy.fill(bytes.writable())) return lent(Error::kEntropyUnavailable);
    return lent(std::move(bytes));
  });
}

Handle secret_from_base32(std::string text, bool lenient) noexcept {
  const StackWipe wipe;
  const ArgumentWipe wipe_text(text);
  return attempt([&]() -> Handle {
    warn({});
    if (!lenient) return lent(base32_decode(text));
    Result<LenientSecret> read = base32_decode_leniently(text);
    if (!read) return lent(read.error());
    warn(warnings_of(read.value().repairs));
    return lent(std::move(read.value().bytes));
  });
}

Handle secret_from_hex(std::string text) noexcept {
  const StackWipe wipe;
  const ArgumentWipe wipe_text(text);
  return attempt([&] { return lent(hex_decode(text)); });
}

Handle secret_from_bytes(std::string bytes) noexcept {
  const StackWipe wipe;
  const ArgumentWipe wipe_bytes(bytes);
  return attempt([&]() -> Handle {
    if (bytes.empty() || bytes.size() > SecretBytes::kMaxSize) return lent(Error::kInvalidSecret);
    return lent(SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}));
  });
}

Handle lend_copy(const SecretBytes& bytes) noexcept {
  return attempt([&] { return lent(bytes.clone()); });
}

std::int32_t secret_length(Handle secret) noexcept {
  return static_cast<std::int32_t>(held<SecretBytes>(secret).size());
}

std::int32_t secret_address(Handle secret) noexcept {
  return static_cast<std::int32_t>(reinterpret_cast<std::intptr_t>(held<SecretBytes>(secret).bytes().data()));
}

std::string secret_base32(Handle secret) noexcept {
  const StackWipe wipe;
  return attempt([&] {
    std::string text;
    text.reserve(kOnHeap);
    text += base32_encode(held<SecretBytes>(secret).bytes()).view();
    return text;
  });
}

void release_secret(Handle secret) noexcept {
  const StackWipe wipe;
  release<SecretBytes>(secret);
}

}  // namespace countersign::bindings
