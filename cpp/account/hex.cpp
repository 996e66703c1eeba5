#include "cpp/account/hex.h"

#include <cstdint>

#include "cpp/account/character_range.h"

namespace countersign {
namespace {

/// 0 to 15, or negative for what is no digit.
constexpr std::int32_t value_of(char character) noexcept {
  const std::int32_t c = static_cast<unsigned char>(character);
  return -1 + (within(c, '0', '9') & (c - '0' + 1)) + (within(c, 'A', 'F') & (c - 'A' + 11)) +
         (within(c, 'a', 'f') & (c - 'a' + 11));
}

}  // namespace

Result<SecretBytes> hex_decode(std::string_view text) {
  if (text.empty() || text.size() % 2 != 0 || text.size() / 2 > SecretBytes::kMaxSize)
    return Error::kInvalidSecret;
  SecretBytes bytes(text.size() / 2);
  std::int32_t all = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::int32_t high = value_of(text[2 * i]);
    const std::int32_t low = value_of(text[2 * i + 1]);
    all |= high | low;
    bytes.writable()[i] = static_cast<std::uint8_t>(static_cast<std::uint32_t>(high) << 4U |
                                                    (static_cast<std::uint32_t>(low) & 15U));
  }
  if (all < 0) return Error::kInvalidSecret;
  return bytes;
}

}  // namespace countersign
