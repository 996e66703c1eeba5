// Memory that runs out: the test program's operator new refuses.
#pragma once

#include <cstddef>

namespace countersign {

/// While it lives, `allowed` more blocks are had from operator new and then none.
class AllocationLimit {
 public:
  explicit AllocationLimit(std::size_t allowed) noexcept;
  ~AllocationLimit();
  AllocationLimit(const AllocationLimit&) = delete;
  AllocationLimit& operator=(const AllocationLimit&) = delete;
  AllocationLimit(AllocationLimit&&) = delete;
  AllocationLimit& operator=(AllocationLimit&&) = delete;

  [[nodiscard]] bool reached() const noexcept;
};

}  // namespace countersign
