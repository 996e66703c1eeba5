#include "cpp/otp/truncate.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>

namespace countersign {
namespace {

// RFC 4226 §5.4, the worked example: 1f8698690e02ca16618550ef7f19da8e945b555a gives 0x50ef7f19.
constexpr std::array<std::uint32_t, 5> kExample = {0x1f869869, 0x0e02ca16, 0x618550ef, 0x7f19da8e,
                                                   0x945b555a};
static_assert(truncate(kExample) == 0x50ef7f19);

/// As RFC 4226 §5.3 says it, byte by byte.
template <typename Word, std::size_t kWords>
std::uint32_t by_the_book(const std::array<Word, kWords>& mac) {
  const auto byte_at = [&mac](std::size_t i) {
    return static_cast<std::uint8_t>(mac[i / sizeof(Word)] >> (8 * (sizeof(Word) - 1 - i % sizeof(Word))));
  };
  const std::size_t offset = byte_at(sizeof(mac) - 1) & 0xfU;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8U | byte_at(offset + i);
  return number & 0x7fffffffU;
}

template <typename Lane, std::size_t kWords>
void expect_every_offset_to_agree(std::mt19937_64& random) {
  using Word = WordOf<Lane>;
  for (unsigned offset = 0; offset < 16; ++offset) {
    std::array<std::array<Word, kWords>, kLaneCount<Lane>> macs{};
    std::array<Lane, kWords> together{};
    for (auto& mac : macs) {
      for (Word& word : mac) word = static_cast<Word>(random());
      // Each lane has another offset.
      mac.back() = (mac.back() & ~Word{0xf}) | ((offset + static_cast<Word>(random())) & 0xf);
    }
    for (std::size_t i = 0; i < kWords; ++i) {
      std::array<Word, kLaneCount<Lane>> words{};
      for (std::size_t lane = 0; lane < words.size(); ++lane) words[lane] = macs[lane][i];
      together[i] = from_words<Lane>(words);
    }
    const auto numbers = to_words<Lane>(truncate(together));
    for (std::size_t lane = 0; lane < macs.size(); ++lane) {
      ASSERT_EQ(numbers[lane], by_the_book(macs[lane])) << offset;
      ASSERT_EQ(truncate(macs[lane]), by_the_book(macs[lane])) << offset;
    }
  }
}

TEST(Truncate, TakesTheBytesThatTheRfcTakesInEveryLane) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 100; ++round) {
    expect_every_offset_to_agree<Lanes32, 5>(random);
    expect_every_offset_to_agree<Lanes32, 8>(random);
    expect_every_offset_to_agree<Lanes64, 8>(random);
  }
}

}  // namespace
}  // namespace countersign
