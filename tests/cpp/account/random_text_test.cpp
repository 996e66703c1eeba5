// Random and mutated text: nothing may crash, read out of bounds or give an account that cannot exist.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "cpp/account/base64.h"
#include "cpp/account/migration_reader.h"
#include "cpp/account/migration_writer.h"
#include "cpp/account/name.h"
#include "cpp/account/percent.h"
#include "cpp/account/uri_reader.h"
#include "cpp/account/uri_writer.h"
#include "tests/cpp/account/account_json.h"

namespace countersign {
namespace {

constexpr int kRounds = 20'000;

class RandomText : public testing::Test {
 protected:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  template <typename Items>
  auto one_of(const Items& items) {
    return items[below(items.size())];
  }

  std::string name() {
    static constexpr std::array<std::string_view, 14> kPieces = {
        "a", "Z", "7", " ", "+", "%", "#", "&", "?", "/", "\u00FC", "\u9280", "\U0001F600", "\"<'"};
    std::string text;
    for (std::size_t i = below(12); i > 0; --i) text += one_of(kPieces);
    return clean_name(text).text;
  }

  Account account() {
    Account account;
    account.secret = SecretBytes(1 + below(70));
    for (std::uint8_t& byte : account.secret.writable()) byte = static_cast<std::uint8_t>(random_());
    account.type = below(2) == 0 ? OtpType::kTotp : OtpType::kHotp;
    account.algorithm = one_of(std::array{Algorithm::kSha1, Algorithm::kSha256, Algorithm::kSha512});
    account.issuer = name();
    account.account = name();
    if (!account.issuer.empty() && below(4) == 0) account.issuer_label = name();
    if (account.issuer_label == account.issuer) account.issuer_label.clear();
    if (account.type == OtpType::kHotp) account.counter = (std::uint64_t{random_()} << 32U) | random_();
    return account;
  }

  /// Changes, drops, doubles and inserts a few bytes, more often the ones that mean something.
  std::string mutated(std::string text) {
    static constexpr std::string_view kMeaningful =
        ":/?#&=%+ -\t\n\0\x80\xC3\xFF"
        "A0aotpsecretz9";
    for (std::size_t i = 1 + below(6); i > 0 && !text.empty(); --i) {
      const std::size_t at = below(text.size());
      switch (below(5)) {
        case 0:
          text[at] = one_of(kMeaningful);
          break;
        case 1:
          text[at] = static_cast<char>(random_());
          break;
        case 2:
          text.erase(at, 1 + below(8));
          break;
        case 3:
          text.insert(at, 1, one_of(kMeaningful));
          break;
        default:
          text.insert(at, text.substr(below(text.size()), below(24)));
          break;
      }
    }
    return text;
  }

  static void expect_possible(const Account& account) {
    EXPECT_FALSE(account.secret.empty());
    EXPECT_LE(account.secret.size(), SecretBytes::kMaxSize);
    EXPECT_TRUE(Digits::valid(account.digits.value));
    EXPECT_TRUE(Period::valid(account.period.seconds));
    for (const std::string& text : {account.issuer, account.issuer_label, account.account}) {
      const CleanName clean = clean_name(text);
      EXPECT_EQ(clean.text, text);
    }
  }

  void SetUp() override { RecordProperty("seed", std::to_string(seed_)); }

  const unsigned seed_ = std::random_device{}();
  std::mt19937 random_{seed_};
  const testing::ScopedTrace trace_{__FILE__, __LINE__, std::string("seed ").append(std::to_string(seed_))};
};

TEST_F(RandomText, AnAccountComesBackFromItsAddress) {
  for (int i = 0; i < kRounds; ++i) {
    Account before = account();
    before.digits.value = static_cast<std::uint8_t>(Digits::kMin + below(6));
    if (before.type == OtpType::kTotp)
      before.period.seconds = static_cast<std::uint32_t>(1 + below(Period::kMax));
    if (before.type == OtpType::kTotp && below(4) == 0) {
      before.encoder = Encoder::kSteam;
      before.digits.value = 5;
    }
    const auto uri = write_uri(before);
    ASSERT_TRUE(uri.ok());
    const auto reading = read_uri(uri.value().view());
    ASSERT_TRUE(reading.ok());
    ASSERT_EQ(test::json_of(reading.value().account), test::json_of(before));
    for (const UriWarning warning : reading.value().warnings.list())
      ASSERT_TRUE(warning == UriWarning::kMissingIssuer || warning == UriWarning::kMissingAccount ||
                  warning == UriWarning::kIssuerMismatch)
          << name_of(warning);
  }
}

TEST_F(RandomText, AMutatedAddressGivesAPossibleAccountOrAnError) {
  int read = 0;
  for (int i = 0; i < kRounds; ++i) {
    const auto uri = write_uri(account());
    ASSERT_TRUE(uri.ok());
    const auto reading = read_uri(mutated(std::string(uri.value().view())));
    if (!reading) continue;
    ++read;
    expect_possible(reading.value().account);
    // What was read can be written and read again, but for names that the format does not allow.
    const auto again = write_uri(reading.value().account);
    if (!again) {
      ASSERT_EQ(again.error(), Error::kInvalidLabel);
      continue;
    }
    const auto second = read_uri(again.value().view());
    ASSERT_TRUE(second.ok());
    ASSERT_EQ(test::json_of(second.value().account), test::json_of(reading.value().account));
  }
  EXPECT_GT(read, kRounds / 20);  // else the mutations test the first check alone
}

TEST_F(RandomText, RandomBytesAreNoAddress) {
  for (int i = 0; i < kRounds; ++i) {
    std::string text(below(200), '\0');
    std::ranges::generate(text, [this] { return static_cast<char>(random_()); });
    EXPECT_FALSE(read_uri(text).ok());
    if (const auto reading = read_uri("otpauth://totp/" + text)) expect_possible(reading.value().account);
  }
}

TEST_F(RandomText, AnAccountComesBackFromAnExport) {
  for (int i = 0; i < kRounds / 10; ++i) {
    std::vector<Account> before;
    for (std::size_t count = 1 + below(12); count > 0; --count) {
      before.push_back(account());
      before.back().digits.value = below(2) == 0 ? 6 : 8;
    }
    const auto texts = write_migration(before, static_cast<std::int32_t>(random_()));
    ASSERT_TRUE(texts.ok());
    std::vector<std::string_view> views;
    for (const SecretText& text : texts.value()) views.push_back(text.view());
    std::ranges::shuffle(views, random_);
    const auto exports = read_migration(views);
    ASSERT_TRUE(exports.ok());
    ASSERT_EQ(exports.value().size(), 1U);
    ASSERT_EQ(test::list_of(exports.value()[0].accounts, test::json_of),
              test::list_of(before, test::json_of));
  }
}

TEST_F(RandomText, AMutatedExportGivesPossibleAccountsOrAnError) {
  constexpr std::string_view kScheme = "otpauth-migration://offline?data=";
  int read = 0;
  for (int i = 0; i < kRounds; ++i) {
    std::vector<Account> accounts;
    for (std::size_t count = 1 + below(3); count > 0; --count) accounts.push_back(account());
    const auto texts = write_migration(accounts, static_cast<std::int32_t>(random_()));
    ASSERT_TRUE(texts.ok());
    std::string text(texts.value()[0].view());
    if (below(2) == 0) {
      text = mutated(text);
    } else {  // the payload, so that it stays base64
      const auto payload = base64_decode(percent_decode(text.substr(kScheme.size())).text.view());
      ASSERT_TRUE(payload.ok());
      const std::string bytes = mutated({payload.value().begin(), payload.value().end()});
      const std::vector<std::uint8_t> changed(bytes.begin(), bytes.end());
      text = std::string(kScheme) + std::string(base64_encode(changed).view());
    }
    const std::string_view view = text;
    const auto exports = read_migration({&view, 1});
    if (!exports) continue;
    ++read;
    for (const Account& each : exports.value()[0].accounts) expect_possible(each);
    for (const RejectedEntry& entry : exports.value()[0].rejected)
      EXPECT_EQ(clean_name(entry.name).text, entry.name);
  }
  EXPECT_GT(read, kRounds / 20);
}

}  // namespace
}  // namespace countersign
