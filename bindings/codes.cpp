#include "bindings/codes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "bindings/answer.h"
#include "bindings/failure.h"
#include "bindings/numbers.h"
#include "bindings/otp_options.h"
#include "bindings/otps.h"
#include "cpp/otp/hotp.h"
#include "cpp/otp/time_step.h"
#include "cpp/otp/token.h"
#include "cpp/otp/totp.h"

namespace {

using countersign::Result;
using countersign::bindings::held;
using countersign::bindings::kMismatched;
using countersign::bindings::kNotACode;
using countersign::bindings::kRefusedCall;
using countersign::bindings::Otp;
using countersign::bindings::remember;

std::array<char, countersign::kMaxTokenLength>& token_buffer() noexcept {
  static std::array<char, countersign::kMaxTokenLength> buffer{};
  return buffer;
}

std::string_view token_of(std::int32_t length) noexcept {
  return {token_buffer().data(), std::min(static_cast<std::size_t>(length), countersign::kMaxTokenLength)};
}

}  // namespace

extern "C" {

std::int32_t tokenAddress() noexcept {
  return static_cast<std::int32_t>(reinterpret_cast<std::intptr_t>(token_buffer().data()));
}

double totpCode(std::int32_t otp, double time) noexcept {
  const Otp& made = held<Otp>(otp);
  const Result<std::uint64_t> step = countersign::step_at(time, made.account.period);
  if (step) return countersign::code_number(made.key, step.value(), made.format());
  remember(step.error());
  return kRefusedCall;
}

double hotpCode(std::int32_t otp, std::uint64_t counter) noexcept {
  const Otp& made = held<Otp>(otp);
  return countersign::code_number(made.key, counter, made.format());
}

double totpVerify(std::int32_t otp, std::int32_t length, double time, double window, double last_step,
                  double drift) noexcept {
  const Otp& made = held<Otp>(otp);
  return countersign::bindings::pack(countersign::verify_totp(
      made.key, {made.format(), made.account.period}, token_of(length), time,
      countersign::bindings::read_window(window), countersign::bindings::read_state(last_step, drift)));
}

double hotpVerify(std::int32_t otp, std::int32_t length, std::uint64_t counter, double look_ahead) noexcept {
  const Otp& made = held<Otp>(otp);
  const std::optional<std::uint32_t> reach =
      countersign::bindings::whole(look_ahead, countersign::kMaxLookAhead);
  if (!reach) {
    remember(countersign::Error::kInvalidWindow);
    return kRefusedCall;
  }
  const std::optional<std::uint64_t> code = countersign::read_token(token_of(length), made.format());
  if (!code) return kNotACode;
  const std::optional<std::uint64_t> found =
      countersign::find_counter(made.key, made.format(), *code, counter, *reach);
  return found ? static_cast<double>(*found - counter) : kMismatched;
}
}

namespace countersign::bindings {

std::string steam_text(double number) noexcept {
  constexpr CodeFormat kSteam{Encoder::kSteam, Digits{CodeFormat::kSteamLength}};
  return attempt([&] { return std::string(to_text(static_cast<std::uint32_t>(number), kSteam).view()); });
}

std::int32_t put_token(const std::string& token) noexcept {
  if (token.size() > kMaxTokenLength) return 0;
  std::ranges::copy(token, token_buffer().begin());
  return static_cast<std::int32_t>(token.size());
}

}  // namespace countersign::bindings
