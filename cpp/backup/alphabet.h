// Crockford's base 32: digits and letters without I, L, O and U.
#pragma once

#include <cstdint>
#include <optional>

namespace countersign {

/// The character of five bits. No branch and no table: the value is secret. \param value  0 to 31
[[nodiscard]] constexpr char letter_of(std::uint8_t value) noexcept {
  const std::uint32_t v = value;
  // (v + 32 - n) / 32 is 1 from n on: 10 is 'A', and 18, 20, 22 and 27 come after a letter left out.
  const std::uint32_t letter = (v + 22) / 32;
  const std::uint32_t left_out = ((v + 14) / 32) + ((v + 12) / 32) + ((v + 10) / 32) + ((v + 5) / 32);
  return static_cast<char>('0' + v + (letter * 7) + left_out);
}

/// What a written character stands for: either case; O is 0, I and L are 1. U, which no code has, is read
/// as the V that it looks like; the check character finds out if that was wrong.
/// \returns 0 to 31, or nothing for another character
[[nodiscard]] constexpr std::optional<std::uint8_t> value_of(char32_t character) noexcept {
  char32_t c = character >= U'a' && character <= U'z' ? character - U'a' + U'A' : character;
  if (c == U'O') c = U'0';
  if (c == U'I' || c == U'L') c = U'1';
  if (c == U'U') c = U'V';
  for (std::uint8_t value = 0; value < 32; ++value)
    if (static_cast<char32_t>(letter_of(value)) == c) return value;
  return std::nullopt;
}

}  // namespace countersign
