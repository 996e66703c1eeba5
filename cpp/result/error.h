// Everything that the core refuses, as one closed list. The names cross the boundary as they are.
#pragma once

#include <cstdint>
#include <string_view>

namespace countersign {

enum class Error : std::uint8_t {
  kInvalidSecret,       ///< not base32 or hex, empty, or longer than SecretBytes::kMaxSize
  kInvalidAlgorithm,    ///< not SHA1, SHA256 or SHA512
  kInvalidDigits,       ///< not 5 to 10
  kInvalidPeriod,       ///< not 1 to 86,400 seconds
  kInvalidCounter,      ///< not a whole number from 0 to 2^64 - 1
  kInvalidTime,         ///< NaN, infinite, negative, or past the last step
  kInvalidWindow,       ///< more steps than Window::kMaxReach, or more counters than kMaxLookAhead
  kInvalidLabel,        ///< a name has a colon, a control character, is too long, or holds an address
  kInvalidUri,          ///< not an otpauth address, or one that cannot be understood
  kUriTooLong,          ///< longer than kMaxUriLength
  kMissingSecret,       ///< the address carries no secret
  kDuplicateParameter,  ///< a parameter stands twice, so that readers would disagree
  kUnsupportedType,     ///< the address is for something else than TOTP, HOTP or Steam
  kInvalidMigration,    ///< not an otpauth-migration address, or its payload is damaged
  kMigrationTooLarge,   ///< more bytes, accounts or batches than the limits allow
  kTextTooLong,         ///< the text fits no QR code of version 40 at this level
  kInvalidQrOption,     ///< empty text; or level, version, margin or scale out of range
  kInvalidBackupCode,   ///< count out of range
  kEntropyUnavailable,  ///< the source of random bytes refused
  kOutOfMemory,         ///< an allocation failed
};

/// The error's public name, such as "invalid-secret". Never contains input.
[[nodiscard]] std::string_view name_of(Error error) noexcept;

}  // namespace countersign
