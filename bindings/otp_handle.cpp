#include "bindings/otp_handle.h"

#include <optional>
#include <utility>

#include "bindings/failure.h"
#include "bindings/numbers.h"
#include "bindings/otp_options.h"
#include "bindings/stack.h"
#include "cpp/account/algorithm_name.h"
#include "cpp/account/name.h"
#include "cpp/account/uri_writer.h"
#include "cpp/otp/hotp.h"
#include "cpp/otp/time_step.h"
#include "cpp/otp/token.h"

namespace countersign::bindings {
namespace {

Result<Account> read_account(OtpType type, const SecretHandle& secret, const std::string& issuer,
                             const std::string& name, Result<Algorithm> algorithm, Result<CodeFormat> format,
                             Result<Period> period) {
  if (!algorithm) return algorithm.error();
  if (!format) return format.error();
  if (!period) return period.error();
  for (const std::string& text : {issuer, name})
    if (const std::optional<Error> error = check_name(text)) return *error;
  Account account;
  account.type = type;
  account.secret = secret.bytes().clone();
  account.algorithm = algorithm.value();
  account.digits = format.value().digits;
  account.encoder = format.value().encoder;
  account.period = period.value();
  account.issuer = issuer;
  account.account = name;
  return account;
}

template <typename Handle>
std::unique_ptr<Handle> owned(Result<Account> account) {
  if (account) return std::make_unique<Handle>(std::move(account).value());
  remember(account.error());
  return nullptr;
}

std::string text_of(std::uint32_t number, CodeFormat format) {
  return std::string(to_text(number, format).view());
}

}  // namespace

OtpHandle::OtpHandle(Account account) noexcept
    : account_(std::move(account)), key_(account_.secret, account_.algorithm) {}

OtpHandle::~OtpHandle() {
  const StackWipe wipe;
}

std::string OtpHandle::algorithm() const {
  return std::string(name_of(account_.algorithm));
}

std::string OtpHandle::encoder() const {
  return account_.encoder == Encoder::kSteam ? "steam" : "decimal";
}

OwnedSecret OtpHandle::secret() const noexcept {
  return attempt([&] { return std::make_unique<SecretHandle>(account_.secret.clone()); });
}

std::string OtpHandle::uri(std::uint64_t counter) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::string {
    account_.counter = counter;
    const Result<SecretText> text = write_uri(account_);
    if (text) return std::string(text.value().view());
    remember(text.error());
    return {};
  });
}

std::string TotpHandle::generate(double time) const noexcept {
  return attempt([&]() -> std::string {
    const Result<std::uint64_t> step = step_at(time, account().period);
    if (step) return text_of(code_number(key(), step.value(), format()), format());
    remember(step.error());
    return {};
  });
}

double TotpHandle::verify(const std::string& token, double time, double window, double last_step,
                          double drift) const noexcept {
  return pack(verify_totp(key(), {format(), account().period}, token, time, read_window(window),
                          read_state(last_step, drift)));
}

double TotpHandle::remaining(double time) const noexcept {
  const Result<std::uint32_t> remaining = remaining_at(time, account().period);
  if (remaining) return remaining.value();
  remember(remaining.error());
  return kRefusedCall;
}

std::string HotpHandle::generate(std::uint64_t counter) const noexcept {
  return attempt([&] { return text_of(code_number(key(), counter, format()), format()); });
}

double HotpHandle::verify(const std::string& token, std::uint64_t counter, double look_ahead) const noexcept {
  const std::optional<std::uint32_t> reach = whole(look_ahead, kMaxLookAhead);
  if (!reach) {
    remember(Error::kInvalidWindow);
    return kRefusedCall;
  }
  const std::optional<std::uint64_t> code = read_token(token, format());
  if (!code) return kNotACode;
  const std::optional<std::uint64_t> found = find_counter(key(), format(), *code, counter, *reach);
  return found ? static_cast<double>(*found - counter) : kMismatched;
}

OwnedTotp create_totp(const SecretHandle& secret, const std::string& issuer, const std::string& account,
                      const std::string& algorithm, double digits, double period,
                      const std::string& encoder) noexcept {
  const StackWipe wipe;
  return attempt([&] {
    return owned<TotpHandle>(read_account(OtpType::kTotp, secret, issuer, account, read_algorithm(algorithm),
                                          read_format(digits, encoder), read_period(period)));
  });
}

OwnedHotp create_hotp(const SecretHandle& secret, const std::string& issuer, const std::string& account,
                      const std::string& algorithm, double digits) noexcept {
  const StackWipe wipe;
  return attempt([&] {
    return owned<HotpHandle>(read_account(OtpType::kHotp, secret, issuer, account, read_algorithm(algorithm),
                                          read_format(digits, "decimal"), Period{}));
  });
}

}  // namespace countersign::bindings
