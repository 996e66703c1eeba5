// The wire format of Protocol Buffers, as much of it as an export needs.
// https://protobuf.dev/programming-guides/encoding/
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cpp/memory/secret_text.h"

namespace countersign {

/// One field. Which of the two values counts is said by `is_bytes`.
struct WireField {
  std::uint32_t number = 0;
  bool is_bytes = false;
  std::uint64_t varint = 0;             ///< also fixed 32- and 64-bit values, which nothing here uses
  std::span<const std::uint8_t> bytes;  ///< a view into the message

  /// The same bytes as text, of any encoding.
  [[nodiscard]] std::string text() const { return {bytes.begin(), bytes.end()}; }
};

/// Walks the fields of a message; never reads past it, never recurses.
class WireReader {
 public:
  explicit WireReader(std::span<const std::uint8_t> message) noexcept : rest_(message) {}

  /// \returns nothing at the end, and where the message is damaged: then damaged() is true
  [[nodiscard]] std::optional<WireField> next() noexcept;
  [[nodiscard]] bool damaged() const noexcept { return damaged_; }

 private:
  [[nodiscard]] std::optional<std::uint64_t> varint() noexcept;
  [[nodiscard]] std::optional<std::span<const std::uint8_t>> take(std::uint64_t size) noexcept;
  [[nodiscard]] bool read_value(std::uint64_t wire_type, WireField& field) noexcept;

  std::span<const std::uint8_t> rest_;
  bool damaged_ = false;
};

/// Appends fields to a message.
class WireWriter {
 public:
  /// Negative numbers of int32 and int64 are written as ten bytes: pass them sign-extended.
  void varint_field(std::uint32_t number, std::uint64_t value);
  void bytes_field(std::uint32_t number, std::span<const std::uint8_t> bytes);
  void text_field(std::uint32_t number, std::string_view text);

  [[nodiscard]] std::span<const std::uint8_t> message() const noexcept { return message_; }
  [[nodiscard]] std::size_t size() const noexcept { return message_.size(); }

 private:
  void varint(std::uint64_t value);

  WipedBytes message_;
};

}  // namespace countersign
