#include "bindings/sealed.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "bindings/failure.h"
#include "bindings/otp_options.h"
#include "bindings/sealed_answer.h"
#include "cpp/otp/code.h"
#include "cpp/otp/token.h"
#include "cpp/otp/totp.h"

namespace countersign::bindings {
namespace {

using emscripten::val;

/// What is known before the platform is asked.
struct Plan {
  Algorithm algorithm;
  CodeFormat format;
  TotpWindow window;  ///< for one code, the window has one step
};

/// What is asked beside the code, once its MACs are there.
struct Check {
  std::uint64_t code = 0;
  std::optional<TotpState> state;
};

struct Options {
  std::int32_t algorithm;
  std::int32_t encoder;
  double digits;
  double period;
  double time;
};

Result<Plan> read_plan(const Options& options, Window window, const std::optional<TotpState>& state) {
  const Result<CodeFormat> format = read_format(options.digits, options.encoder);
  if (!format) return format.error();
  const Result<Period> period = read_period(options.period);
  if (!period) return period.error();
  const Result<TotpWindow> steps = totp_window(options.time, period.value(), window, state);
  if (!steps) return steps.error();
  return Plan{static_cast<Algorithm>(options.algorithm), format.value(), steps.value()};
}

val refused(Error error) {
  remember(error);
  return val::undefined();
}

/// The counters as messages, big-endian. RFC 4226 §5.1.
std::vector<std::uint8_t> messages(CounterRange counters) {
  std::vector<std::uint8_t> bytes;
  for (std::uint32_t i = 0; i < counters.count; ++i)
    for (std::size_t shift = 8 * kCounterSize; shift > 0; shift -= 8)
      bytes.push_back(static_cast<std::uint8_t>((counters.first + i) >> (shift - 8)));
  return bytes;
}

std::size_t mac_size(Algorithm algorithm) noexcept {
  constexpr std::array<std::size_t, 3> kSizes = {20, 32, 64};  // in the order of Algorithm
  return kSizes[static_cast<std::size_t>(algorithm)];
}

// A coroutine's parameters are values: they outlive the caller.
SealedAnswer answer(val key, Plan plan, std::optional<Check> check) {
  const std::size_t size = mac_size(plan.algorithm);
  std::vector<std::uint8_t> macs(plan.window.steps.count * size);
  co_await Signing{key, messages(plan.window.steps), macs};

  const auto number_at = [&](std::size_t i) {
    return code_number_of_mac(std::span(macs).subspan(i * size, size), plan.format);
  };
  if (!check) co_return number_at(0);
  MatchScan matches(check->code);
  for (std::uint32_t i = 0; i < plan.window.steps.count; ++i)
    matches.compare(plan.window.steps.first + i, number_at(i));
  co_return pack(totp_answer(plan.window, matches, check->state));
}

SealedFrame frame_at(Handle coroutine) noexcept {
  return SealedFrame::from_address(reinterpret_cast<void*>(static_cast<std::intptr_t>(coroutine)));
}

}  // namespace

val seal(Handle secret, std::int32_t algorithm) {
  return import_hmac_key(held<SecretBytes>(secret).bytes(), static_cast<Algorithm>(algorithm));
}

val sealed_generate(const val& key, std::int32_t algorithm, std::int32_t encoder, double digits,
                    double period, double time) noexcept {
  return attempt([&] {
    const Result<Plan> plan =
        read_plan({algorithm, encoder, digits, period, time}, Window{0, 0}, std::nullopt);
    return plan ? answer(key, plan.value(), std::nullopt).promised() : refused(plan.error());
  });
}

val sealed_verify(const val& key, std::int32_t algorithm, std::int32_t encoder, double digits, double period,
                  double time, const std::string& token, double window, double last_step,
                  double drift) noexcept {
  return attempt([&] {
    const std::optional<TotpState> state = read_state(last_step, drift);
    const Result<Plan> plan =
        read_plan({algorithm, encoder, digits, period, time}, read_window(window), state);
    if (!plan) return refused(plan.error());
    const std::optional<std::uint64_t> code = read_token(token, plan.value().format);
    return code ? answer(key, plan.value(), Check{*code, state}).promised() : val::null();
  });
}

}  // namespace countersign::bindings

extern "C" {

double sealedResume(std::int32_t coroutine) noexcept {
  const auto frame = countersign::bindings::frame_at(coroutine);
  frame.resume();
  return frame.promise().number;
}

void sealedEnd(std::int32_t coroutine) noexcept {
  countersign::bindings::frame_at(coroutine).destroy();
}
}
