// From blocks to messages: padding, and the hash of a whole message. FIPS 180-4 §5.1.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "cpp/memory/zeroize.h"

namespace countersign {

template <typename Hash>
using Digest = std::array<std::uint8_t, Hash::kDigestSize>;

template <typename Hash>
using ScalarState = typename Hash::template State<typename Hash::Word>;

/// Absorbs one block. \param bytes  exactly kBlockSize of them
// Not inlined, as what follows: the bytes of a key pass here once, and small code counts for more.
template <typename Hash>
[[gnu::noinline]] constexpr void absorb_block(ScalarState<Hash>& state,
                                              std::span<const std::uint8_t> bytes) noexcept {
  using Word = typename Hash::Word;
  typename Hash::template Block<Word> words{};
  for (std::size_t i = 0; i < Hash::kBlockSize; ++i) {
    Word& word = words[i / sizeof(Word)];
    word = static_cast<Word>(word << 8U) | bytes[i];
  }
  Hash::compress(state, words);
  if (!std::is_constant_evaluated()) zeroize(words.data(), sizeof(words));
}

template <typename Hash>
[[nodiscard]] constexpr Digest<Hash> to_bytes(const ScalarState<Hash>& state) noexcept {
  using Word = typename Hash::Word;
  Digest<Hash> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const std::size_t from_right = sizeof(Word) - 1 - (i % sizeof(Word));
    digest[i] = static_cast<std::uint8_t>(state[i / sizeof(Word)] >> (8 * from_right));
  }
  return digest;
}

/// Absorbs the rest of a message, its padding and its length, and gives the digest.
/// \param state     after `absorbed` bytes, a whole number of blocks
/// \param message   any length
template <typename Hash>
[[nodiscard, gnu::noinline]] constexpr Digest<Hash> finish(ScalarState<Hash> state, std::uint64_t absorbed,
                                                           std::span<const std::uint8_t> message) noexcept {
  constexpr std::size_t kLengthSize = Hash::kBlockSize / 8;
  const std::uint64_t bits = (absorbed + message.size()) * 8;
  for (; message.size() >= Hash::kBlockSize; message = message.subspan(Hash::kBlockSize))
    absorb_block<Hash>(state, message.first(Hash::kBlockSize));

  std::array<std::uint8_t, Hash::kBlockSize> block{};
  std::ranges::copy(message, block.begin());
  block[message.size()] = 0x80;
  if (message.size() >= Hash::kBlockSize - kLengthSize) {
    absorb_block<Hash>(state, block);
    block.fill(0);
  }
  for (std::size_t i = 0; i < sizeof(bits); ++i)
    block[block.size() - 1 - i] = static_cast<std::uint8_t>(bits >> (8 * i));
  absorb_block<Hash>(state, block);

  const Digest<Hash> digest = to_bytes<Hash>(state);
  if (!std::is_constant_evaluated()) {
    zeroize(block.data(), sizeof(block));
    zeroize(state.data(), sizeof(state));
  }
  return digest;
}

/// The hash of a message of any length below 2^61 bytes.
template <typename Hash>
[[nodiscard]] constexpr Digest<Hash> digest(std::span<const std::uint8_t> message) noexcept {
  return finish<Hash>(Hash::kInitial, 0, message);
}

}  // namespace countersign
