// Tests of a character that neither branch nor look up: the characters of a key are secret.
#pragma once

#include <cstdint>

namespace countersign {

/// All bits set where `first` <= c <= `last`, else 0. All three below 2^31.
[[nodiscard]] constexpr std::uint32_t within(std::uint32_t c, std::uint32_t first,
                                             std::uint32_t last) noexcept {
  return (((c - first) | (last - c)) >> 31U) - 1U;
}

/// What value_of() functions return for a character that has no value; or-ed with others it stays on top.
inline constexpr std::uint32_t kNoValue = ~0U;

/// 0 to 15, or kNoValue. Either case.
[[nodiscard]] constexpr std::uint32_t hex_value(char digit) noexcept {
  const std::uint32_t c = static_cast<unsigned char>(digit);
  return kNoValue + (within(c, '0', '9') & (c - '0' + 1)) + (within(c, 'A', 'F') & (c - 'A' + 11)) +
         (within(c, 'a', 'f') & (c - 'a' + 11));
}

}  // namespace countersign
