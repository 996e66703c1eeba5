// Reading UTF-8 one character at a time. RFC 3629.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace countersign {

/// Takes the first character off `text`.
/// \returns nothing, with `text` as it was, for bytes that are not UTF-8: cut short, overlong, a surrogate,
///          or above U+10FFFF. \param text  not empty
[[nodiscard]] constexpr std::optional<char32_t> take_utf8(std::string_view& text) noexcept {
  const auto lead = static_cast<std::uint8_t>(text.front());
  if (lead < 0x80) {
    text.remove_prefix(1);
    return lead;
  }
  if (lead < 0xc2 || lead > 0xf4) return std::nullopt;
  const std::size_t size = 2U + (lead >= 0xe0 ? 1U : 0U) + (lead >= 0xf0 ? 1U : 0U);
  if (text.size() < size) return std::nullopt;

  char32_t character = lead & (0x7fU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if ((byte & 0xc0U) != 0x80) return std::nullopt;
    character = (character << 6U) | (byte & 0x3fU);
  }
  constexpr std::array<char32_t, 3> kSmallest = {0x80, 0x800, 0x10000};
  if (character < kSmallest[size - 2] || character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff))
    return std::nullopt;
  text.remove_prefix(size);
  return character;
}

}  // namespace countersign
