// Dynamic truncation, RFC 4226 §5.3: 31 bits from the place of a MAC that its last four bits name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "cpp/hash/lanes.h"

namespace countersign {

/// All ones in each lane where `a` and `b` are the same. \param a, b  below half of the word's range
template <typename Lane>
[[nodiscard]] constexpr Lane equal_lanes(Lane a, WordOf<Lane> b) noexcept {
  return Lane{} - (((a ^ b) - 1) >> (kWordBits<Lane> - 1));
}

/// The first 20 bytes as five 32-bit numbers; no offset reaches further, however long the MAC is.
template <typename Lane, std::size_t kWords>
[[nodiscard]] constexpr std::array<Lane, 5> first_twenty_bytes(const std::array<Lane, kWords>& mac) noexcept {
  if constexpr (kWordBits<Lane> == 32) {
    return {mac[0], mac[1], mac[2], mac[3], mac[4]};
  } else {
    return {mac[0] >> 32U, mac[0] & 0xffffffffU, mac[1] >> 32U, mac[1] & 0xffffffffU, mac[2] >> 32U};
  }
}

/// The place depends on the key, so it is neither an index nor a branch: every place is read, and masks keep
/// the one that counts.
/// \param mac  the words of a MAC, big-endian
/// \returns numbers below 2^31
template <typename Lane, std::size_t kWords>
[[nodiscard]] constexpr Lane truncate(const std::array<Lane, kWords>& mac) noexcept {
  const std::array<Lane, 5> words = first_twenty_bytes(mac);
  const Lane offset = mac[kWords - 1] & 0xfU;
  const Lane word_offset = offset >> 2U;
  const Lane byte_offset = offset & 3U;

  Lane high{};
  Lane low{};
  for (std::size_t i = 0; i < 4; ++i) {
    const Lane here = equal_lanes(word_offset, static_cast<WordOf<Lane>>(i));
    high |= here & words[i];
    low |= here & words[i + 1];
  }
  Lane number = equal_lanes<Lane>(byte_offset, 0) & high;
  for (WordOf<Lane> i = 1; i < 4; ++i)
    number |= equal_lanes(byte_offset, i) & ((high << (8 * i)) | (low >> (32 - (8 * i))));
  return number & 0x7fffffffU;
}

}  // namespace countersign
