// An account whose key is ready to make codes, for TOTP and HOTP.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "bindings/handle_count.h"
#include "bindings/secret_handle.h"
#include "cpp/account/account.h"
#include "cpp/hash/hmac_key.h"
#include "cpp/otp/code.h"

namespace countersign::bindings {

// What verify() answers in place of a step or a counter: a refusal.
inline constexpr double kMismatched = -1;   ///< no code in reach is this one
inline constexpr double kNotACode = -2;     ///< the text is no code of this format
inline constexpr double kRefusedCall = -3;  ///< the arguments are wrong; last_error() says how

/// What TOTP and HOTP have in common. The key is a copy: the Secret it came from may go.
class OtpHandle : private Counted {
 public:
  explicit OtpHandle(Account account) noexcept;
  ~OtpHandle();
  OtpHandle(const OtpHandle&) = delete;
  OtpHandle& operator=(const OtpHandle&) = delete;
  OtpHandle(OtpHandle&&) = delete;
  OtpHandle& operator=(OtpHandle&&) = delete;

  [[nodiscard]] const Account& account() const noexcept { return account_; }

  [[nodiscard]] std::string issuer() const { return account_.issuer; }
  [[nodiscard]] std::string issuer_label() const { return account_.issuer_label; }
  [[nodiscard]] std::string account_name() const { return account_.account; }
  [[nodiscard]] std::string algorithm() const;
  [[nodiscard]] std::string encoder() const;
  [[nodiscard]] int digits() const noexcept { return static_cast<int>(format().length()); }
  [[nodiscard]] int period() const noexcept { return static_cast<int>(account_.period.seconds); }
  /// A Secret of its own, or null.
  [[nodiscard]] OwnedSecret secret() const noexcept;

 protected:
  [[nodiscard]] CodeFormat format() const noexcept { return {account_.encoder, account_.digits}; }
  [[nodiscard]] const HmacKey& key() const noexcept { return key_; }
  /// The address, or empty text. \param counter  for HOTP the next one to be used
  [[nodiscard]] std::string uri(std::uint64_t counter) noexcept;

 private:
  Account account_;
  HmacKey key_;
};

class TotpHandle : public OtpHandle {
 public:
  using OtpHandle::OtpHandle;
  /// \returns empty text where the time is refused
  [[nodiscard]] std::string generate(double time) const noexcept;
  /// One number, because a value_object costs a third of the speed (see npm run bench): a refusal, or
  /// step * 1000 + n, where n is 900 + drift + kMaxOffset for a step used before, and else
  /// (drift + kMaxOffset) * 21 + the drift to be stored + kMaxDrift.
  /// \param window     steps to each side
  /// \param last_step  of the stored state; -1 for none
  [[nodiscard]] double verify(const std::string& token, double time, double window, double last_step,
                              double drift) const noexcept;
  /// Milliseconds, or a refusal.
  [[nodiscard]] double remaining(double time) const noexcept;
  [[nodiscard]] std::string to_uri() noexcept { return uri(0); }
};

class HotpHandle : public OtpHandle {
 public:
  using OtpHandle::OtpHandle;
  [[nodiscard]] std::string generate(std::uint64_t counter) const noexcept;
  /// How far the code's counter is after `counter`, or a refusal.
  [[nodiscard]] double verify(const std::string& token, std::uint64_t counter,
                              double look_ahead) const noexcept;
  [[nodiscard]] std::string to_uri(std::uint64_t counter) noexcept { return uri(counter); }
};

using OwnedTotp = std::unique_ptr<TotpHandle>;
using OwnedHotp = std::unique_ptr<HotpHandle>;

// Each gives null where it fails; last_error() says why. Names cross as the public options spell them.
[[nodiscard]] OwnedTotp create_totp(const SecretHandle& secret, const std::string& issuer,
                                    const std::string& account, const std::string& algorithm, double digits,
                                    double period, const std::string& encoder) noexcept;
[[nodiscard]] OwnedHotp create_hotp(const SecretHandle& secret, const std::string& issuer,
                                    const std::string& account, const std::string& algorithm,
                                    double digits) noexcept;

}  // namespace countersign::bindings
