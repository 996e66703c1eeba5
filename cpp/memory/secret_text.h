// Text and buffers that hold a key while it is read or written: base32, addresses, payloads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string_view>
#include <vector>

#include "cpp/memory/zeroize.h"

namespace countersign {

/// Wipes what it gives back, so that a vector that grows leaves no copy behind.
template <typename T>
struct WipingAllocator {
  using value_type = T;

  WipingAllocator() noexcept = default;
  template <typename U>
  explicit WipingAllocator(const WipingAllocator<U>& /*other*/) noexcept {}

  [[nodiscard]] T* allocate(std::size_t count) { return std::allocator<T>{}.allocate(count); }
  void deallocate(T* block, std::size_t count) noexcept {
    zeroize(block, count * sizeof(T));
    std::allocator<T>{}.deallocate(block, count);
  }

  template <typename U>
  bool operator==(const WipingAllocator<U>& /*other*/) const noexcept {
    return true;
  }
};

/// Bytes of any length that are wiped; a single key is a SecretBytes.
using WipedBytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;

/// Text that is wiped when it goes. It is moved, not copied, and cannot be printed.
class SecretText {
 public:
  SecretText() = default;
  SecretText(SecretText&&) noexcept = default;
  SecretText& operator=(SecretText&&) noexcept = default;
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  ~SecretText() = default;

  void reserve(std::size_t size) { text_.reserve(size); }
  void append(char character) { text_.push_back(character); }
  void append(std::string_view text) { text_.insert(text_.end(), text.begin(), text.end()); }

  [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  /// Valid until the next append.
  [[nodiscard]] std::string_view view() const noexcept { return {text_.data(), text_.size()}; }

  friend std::ostream& operator<<(std::ostream&, const SecretText&) = delete;

 private:
  std::vector<char, WipingAllocator<char>> text_;  // never a std::string: short ones stay inside it
};

}  // namespace countersign
