// Checking a time-based code against the clock and against what is known of the user's device. RFC 6238.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cpp/hash/hmac_key.h"
#include "cpp/otp/code.h"
#include "cpp/otp/window.h"
#include "cpp/result/result.h"

namespace countersign {

struct TotpParameters {
  CodeFormat format;
  Period period;
};

/// How far a device's clock may be off and be followed, in steps: with RFC 6238's 30 seconds five minutes to
/// each side. §6 asks for such a limit. It is measured from the server's clock and not from the last code, so
/// a row of accepted codes can move the window's middle this far and no further; a device beyond it has to
/// be synchronized anew.
inline constexpr std::int32_t kMaxDrift = 10;

/// What is stored between two codes of a user.
struct TotpState {
  std::uint64_t last_step = 0;  ///< the last step accepted
  std::int32_t drift = 0;       ///< steps that the device is ahead of the server, -kMaxDrift to kMaxDrift

  friend bool operator==(const TotpState&, const TotpState&) = default;
};

/// The steps that are compared.
struct TotpWindow {
  std::uint64_t clock_step = 0;  ///< the server's own
  std::uint64_t expected = 0;    ///< the device's, by its known drift: the window's middle
  CounterRange steps;
};

struct TotpAnswer {
  Verdict verdict = Verdict::kMismatch;
  std::uint64_t step = 0;  ///< kMatch and kReplayed: the step of the code
  std::int32_t drift = 0;  ///< kMatch and kReplayed: how far it is from the server's step
  TotpState state;         ///< kMatch: to be stored, where the stored one is still the one that was passed in
};

/// The window around the step of `time`, moved by the drift and never widened by it.
/// \param time   milliseconds since the Unix epoch, of the server's clock
/// \param state  the stored one, if any; a drift beyond kMaxDrift counts as kMaxDrift
/// \returns kInvalidTime as step_at() does, kInvalidWindow
[[nodiscard]] Result<TotpWindow> totp_window(double time, Period period, Window window,
                                             const std::optional<TotpState>& state) noexcept;

/// The answer to a scan of that window.
[[nodiscard]] TotpAnswer totp_answer(const TotpWindow& window, const MatchScan& matches,
                                     const std::optional<TotpState>& state) noexcept;

/// Checks a code. A pure function: the state to store is in the answer.
/// \param code  as read_token() gives it
/// \returns an answer that is never kMalformed, or the errors of totp_window()
[[nodiscard]] Result<TotpAnswer> verify_totp(const HmacKey& key, const TotpParameters& parameters,
                                             std::uint64_t code, double time, Window window,
                                             const std::optional<TotpState>& state) noexcept;

/// The same for what a person typed. \param token  any bytes; what is no code is kMalformed, not an error
[[nodiscard]] Result<TotpAnswer> verify_totp(const HmacKey& key, const TotpParameters& parameters,
                                             std::string_view token, double time, Window window,
                                             const std::optional<TotpState>& state) noexcept;

}  // namespace countersign
