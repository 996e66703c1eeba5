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
    twenty_rounds<0>(work, words);
    twenty_rounds<1>(work, words);
    twenty_rounds<2>(work, words);
    twenty_rounds<3>(work, words);
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += work[i];
  }

 private:
  template <std::size_t kPhase, typename Lane>
  [[gnu::always_inline]] static constexpr void twenty_rounds(State<Lane>& work, Block<Lane>& words) noexcept {
    for (std::size_t t = 20 * kPhase; t < 20 * (kPhase + 1); t += 5)
      five_rounds<kPhase>(work, words, t, std::make_index_sequence<5>{});
  }

  // Five at a time: the roles of the five variables then have fixed places, and no move is left. Unrolling
  // all of them would gain little more and make the module larger.
  template <std::size_t kPhase, typename Lane, std::size_t... kStep>
  [[gnu::always_inline]] static constexpr void five_rounds(
      State<Lane>& work, Block<Lane>& words, std::size_t t,
      std::index_sequence<kStep...> /*unused*/) noexcept {
    (round<kPhase, kStep>(work, scheduled<kPhase>(words, t + kStep)), ...);
  }

  template <std::size_t kPhase, std::size_t kStep, typename Lane>
  [[gnu::always_inline]] static constexpr void round(State<Lane>& work, Lane word) noexcept {
    // Instead of moving each variable to the next name, the names move.
    constexpr std::size_t kA = (5 - kStep) % 5;
    const Lane a = work[kA];
    Lane& b = work[(kA + 1) % 5];
    const Lane c = work[(kA + 2) % 5];
    const Lane d = work[(kA + 3) % 5];
    work[(kA + 4) % 5] += rotate_left<5>(a) + mix<kPhase>(b, c, d) + word;
    b = rotate_left<30>(b);
  }

  /// f and K of FIPS 180-4 §4.1.1 and §4.2.1.
  template <std::size_t kPhase, typename Lane>
  [[gnu::always_inline]] static constexpr Lane mix(Lane b, Lane c, Lane d) noexcept {
    if constexpr (kPhase == 0) return (d ^ (b & (c ^ d))) + 0x5a827999U;
    if constexpr (kPhase == 1) return (b ^ c ^ d) + 0x6ed9eba1U;
    if constexpr (kPhase == 2) return ((b & c) | (d & (b | c))) + 0x8f1bbcdcU;
    if constexpr (kPhase == 3) return (b ^ c ^ d) + 0xca62c1d6U;
  }

  template <std::size_t kPhase, typename Lane>
  [[gnu::always_inline]] static constexpr Lane scheduled(Block<Lane>& words, std::size_t t) noexcept {
    Lane& word = words[t % 16];
    if (kPhase > 0 || t >= 16)
      word = rotate_left<1>(words[(t + 13) % 16] ^ words[(t + 8) % 16] ^ words[(t + 2) % 16] ^ word);
    return word;
  }
};

}  // namespace countersign
