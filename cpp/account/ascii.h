// Comparing the fixed words of addresses without a locale.
#pragma once

#include <algorithm>
#include <string_view>

namespace countersign {

[[nodiscard]] constexpr bool is_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr char to_lower(char c) noexcept {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool has_upper(std::string_view text) noexcept {
  return std::ranges::any_of(text, is_upper);
}

/// \param lower  in lower case
[[nodiscard]] constexpr bool equal_ignoring_case(std::string_view text, std::string_view lower) noexcept {
  return std::ranges::equal(text, lower, {}, to_lower);
}

/// \param lower  in lower case
[[nodiscard]] constexpr bool starts_with_ignoring_case(std::string_view text,
                                                       std::string_view lower) noexcept {
  return equal_ignoring_case(text.substr(0, lower.size()), lower);
}

/// Without spaces, tabs and line ends around it.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

}  // namespace countersign
