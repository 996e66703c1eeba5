// Sources of bytes for tests: known ones, and one that refuses.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>

#include "cpp/memory/entropy.h"

namespace countersign {

/// The same bytes for the same seed. Not random enough for anything but tests.
class SeededEntropy final : public Entropy {
 public:
  explicit SeededEntropy(std::uint64_t seed) : random_(seed) {}
  [[nodiscard]] bool fill(std::span<std::uint8_t> out) noexcept override {
    std::ranges::generate(out, [this] { return static_cast<std::uint8_t>(random_()); });
    return true;
  }

 private:
  std::mt19937_64 random_;
};

class RefusingEntropy final : public Entropy {
 public:
  [[nodiscard]] bool fill(std::span<std::uint8_t>) noexcept override { return false; }
};

}  // namespace countersign
