// What is still in a heap block when it is given back: the test program's operator delete looks.
#pragma once

#include <cstddef>
#include <cstdint>

namespace countersign {

/// Watches one block of the heap until it is freed.
class FreedBlock {
 public:
  /// \param block  as it was allocated; \param size  bytes to look at
  FreedBlock(const void* block, std::size_t size) noexcept;
  ~FreedBlock();
  FreedBlock(const FreedBlock&) = delete;
  FreedBlock& operator=(const FreedBlock&) = delete;
  FreedBlock(FreedBlock&&) = delete;
  FreedBlock& operator=(FreedBlock&&) = delete;

  [[nodiscard]] bool freed() const noexcept;
  /// Bytes that were not zero in the moment of freeing.
  [[nodiscard]] std::size_t remains() const noexcept;
};

}  // namespace countersign
