// Writing test vectors as they stand in the standards.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign::testing {

constexpr std::uint8_t nibble(char digit) {
  return static_cast<std::uint8_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// \param text  lower-case hexadecimal
constexpr std::vector<std::uint8_t> from_hex(std::string_view text) {
  std::vector<std::uint8_t> bytes(text.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(nibble(text[2 * i]) * 16 + nibble(text[2 * i + 1]));
  return bytes;
}

constexpr std::vector<std::uint8_t> from_text(std::string_view text) {
  return {text.begin(), text.end()};
}

constexpr std::vector<std::uint8_t> repeated(std::size_t count, std::uint8_t byte) {
  return std::vector<std::uint8_t>(count, byte);
}

template <typename Bytes>
constexpr bool is_hex(const Bytes& bytes, std::string_view hex) {
  return std::ranges::equal(bytes, from_hex(hex));
}

}  // namespace countersign::testing
