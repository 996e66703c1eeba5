#include "bindings/signing.h"

#include <array>
#include <cstddef>
#include <string>

#include "bindings/webcrypto.h"

namespace countersign::bindings {
namespace {

using emscripten::val;

val text(std::string_view characters) {
  return val(std::string(characters));
}

val object_with(std::string_view name, const val& value) {
  val object = val::object();
  object.set(text(name), value);
  return object;
}

val bytes_of(std::span<const std::uint8_t> bytes) {
  return val(emscripten::typed_memory_view(bytes.size(), bytes.data()));
}

void push(val& array, const val& value) {
  array.call<void>("push", value);
}

// Without Web Crypto it settles an empty array, which refusal_of() knows.
val settled(const val& promises) {
  return val::global("Promise").call<val>("allSettled", promises);
}

struct HashOfPlatform {
  std::string_view name;
  std::size_t mac_size;  // bytes
};

// In the order of Algorithm.
constexpr std::array kHashes = {HashOfPlatform{"SHA-1", 20}, HashOfPlatform{"SHA-256", 32},
                                HashOfPlatform{"SHA-512", 64}};

const HashOfPlatform& platform_hash(Algorithm algorithm) noexcept {
  return kHashes[static_cast<std::size_t>(algorithm)];
}

/// A Uint8Array with the counter, big-endian. RFC 4226 §5.1.
val message(std::uint64_t counter) {
  std::array<std::uint8_t, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(counter >> (8 * (bytes.size() - 1 - i)));
  return val::global("Uint8Array").new_(bytes_of(bytes));
}

}  // namespace

val import_key(std::span<const std::uint8_t> bytes, Algorithm algorithm) {
  val promises = val::array();
  const val subtle = subtle_crypto();
  if (subtle.isUndefined()) return settled(promises);
  val parameters = object_with("name", text("HMAC"));
  parameters.set(text("hash"), text(platform_hash(algorithm).name));
  val usages = val::array();
  push(usages, text("sign"));
  push(promises, subtle.call<val>("importKey", text("raw"), bytes_of(bytes), parameters, val(false), usages));
  return settled(promises);
}

val sign_counters(const val& key, CounterRange counters) {
  val promises = val::array();
  const val subtle = subtle_crypto();
  if (subtle.isUndefined()) return settled(promises);
  for (std::uint32_t i = 0; i < counters.count; ++i)
    push(promises, subtle.call<val>("sign", text("HMAC"), key, message(counters.first + i)));
  return settled(promises);
}

std::vector<std::uint32_t> read_signatures(const val& results, Algorithm algorithm, CodeFormat format) {
  std::vector<std::uint32_t> numbers;
  const auto count = results["length"].as<std::uint32_t>();
  for (std::uint32_t i = 0; i < count; ++i) {
    const val result = results[i];
    if (!fulfilled(result)) return {};
    const auto mac = emscripten::convertJSArrayToNumberVector<std::uint8_t>(
        val::global("Uint8Array").new_(result["value"]));
    if (mac.size() != platform_hash(algorithm).mac_size) return {};
    numbers.push_back(code_number_of_mac(mac, format));
  }
  return numbers;
}

bool fulfilled(const val& result) {
  return result["status"].as<std::string>() == "fulfilled";
}

std::string_view refusal_of(const val& results) {
  return results["length"].as<std::uint32_t>() == 0 ? "web-crypto-unavailable" : "key-refused";
}

val done(const val& value) {
  return object_with("value", value);
}

val failed(std::string_view name) {
  return object_with("error", text(name));
}

}  // namespace countersign::bindings
