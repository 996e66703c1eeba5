#include "cpp/memory/secret_text.h"

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

#include "tests/cpp/memory/freed_blocks.h"

namespace countersign {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };

static_assert(!std::is_copy_constructible_v<SecretText>);
static_assert(!std::is_copy_assignable_v<SecretText>);
static_assert(std::is_nothrow_move_constructible_v<SecretText>);
static_assert(!Printable<SecretText>);

TEST(SecretText, LeavesNoCopyBehindWhenItGrows) {
  SecretText text;
  text.reserve(4);
  text.append("key!");
  const FreedBlock block(text.view().data(), 4);
  text.append(std::string(1000, 'x'));
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 0U);
  EXPECT_TRUE(text.view().starts_with("key!x"));
  EXPECT_EQ(text.size(), 1004U);
}

TEST(SecretText, IsZeroWhenItsBlockIsFreedHoweverShort) {
  auto text = std::make_unique<SecretText>();
  text->append('k');
  const FreedBlock block(text->view().data(), 1);
  text.reset();
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 0U);
}

TEST(SecretText, WipesWhatAMoveReplaces) {
  SecretText old;
  old.append("old key");
  const FreedBlock block(old.view().data(), old.size());
  SecretText fresh;
  fresh.append("fresh");
  old = std::move(fresh);
  EXPECT_TRUE(block.freed());
  EXPECT_EQ(block.remains(), 0U);
  EXPECT_EQ(old.view(), "fresh");
}

}  // namespace
}  // namespace countersign
