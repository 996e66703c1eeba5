// The logic of reading; which address gives what is in tests/vectors/uris.json.
#include "cpp/account/uri_reader.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "cpp/account/base32.h"

namespace countersign {
namespace {

constexpr std::string_view kTwentyBytes = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

std::string totp(std::string_view parameters) {
  return std::string("otpauth://totp/Example:alice?issuer=Example&secret=")
      .append(kTwentyBytes)
      .append(parameters);
}

Error error_of(std::string_view uri) {
  const auto reading = read_uri(uri);
  EXPECT_FALSE(reading.ok()) << uri;
  return reading.ok() ? Error::kOutOfMemory : reading.error();
}

UriReading read(std::string_view uri) {
  auto reading = read_uri(uri);
  EXPECT_TRUE(reading.ok()) << uri;
  return reading.ok() ? std::move(reading).value() : UriReading{};
}

std::string secret_of(std::string_view uri) {
  return std::string(base32_encode(read(uri).account.secret.bytes()).view());
}

TEST(ReadUri, T52_AcceptsWhatTheFormatAllowsAndRefusesDuplicates) {
  EXPECT_EQ(read("otpauth://totp/alice?secret=gezdgnbvgy3tqojq").account.issuer, "");
  EXPECT_EQ(read("otpauth://totp/Example%3Aalice?secret=GEZDGNBVGY3TQOJQ").account.issuer, "Example");
  const UriReading differing = read("otpauth://totp/A:alice?secret=GEZDGNBVGY3TQOJQ&issuer=B");
  EXPECT_EQ(differing.account.issuer, "B");
  EXPECT_EQ(differing.account.issuer_label, "A");
  EXPECT_EQ(read(totp("&algorithm=SHA512&digits=8&period=120")).account.period.seconds, 120U);
  for (const std::string_view twice :
       {"&secret=AAAAAAAA", "&Issuer=Example", "&digits=6&digits=6", "&digits&digits=6"})
    EXPECT_EQ(error_of(totp(twice)), Error::kDuplicateParameter) << twice;
}

TEST(ReadUri, PutsNoFragmentIntoTheSecretAsOtplibDoes) {
  const std::string uri = std::string("otpauth://totp/a?secret=").append(kTwentyBytes).append("#FRAG");
  EXPECT_EQ(secret_of(uri), kTwentyBytes);
  EXPECT_TRUE(read(uri).warnings.has(UriWarning::kFragment));
}

TEST(ReadUri, DropsTheSpaceAfterTheColonThatOtpauthKeeps) {
  EXPECT_EQ(read("otpauth://totp/Example:%20alice%40google.com?secret=GEZDGNBV").account.account,
            "alice@google.com");
}

TEST(ReadUri, BuildsNoEmptyKeyFromOneLetterAsOtpauthDoes) {
  EXPECT_EQ(error_of("otpauth://totp/a?secret=A"), Error::kInvalidSecret);
}

TEST(ReadUri, KeepsCountersAbove2To53ThatOtpauthRounds) {
  const std::string uri = "otpauth://hotp/a?secret=GEZDGNBV&counter=";
  EXPECT_EQ(read(uri + "9007199254740993").account.counter, 9'007'199'254'740'993U);
  EXPECT_EQ(read(uri + "18446744073709551615").account.counter, std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(error_of(uri + "18446744073709551616"), Error::kInvalidCounter);
  EXPECT_EQ(error_of(uri + "-1"), Error::kInvalidCounter);
}

TEST(ReadUri, FindsTheSecretThatOtplibMissesInMixedCase) {
  EXPECT_EQ(secret_of(std::string("otpauth://totp/a?SeCrEt=").append(kTwentyBytes)), kTwentyBytes);
}

TEST(ReadUri, KeepsThePeriodThatMicroKeyProducerIgnores) {
  EXPECT_EQ(read(totp("&period=60")).account.period.seconds, 60U);
}

TEST(ReadUri, GivesSteamItsOwnCodeWhereOtpauthGivesDigits) {
  EXPECT_EQ(read(totp("&digits=5&encoder=steam")).account.encoder, Encoder::kSteam);
  EXPECT_EQ(read(totp("&digits=5")).account.encoder, Encoder::kDecimal);
}

TEST(ReadUri, TakesABareKeyForNoAddress) {
  EXPECT_EQ(error_of(kTwentyBytes), Error::kInvalidUri);
  EXPECT_EQ(error_of(""), Error::kInvalidUri);
}

TEST(ReadUri, LooksAtNoAddressOverTheLimit) {
  const std::string longest = totp("&x=") + std::string(kMaxUriLength - totp("&x=").size(), '%');
  EXPECT_TRUE(read_uri(longest).ok());
  EXPECT_EQ(error_of(longest + " "), Error::kUriTooLong);
  EXPECT_EQ(error_of(std::string(10'240, 'x')), Error::kUriTooLong);
}

TEST(ReadUri, ReadsAcrossLineEndsOfWrappedMail) {
  const UriReading reading =
      read("\r\n otpauth://totp/Exam\r\nple:alice?secret=GEZDGNBV\r\nGY3TQOJQ&issuer=Example\n");
  EXPECT_EQ(reading.account.issuer, "Example");
  EXPECT_TRUE(reading.account.issuer_label.empty());
  EXPECT_TRUE(reading.warnings.has(UriWarning::kSecretHadSpaces));
  EXPECT_TRUE(reading.warnings.has(UriWarning::kControlCharacter));
  EXPECT_TRUE(reading.warnings.has(UriWarning::kSurroundingSpace));
}

TEST(ReadUri, ReadsAnAddressWithNullBytes) {
  const std::string uri = totp("&digits=8") + std::string(1, '\0');
  EXPECT_EQ(error_of(uri), Error::kInvalidDigits);
}

}  // namespace
}  // namespace countersign
