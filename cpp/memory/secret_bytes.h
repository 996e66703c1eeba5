// The bytes of a key. Whoever holds a secret says so in its type.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <ostream>
#include <span>

namespace countersign {

/// A key of up to kMaxSize bytes, wiped when it is destroyed, moved from or replaced.
///
/// It has a fixed size, so that no reallocation leaves a copy behind; it is copied only by clone(),
/// compared only in constant time, and cannot be printed.
class SecretBytes {
 public:
  /// No key in use is near this; it bounds what a hostile address can make us hold.
  static constexpr std::size_t kMaxSize = 1024;

  SecretBytes() noexcept = default;
  /// `size` zero bytes, to be filled through writable(). \param size 0 to kMaxSize
  explicit SecretBytes(std::size_t size);
  /// \param bytes 0 to kMaxSize bytes
  [[nodiscard]] static SecretBytes copy_of(std::span<const std::uint8_t> bytes);

  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  ~SecretBytes();

  [[nodiscard]] SecretBytes clone() const;

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return {data_.get(), size_}; }
  [[nodiscard]] std::span<std::uint8_t> writable() noexcept { return {data_.get(), size_}; }

  /// Drops what is after `size` and wipes it. \param size 0 to size()
  void shrink(std::size_t size) noexcept;
  void wipe() noexcept;

  friend bool operator==(const SecretBytes& a, const SecretBytes& b) noexcept;
  friend std::ostream& operator<<(std::ostream&, const SecretBytes&) = delete;

 private:
  std::unique_ptr<std::uint8_t[]> data_;  // a fixed block: a vector may move its bytes and leave them
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace countersign
