#include "cpp/memory/zeroize.h"

#include <cstring>

namespace countersign {

void zeroize(void* data, std::size_t size) noexcept {
  if (size == 0) return;
  std::memset(data, 0, size);
  // The barrier makes the zeros observable, so that the store is not dead.
  __asm__ __volatile__("" : : "r"(data) : "memory");
}

bool equal_in_constant_time(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) noexcept {
  if (a.size() != b.size()) return false;
  std::uint32_t difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<std::uint32_t>(a[i] ^ b[i]);
    // Keeps the compiler from leaving the loop once the answer is known.
    __asm__ __volatile__("" : "+r"(difference));
  }
  return difference == 0;
}

}  // namespace countersign
