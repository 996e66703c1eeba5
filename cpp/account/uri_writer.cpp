#include "cpp/account/uri_writer.h"

#include <optional>
#include <string>
#include <string_view>

#include "cpp/account/algorithm_name.h"
#include "cpp/account/base32.h"
#include "cpp/account/label.h"
#include "cpp/account/name.h"
#include "cpp/account/percent.h"

namespace countersign {
namespace {

std::optional<Error> check(const Account& account) {
  if (account.secret.empty() || account.secret.size() > SecretBytes::kMaxSize) return Error::kInvalidSecret;
  for (const std::string* name : {&account.issuer, &account.issuer_label, &account.account})
    if (const auto error = check_name(*name)) return error;
  if (!Digits::valid(account.digits.value)) return Error::kInvalidDigits;
  if (account.type == OtpType::kTotp && !Period::valid(account.period.seconds)) return Error::kInvalidPeriod;
  if (account.type == OtpType::kHotp && account.encoder == Encoder::kSteam) return Error::kUnsupportedType;
  return std::nullopt;
}

void append_parameters(const Account& account, SecretText& uri) {
  uri.append("?secret=");
  uri.append(base32_encode(account.secret.bytes()).view());
  if (!account.issuer.empty()) {
    uri.append("&issuer=");
    percent_encode(account.issuer, uri);
  }
  if (account.algorithm != Algorithm::kSha1) {
    uri.append("&algorithm=");
    uri.append(name_of(account.algorithm));
  }
  if (account.encoder == Encoder::kSteam) {
    uri.append("&digits=5&encoder=steam");
  } else if (account.digits.value != Digits{}.value) {
    uri.append("&digits=");
    uri.append(std::to_string(account.digits.value));
  }
  if (account.type == OtpType::kHotp) {
    uri.append("&counter=");
    uri.append(std::to_string(account.counter));
  } else if (account.period.seconds != Period{}.seconds) {
    uri.append("&period=");
    uri.append(std::to_string(account.period.seconds));
  }
}

}  // namespace

Result<SecretText> write_uri(const Account& account) {
  if (const auto error = check(account)) return *error;
  SecretText uri;
  uri.append(account.type == OtpType::kHotp ? "otpauth://hotp/" : "otpauth://totp/");
  if (const std::string_view prefix = label_prefix(account); !prefix.empty()) {
    percent_encode(prefix, uri);
    uri.append(':');
  }
  percent_encode(account.account, uri);
  append_parameters(account, uri);
  return uri;
}

}  // namespace countersign
