#include "cpp/qr/png.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "tests/cpp/qr/samples.h"

namespace countersign {
namespace {

// The pixels are compared by decode.test.ts, with a decoder that is not ours.

std::uint32_t number_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (const std::uint8_t byte : bytes.subspan(at, 4)) value = (value << 8U) | byte;
  return value;
}

TEST(ToPng, HasItsThreeChunksAndAOneBitGrayHeader) {
  const WipedBytes png = to_png(QrCode::encode(kUri).value(), 5).value();
  const std::string text(png.begin(), png.end());
  EXPECT_TRUE(text.starts_with("\x89PNG\r\n\x1a\n"));
  EXPECT_EQ(text.substr(12, 4), "IHDR");
  EXPECT_EQ(number_at(png, 16), 53U * 5);
  EXPECT_EQ(number_at(png, 20), 53U * 5);
  EXPECT_EQ(text.substr(24, 5), std::string("\x01\0\0\0\0", 5));
  EXPECT_EQ(text.substr(37, 4), "IDAT");
  // The same twelve bytes end every PNG file.
  EXPECT_TRUE(text.ends_with(std::string("\0\0\0\0IEND\xAE\x42\x60\x82", 12)));
}

TEST(ToPng, RefusesAScaleOutOfRange) {
  const QrCode code = code_of_version(1);
  for (const std::uint32_t scale : {0U, 65U, ~0U}) {
    const auto png = to_png(code, scale);
    ASSERT_FALSE(png.ok());
    EXPECT_EQ(png.error(), Error::kInvalidQrOption);
  }
  EXPECT_TRUE(to_png(code, 1).ok());
}

TEST(ToPng, StaysSmallAtTheLargestScale) {
  QrOptions options;
  options.min_version = 40;
  options.margin = QrOptions::kMaxMargin;
  const auto png = to_png(QrCode::encode("a", options).value(), kMaxQrScale);
  ASSERT_TRUE(png.ok());
  EXPECT_EQ(number_at(png.value(), 16), 15'424U);
  EXPECT_LT(png.value().size(), 500'000U);
}

}  // namespace
}  // namespace countersign
