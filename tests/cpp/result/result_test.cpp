#include "cpp/result/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "cpp/memory/secret_bytes.h"

namespace countersign {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return Error::kInvalidCounter;
  return number / 2;
}

TEST(Result, HoldsAValueOrAReason) {
  const Result<int> even = half(8);
  ASSERT_TRUE(even.ok());
  EXPECT_TRUE(static_cast<bool>(even));
  EXPECT_EQ(even.value(), 4);

  const Result<int> odd = half(7);
  EXPECT_FALSE(odd.ok());
  EXPECT_FALSE(static_cast<bool>(odd));
  EXPECT_EQ(odd.error(), Error::kInvalidCounter);
}

TEST(Result, CarriesWhatCanOnlyBeMoved) {
  Result<SecretBytes> result = SecretBytes(5);
  ASSERT_TRUE(result.ok());
  const SecretBytes secret = std::move(result).value();
  EXPECT_EQ(secret.size(), 5U);
}

TEST(Result, LetsTheValueBeChangedInPlace) {
  Result<int> result = half(2);
  result.value() += 1;
  EXPECT_EQ(result.value(), 2);
}

}  // namespace
}  // namespace countersign
