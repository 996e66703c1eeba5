// The logic of sorting codes into exports; which text gives what is in tests/vectors/migration.json.
#include "cpp/account/migration_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "cpp/account/migration_writer.h"

namespace countersign {
namespace {

std::vector<std::string> codes_of(const std::string& prefix, std::size_t count, std::int32_t batch_id) {
  std::vector<Account> accounts;
  for (std::size_t i = 0; i < count; ++i) {
    Account& account = accounts.emplace_back();
    account.secret = SecretBytes(20);
    account.account = prefix + std::to_string(i);
  }
  std::vector<std::string> codes;
  const auto texts = write_migration(accounts, batch_id);
  for (const SecretText& text : texts.value()) codes.emplace_back(text.view());
  return codes;
}

Result<std::vector<MigrationExport>> read(const std::vector<std::string>& texts) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  return read_migration(views);
}

TEST(ReadMigration, GivesTheSameAccountsWhateverTheOrderOfTheCodes) {
  std::vector<std::string> codes = codes_of("a", 35, 7);
  ASSERT_EQ(codes.size(), 4U);
  std::ranges::sort(codes);
  do {
    const auto exports = read(codes);
    ASSERT_TRUE(exports.ok());
    ASSERT_EQ(exports.value().size(), 1U);
    const MigrationExport& all = exports.value()[0];
    EXPECT_EQ(all.seen, (std::vector<std::uint32_t>{0, 1, 2, 3}));
    ASSERT_EQ(all.accounts.size(), 35U);
    for (std::size_t i = 0; i < all.accounts.size(); ++i)
      EXPECT_EQ(all.accounts[i].account, std::string("a").append(std::to_string(i)));
  } while (std::ranges::next_permutation(codes).found);
}

TEST(ReadMigration, SaysWhichCodesAreStillMissing) {
  const auto codes = codes_of("a", 25, 7);
  const auto exports = read({codes[2], codes[0], codes[2]});
  ASSERT_TRUE(exports.ok());
  ASSERT_EQ(exports.value().size(), 1U);
  EXPECT_EQ(exports.value()[0].size, 3U);
  EXPECT_EQ(exports.value()[0].seen, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_FALSE(exports.value()[0].complete());
  EXPECT_EQ(exports.value()[0].accounts.size(), 15U);
}

TEST(ReadMigration, KeepsTwoExportsApart) {
  const auto first = codes_of("a", 20, 7);
  const auto second = codes_of("b", 20, -7);
  const auto exports = read({second[1], first[0], first[1], second[0]});
  ASSERT_TRUE(exports.ok());
  ASSERT_EQ(exports.value().size(), 2U);
  EXPECT_EQ(exports.value()[0].batch_id, -7);
  EXPECT_EQ(exports.value()[0].accounts[0].account, "b0");
  EXPECT_EQ(exports.value()[1].accounts[19].account, "a19");
  EXPECT_TRUE(exports.value()[0].complete() && exports.value()[1].complete());
}

TEST(ReadMigration, TakesNoMoreTextsThanAnExportCanHave) {
  const auto codes = codes_of("a", 1, 7);
  EXPECT_TRUE(read(std::vector(kMaxMigrationBatches, codes[0])).ok());
  EXPECT_EQ(read(std::vector(kMaxMigrationBatches + 1, codes[0])).error(), Error::kMigrationTooLarge);
}

}  // namespace
}  // namespace countersign
