#include "bindings/secret_handle.h"

#include <optional>
#include <utility>

#include "bindings/failure.h"
#include "bindings/numbers.h"
#include "bindings/stack.h"
#include "bindings/webcrypto.h"
#include "cpp/account/base32.h"
#include "cpp/account/hex.h"

namespace countersign::bindings {
namespace {

/// A short string lies inside itself, in the frame of whoever receives it, which nothing wipes.
constexpr std::size_t kOnHeap = 32;

OwnedSecret owned(Result<SecretBytes> bytes) {
  if (bytes) return std::make_unique<SecretHandle>(std::move(bytes).value());
  remember(bytes.error());
  return nullptr;
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

SecretHandle::SecretHandle(SecretBytes bytes, UriWarnings repairs) noexcept
    : bytes_(std::move(bytes)), repairs_(repairs) {}

SecretHandle::~SecretHandle() {
  const StackWipe wipe;
}

std::string SecretHandle::to_base32() const noexcept {
  const StackWipe wipe;
  return attempt([&] {
    std::string text;
    text.reserve(kOnHeap);
    text.append(base32_encode(bytes_.bytes()).view());
    return text;
  });
}

emscripten::val SecretHandle::to_bytes() const noexcept {
  const std::span<const std::uint8_t> bytes = bytes_.bytes();
  return attempt([&] {
    return emscripten::val::global("Uint8Array")
        .new_(emscripten::typed_memory_view(bytes.size(), bytes.data()));
  });
}

emscripten::val SecretHandle::repairs() const noexcept {
  return attempt([&] { return names_of(repairs_); });
}

OwnedSecret generate_secret(double byte_length) noexcept {
  return attempt([&]() -> OwnedSecret {
    const std::optional<std::uint32_t> size = whole(byte_length, SecretBytes::kMaxSize);
    if (!size || *size == 0) return owned(Error::kInvalidSecret);
    SecretBytes bytes(*size);
    WebCryptoEntropy entropy;
    if (!entropy.fill(bytes.writable())) return owned(Error::kEntropyUnavailable);
    return owned(std::move(bytes));
  });
}

OwnedSecret secret_from_base32(std::string text, bool lenient) noexcept {
  const StackWipe wipe;
  const ArgumentWipe wipe_text(text);
  return attempt([&]() -> OwnedSecret {
    if (!lenient) return owned(base32_decode(text));
    Result<LenientSecret> read = base32_decode_leniently(text);
    if (!read) return owned(read.error());
    return std::make_unique<SecretHandle>(std::move(read.value().bytes), warnings_of(read.value().repairs));
  });
}

OwnedSecret secret_from_hex(std::string text) noexcept {
  const StackWipe wipe;
  const ArgumentWipe wipe_text(text);
  return attempt([&] { return owned(hex_decode(text)); });
}

OwnedSecret secret_from_bytes(std::string bytes) noexcept {
  const StackWipe wipe;
  const ArgumentWipe wipe_bytes(bytes);
  return attempt([&]() -> OwnedSecret {
    if (bytes.empty() || bytes.size() > SecretBytes::kMaxSize) return owned(Error::kInvalidSecret);
    return owned(SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}));
  });
}

emscripten::val names_of(const UriWarnings& warnings) {
  emscripten::val names = emscripten::val::array();
  for (const UriWarning warning : warnings.list())
    names.call<void>("push", emscripten::val(std::string(name_of(warning))));
  return names;
}

}  // namespace countersign::bindings
