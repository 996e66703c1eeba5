// What the hashes compute with: one message in a scalar, or several side by side in a SIMD register.
// 128 bits is what WASM, SSE2 and NEON all have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace countersign {

using Lanes32 [[gnu::vector_size(16)]] = std::uint32_t;  ///< four 32-bit words
using Lanes64 [[gnu::vector_size(16)]] = std::uint64_t;  ///< two 64-bit words

/// The word of a lane type, and how many of them it holds.
template <typename Lane>
struct LaneTraits {
  using Word = Lane;
  static constexpr std::size_t kCount = 1;
};
template <>
struct LaneTraits<Lanes32> {
  using Word = std::uint32_t;
  static constexpr std::size_t kCount = 4;
};
template <>
struct LaneTraits<Lanes64> {
  using Word = std::uint64_t;
  static constexpr std::size_t kCount = 2;
};

template <typename Lane>
using WordOf = typename LaneTraits<Lane>::Word;
template <typename Lane>
inline constexpr std::size_t kLaneCount = LaneTraits<Lane>::kCount;
template <typename Lane>
inline constexpr unsigned kWordBits = std::numeric_limits<WordOf<Lane>>::digits;

/// The same word in every lane.
template <typename Lane>
[[nodiscard]] constexpr Lane splat(WordOf<Lane> word) noexcept {
  return Lane{} + word;
}

template <typename Lane>
[[nodiscard]] constexpr Lane from_words(const std::array<WordOf<Lane>, kLaneCount<Lane>>& words) noexcept {
  if constexpr (kLaneCount<Lane> == 1) {
    return words[0];
  } else {
    Lane lane{};
    for (std::size_t i = 0; i < words.size(); ++i) lane[i] = words[i];
    return lane;
  }
}

template <typename Lane>
[[nodiscard]] constexpr std::array<WordOf<Lane>, kLaneCount<Lane>> to_words(Lane lane) noexcept {
  if constexpr (kLaneCount<Lane> == 1) {
    return {lane};
  } else {
    std::array<WordOf<Lane>, kLaneCount<Lane>> words{};
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = lane[i];
    return words;
  }
}

/// \tparam kBits  1 to the word's bits - 1
template <unsigned kBits, typename Lane>
[[nodiscard]] constexpr Lane rotate_left(Lane lane) noexcept {
  return (lane << kBits) | (lane >> (kWordBits<Lane> - kBits));
}

template <unsigned kBits, typename Lane>
[[nodiscard]] constexpr Lane rotate_right(Lane lane) noexcept {
  return rotate_left<kWordBits<Lane> - kBits>(lane);
}

}  // namespace countersign
