// What a one-time code is made with, beside the key. Limits are here and nowhere else.
#pragma once

#include <cstdint>
#include <limits>

namespace countersign {

/// Digits of a code: 5 to 10. RFC 4226 R4 asks for 6 or more; 5 exists in the field.
struct Digits {
  static constexpr std::uint8_t kMin = 5;
  static constexpr std::uint8_t kMax = 10;
  std::uint8_t value = 6;
  [[nodiscard]] static constexpr bool valid(std::uint64_t digits) noexcept {
    return digits >= kMin && digits <= kMax;
  }
};

/// Seconds a time step lasts: 1 to 86,400. RFC 6238 §5.2 advises 30.
struct Period {
  static constexpr std::uint32_t kMin = 1;
  static constexpr std::uint32_t kMax = 86'400;
  std::uint32_t seconds = 30;
  [[nodiscard]] static constexpr bool valid(std::uint64_t seconds) noexcept {
    return seconds >= kMin && seconds <= kMax;
  }
};

/// How the truncated number becomes text.
enum class Encoder : std::uint8_t {
  kDecimal,  ///< zero-padded digits, RFC 4226 §5.3
  kSteam,    ///< five of Steam's 26 letters
};

}  // namespace countersign
