// How many handles JavaScript holds, for tests that nothing is forgotten.
#pragma once

namespace countersign::bindings {

/// Counts its own instances. A base of every class that crosses as a handle.
class Counted {
 public:
  Counted() noexcept { ++alive(); }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  Counted(Counted&&) = delete;
  Counted& operator=(Counted&&) = delete;
  ~Counted() { --alive(); }

  [[nodiscard]] static int& alive() noexcept {
    static int count = 0;
    return count;
  }
};

}  // namespace countersign::bindings
