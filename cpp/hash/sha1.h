// SHA-1, FIPS 180-4 §6.1, over any lane type. HMAC-SHA-1 is unharmed by its collisions (RFC 6194 §3.3).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "cpp/hash/lanes.h"

namespace countersign {

struct Sha1 {
  using Word = std::uint32_t;
  static constexpr std::size_t kBlockSize = 64;   ///< bytes
  static constexpr std::size_t kDigestSize = 20;  ///< bytes
  template <typename Lane>
  using State = std::array<Lane, 5>;
  template <typename Lane>
  using Block = std::array<Lane, 16>;

  static constexpr State<Word> kInitial = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

  // Not inlined: one copy of the rounds for each lane type keeps the module small.
  template <typename Lane>
  [[gnu::noinline]] static constexpr void compress(State<Lane>& state, Block<Lane> words) noexcept {
    State<Lane> work = state;
    all_rounds(work, words, std::make_index_sequence<kRounds>{});
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += work[i];
  }

 private:
  static constexpr std::size_t kRounds = 80;

  // Unrolled, so that the words and the roles of the five variables have fixed places: no move is left.
  template <typename Lane, std::size_t... kRound>
  [[gnu::always_inline]] static constexpr void all_rounds(
      State<Lane>& work, Block<Lane>& words, std::index_sequence<kRound...> /*unused*/) noexcept {
    (round<kRound>(work, words), ...);
  }

  template <std::size_t kRound, typename Lane>
  [[gnu::always_inline]] static constexpr void round(State<Lane>& work, Block<Lane>& words) noexcept {
    // Instead of moving each variable to the next name, the names move.
    constexpr std::size_t kA = (kRounds - kRound) % 5;
    const Lane a = work[kA];
    Lane& b = work[(kA + 1) % 5];
    const Lane c = work[(kA + 2) % 5];
    const Lane d = work[(kA + 3) % 5];
    work[(kA + 4) % 5] += rotate_left<5>(a) + mix<kRound>(b, c, d) + scheduled<kRound>(words);
    b = rotate_left<30>(b);
  }

  /// f and K of FIPS 180-4 §4.1.1 and §4.2.1.
  template <std::size_t kRound, typename Lane>
  [[gnu::always_inline]] static constexpr Lane mix(Lane b, Lane c, Lane d) noexcept {
    if constexpr (kRound < 20) return (d ^ (b & (c ^ d))) + 0x5a827999U;
    if constexpr (kRound >= 20 && kRound < 40) return (b ^ c ^ d) + 0x6ed9eba1U;
    if constexpr (kRound >= 40 && kRound < 60) return ((b & c) | (d & (b | c))) + 0x8f1bbcdcU;
    if constexpr (kRound >= 60) return (b ^ c ^ d) + 0xca62c1d6U;
  }

  template <std::size_t kRound, typename Lane>
  [[gnu::always_inline]] static constexpr Lane scheduled(Block<Lane>& words) noexcept {
    Lane& word = words[kRound % 16];
    if constexpr (kRound >= 16)
      word = rotate_left<1>(words[(kRound + 13) % 16] ^ words[(kRound + 8) % 16] ^ words[(kRound + 2) % 16] ^
                            word);
    return word;
  }
};

}  // namespace countersign
