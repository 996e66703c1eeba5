#include "bindings/otps.h"

#include <memory>
#include <optional>
#include <utility>

#include "bindings/answer.h"
#include "bindings/otp_options.h"
#include "bindings/secrets.h"
#include "bindings/stack.h"
#include "cpp/account/name.h"
#include "cpp/account/uri_writer.h"
#include "cpp/otp/time_step.h"

namespace countersign::bindings {
namespace {

std::optional<Error> first_error(const Result<CodeFormat>& format, const Result<Period>& period,
                                 const std::string& issuer, const std::string& account) {
  if (!format) return format.error();
  if (!period) return period.error();
  if (const std::optional<Error> error = check_name(issuer)) return error;
  return check_name(account);
}

}  // namespace

Handle lend_account(Account&& account) {
  return lend(std::make_unique<Otp>(std::move(account)));
}

Handle create_otp(std::int32_t type, Handle secret, const std::string& issuer, const std::string& account,
                  std::int32_t algorithm, std::int32_t encoder, double digits, double period) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> Handle {
    const Result<CodeFormat> format = read_format(digits, encoder);
    const Result<Period> seconds = read_period(period);
    if (const std::optional<Error> error = first_error(format, seconds, issuer, account)) {
      remember(*error);
      return 0;
    }
    Account made;
    made.type = static_cast<OtpType>(type);
    made.secret = held<SecretBytes>(secret).clone();
    made.algorithm = static_cast<Algorithm>(algorithm);
    made.digits = format.value().digits;
    made.encoder = format.value().encoder;
    made.period = seconds.value();
    made.issuer = issuer;
    made.account = account;
    return lend_account(std::move(made));
  });
}

double otp_number(Handle otp, std::int32_t fact) noexcept {
  const Account& account = held<Otp>(otp).account;
  switch (static_cast<OtpFact>(fact)) {
    case OtpFact::kType:
      return static_cast<double>(account.type);
    case OtpFact::kAlgorithm:
      return static_cast<double>(account.algorithm);
    case OtpFact::kEncoder:
      return static_cast<double>(account.encoder);
    case OtpFact::kDigits:
      return static_cast<double>(held<Otp>(otp).format().length());
    case OtpFact::kPeriod:
      break;
  }
  return account.period.seconds;
}

std::string otp_text(Handle otp, std::int32_t name) noexcept {
  const Account& account = held<Otp>(otp).account;
  return attempt([&]() -> std::string {
    switch (static_cast<OtpName>(name)) {
      case OtpName::kIssuer:
        return account.issuer;
      case OtpName::kIssuerLabel:
        return account.issuer_label;
      case OtpName::kAccount:
        break;
    }
    return account.account;
  });
}

std::uint64_t otp_counter(Handle otp) noexcept {
  return held<Otp>(otp).account.counter;
}

Handle otp_secret(Handle otp) noexcept {
  return lend_copy(held<Otp>(otp).account.secret);
}

std::string otp_uri(Handle otp, std::uint64_t counter) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::string {
    Account& account = held<Otp>(otp).account;
    account.counter = counter;
    const Result<SecretText> text = write_uri(account);
    if (text) return std::string(text.value().view());
    remember(text.error());
    return {};
  });
}

double otp_remaining(Handle otp, double time) noexcept {
  const Result<std::uint32_t> remaining = remaining_at(time, held<Otp>(otp).account.period);
  if (remaining) return remaining.value();
  remember(remaining.error());
  return kRefusedCall;
}

void release_otp(Handle otp) noexcept {
  const StackWipe wipe;
  release<Otp>(otp);
}

}  // namespace countersign::bindings
