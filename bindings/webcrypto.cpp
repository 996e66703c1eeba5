#include "bindings/webcrypto.h"

#include <algorithm>
#include <cstddef>

namespace countersign::bindings {
namespace {

/// Bytes that one call may ask for. Web Cryptography API §10.1.1.
constexpr std::size_t kMaxRandomBytes = 65'536;

emscripten::val platform_crypto() {
  return emscripten::val::global("crypto");
}

}  // namespace

bool WebCryptoEntropy::fill(std::span<std::uint8_t> out) noexcept {
  try {
    const emscripten::val crypto = platform_crypto();
    if (crypto.isUndefined() || crypto["getRandomValues"].typeOf().as<std::string>() != "function")
      return false;
    while (!out.empty()) {
      const std::span<std::uint8_t> part = out.first(std::min(out.size(), kMaxRandomBytes));
      crypto.call<void>("getRandomValues", emscripten::typed_memory_view(part.size(), part.data()));
      out = out.subspan(part.size());
    }
    return true;
  } catch (...) {
    return false;  // what JavaScript throws arrives here as well
  }
}

emscripten::val subtle_crypto() {
  const emscripten::val crypto = platform_crypto();
  return crypto.isUndefined() ? crypto : crypto["subtle"];
}

}  // namespace countersign::bindings
