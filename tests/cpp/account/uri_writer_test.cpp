#include "cpp/account/uri_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "cpp/account/name.h"
#include "cpp/account/uri_reader.h"

namespace countersign {
namespace {

Account example() {
  constexpr std::string_view kKey = "12345678901234567890";
  Account account;
  account.secret = SecretBytes(kKey.size());
  std::ranges::copy(kKey, account.secret.writable().begin());
  account.issuer = "Example";
  account.account = "alice@example.com";
  return account;
}

std::string written(const Account& account) {
  const auto uri = write_uri(account);
  EXPECT_TRUE(uri.ok());
  return uri.ok() ? std::string(uri.value().view()) : std::string{};
}

Error error_of(const Account& account) {
  const auto uri = write_uri(account);
  EXPECT_FALSE(uri.ok());
  return uri.ok() ? Error::kOutOfMemory : uri.error();
}

TEST(WriteUri, T52_PutsTheIssuerBeforeTheAccountAndIntoItsParameter) {
  EXPECT_EQ(
      written(example()),
      "otpauth://totp/Example:alice%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example");
}

TEST(WriteUri, T52_EscapesByRfc3986WithPercent20AndNoPlus) {
  Account account = example();
  account.issuer = "Z\u00FCrich & Co";
  account.account = "50% + #1?";
  EXPECT_EQ(
      written(account),
      "otpauth://totp/Z%C3%BCrich%20%26%20Co:50%25%20%2B%20%231%3F?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
      "&issuer=Z%C3%BCrich%20%26%20Co");
}

TEST(WriteUri, T52_WritesTheSecretWithoutPadding) {
  Account account = example();
  account.secret = SecretBytes(16);
  EXPECT_NE(written(account).find("secret=AAAAAAAAAAAAAAAAAAAAAAAAAA&"), std::string::npos);
}

TEST(WriteUri, SaysOnlyWhatIsNotTheDefault) {
  Account account = example();
  account.algorithm = Algorithm::kSha256;
  account.digits.value = 8;
  account.period.seconds = 60;
  EXPECT_TRUE(written(account).ends_with("&issuer=Example&algorithm=SHA256&digits=8&period=60"));
}

TEST(WriteUri, T52_AlwaysWritesTheCounterOfHotpToTheLastDigit) {
  Account account = example();
  account.type = OtpType::kHotp;
  EXPECT_TRUE(written(account).starts_with("otpauth://hotp/Example:"));
  EXPECT_TRUE(written(account).ends_with("&counter=0"));
  account.counter = std::numeric_limits<std::uint64_t>::max();
  EXPECT_TRUE(written(account).ends_with("&counter=18446744073709551615"));
}

TEST(WriteUri, WritesSteamSoThatItIsReadAsSteam) {
  Account account = example();
  account.encoder = Encoder::kSteam;
  EXPECT_TRUE(written(account).ends_with("&digits=5&encoder=steam"));
  const auto reading = read_uri(written(account));
  ASSERT_TRUE(reading.ok());
  EXPECT_EQ(reading.value().account.encoder, Encoder::kSteam);
  EXPECT_TRUE(reading.value().warnings.empty());
}

TEST(WriteUri, KeepsALabelThatDiffersFromTheIssuer) {
  Account account = example();
  account.issuer_label = "MyOrganization";
  const auto reading = read_uri(written(account));
  ASSERT_TRUE(reading.ok());
  EXPECT_EQ(reading.value().account.issuer, "Example");
  EXPECT_EQ(reading.value().account.issuer_label, "MyOrganization");
}

TEST(WriteUri, WritesAnAccountWithoutAnIssuer) {
  Account account = example();
  account.issuer.clear();
  EXPECT_EQ(written(account), "otpauth://totp/alice%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

TEST(WriteUri, T52_RefusesAColonInIssuerAndAccount) {
  Account issuer = example();
  issuer.issuer = "Text: More";
  EXPECT_EQ(error_of(issuer), Error::kInvalidLabel);
  Account account = example();
  account.account = "a:b";
  EXPECT_EQ(error_of(account), Error::kInvalidLabel);
}

TEST(WriteUri, RefusesWhatItCouldNotReadBack) {
  Account account = example();
  account.account = std::string(kMaxNameLength + 1, 'x');
  EXPECT_EQ(error_of(account), Error::kInvalidLabel);
  account = example();
  account.secret = SecretBytes();
  EXPECT_EQ(error_of(account), Error::kInvalidSecret);
  account = example();
  account.digits.value = 11;
  EXPECT_EQ(error_of(account), Error::kInvalidDigits);
  account = example();
  account.period.seconds = 0;
  EXPECT_EQ(error_of(account), Error::kInvalidPeriod);
  account = example();
  account.type = OtpType::kHotp;
  account.encoder = Encoder::kSteam;
  EXPECT_EQ(error_of(account), Error::kUnsupportedType);
}

TEST(WriteUri, FitsItsLongestAccountIntoTheLengthThatIsRead) {
  Account account = example();
  account.type = OtpType::kHotp;
  account.secret = SecretBytes(SecretBytes::kMaxSize);
  account.algorithm = Algorithm::kSha512;
  account.digits.value = 10;
  account.counter = std::numeric_limits<std::uint64_t>::max();
  std::string longest;
  while (longest.size() < kMaxNameLength) longest += "\u9280";  // nine bytes of address for three
  account.issuer = longest;
  account.account = longest;
  account.issuer_label = longest.substr(3) + "~~~";
  EXPECT_GT(written(account).size(), kMaxUriLength - 128);
  EXPECT_LE(written(account).size(), kMaxUriLength);
  EXPECT_TRUE(read_uri(written(account)).ok());
}

}  // namespace
}  // namespace countersign
