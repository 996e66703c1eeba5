#include "cpp/qr/deflate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign {
namespace {

constexpr std::uint32_t kAdlerModulus = 65'521;
constexpr std::size_t kMinMatch = 3;
constexpr std::size_t kMaxMatch = 258;

/// The shortest length of codes 257 to 285. RFC 1951 §3.2.5.
constexpr std::array<std::uint16_t, 29> kLengths = {
    3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23,  27,
    31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
};

constexpr unsigned extra_bits(std::size_t index) noexcept {
  return index < 8 || index == kLengths.size() - 1 ? 0 : static_cast<unsigned>((index / 4) - 1);
}

}  // namespace

Deflate::Deflate() {
  out_.push_back(0x78);  // deflate, 32 kB window
  out_.push_back(0x01);  // check bits for the byte before; no dictionary
  put_bits(1, 1);        // the last block
  put_bits(1, 2);        // fixed codes
}

void Deflate::append(std::uint8_t byte, std::size_t count) {
  if (count == 0) return;
  add_to_checksum(byte, count);
  if (run_ > 0 && byte != run_byte_) put_run();
  run_byte_ = byte;
  run_ += count;
}

WipedBytes Deflate::finish() {
  put_run();
  put_code(0, 7);  // end of block
  if (pending_bits_ > 0) put_bits(0, 8 - pending_bits_);
  const auto adler = static_cast<std::uint32_t>((sums_ << 16U) | sum_);
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out_.push_back(static_cast<std::uint8_t>(adler >> shift));
  return std::move(out_);
}

void Deflate::add_to_checksum(std::uint8_t byte, std::size_t count) noexcept {
  for (std::size_t i = 0; i < count; ++i) {
    sum_ = (sum_ + byte) % kAdlerModulus;
    sums_ = (sums_ + sum_) % kAdlerModulus;
  }
}

void Deflate::put_run() {
  if (run_ == 0) return;
  put_literal(run_byte_);
  for (--run_; run_ >= kMinMatch;) {
    const std::size_t length = std::min(run_, kMaxMatch);
    put_match(length);
    run_ -= length;
  }
  for (; run_ > 0; --run_) put_literal(run_byte_);
}

/// The fixed codes of RFC 1951 §3.2.6.
void Deflate::put_literal(std::uint8_t byte) {
  if (byte < 144)
    put_code(0x30U + byte, 8);
  else
    put_code(0x190U + byte - 144U, 9);
}

void Deflate::put_match(std::size_t length) {
  const auto* const next = std::ranges::upper_bound(kLengths, length);
  const auto index = static_cast<std::size_t>(next - kLengths.begin()) - 1;
  const auto symbol = static_cast<std::uint32_t>(index + 257);
  if (symbol < 280)
    put_code(symbol - 256, 7);
  else
    put_code(0xC0U + symbol - 280, 8);
  put_bits(static_cast<std::uint32_t>(length - kLengths[index]), extra_bits(index));
  put_code(0, 5);  // one byte back
}

/// A code stands with its highest bit first, other numbers with their lowest. RFC 1951 §3.1.1.
void Deflate::put_code(std::uint32_t code, unsigned bits) {
  for (unsigned bit = bits; bit > 0; --bit) put_bits((code >> (bit - 1)) & 1U, 1);
}

void Deflate::put_bits(std::uint32_t value, unsigned bits) {
  pending_ |= value << pending_bits_;
  pending_bits_ += bits;
  for (; pending_bits_ >= 8; pending_bits_ -= 8) {
    out_.push_back(static_cast<std::uint8_t>(pending_));
    pending_ >>= 8U;
  }
}

}  // namespace countersign
