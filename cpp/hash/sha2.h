// SHA-256 and SHA-512, FIPS 180-4 §6.2 and §6.4, over any lane type.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "cpp/hash/lanes.h"
#include "cpp/hash/sha2_constants.h"

namespace countersign {

/// \tparam Numbers  what differs between the two: word, initial state, round constants, rotations
template <typename Numbers>
struct Sha2 {
  using Word = typename Numbers::Word;
  static constexpr std::size_t kBlockSize = 16 * sizeof(Word);  ///< bytes
  static constexpr std::size_t kDigestSize = 8 * sizeof(Word);  ///< bytes
  template <typename Lane>
  using State = std::array<Lane, 8>;
  template <typename Lane>
  using Block = std::array<Lane, 16>;

  static constexpr State<Word> kInitial = Numbers::kInitial;

  // Not inlined: one copy of the rounds for each lane type keeps the module small.
  template <typename Lane>
  [[gnu::noinline]] static constexpr void compress(State<Lane>& state, Block<Lane> words) noexcept {
    State<Lane> work = state;
    for (std::size_t t = 0; t < Numbers::kRounds; t += 8) {
      if (t >= words.size()) expand_eight(words, t);
      eight_rounds(work, words, t, std::make_index_sequence<8>{});
    }
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += work[i];
  }

 private:
  // Eight at a time: the roles of the eight variables then have fixed places, and no move is left. Unrolling
  // all of them would gain little more and make the module larger.
  template <typename Lane, std::size_t... kStep>
  [[gnu::always_inline]] static constexpr void eight_rounds(
      State<Lane>& work, Block<Lane>& words, std::size_t t,
      std::index_sequence<kStep...> /*unused*/) noexcept {
    (round<kStep>(work, words[(t + kStep) % 16], Numbers::round_constant(t + kStep)), ...);
  }

  template <std::size_t kStep, typename Lane>
  [[gnu::always_inline]] static constexpr void round(State<Lane>& work, Lane word, Word constant) noexcept {
    // Instead of moving each variable to the next name, the names move.
    constexpr std::size_t kA = (8 - kStep) % 8;
    const Lane a = work[kA];
    const Lane b = work[(kA + 1) % 8];
    const Lane c = work[(kA + 2) % 8];
    const Lane e = work[(kA + 4) % 8];
    const Lane f = work[(kA + 5) % 8];
    const Lane g = work[(kA + 6) % 8];
    Lane& h = work[(kA + 7) % 8];
    h += rotations(e, Numbers::kLargeSigma1) + (g ^ (e & (f ^ g))) + word + constant;
    work[(kA + 3) % 8] += h;
    h += rotations(a, Numbers::kLargeSigma0) + ((a & b) | (c & (a | b)));
  }

  template <typename Lane>
  [[gnu::always_inline]] static constexpr void expand_eight(Block<Lane>& words, std::size_t from) noexcept {
    for (std::size_t t = from; t < from + 8; ++t)
      words[t % 16] += shifted(words[(t + 14) % 16], Numbers::kSmallSigma1) + words[(t + 9) % 16] +
                       shifted(words[(t + 1) % 16], Numbers::kSmallSigma0);
  }

  /// Three rotations to the right, Σ of FIPS 180-4 §4.1.2.
  template <typename Lane, unsigned kFirst, unsigned kSecond, unsigned kThird>
  [[gnu::always_inline]] static constexpr Lane rotations(
      Lane x, Distances<kFirst, kSecond, kThird> /*unused*/) noexcept {
    return rotate_right<kFirst>(x) ^ rotate_right<kSecond>(x) ^ rotate_right<kThird>(x);
  }

  /// Two rotations and a shift to the right, σ of FIPS 180-4 §4.1.2.
  template <typename Lane, unsigned kFirst, unsigned kSecond, unsigned kThird>
  [[gnu::always_inline]] static constexpr Lane shifted(
      Lane x, Distances<kFirst, kSecond, kThird> /*unused*/) noexcept {
    return rotate_right<kFirst>(x) ^ rotate_right<kSecond>(x) ^ (x >> kThird);
  }
};

using Sha256 = Sha2<Sha256Numbers>;
using Sha512 = Sha2<Sha512Numbers>;

}  // namespace countersign
