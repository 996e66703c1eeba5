// One-time codes: from a key and a counter to a number, and from the number to text. RFC 4226 §5.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "cpp/hash/hmac_key.h"
#include "cpp/otp/parameters.h"

namespace countersign {

/// How a code looks. Steam's has five letters whatever `digits` says.
struct CodeFormat {
  Encoder encoder = Encoder::kDecimal;
  Digits digits;

  static constexpr std::size_t kSteamLength = 5;
  [[nodiscard]] constexpr std::size_t length() const noexcept {
    return encoder == Encoder::kSteam ? kSteamLength : digits.value;
  }
};

/// Steam's letters, by value. No 0, 1, A, E, I, L, O, S, U or Z.
inline constexpr std::string_view kSteamAlphabet = "23456789BCDFGHJKMNPQRTVWXY";

/// A code as people see it: 5 to 10 ASCII characters.
struct CodeText {
  std::array<char, Digits::kMax> characters{};
  std::size_t length = 0;
  [[nodiscard]] std::string_view view() const noexcept { return {characters.data(), length}; }
};

/// How many codes are made side by side.
inline constexpr std::size_t kLanes = 4;
using LaneCodes = std::array<std::uint32_t, kLanes>;

/// The code of a counter as a number: below 10^digits, or 26^5 for Steam, whose first letter is the lowest
/// place. It is always below 2^31, also where ten digits are shown.
[[nodiscard]] std::uint32_t code_number(const HmacKey& key, std::uint64_t counter,
                                        CodeFormat format) noexcept;

/// The codes of `first` and the counters after it; past 2^64 - 1 they are those of 0 and up.
/// \param count  1 to kLanes; what is behind it in the answer is not to be read
[[nodiscard]] LaneCodes code_numbers(const HmacKey& key, std::uint64_t first, std::size_t count,
                                     CodeFormat format) noexcept;

/// The same from a MAC that was made elsewhere, such as by a CryptoKey.
/// \param mac  20, 32 or 64 bytes
[[nodiscard]] std::uint32_t code_number_of_mac(std::span<const std::uint8_t> mac, CodeFormat format) noexcept;

/// Zero-padded digits (RFC 4226 §5.3), or Steam's letters. \param number  as code_number() gives it
[[nodiscard]] CodeText to_text(std::uint32_t number, CodeFormat format) noexcept;

}  // namespace countersign
