// Division without a division: the time of a divide instruction depends on what is divided.
#pragma once

#include <bit>
#include <cstdint>

namespace countersign {

/// Divides numbers below 2^31, which a truncated MAC is, by a known divisor.
///
/// With l = ceil(log2(d)) and m = ceil(2^(31+l) / d), floor(x * m / 2^(31+l)) is floor(x / d) for every
/// x < 2^31, and x * m < 2^63 (Granlund and Montgomery, "Division by Invariant Integers", 1994, theorem 4.2).
class Reciprocal {
 public:
  /// \param divisor  1 to 2^31
  explicit constexpr Reciprocal(std::uint32_t divisor) noexcept
      : divisor_(divisor),
        shift_(31U + static_cast<unsigned>(std::bit_width(divisor - 1))),
        factor_(((std::uint64_t{1} << shift_) + divisor - 1) / divisor) {}

  [[nodiscard]] constexpr std::uint32_t quotient(std::uint32_t number) const noexcept {
    return static_cast<std::uint32_t>((number * factor_) >> shift_);
  }
  [[nodiscard]] constexpr std::uint32_t remainder(std::uint32_t number) const noexcept {
    return number - (quotient(number) * divisor_);
  }

 private:
  std::uint32_t divisor_;
  unsigned shift_;
  std::uint64_t factor_;
};

}  // namespace countersign
