#include "cpp/qr/qr_code.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <ostream>
#include <string>
#include <type_traits>

#include "tests/cpp/qr/samples.h"

namespace countersign {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };

static_assert(!std::is_copy_constructible_v<QrCode>);
static_assert(!std::is_copy_assignable_v<QrCode>);
static_assert(std::is_nothrow_move_constructible_v<QrCode>);
static_assert(!Printable<QrCode>);

Error refusal(std::string_view text, QrOptions options = {}) {
  const auto code = QrCode::encode(text, options);
  EXPECT_FALSE(code.ok());
  return code.ok() ? Error::kOutOfMemory : code.error();
}

TEST(QrCode, TakesTheSmallestVersionThatHoldsTheText) {
  const auto code = QrCode::encode(kUri);
  ASSERT_TRUE(code.ok());
  EXPECT_EQ(code.value().size(), 45) << "version 7";
}

TEST(QrCode, TakesALargerVersionWhereAskedTo) {
  for (std::uint8_t version = 1; version <= QrOptions::kMaxVersion; ++version)
    EXPECT_EQ(code_of_version(version).size(), 17 + 4 * version);
  QrOptions options;
  options.min_version = 3;
  EXPECT_EQ(QrCode::encode(kUri, options).value().size(), 45) << "a minimum, not a limit";
}

// ISO/IEC 18004 table 7, byte mode, version 40.
TEST(QrCode, HoldsTheMostThatVersionFortyCanAndNotAByteMore) {
  struct Capacity {
    QrLevel level;
    std::size_t bytes;
  };
  for (const auto& [level, bytes] : {Capacity{QrLevel::kLow, 2953}, Capacity{QrLevel::kMedium, 2331},
                                     Capacity{QrLevel::kQuartile, 1663}, Capacity{QrLevel::kHigh, 1273}}) {
    QrOptions options;
    options.level = level;
    const auto most = QrCode::encode(std::string(bytes, 'x'), options);
    ASSERT_TRUE(most.ok()) << bytes;
    EXPECT_EQ(most.value().size(), 177);
    EXPECT_EQ(refusal(std::string(bytes + 1, 'x'), options), Error::kTextTooLong) << bytes + 1;
  }
  EXPECT_EQ(refusal(std::string(10'000'000, 'x')), Error::kTextTooLong);
}

TEST(QrCode, T53HasAMarginOfFourOrMore) {
  EXPECT_EQ(QrCode::encode("a").value().margin(), 4);
  QrOptions options;
  for (int margin = 0; margin <= 255; ++margin) {
    options.margin = static_cast<std::uint8_t>(margin);
    const auto code = QrCode::encode("a", options);
    ASSERT_EQ(code.ok(), margin >= 4 && margin <= 32) << margin;
    if (code) {
      EXPECT_EQ(code.value().side(), 21 + 2 * margin);
    } else {
      EXPECT_EQ(code.error(), Error::kInvalidQrOption);
    }
  }
}

TEST(QrCode, RefusesAnEmptyTextAndOptionsOutOfRange) {
  EXPECT_EQ(refusal(""), Error::kInvalidQrOption);
  for (const int version : {0, 41, 255}) {
    QrOptions options;
    options.min_version = static_cast<std::uint8_t>(version);
    EXPECT_EQ(refusal("a", options), Error::kInvalidQrOption);
  }
  QrOptions options;
  options.level = static_cast<QrLevel>(4);
  EXPECT_EQ(refusal("a", options), Error::kInvalidQrOption);
}

TEST(QrCode, T53IsLightOutsideOfItself) {
  const QrCode code = code_of_version(1);
  for (int i = -40; i < 60; ++i) {
    EXPECT_FALSE(code.get(i, -1));
    EXPECT_FALSE(code.get(-1, i));
    EXPECT_FALSE(code.get(i, 21));
    EXPECT_FALSE(code.get(21, i));
  }
}

// ISO/IEC 18004 §6.3.3: three finder patterns, and one dark module that every code has.
TEST(QrCode, HasItsFinderPatterns) {
  const std::array<std::string_view, 7> finder = {"1111111", "1000001", "1011101", "1011101",
                                                  "1011101", "1000001", "1111111"};
  const QrCode code = code_of_version(7);
  for (int y = 0; y < 7; ++y)
    for (int x = 0; x < 7; ++x) {
      const bool dark = finder[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '1';
      EXPECT_EQ(code.get(x, y), dark);
      EXPECT_EQ(code.get(code.size() - 7 + x, y), dark);
      EXPECT_EQ(code.get(x, code.size() - 7 + y), dark);
    }
  EXPECT_TRUE(code.get(8, code.size() - 8));
}

TEST(QrCode, KeepsItsModulesWhenItIsMoved) {
  QrCode code = code_of_version(2);
  const bool corner = code.get(24, 24);
  const QrCode moved = std::move(code);
  EXPECT_EQ(moved.size(), 25);
  EXPECT_EQ(moved.get(24, 24), corner);
  EXPECT_TRUE(moved.get(0, 0));
}

}  // namespace
}  // namespace countersign
