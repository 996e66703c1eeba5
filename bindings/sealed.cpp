#include "bindings/sealed.h"

#include <optional>
#include <utility>
#include <vector>

#include "bindings/otp_handle.h"
#include "bindings/otp_options.h"
#include "bindings/signing.h"
#include "cpp/otp/code.h"
#include "cpp/otp/time_step.h"
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

Result<Plan> read_plan(const SealedRequest& request, Window window, const std::optional<TotpState>& state) {
  const Result<Algorithm> algorithm = read_algorithm(request.algorithm);
  if (!algorithm) return algorithm.error();
  const Result<CodeFormat> format = read_format(request.digits, request.encoder);
  if (!format) return format.error();
  const Result<Period> period = read_period(request.period);
  if (!period) return period.error();
  const Result<TotpWindow> steps = totp_window(request.time, period.value(), window, state);
  if (!steps) return steps.error();
  return Plan{algorithm.value(), format.value(), steps.value()};
}

val text_of(std::uint32_t number, CodeFormat format) {
  return val(std::string(to_text(number, format).view()));
}

val answer_of(const Plan& plan, const Check& check, const std::vector<std::uint32_t>& numbers) {
  MatchScan matches(check.code);
  for (std::size_t i = 0; i < numbers.size(); ++i) matches.compare(plan.window.steps.first + i, numbers[i]);
  return val(pack(totp_answer(plan.window, matches, check.state)));
}

// A coroutine's parameters are values: they outlive the caller.
val code_or_answer(val key, Plan plan, std::optional<Check> check) {
  const val signatures = co_await sign_counters(key, plan.window.steps);
  const std::vector<std::uint32_t> numbers = read_signatures(signatures, plan.algorithm, plan.format);
  if (numbers.empty()) co_return failed(refusal_of(signatures));
  co_return done(check ? answer_of(plan, *check, numbers) : text_of(numbers.front(), plan.format));
}

val key_of(val promises) {
  const val results = co_await std::move(promises);
  if (results["length"].as<std::uint32_t>() == 0 || !fulfilled(results[0]))
    co_return failed(refusal_of(results));
  co_return done(results[0]["value"]);
}

val already(val outcome) {
  return val::global("Promise").call<val>("resolve", std::move(outcome));
}

}  // namespace

val seal(const SecretHandle& secret, const std::string& algorithm) {
  const Result<Algorithm> hash = read_algorithm(algorithm);
  if (!hash) return already(failed(name_of(hash.error())));
  return key_of(import_key(secret.bytes().bytes(), hash.value()));
}

val sealed_generate(const val& key, const SealedRequest& request) {
  const Result<Plan> plan = read_plan(request, Window{0, 0}, std::nullopt);
  if (!plan) return already(failed(name_of(plan.error())));
  return code_or_answer(key, plan.value(), std::nullopt);
}

val sealed_verify(const val& key, const SealedRequest& request, const std::string& token, double window,
                  double last_step, double drift) {
  Check check{0, read_state(last_step, drift)};
  const Result<Plan> plan = read_plan(request, read_window(window), check.state);
  if (!plan) return already(failed(name_of(plan.error())));
  const std::optional<std::uint64_t> code = read_token(token, plan.value().format);
  if (!code) return already(done(val(kNotACode)));
  check.code = *code;
  return code_or_answer(key, plan.value(), check);
}

}  // namespace countersign::bindings
