#include "cpp/account/algorithm_name.h"

#include <gtest/gtest.h>

namespace countersign {
namespace {

TEST(AlgorithmName, ComesBackFromItsOwnSpelling) {
  for (const Algorithm algorithm : {Algorithm::kSha1, Algorithm::kSha256, Algorithm::kSha512})
    EXPECT_EQ(algorithm_named(name_of(algorithm)), algorithm);
}

TEST(AlgorithmName, ReadsTheSpellingsInUse) {
  for (const std::string_view name :
       {"SHA256", "sha256", "SHA-256", "SHA_256", "HmacSHA256", "HMAC-SHA-256", "hmac-sha256", "HMACSHA256"})
    EXPECT_EQ(algorithm_named(name), Algorithm::kSha256) << name;
}

TEST(AlgorithmName, KnowsNoOtherHash) {
  for (const std::string_view name : {"", "SHA", "SHA-", "MD5", "HmacMD5", "SHA224", "SHA384", "SHA3-256",
                                      "SHA2-256", "SHA--256", "SHA256 ", "SHA2560", "256", "HMAC"})
    EXPECT_EQ(algorithm_named(name), std::nullopt) << name;
}

}  // namespace
}  // namespace countersign
