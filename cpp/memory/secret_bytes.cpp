#include "cpp/memory/secret_bytes.h"

#include <algorithm>
#include <utility>

#include "cpp/memory/zeroize.h"

namespace countersign {

SecretBytes::SecretBytes(std::size_t size)
    : data_(size == 0 ? nullptr : std::make_unique<std::uint8_t[]>(size)), size_(size), capacity_(size) {}

SecretBytes SecretBytes::copy_of(std::span<const std::uint8_t> bytes) {
  SecretBytes copy(bytes.size());
  std::ranges::copy(bytes, copy.data_.get());
  return copy;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : data_(std::move(other.data_)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this != &other) {
    wipe();
    data_ = std::move(other.data_);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, 0);
  }
  return *this;
}

SecretBytes::~SecretBytes() {
  wipe();
}

SecretBytes SecretBytes::clone() const {
  return copy_of(bytes());
}

void SecretBytes::shrink(std::size_t size) noexcept {
  if (size >= size_) return;
  const auto dropped = writable().subspan(size);
  zeroize(dropped.data(), dropped.size());
  size_ = size;
}

void SecretBytes::wipe() noexcept {
  zeroize(data_.get(), capacity_);
  data_.reset();
  size_ = 0;
  capacity_ = 0;
}

bool operator==(const SecretBytes& a, const SecretBytes& b) noexcept {
  return equal_in_constant_time(a.bytes(), b.bytes());
}

}  // namespace countersign
