// Accounts as the vectors under tests/vectors write them.
#pragma once

#include <string>
#include <string_view>

#include "cpp/account/account.h"
#include "cpp/account/algorithm_name.h"
#include "cpp/account/base32.h"

namespace countersign::test {

/// Names are well-formed UTF-8 without control characters, so quotes are all there is to escape.
inline std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

inline std::string json_of(const Account& account) {
  const auto field = [](std::string_view name, std::string_view text) {
    return std::string(",").append(quoted(name)).append(":").append(quoted(text));
  };
  const bool hotp = account.type == OtpType::kHotp;
  std::string out = "{\"type\":" + quoted(hotp ? "hotp" : "totp");
  out += field("issuer", account.issuer) + field("account", account.account);
  if (!account.issuer_label.empty()) out += field("issuerLabel", account.issuer_label);
  out += field("secret", base32_encode(account.secret.bytes()).view());
  out += field("algorithm", name_of(account.algorithm));
  out += ",\"digits\":" + std::to_string(account.digits.value);
  if (hotp)
    out += field("counter", std::to_string(account.counter));
  else
    out += ",\"period\":" + std::to_string(account.period.seconds);
  if (account.encoder == Encoder::kSteam) out += field("encoder", "steam");
  return out + "}";
}

/// "[one,two]"
template <typename Items, typename ToText>
std::string list_of(const Items& items, ToText to_text) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += ',';
    out += to_text(item);
  }
  return std::string("[").append(out).append("]");
}

}  // namespace countersign::test
