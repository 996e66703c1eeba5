// Wiping and comparing memory that holds secrets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace countersign {

/// Overwrites with zeros; the compiler may not leave it out.
void zeroize(void* data, std::size_t size) noexcept;

/// Compares in a time that depends on the sizes alone. Different sizes are unequal.
[[nodiscard]] bool equal_in_constant_time(std::span<const std::uint8_t> a,
                                          std::span<const std::uint8_t> b) noexcept;

}  // namespace countersign
