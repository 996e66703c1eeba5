#include "cpp/hash/hmac_key.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "cpp/hash/digest.h"
#include "tests/cpp/hash/bytes.h"

namespace countersign {
namespace {

using testing::from_text;
using testing::is_hex;
using testing::repeated;

constexpr std::array kAlgorithms = {Algorithm::kSha1, Algorithm::kSha256, Algorithm::kSha512};

static_assert(!std::is_copy_constructible_v<HmacKey> && !std::is_copy_assignable_v<HmacKey>);

HmacKey key_of(const std::vector<std::uint8_t>& bytes, Algorithm algorithm) {
  return {SecretBytes::copy_of(bytes), algorithm};
}

std::vector<std::uint8_t> mac_of(const HmacKey& key) {
  const Mac mac = key.mac(from_text("Hi There"));
  return {mac.bytes().begin(), mac.bytes().end()};
}

// RFC 2202 §3 and RFC 4231 §4.2, test case 1.
TEST(HmacKey, MakesMacsWithItsOwnHash) {
  const auto bytes = repeated(20, 0x0b);
  EXPECT_TRUE(is_hex(mac_of(key_of(bytes, Algorithm::kSha1)), "b617318655057264e28bc0b6fb378c8ef146be00"));
  EXPECT_TRUE(is_hex(mac_of(key_of(bytes, Algorithm::kSha256)),
                     "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
  EXPECT_TRUE(is_hex(mac_of(key_of(bytes, Algorithm::kSha512)),
                     "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                     "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854"));
}

TEST(HmacKey, HashesAKeyThatIsLongerThanABlockAndNoOther) {
  const auto longer = repeated(Sha1::kBlockSize + 1, 0x61);
  const Digest<Sha1> hashed = digest<Sha1>(longer);
  EXPECT_EQ(mac_of(key_of(longer, Algorithm::kSha1)),
            mac_of(key_of({hashed.begin(), hashed.end()}, Algorithm::kSha1)));

  const auto whole = repeated(Sha1::kBlockSize, 0x61);
  const Digest<Sha1> other = digest<Sha1>(whole);
  EXPECT_NE(mac_of(key_of(whole, Algorithm::kSha1)),
            mac_of(key_of({other.begin(), other.end()}, Algorithm::kSha1)));
}

TEST(HmacKey, TakesTheLongestSecretAndAnEmptyOne) {
  for (const Algorithm algorithm : kAlgorithms) {
    EXPECT_NE(mac_of(key_of(repeated(SecretBytes::kMaxSize, 1), algorithm)),
              mac_of(key_of(repeated(SecretBytes::kMaxSize - 1, 1), algorithm)));
    EXPECT_EQ(mac_of(key_of({}, algorithm)), mac_of(key_of({0}, algorithm)));  // RFC 2104: padded with zeros
  }
}

TEST(HmacKey, TakesItsMidstatesAlongWhenItMoves) {
  for (const Algorithm algorithm : kAlgorithms) {
    HmacKey first = key_of(from_text("first"), algorithm);
    const auto expected = mac_of(first);
    HmacKey second = std::move(first);
    EXPECT_EQ(mac_of(second), expected);
    HmacKey third = key_of(from_text("third"), Algorithm::kSha1);
    third = std::move(second);
    EXPECT_EQ(third.algorithm(), algorithm);
    EXPECT_EQ(mac_of(third), expected);
  }
}

/// Whether any eight bytes of `needle` stand in `memory`.
bool holds_part_of(std::span<const std::byte> memory, std::span<const std::byte> needle) {
  for (std::size_t i = 0; i + 8 <= needle.size(); i += 4)
    if (!std::ranges::search(memory, needle.subspan(i, 8)).empty()) return true;
  return false;
}

std::vector<std::byte> midstates_of(const HmacKey& key) {
  return key.with_midstates([](const auto& midstates) {
    const auto bytes = std::as_bytes(std::span(&midstates, 1));
    return std::vector<std::byte>(bytes.begin(), bytes.end());
  });
}

TEST(HmacKey, LeavesNothingBehindWhenItIsDestroyedOrMovedFrom) {
  for (const Algorithm algorithm : kAlgorithms) {
    alignas(HmacKey) std::array<std::byte, sizeof(HmacKey)> place{};
    HmacKey* const key = std::construct_at(reinterpret_cast<HmacKey*>(place.data()),
                                           SecretBytes::copy_of(from_text("key")), algorithm);
    const auto midstates = midstates_of(*key);
    ASSERT_TRUE(holds_part_of(place, midstates));
    HmacKey moved = std::move(*key);
    EXPECT_FALSE(holds_part_of(place, midstates)) << "moved from";
    *key = std::move(moved);
    ASSERT_TRUE(holds_part_of(place, midstates));
    std::destroy_at(key);
    EXPECT_FALSE(holds_part_of(place, midstates)) << "destroyed";
  }
}

}  // namespace
}  // namespace countersign
