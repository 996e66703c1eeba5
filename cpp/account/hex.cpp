#include "cpp/account/hex.h"

#include <cstdint>

#include "cpp/account/character_range.h"

namespace countersign {
Result<SecretBytes> hex_decode(std::string_view text) {
  if (text.empty() || text.size() % 2 != 0 || text.size() / 2 > SecretBytes::kMaxSize)
    return Error::kInvalidSecret;
  SecretBytes bytes(text.size() / 2);
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint32_t high = hex_value(text[2 * i]);
    const std::uint32_t low = hex_value(text[(2 * i) + 1]);
    all |= high | low;
    bytes.writable()[i] = static_cast<std::uint8_t>((high << 4U) | (low & 15U));
  }
  if (all == kNoValue) return Error::kInvalidSecret;
  return bytes;
}

}  // namespace countersign
