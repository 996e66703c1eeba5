#include "cpp/memory/secret_bytes.h"

#include <gtest/gtest.h>

#include <array>
#include <sstream>
#include <type_traits>
#include <utility>

#include "tests/cpp/memory/freed_blocks.h"

namespace countersign {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };

static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);
static_assert(std::is_nothrow_move_assignable_v<SecretBytes>);
static_assert(!Printable<SecretBytes>);
static_assert(Printable<int>, "the concept above can hold");

constexpr std::array<std::uint8_t, 6> kKey = {1, 2, 3, 4, 5, 6};

TEST(SecretBytes, StartsAsZeros) {
  const SecretBytes secret(SecretBytes::kMaxSize);
  ASSERT_EQ(secret.size(), 1024U);
  for (const std::uint8_t byte : secret.bytes()) EXPECT_EQ(byte, 0);
}

TEST(SecretBytes, IsZeroWhenItsBlockIsFreed) {
  auto secret = std::make_unique<SecretBytes>(SecretBytes::copy_of(kKey));
  const FreedBlock block(secret->bytes().data(), secret->size());
  secret.reset();
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 0U);
}

TEST(SecretBytes, IsZeroAfterShrinkingAndFreeingToo) {
  auto secret = std::make_unique<SecretBytes>(SecretBytes::copy_of(kKey));
  const std::uint8_t* data = secret->bytes().data();
  const FreedBlock block(data, kKey.size());
  secret->shrink(2);
  EXPECT_EQ(secret->bytes().data(), data) << "no reallocation, no copy left";
  for (std::size_t i = 2; i < kKey.size(); ++i) EXPECT_EQ(data[i], 0);
  EXPECT_EQ(secret->size(), 2U);
  EXPECT_EQ(secret->bytes()[1], 2);
  secret.reset();
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 0U);
}

TEST(SecretBytes, DoesNotGrowByShrinking) {
  SecretBytes secret = SecretBytes::copy_of(kKey);
  secret.shrink(7);
  EXPECT_EQ(secret, SecretBytes::copy_of(kKey));
  secret.shrink(0);
  EXPECT_TRUE(secret.empty());
}

TEST(SecretBytes, WipesWhatAMoveReplaces) {
  SecretBytes old = SecretBytes::copy_of(kKey);
  const FreedBlock block(old.bytes().data(), old.size());
  old = SecretBytes(3);
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 0U);
  EXPECT_EQ(old.size(), 3U);
}

TEST(SecretBytes, LeavesNothingWhereItMovedFrom) {
  SecretBytes from = SecretBytes::copy_of(kKey);
  const std::uint8_t* data = from.bytes().data();
  SecretBytes& source = from;
  SecretBytes to = std::move(source);
  EXPECT_EQ(to.bytes().data(), data) << "moved, not copied";
  EXPECT_TRUE(from.empty());
  EXPECT_EQ(from.bytes().data(), nullptr);
  SecretBytes& next = to;
  SecretBytes third;
  third = std::move(next);
  EXPECT_TRUE(to.empty());
  EXPECT_EQ(third, SecretBytes::copy_of(kKey));
}

TEST(SecretBytes, SurvivesBeingMovedIntoItself) {
  SecretBytes secret = SecretBytes::copy_of(kKey);
  SecretBytes& same = secret;
  secret = std::move(same);
  EXPECT_EQ(secret, SecretBytes::copy_of(kKey));
}

TEST(SecretBytes, ClonesIntoABlockOfItsOwn) {
  const SecretBytes secret = SecretBytes::copy_of(kKey);
  const SecretBytes clone = secret.clone();
  EXPECT_EQ(secret, clone);
  EXPECT_NE(secret.bytes().data(), clone.bytes().data());
}

TEST(SecretBytes, CanBeWipedAheadAndTwice) {
  SecretBytes secret = SecretBytes::copy_of(kKey);
  const FreedBlock block(secret.bytes().data(), secret.size());
  secret.wipe();
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 0U);
  secret.wipe();
  EXPECT_TRUE(secret.empty());
}

TEST(SecretBytes, HoldsNoBytesAsWell) {
  const SecretBytes none = SecretBytes::copy_of({});
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none, SecretBytes());
  EXPECT_FALSE(none == SecretBytes::copy_of(kKey));
}

}  // namespace
}  // namespace countersign
