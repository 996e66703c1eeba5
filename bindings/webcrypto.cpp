#include "bindings/webcrypto.h"

#include <emscripten/em_js.h>

#include <algorithm>
#include <array>
#include <cstddef>

// clang-format off: this is JavaScript.
EM_JS_DEPS(web_crypto, "$Emval")

EM_JS(bool, fill_with_random, (std::uint8_t* out, std::size_t size), {
  try {
    crypto.getRandomValues(HEAPU8.subarray(out, out + size));
    return true;
  } catch {
    return false;
  }
})

EM_JS(emscripten::EM_VAL, import_key, (const std::uint8_t* bytes, std::size_t size, int bits), {
  const copy = HEAPU8.slice(bytes, bytes + size);
  return Emval.toHandle((async () => {
    if (!globalThis.crypto?.subtle) return "web-crypto-unavailable";
    try {
      const hmac = { name: "HMAC", hash: "SHA-" + bits };
      return await crypto.subtle.importKey("raw", copy, hmac, false, ["sign"]);
    } catch {
      return "key-refused";
    } finally {
      copy.fill(0);
    }
  })());
})

EM_JS(emscripten::EM_VAL, sign_messages, (emscripten::EM_VAL handle, const std::uint8_t* messages, int count, int size, std::uint8_t* room, int mac_size, countersign::bindings::Handle coroutine), {
  const key = Emval.toValue(handle);
  const copies = Array.from({ length: count }, (_, i) => HEAPU8.slice(messages + i * size, messages + (i + 1) * size));
  return Emval.toHandle((async () => {
    await null; /* until the coroutine is suspended: it must not be ended before */
    try {
      if (!globalThis.crypto?.subtle) return "web-crypto-unavailable";
      const macs = await Promise.all(copies.map((copy) => crypto.subtle.sign("HMAC", key, copy)));
      if (macs.some((mac) => mac.byteLength != mac_size)) return "key-refused";
      macs.forEach((mac, i) => HEAPU8.set(new Uint8Array(mac), room + i * mac_size));
      return _sealedResume(coroutine);
    } catch {
      return "key-refused";
    } finally {
      _sealedEnd(coroutine);
    }
  })());
})
// clang-format on

namespace countersign::bindings {
namespace {

/// Bytes that one call may ask for. Web Cryptography API §10.1.1.
constexpr std::size_t kMaxRandomBytes = 65'536;

/// The digits in Web Crypto's names of the hashes, in the order of Algorithm.
constexpr std::array kHashBits = {1, 256, 512};

}  // namespace

bool WebCryptoEntropy::fill(std::span<std::uint8_t> out) noexcept {
  while (!out.empty()) {
    const std::span<std::uint8_t> part = out.first(std::min(out.size(), kMaxRandomBytes));
    if (!fill_with_random(part.data(), part.size())) return false;
    out = out.subspan(part.size());
  }
  return true;
}

emscripten::val import_hmac_key(std::span<const std::uint8_t> bytes, Algorithm algorithm) {
  return emscripten::val::take_ownership(
      import_key(bytes.data(), bytes.size(), kHashBits[static_cast<std::size_t>(algorithm)]));
}

emscripten::val sign_counters(const emscripten::val& key, std::span<const std::uint8_t> messages,
                              std::span<std::uint8_t> macs, Handle coroutine) {
  const std::size_t count = messages.size() / kCounterSize;
  return emscripten::val::take_ownership(
      sign_messages(key.as_handle(), messages.data(), static_cast<int>(count), static_cast<int>(kCounterSize),
                    macs.data(), static_cast<int>(macs.size() / count), coroutine));
}

}  // namespace countersign::bindings
