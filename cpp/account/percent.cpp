#include "cpp/account/percent.h"

#include <cstddef>
#include <cstdint>

#include "cpp/account/character_range.h"

namespace countersign {
namespace {

constexpr char hex_digit(std::uint32_t value) noexcept {
  return static_cast<char>(value + '0' + (within(value, 10, 15) & 7U));
}

constexpr bool unreserved(char character) noexcept {
  const std::uint32_t c = static_cast<unsigned char>(character);
  return (within(c, 'A', 'Z') | within(c, 'a', 'z') | within(c, '0', '9')) != 0 || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

Unescaped percent_decode(std::string_view text) {
  Unescaped out;
  out.text.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.text.append(text[i]);
      continue;
    }
    const std::uint32_t high = i + 2 < text.size() ? hex_value(text[i + 1]) : kNoValue;
    const std::uint32_t low = i + 2 < text.size() ? hex_value(text[i + 2]) : kNoValue;
    if ((high | low) == kNoValue) {
      out.invalid_escape = true;
      out.text.append('%');
      continue;
    }
    out.text.append(static_cast<char>((high * 16) + low));
    i += 2;
  }
  return out;
}

void percent_encode(std::string_view text, SecretText& out) {
  for (const char character : text) {
    if (unreserved(character)) {
      out.append(character);
      continue;
    }
    const std::uint32_t byte = static_cast<unsigned char>(character);
    out.append('%');
    out.append(hex_digit(byte / 16));
    out.append(hex_digit(byte % 16));
  }
}

}  // namespace countersign
