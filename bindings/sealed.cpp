#include "bindings/sealed.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "bindings/failure.h"
#include "bindings/otp_options.h"
#include "bindings/webcrypto.h"
#include "cpp/otp/code.h"
#include "cpp/otp/time_step.h"
#include "cpp/otp/token.h"
#include "cpp/otp/totp.h"

namespace countersign::bindings {
namespace {

using emscripten::val;

constexpr const char* kNoSubtle = "web-crypto-unavailable";
constexpr const char* kKeyRefused = "key-refused";

val outcome(const char* name, val value) {
  val object = val::object();
  object.set(name, std::move(value));
  return object;
}

val failed(const char* name) {
  return outcome("error", val(std::string(name)));
}
val failed(Error error) {
  return outcome("error", val(std::string(name_of(error))));
}
val done(val value) {
  return outcome("value", std::move(value));
}

val settled(const val& promises) {
  return val::global("Promise").call<val>("allSettled", promises);
}

bool fulfilled(const val& result) {
  return result["status"].as<std::string>() == "fulfilled";
}

const char* web_crypto_name(Algorithm algorithm) noexcept {
  switch (algorithm) {
    case Algorithm::kSha256:
      return "SHA-256";
    case Algorithm::kSha512:
      return "SHA-512";
    case Algorithm::kSha1:
      break;
  }
  return "SHA-1";
}

std::size_t mac_size(Algorithm algorithm) noexcept {
  switch (algorithm) {
    case Algorithm::kSha256:
      return 32;
    case Algorithm::kSha512:
      return 64;
    case Algorithm::kSha1:
      break;
  }
  return 20;
}

/// A Uint8Array with the counter, big-endian. RFC 4226 §5.1.
val message(std::uint64_t counter) {
  std::array<std::uint8_t, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(counter >> (8 * (bytes.size() - 1 - i)));
  return val::global("Uint8Array").new_(emscripten::typed_memory_view(bytes.size(), bytes.data()));
}

/// Promises of the MACs of a row of counters, all begun at once.
val sign(const val& subtle, const val& key, CounterRange counters) {
  val promises = val::array();
  for (std::uint32_t i = 0; i < counters.count; ++i)
    promises.call<void>("push",
                        subtle.call<val>("sign", std::string("HMAC"), key, message(counters.first + i)));
  return promises;
}

/// The codes' numbers, or nothing where the key was refused or is one of another hash.
std::optional<std::vector<std::uint32_t>> numbers_of(const val& results, Algorithm algorithm,
                                                     CodeFormat format) {
  std::vector<std::uint32_t> numbers;
  const auto count = results["length"].as<std::size_t>();
  for (std::size_t i = 0; i < count; ++i) {
    const val result = results[i];
    if (!fulfilled(result)) return std::nullopt;
    const auto mac = emscripten::convertJSArrayToNumberVector<std::uint8_t>(
        val::global("Uint8Array").new_(result["value"]));
    if (mac.size() != mac_size(algorithm)) return std::nullopt;
    numbers.push_back(code_number_of_mac(mac, format));
  }
  return numbers;
}

MatchScan compare_all(const std::vector<std::uint32_t>& numbers, std::uint64_t first, std::uint64_t code) {
  MatchScan matches(code);
  for (std::size_t i = 0; i < numbers.size(); ++i) matches.compare(first + i, numbers[i]);
  return matches;
}

}  // namespace

// Parameters of a coroutine are values: they outlive the caller.
val seal(const SecretHandle& secret, std::string algorithm) {
  const Result<Algorithm> hash = read_algorithm(algorithm);
  if (!hash) co_return failed(hash.error());
  const val subtle = subtle_crypto();
  if (subtle.isUndefined()) co_return failed(kNoSubtle);

  val parameters = val::object();
  parameters.set("name", std::string("HMAC"));
  parameters.set("hash", std::string(web_crypto_name(hash.value())));
  val usages = val::array();
  usages.call<void>("push", std::string("sign"));
  const std::span<const std::uint8_t> bytes = secret.bytes().bytes();
  val promises = val::array();
  // importKey copies the bytes before it returns.
  promises.call<void>("push", subtle.call<val>("importKey", std::string("raw"),
                                               val(emscripten::typed_memory_view(bytes.size(), bytes.data())),
                                               parameters, false, usages));
  const val results = co_await settled(promises);
  const val result = results[0];
  if (!fulfilled(result)) co_return failed(kKeyRefused);
  co_return done(result["value"]);
}

val sealed_generate(val key, std::string algorithm, double digits, std::string encoder, double period,
                    double time) {
  const Result<Algorithm> hash = read_algorithm(algorithm);
  if (!hash) co_return failed(hash.error());
  const Result<CodeFormat> format = read_format(digits, encoder);
  if (!format) co_return failed(format.error());
  const Result<Period> seconds = read_period(period);
  if (!seconds) co_return failed(seconds.error());
  const Result<std::uint64_t> step = step_at(time, seconds.value());
  if (!step) co_return failed(step.error());
  const val subtle = subtle_crypto();
  if (subtle.isUndefined()) co_return failed(kNoSubtle);

  const val results = co_await settled(sign(subtle, key, {step.value(), 1}));
  const auto numbers = numbers_of(results, hash.value(), format.value());
  if (!numbers) co_return failed(kKeyRefused);
  co_return done(val(std::string(to_text(numbers->front(), format.value()).view())));
}

val sealed_verify(val key, std::string algorithm, double digits, std::string encoder, double period,
                  std::string token, double time, double window, double last_step, double drift) {
  const Result<Algorithm> hash = read_algorithm(algorithm);
  if (!hash) co_return failed(hash.error());
  const Result<CodeFormat> format = read_format(digits, encoder);
  if (!format) co_return failed(format.error());
  const Result<Period> seconds = read_period(period);
  if (!seconds) co_return failed(seconds.error());
  const std::optional<TotpState> state = read_state(last_step, drift);
  const Result<TotpWindow> steps = totp_window(time, seconds.value(), read_window(window), state);
  if (!steps) co_return failed(steps.error());
  const std::optional<std::uint64_t> code = read_token(token, format.value());
  if (!code) co_return done(val(pack(TotpAnswer{Verdict::kMalformed, 0, 0, {}})));
  const val subtle = subtle_crypto();
  if (subtle.isUndefined()) co_return failed(kNoSubtle);

  const CounterRange range = steps.value().steps;
  const val results = co_await settled(sign(subtle, key, range));
  const auto numbers = numbers_of(results, hash.value(), format.value());
  if (!numbers) co_return failed(kKeyRefused);
  const MatchScan matches = compare_all(*numbers, range.first, *code);
  co_return done(val(pack(totp_answer(steps.value(), matches, state))));
}

}  // namespace countersign::bindings
