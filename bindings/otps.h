// Accounts whose keys are ready to make codes, TOTP and HOTP alike.
#pragma once

#include <cstdint>
#include <string>

#include "bindings/handle.h"
#include "cpp/account/account.h"
#include "cpp/hash/hmac_key.h"
#include "cpp/otp/code.h"

namespace countersign::bindings {

/// The key is a copy: the secret that it came from may go.
struct Otp {
  explicit Otp(Account&& from) noexcept : account(std::move(from)), key(account.secret, account.algorithm) {}
  [[nodiscard]] CodeFormat format() const noexcept { return {account.encoder, account.digits}; }

  Account account;
  HmacKey key;
};

/// What otp_number() tells; the numbers are those of web/core/native.ts.
enum class OtpFact : std::int32_t {
  kType,       ///< of OtpType
  kAlgorithm,  ///< of Algorithm
  kEncoder,    ///< of Encoder
  kDigits,     ///< characters of a code
  kPeriod,     ///< seconds
};
/// What otp_text() tells.
enum class OtpName : std::int32_t { kIssuer, kIssuerLabel, kAccount };

/// \param type, algorithm, encoder  numbers of their enumerations, checked in web/core
/// \returns 0 where it fails; last_error() says why
[[nodiscard]] Handle create_otp(std::int32_t type, Handle secret, const std::string& issuer,
                                const std::string& account, std::int32_t algorithm, std::int32_t encoder,
                                double digits, double period) noexcept;
[[nodiscard]] Handle lend_account(Account&& account);

[[nodiscard]] double otp_number(Handle otp, std::int32_t fact) noexcept;
[[nodiscard]] std::string otp_text(Handle otp, std::int32_t name) noexcept;
/// HOTP: the next counter to be used, where the account was read from a text that says so.
[[nodiscard]] std::uint64_t otp_counter(Handle otp) noexcept;
/// A secret of its own, or 0.
[[nodiscard]] Handle otp_secret(Handle otp) noexcept;
/// The address, or empty text. \param counter  for HOTP the next one to be used
[[nodiscard]] std::string otp_uri(Handle otp, std::uint64_t counter) noexcept;
/// Milliseconds to the next step, or a refusal.
[[nodiscard]] double otp_remaining(Handle otp, double time) noexcept;
void release_otp(Handle otp) noexcept;

}  // namespace countersign::bindings
