#include "cpp/qr/deflate.h"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace countersign {
namespace {

/// Reads one block of fixed codes by RFC 1951 §3.2.6, code by code.
class Inflate {
 public:
  explicit Inflate(std::span<const std::uint8_t> stream) : stream_(stream) {}

  std::vector<std::uint8_t> read() {
    std::vector<std::uint8_t> out;
    EXPECT_EQ(bits(16), 0x0178U) << "zlib header";
    EXPECT_EQ(bits(3), 0b011U) << "last block, fixed codes";
    for (unsigned symbol = next_symbol(); symbol != 256; symbol = next_symbol()) {
      if (symbol < 256) {
        out.push_back(static_cast<std::uint8_t>(symbol));
        continue;
      }
      const std::size_t length = length_of(symbol);
      EXPECT_EQ(code(5), 0U) << "distance 1";
      EXPECT_FALSE(out.empty());
      out.insert(out.end(), length, out.empty() ? std::uint8_t{0} : out.back());
    }
    return out;
  }

  [[nodiscard]] std::uint32_t trailer() const {
    std::uint32_t value = 0;
    for (const std::uint8_t byte : stream_.last(4)) value = (value << 8U) | byte;
    return value;
  }

 private:
  unsigned bits(unsigned count) {
    unsigned value = 0;
    for (unsigned i = 0; i < count; ++i, ++at_)
      value |= ((unsigned{stream_[at_ / 8]} >> (at_ % 8)) & 1U) << i;
    return value;
  }
  unsigned code(unsigned count) {
    unsigned value = 0;
    for (unsigned i = 0; i < count; ++i) value = (value << 1U) | bits(1);
    return value;
  }
  unsigned next_symbol() {
    const unsigned seven = code(7);
    if (seven <= 0b0010111) return 256 + seven;
    const unsigned eight = (seven << 1U) | bits(1);
    if (eight <= 0b10111111) return eight - 0b00110000;
    if (eight <= 0b11000111) return 280 + eight - 0b11000000;
    return 144 + ((eight << 1U) | bits(1)) - 0b110010000;
  }
  std::size_t length_of(unsigned symbol) {
    if (symbol <= 264) return symbol - 254;
    if (symbol == 285) return 258;
    const unsigned extra = (symbol - 261) / 4;
    const unsigned base = (4 + (symbol - 261) % 4) << extra;
    return base + 3 + bits(extra);
  }

  std::span<const std::uint8_t> stream_;
  std::size_t at_ = 0;
};

/// RFC 1950 §9.
std::uint32_t adler32(std::span<const std::uint8_t> bytes) {
  std::uint32_t sum = 1;
  std::uint32_t sums = 0;
  for (const std::uint8_t byte : bytes) {
    sum = (sum + byte) % 65521;
    sums = (sums + sum) % 65521;
  }
  return (sums << 16U) | sum;
}

void expect_round_trip(const std::vector<std::uint8_t>& bytes) {
  Deflate deflate;
  for (const std::uint8_t byte : bytes) deflate.append(byte);
  const WipedBytes stream = deflate.finish();
  Inflate inflate(stream);
  ASSERT_EQ(inflate.read(), bytes);
  ASSERT_EQ(inflate.trailer(), adler32(bytes));
}

TEST(Deflate, GivesBackRunsOfEveryLength) {
  for (std::size_t length = 0; length <= 1100; ++length)
    ASSERT_NO_FATAL_FAILURE(expect_round_trip(std::vector<std::uint8_t>(length, 0xC8))) << length;
}

TEST(Deflate, GivesBackEveryByte) {
  std::vector<std::uint8_t> bytes;
  for (unsigned byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<std::uint8_t>(byte));
  expect_round_trip(bytes);
}

TEST(Deflate, GivesBackMixedRuns) {
  constexpr std::uint64_t kSeed = 1951;
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::uint8_t> bytes;
    for (std::uint64_t runs = random() % 40; runs > 0; --runs)
      bytes.insert(bytes.end(), random() % 600, static_cast<std::uint8_t>(random()));
    ASSERT_NO_FATAL_FAILURE(expect_round_trip(bytes)) << "seed " << kSeed << ", round " << round;
  }
}

TEST(Deflate, WritesTheSameForARunInOnePieceOrMany) {
  Deflate one;
  one.append(7, 700);
  one.append(7, 0);
  Deflate many;
  for (int i = 0; i < 700; ++i) many.append(7);
  EXPECT_EQ(one.finish(), many.finish());
}

TEST(Deflate, MakesRunsSmall) {
  Deflate deflate;
  deflate.append(0, 1'000'000);
  EXPECT_LT(deflate.finish().size(), 6500U);
}

}  // namespace
}  // namespace countersign
