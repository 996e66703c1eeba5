#include "cpp/account/base64.h"

#include <cstddef>

#include "cpp/account/character_range.h"

namespace countersign {
namespace {

/// All bits set where both are the same, else 0.
constexpr std::uint32_t same(std::uint32_t a, std::uint32_t b) noexcept {
  return within(a, b, b);
}

constexpr std::uint32_t value_of(std::uint32_t c) noexcept {
  return kNoValue + (within(c, 'A', 'Z') & (c - 'A' + 1)) + (within(c, 'a', 'z') & (c - 'a' + 27)) +
         (within(c, '0', '9') & (c - '0' + 53)) + ((same(c, '+') | same(c, '-') | same(c, ' ')) & 63U) +
         ((same(c, '/') | same(c, '_')) & 64U);
}

constexpr char letter_of(std::uint32_t bits) noexcept {
  const std::uint32_t value = bits & 63U;
  return static_cast<char>(
      (within(value, 0, 25) & (value + 'A')) + (within(value, 26, 51) & (value - 26 + 'a')) +
      (within(value, 52, 61) & (value - 52 + '0')) + (same(value, 62) & 43U) + (same(value, 63) & 47U));
}

}  // namespace

SecretText base64_encode(std::span<const std::uint8_t> bytes) {
  SecretText text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  std::uint32_t pending = 0;
  std::size_t count = 0;
  for (const std::uint8_t byte : bytes) {
    pending = (pending << 8U) | byte;
    count += 8;
    while (count >= 6) {
      count -= 6;
      text.append(letter_of(pending >> count));
    }
  }
  if (count > 0) text.append(letter_of(pending << (6 - count)));
  while (text.size() % 4 != 0) text.append('=');
  return text;
}

Result<WipedBytes> base64_decode(std::string_view text) {
  const std::string_view letters = text.substr(0, text.find_last_not_of('=') + 1);
  if (letters.size() % 4 == 1) return Error::kInvalidMigration;
  WipedBytes bytes;
  bytes.reserve(letters.size() * 3 / 4);
  std::uint32_t pending = 0;
  std::size_t count = 0;
  std::uint32_t all = 0;
  for (const char letter : letters) {
    const std::uint32_t value = value_of(static_cast<unsigned char>(letter));
    all |= value;
    pending = (pending << 6U) | (value & 63U);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<std::uint8_t>(pending >> count));
  }
  if (all == kNoValue) return Error::kInvalidMigration;
  return bytes;
}

}  // namespace countersign
