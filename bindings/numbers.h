// Numbers from JavaScript. Embind would wrap 2^32 + 6 to 6, so they come as doubles and are looked at here.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace countersign::bindings {

/// A whole number from 0 to `max`, or nothing for NaN, fractions and what is out of range.
/// \param max  0 to 2^32 - 1
[[nodiscard]] inline std::optional<std::uint32_t> whole(double number, std::uint32_t max) noexcept {
  if (!(number >= 0 && number <= max) || std::trunc(number) != number) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

/// In decimal. std::to_string() brings tables for speed that nobody needs here.
inline void append_number(std::string& text, std::uint32_t number) {
  if (number >= 10) append_number(text, number / 10);
  text += static_cast<char>('0' + number % 10);
}

}  // namespace countersign::bindings
