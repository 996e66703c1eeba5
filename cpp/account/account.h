// What an authenticator keeps for one entry, whatever text it came from.
#pragma once

#include <cstdint>
#include <string>

#include "cpp/hash/algorithm.h"
#include "cpp/memory/secret_bytes.h"
#include "cpp/otp/parameters.h"

namespace countersign {

enum class OtpType : std::uint8_t {
  kTotp,  ///< time based, RFC 6238; Steam's codes are these with Encoder::kSteam
  kHotp,  ///< counter based, RFC 4226
};

struct Account {
  OtpType type = OtpType::kTotp;
  SecretBytes secret;
  Algorithm algorithm = Algorithm::kSha1;
  Digits digits;
  Period period;              ///< TOTP only
  std::uint64_t counter = 0;  ///< HOTP only: the next counter to be used
  Encoder encoder = Encoder::kDecimal;
  std::string issuer;        ///< UTF-8, may be empty; the parameter wins over the label's prefix
  std::string issuer_label;  ///< the label's prefix where it differs from `issuer`, else empty
  std::string account;       ///< UTF-8, may be empty
};

}  // namespace countersign
