// Reads one address a line and answers each with one line of JSON, for uris.test.ts. Lines may be of any
// bytes.
#include <iostream>
#include <string>
#include <string_view>

#include "cpp/account/algorithm_name.h"
#include "cpp/account/base32.h"
#include "cpp/account/uri_reader.h"

namespace {

using countersign::Account;
using countersign::OtpType;

/// Names are well-formed UTF-8 without control characters, so quotes are all there is to escape.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string field(std::string_view name, std::string_view text) {
  return "," + quoted(name) + ":" + quoted(text);
}

std::string json_of(const Account& account) {
  const bool hotp = account.type == OtpType::kHotp;
  std::string out = "{\"type\":" + quoted(hotp ? "hotp" : "totp");
  out += field("issuer", account.issuer) + field("account", account.account);
  if (!account.issuer_label.empty()) out += field("issuerLabel", account.issuer_label);
  out += field("secret", countersign::base32_encode(account.secret.bytes()).view());
  out += field("algorithm", name_of(account.algorithm));
  out += ",\"digits\":" + std::to_string(account.digits.value);
  if (hotp)
    out += field("counter", std::to_string(account.counter));
  else
    out += ",\"period\":" + std::to_string(account.period.seconds);
  if (account.encoder == countersign::Encoder::kSteam) out += field("encoder", "steam");
  return out + "}";
}

std::string answer(std::string_view uri) {
  const auto reading = countersign::read_uri(uri);
  if (!reading) return "{\"error\":" + quoted(name_of(reading.error())) + "}";
  std::string warnings;
  for (const auto warning : reading.value().warnings.list())
    warnings += (warnings.empty() ? "" : ",") + quoted(name_of(warning));
  return "{\"expected\":" + json_of(reading.value().account) + ",\"warnings\":[" + warnings + "]}";
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << '\n';
  return 0;
}
