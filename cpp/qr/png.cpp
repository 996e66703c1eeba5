#include "cpp/qr/png.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "cpp/qr/deflate.h"

namespace countersign {
namespace {

constexpr std::array<std::uint8_t, 8> kSignature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

// Filter types. PNG §9.2.
constexpr std::uint8_t kFilterNone = 0;
constexpr std::uint8_t kFilterUp = 2;

/// PNG §5.5 and Annex D.
std::uint32_t crc32(std::span<const std::uint8_t> bytes) noexcept {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) * 0xEDB88320U);
  }
  return ~crc;
}

void append_number(WipedBytes& out, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out.push_back(static_cast<std::uint8_t>(number >> shift));
}

void append_chunk(WipedBytes& png, std::string_view type, std::span<const std::uint8_t> content) {
  append_number(png, static_cast<std::uint32_t>(content.size()));
  const std::size_t start = png.size();
  png.insert(png.end(), type.begin(), type.end());
  png.insert(png.end(), content.begin(), content.end());
  append_number(png, crc32(std::span(png).subspan(start)));
}

WipedBytes header(std::uint32_t width) {
  WipedBytes out;
  append_number(out, width);
  append_number(out, width);
  out.push_back(1);             // bits a pixel
  out.insert(out.end(), 4, 0);  // gray; the only compression and filter method; not interlaced
  return out;
}

/// One line of pixels, eight a byte with the leftmost highest; 1 is white. PNG §7.2.
WipedBytes line(const QrCode& code, int y, std::uint32_t scale) {
  const auto side = static_cast<std::uint32_t>(code.side());
  WipedBytes bits(((static_cast<std::size_t>(side) * scale) + 7) / 8, 0);
  std::uint32_t pixel = 0;
  for (std::uint32_t x = 0; x < side; ++x) {
    const bool light = !code.get(static_cast<int>(x) - code.margin(), y);
    for (std::uint32_t i = 0; i < scale; ++i, ++pixel)
      if (light) bits[pixel / 8] |= static_cast<std::uint8_t>(0x80U >> (pixel % 8));
  }
  return bits;
}

WipedBytes image(const QrCode& code, std::uint32_t scale) {
  Deflate deflate;
  for (int y = -code.margin(); y < code.size() + code.margin(); ++y) {
    const WipedBytes bits = line(code, y, scale);
    deflate.append(kFilterNone);
    for (const std::uint8_t byte : bits) deflate.append(byte);
    for (std::uint32_t again = 1; again < scale; ++again) {
      deflate.append(kFilterUp);
      deflate.append(0, bits.size());  // no difference from the line above
    }
  }
  return deflate.finish();
}

}  // namespace

Result<WipedBytes> to_png(const QrCode& code, std::uint32_t scale) {
  if (scale < 1 || scale > kMaxQrScale) return Error::kInvalidQrOption;
  WipedBytes png(kSignature.begin(), kSignature.end());
  append_chunk(png, "IHDR", header(static_cast<std::uint32_t>(code.side()) * scale));
  append_chunk(png, "IDAT", image(code, scale));
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace countersign
