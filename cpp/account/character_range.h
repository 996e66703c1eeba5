// Tests of a character that neither branch nor look up: the characters of a key are secret.
#pragma once

#include <cstdint>

namespace countersign {

/// All bits set where `first` <= c <= `last`, else 0. All three 0 to 2^30.
[[nodiscard]] constexpr std::int32_t within(std::int32_t c, std::int32_t first, std::int32_t last) noexcept {
  return ((first - 1 - c) & (c - last - 1)) >> 31;
}

}  // namespace countersign
