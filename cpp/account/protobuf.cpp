#include "cpp/account/protobuf.h"

namespace countersign {
namespace {

// Wire types.
constexpr std::uint64_t kVarint = 0;
constexpr std::uint64_t kFixed64 = 1;
constexpr std::uint64_t kBytes = 2;
constexpr std::uint64_t kFixed32 = 5;

constexpr std::uint32_t kVarintBits = 7;
constexpr std::uint64_t kMaxFieldNumber = (1U << 29U) - 1;

}  // namespace

std::optional<WireField> WireReader::next() noexcept {
  if (damaged_ || rest_.empty()) return std::nullopt;
  WireField field;
  const std::uint64_t tag = varint().value_or(0);  // 0 is no tag: fields count from 1
  const std::uint64_t number = tag >> 3U;
  damaged_ = number == 0 || number > kMaxFieldNumber;
  if (damaged_) return std::nullopt;
  field.number = static_cast<std::uint32_t>(number);
  damaged_ = !read_value(tag & 7U, field);
  if (damaged_) return std::nullopt;
  return field;
}

bool WireReader::read_value(std::uint64_t wire_type, WireField& field) noexcept {
  switch (wire_type) {
    case kVarint: {
      const auto value = varint();
      field.varint = value.value_or(0);
      return value.has_value();
    }
    case kFixed64:
      return take(8).has_value();
    case kFixed32:
      return take(4).has_value();
    case kBytes: {
      const auto size = varint();
      const auto bytes = size ? take(*size) : std::nullopt;
      field.is_bytes = true;
      field.bytes = bytes.value_or(std::span<const std::uint8_t>{});
      return bytes.has_value();
    }
    default:
      return false;  // groups are gone from the format since 2008
  }
}

std::optional<std::uint64_t> WireReader::varint() noexcept {
  std::uint64_t value = 0;
  for (std::uint32_t shift = 0; shift < 64; shift += kVarintBits) {
    if (rest_.empty()) return std::nullopt;
    const std::uint64_t byte = rest_.front();
    rest_ = rest_.subspan(1);
    if (shift == 63 && byte > 1) return std::nullopt;  // a tenth byte has one bit left
    value |= (byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

std::optional<std::span<const std::uint8_t>> WireReader::take(std::uint64_t size) noexcept {
  if (size > rest_.size()) return std::nullopt;
  const auto bytes = rest_.first(static_cast<std::size_t>(size));
  rest_ = rest_.subspan(bytes.size());
  return bytes;
}

void WireWriter::varint(std::uint64_t value) {
  for (; value >= 0x80; value >>= kVarintBits)
    message_.push_back(static_cast<std::uint8_t>((value & 0x7FU) | 0x80U));
  message_.push_back(static_cast<std::uint8_t>(value));
}

void WireWriter::varint_field(std::uint32_t number, std::uint64_t value) {
  varint((std::uint64_t{number} << 3U) | kVarint);
  varint(value);
}

void WireWriter::bytes_field(std::uint32_t number, std::span<const std::uint8_t> bytes) {
  varint((std::uint64_t{number} << 3U) | kBytes);
  varint(bytes.size());
  message_.insert(message_.end(), bytes.begin(), bytes.end());
}

void WireWriter::text_field(std::uint32_t number, std::string_view text) {
  varint((std::uint64_t{number} << 3U) | kBytes);
  varint(text.size());
  message_.insert(message_.end(), text.begin(), text.end());
}

}  // namespace countersign
