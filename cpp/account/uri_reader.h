// Reads otpauth:// addresses as the world writes them. Key URI format of Google Authenticator.
#pragma once

#include <cstddef>
#include <string_view>

#include "cpp/account/account.h"
#include "cpp/account/uri_warning.h"
#include "cpp/result/result.h"

namespace countersign {

/// Bytes of an address, read or written. Ten times a real one, and above what a QR code holds.
inline constexpr std::size_t kMaxUriLength = 4096;

struct UriReading {
  Account account;
  UriWarnings warnings;
};

/// Reads otpauth://totp, otpauth://hotp, otpauth://steam and steam:// addresses.
///
/// Forgives what a user cannot mend and reports each repair; never guesses at a secret, a number or a hash.
/// The issuer parameter wins over the label's prefix; a `#` before the parameters belongs to the name, after
/// the secret it starts a fragment, which is dropped. Parameters of other apps (image, lock …) are ignored.
/// \returns kUriTooLong over kMaxUriLength; kInvalidUri for other text; kUnsupportedType for mOTP, Yandex
///          and the like; kMissingSecret, kDuplicateParameter, kInvalidSecret, kInvalidAlgorithm,
///          kInvalidDigits, kInvalidPeriod, kInvalidCounter by what is wrong
[[nodiscard]] Result<UriReading> read_uri(std::string_view text);

}  // namespace countersign
