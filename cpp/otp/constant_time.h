// Choosing and comparing without a branch. What decides here must not show in the time taken.
#pragma once

#include <cstdint>
#include <type_traits>

namespace countersign {

/// The same value, but the compiler no longer knows what it knew about it, so that it cannot turn the
/// arithmetic that follows into a branch.
[[nodiscard]] constexpr std::uint64_t value_barrier(std::uint64_t value) noexcept {
  if (!std::is_constant_evaluated()) __asm__ __volatile__("" : "+r"(value));
  return value;
}

/// All ones where `a` and `b` are the same, else zero.
[[nodiscard]] constexpr std::uint64_t equal_mask(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t difference = value_barrier(a ^ b);
  // The top bit of x | -x is set for every x but 0.
  return ((difference | (0 - difference)) >> 63U) - 1;
}

/// \param mask  all ones for `chosen`, zero for `otherwise`
[[nodiscard]] constexpr std::uint64_t select(std::uint64_t mask, std::uint64_t chosen,
                                             std::uint64_t otherwise) noexcept {
  return otherwise ^ (value_barrier(mask) & (chosen ^ otherwise));
}

}  // namespace countersign
