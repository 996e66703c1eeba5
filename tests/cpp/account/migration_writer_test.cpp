#include "cpp/account/migration_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "cpp/account/migration_reader.h"
#include "cpp/account/name.h"
#include "tests/cpp/account/account_json.h"

namespace countersign {
namespace {

Account numbered(std::size_t number) {
  Account account;
  account.secret = SecretBytes(20);
  std::ranges::fill(account.secret.writable(), static_cast<std::uint8_t>(number));
  account.issuer = "Example";
  account.account = std::string("account ").append(std::to_string(number));
  return account;
}

std::vector<Account> accounts_of(std::size_t count) {
  std::vector<Account> accounts;
  for (std::size_t i = 0; i < count; ++i) accounts.push_back(numbered(i));
  return accounts;
}

std::vector<MigrationExport> read_back(const std::vector<SecretText>& texts) {
  std::vector<std::string_view> views;
  for (const SecretText& text : texts) views.push_back(text.view());
  auto exports = read_migration(views);
  EXPECT_TRUE(exports.ok());
  return exports.ok() ? std::move(exports).value() : std::vector<MigrationExport>{};
}

TEST(WriteMigration, PutsAtMostTenAccountsIntoACode) {
  const auto accounts = accounts_of(23);
  const auto texts = write_migration(accounts, -42);
  ASSERT_TRUE(texts.ok());
  ASSERT_EQ(texts.value().size(), 3U);
  const auto exports = read_back(texts.value());
  ASSERT_EQ(exports.size(), 1U);
  EXPECT_EQ(exports[0].batch_id, -42);
  EXPECT_TRUE(exports[0].complete());
  ASSERT_EQ(exports[0].accounts.size(), 23U);
  for (std::size_t i = 0; i < accounts.size(); ++i)
    EXPECT_EQ(test::json_of(exports[0].accounts[i]), test::json_of(accounts[i]));
}

TEST(WriteMigration, KeepsWhatTheFormatCarries) {
  Account account = numbered(7);
  account.type = OtpType::kHotp;
  account.counter = std::numeric_limits<std::uint64_t>::max();
  account.algorithm = Algorithm::kSha512;
  account.digits.value = 8;
  account.issuer = "Text: More";
  account.issuer_label = "MyOrganization";
  account.account = "a:b";
  const std::string before = test::json_of(account);
  const auto texts = write_migration({&account, 1}, 1);
  ASSERT_TRUE(texts.ok());
  const auto exports = read_back(texts.value());
  ASSERT_EQ(exports.size(), 1U);
  ASSERT_EQ(exports[0].accounts.size(), 1U);
  EXPECT_EQ(test::json_of(exports[0].accounts[0]), before);
}

TEST(WriteMigration, RefusesWhatWouldComeBackWithOtherCodes) {
  const auto obstacle = [](auto change) {
    std::vector<Account> accounts = accounts_of(2);
    change(accounts[1]);
    const auto texts = write_migration(accounts, 1);
    EXPECT_FALSE(texts.ok());
    EXPECT_EQ(migration_obstacle(accounts[0]), std::nullopt);
    EXPECT_EQ(migration_obstacle(accounts[1]), texts.ok() ? std::nullopt : std::optional(texts.error()));
    return migration_obstacle(accounts[1]);
  };
  EXPECT_EQ(obstacle([](Account& account) { account.period.seconds = 60; }), Error::kInvalidPeriod);
  EXPECT_EQ(obstacle([](Account& account) { account.digits.value = 7; }), Error::kInvalidDigits);
  EXPECT_EQ(obstacle([](Account& account) { account.encoder = Encoder::kSteam; }), Error::kUnsupportedType);
  EXPECT_EQ(obstacle([](Account& account) { account.secret = SecretBytes(); }), Error::kInvalidSecret);
  EXPECT_EQ(obstacle([](Account& account) { account.account = "a\nb"; }), Error::kInvalidLabel);
  EXPECT_EQ(obstacle([](Account& account) { account.issuer_label = "a:b"; }), Error::kInvalidLabel);
  EXPECT_EQ(obstacle([](Account& account) {
              account.issuer.clear();
              account.account = "a:b";
            }),
            Error::kInvalidLabel);
}

TEST(WriteMigration, StartsACodeBeforeOneGrowsTooDenseToScan) {
  std::vector<Account> accounts = accounts_of(10);
  for (Account& account : accounts) account.account = std::string(kMaxNameLength, 'x');
  const auto texts = write_migration(accounts, 1);
  ASSERT_TRUE(texts.ok());
  EXPECT_GT(texts.value().size(), 1U);
  for (const SecretText& text : texts.value()) EXPECT_LE(text.size(), 2331U);  // version 40, level M
  const auto exports = read_back(texts.value());
  ASSERT_EQ(exports.size(), 1U);
  EXPECT_EQ(exports[0].accounts.size(), 10U);
}

TEST(WriteMigration, HasLimits) {
  EXPECT_EQ(write_migration({}, 1).error(), Error::kInvalidMigration);
  const auto most = accounts_of(kMaxMigrationBatches * kMigrationAccountsPerCode);
  const auto texts = write_migration(most, 1);
  ASSERT_TRUE(texts.ok());
  EXPECT_EQ(texts.value().size(), kMaxMigrationBatches);
  EXPECT_EQ(read_back(texts.value()).at(0).accounts.size(), most.size());
  const auto more = accounts_of(kMaxMigrationBatches * kMigrationAccountsPerCode + 1);
  EXPECT_EQ(write_migration(more, 1).error(), Error::kMigrationTooLarge);

  Account large = numbered(1);
  large.secret = SecretBytes(SecretBytes::kMaxSize);
  large.issuer = std::string(kMaxNameLength, 'x');
  EXPECT_EQ(write_migration({&large, 1}, 1).error(), Error::kMigrationTooLarge);
}

}  // namespace
}  // namespace countersign
