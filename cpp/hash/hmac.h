// HMAC, RFC 2104, with both halves of the key absorbed once and kept.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "cpp/hash/digest.h"
#include "cpp/hash/lanes.h"
#include "cpp/memory/zeroize.h"

namespace countersign {

/// The states after the block K ^ ipad and after the block K ^ opad: all that a MAC needs of the key, and as
/// good as the key. Plain data; HmacKey is who owns and wipes it.
template <typename Hash>
struct Midstates {
  ScalarState<Hash> inner;
  ScalarState<Hash> outer;
};

/// Fills `midstates` in place, so that no copy stays behind.
/// \param key  any length; one longer than a block is hashed first (RFC 2104 §2)
template <typename Hash>
constexpr void absorb_key(std::span<const std::uint8_t> key, Midstates<Hash>& midstates) noexcept {
  std::array<std::uint8_t, Hash::kBlockSize> block{};
  if (key.size() > block.size()) {
    Digest<Hash> hashed = digest<Hash>(key);
    std::ranges::copy(hashed, block.begin());
    if (!std::is_constant_evaluated()) zeroize(hashed.data(), sizeof(hashed));
  } else {
    std::ranges::copy(key, block.begin());
  }

  midstates = {Hash::kInitial, Hash::kInitial};
  for (std::uint8_t& byte : block) byte ^= 0x36U;
  absorb_block<Hash>(midstates.inner, block);
  for (std::uint8_t& byte : block) byte ^= 0x36U ^ 0x5cU;
  absorb_block<Hash>(midstates.outer, block);
  if (!std::is_constant_evaluated()) zeroize(block.data(), sizeof(block));
}

/// \param message  any length below 2^61 bytes
template <typename Hash>
[[nodiscard]] constexpr Digest<Hash> hmac(const Midstates<Hash>& key,
                                          std::span<const std::uint8_t> message) noexcept {
  const Digest<Hash> inner = finish<Hash>(key.inner, Hash::kBlockSize, message);
  return finish<Hash>(key.outer, Hash::kBlockSize, inner);
}

/// Puts 8-byte counters at the start of a block: a lane of 32-bit words takes two, one of 64 bits takes one.
/// \returns how many words they fill
template <typename Lane>
[[nodiscard]] constexpr std::size_t put_counters(
    std::array<Lane, 16>& words, const std::array<std::uint64_t, kLaneCount<Lane>>& counters) noexcept {
  if constexpr (kWordBits<Lane> == 64) {
    words[0] = from_words<Lane>(counters);
    return 1;
  } else {
    std::array<std::uint32_t, kLaneCount<Lane>> high{};
    std::array<std::uint32_t, kLaneCount<Lane>> low{};
    for (std::size_t i = 0; i < counters.size(); ++i) {
      high[i] = static_cast<std::uint32_t>(counters[i] >> 32U);
      low[i] = static_cast<std::uint32_t>(counters[i]);
    }
    words[0] = from_words<Lane>(high);
    words[1] = from_words<Lane>(low);
    return 2;
  }
}

/// The MACs of 8-byte big-endian counters, one in each lane, as words: RFC 4226 §5.2. The hot path: two
/// blocks, no bytes, no heap.
template <typename Hash, typename Lane>
[[nodiscard]] constexpr typename Hash::template State<Lane> hmac_of_counters(
    const Midstates<Hash>& key, const std::array<std::uint64_t, kLaneCount<Lane>>& counters) noexcept {
  using Word = typename Hash::Word;
  constexpr Word kEnd = Word{0x80} << (kWordBits<Word> - 8);  // the 1 bit of FIPS 180-4 §5.1

  typename Hash::template Block<Lane> words{};
  const std::size_t filled = put_counters<Lane>(words, counters);
  words[filled] = splat<Lane>(kEnd);
  words[15] = splat<Lane>((Hash::kBlockSize + sizeof(std::uint64_t)) * 8);
  typename Hash::template State<Lane> inner{};
  for (std::size_t i = 0; i < inner.size(); ++i) inner[i] = splat<Lane>(key.inner[i]);
  Hash::compress(inner, words);

  words.fill(Lane{});
  std::ranges::copy(inner, words.begin());
  words[inner.size()] = splat<Lane>(kEnd);
  words[15] = splat<Lane>((Hash::kBlockSize + Hash::kDigestSize) * 8);
  typename Hash::template State<Lane> outer{};
  for (std::size_t i = 0; i < outer.size(); ++i) outer[i] = splat<Lane>(key.outer[i]);
  Hash::compress(outer, words);
  return outer;
}

}  // namespace countersign
