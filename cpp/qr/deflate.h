// Just enough compression for pictures made of runs. RFC 1950, RFC 1951.
#pragma once

#include <cstddef>
#include <cstdint>

#include "cpp/memory/secret_text.h"

namespace countersign {

/// Writes one zlib stream: a single block with fixed codes, whose only matches repeat the byte before.
/// 258 equal bytes cost 13 bits; bytes that never repeat grow by up to an eighth.
class Deflate {
 public:
  Deflate();

  void append(std::uint8_t byte, std::size_t count = 1);
  /// The whole stream; nothing may be appended afterwards.
  [[nodiscard]] WipedBytes finish();

 private:
  void add_to_checksum(std::uint8_t byte, std::size_t count) noexcept;
  void put_run();
  void put_literal(std::uint8_t byte);
  void put_match(std::size_t length);
  void put_code(std::uint32_t code, unsigned bits);
  void put_bits(std::uint32_t value, unsigned bits);

  WipedBytes out_;
  std::uint32_t pending_ = 0;
  unsigned pending_bits_ = 0;
  std::uint8_t run_byte_ = 0;
  std::size_t run_ = 0;    // how often run_byte_ came, not yet written
  std::uint64_t sum_ = 1;  // Adler-32, RFC 1950 §9
  std::uint64_t sums_ = 0;
};

}  // namespace countersign
