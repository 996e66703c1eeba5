// Counter-based codes, RFC 4226.
#pragma once

#include <cstdint>
#include <optional>

#include "cpp/hash/hmac_key.h"
#include "cpp/otp/code.h"

namespace countersign {

/// Counters after the expected one that a code may come from (RFC 4226 §7.4, where it is s): 0 to this.
inline constexpr std::uint32_t kMaxLookAhead = 100;

/// Compares `code` with those of `counter` and of the `look_ahead` counters after it, all of them, never with
/// one before. Where two match, the earlier counts: it leaves the other within reach.
///
/// The caller stores the counter after the one found. After 2^64 - 1 there is none: the key is used up.
/// \param code        as read_token() gives it
/// \param counter     the next one that was not used yet
/// \param look_ahead  0 to kMaxLookAhead; more counts as kMaxLookAhead
/// \returns the counter whose code it is, if any
[[nodiscard]] std::optional<std::uint64_t> find_counter(const HmacKey& key, CodeFormat format,
                                                        std::uint64_t code, std::uint64_t counter,
                                                        std::uint32_t look_ahead) noexcept;

}  // namespace countersign
