// Writes otpauth:// addresses that every authenticator reads. Key URI format of Google Authenticator.
#pragma once

#include "cpp/account/account.h"
#include "cpp/memory/secret_text.h"
#include "cpp/result/result.h"

namespace countersign {

/// otpauth://TYPE/ISSUER:ACCOUNT?secret=…&issuer=ISSUER, percent-encoded by RFC 3986 §2 (%20, never +).
///
/// algorithm, digits and period are written only where they differ from SHA1, 6 and 30: the format names
/// these as its defaults, and the 34 characters saved make the QR code's modules larger. The counter of HOTP
/// is always written. Steam's codes are otpauth://totp with digits=5&encoder=steam, which KeePassXC reads by
/// the encoder and others by the issuer "Steam". The label's prefix is `issuer_label` where there is one.
/// \returns at most kMaxUriLength bytes, which the limits of keys and names see to; kInvalidSecret for an
///          empty key, kInvalidLabel as check_name() says, kInvalidDigits, kInvalidPeriod, kUnsupportedType
///          for Steam by counter
[[nodiscard]] Result<SecretText> write_uri(const Account& account);

}  // namespace countersign
