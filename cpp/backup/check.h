// The check character: a weighted sum in the field with 32 elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace countersign {

/// `value` times alpha in GF(2^5) = GF(2)[x] / (x^5 + x^2 + 1), where alpha = x generates all 31 units.
[[nodiscard]] constexpr std::uint8_t times_alpha(std::uint8_t value) noexcept {
  const std::uint32_t doubled = std::uint32_t{value} * 2;
  return static_cast<std::uint8_t>((doubled & 31U) ^ (doubled / 32 * 5));  // x^5 = x^2 + 1
}

/// Sum of values[i] * alpha^(n - 1 - i): 0 for a whole code with its check character.
///
/// The weights of up to 31 places are distinct and not zero. So one wrong value e adds e * w, which is not
/// 0, and swapping a with b adds (a + b) * (w + w'), which is not 0 either unless a equals b.
/// \param values  each 0 to 31
[[nodiscard]] constexpr std::uint8_t weighted_sum(std::span<const std::uint8_t> values) noexcept {
  std::uint8_t sum = 0;
  for (const std::uint8_t value : values) sum = times_alpha(sum) ^ value;
  return sum;
}

/// The value that makes weighted_sum() 0 when it stands after `values`.
[[nodiscard]] constexpr std::uint8_t check_value(std::span<const std::uint8_t> values) noexcept {
  return times_alpha(weighted_sum(values));
}

/// The one value at `place` that makes the sum 0, all others kept.
[[nodiscard]] constexpr std::uint8_t repaired_value(std::span<const std::uint8_t> values,
                                                    std::size_t place) noexcept {
  const std::uint8_t sum = weighted_sum(values);
  for (std::uint8_t error = 0; error < 32; ++error) {
    std::uint8_t weighted = error;
    for (std::size_t i = place + 1; i < values.size(); ++i) weighted = times_alpha(weighted);
    if (weighted == sum) return values[place] ^ error;
  }
  return values[place];
}

}  // namespace countersign
