#include "cpp/backup/backup_code.h"

#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <set>
#include <string>
#include <type_traits>

#include "tests/cpp/backup/fixed_entropy.h"

namespace countersign {
namespace {

static_assert(!std::is_copy_constructible_v<BackupCode>);
static_assert(std::is_nothrow_move_constructible_v<BackupCode>);
// T16: at least 64 bits.
static_assert(BackupCode::kRandomCharacters * 5 == 70);

using Random = std::array<std::uint8_t, BackupCode::kRandomBytes>;

TEST(BackupCode, IsThreeGroupsOfFive) {
  const BackupCode code =
      BackupCode::from_random(Random{0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35});
  EXPECT_EQ(code.canonical().view().substr(0, 14), "0123456789ABCD");
  EXPECT_EQ(code.formatted().view().substr(0, 16), "01234-56789-ABCD");
  EXPECT_EQ(code.formatted().size(), 17U);
  EXPECT_EQ(code.canonical().size(), 15U);
}

TEST(BackupCode, HoldsEachOfItsSeventyBits) {
  std::set<std::string> codes;
  for (std::size_t bit = 0; bit < 72; ++bit) {
    Random random{};
    random[bit / 8] = static_cast<std::uint8_t>(0x80U >> (bit % 8));
    codes.emplace(BackupCode::from_random(random).canonical().view().substr(0, 14));
  }
  EXPECT_EQ(codes.size(), 71U)
      << "70 codes with one bit set, and the code without any for the two unused bits";
}

TEST(GenerateBackupCodes, GivesTheSameListForTheSameBytes) {
  SeededEntropy one(7);
  SeededEntropy other(7);
  const auto codes = generate_backup_codes(10, one);
  const auto again = generate_backup_codes(10, other);
  ASSERT_TRUE(codes.ok() && again.ok());
  EXPECT_EQ(codes.value(), again.value());
  const auto next = generate_backup_codes(10, one);
  ASSERT_TRUE(next.ok());
  EXPECT_FALSE(codes.value() == next.value());
}

TEST(GenerateBackupCodes, MakesOneCodeOrAListOfUpToTwenty) {
  SeededEntropy entropy(1);
  for (std::size_t count = BackupCodeCount::kMin; count <= BackupCodeCount::kMax; ++count) {
    const auto codes = generate_backup_codes(count, entropy);
    ASSERT_TRUE(codes.ok());
    std::set<std::string> different;
    for (const BackupCode& code : codes.value()) different.emplace(code.canonical().view());
    EXPECT_EQ(different.size(), count);
  }
}

TEST(GenerateBackupCodes, RefusesOtherCounts) {
  SeededEntropy entropy(1);
  for (const std::size_t count : {std::size_t{0}, std::size_t{21}, ~std::size_t{0}}) {
    const auto codes = generate_backup_codes(count, entropy);
    ASSERT_FALSE(codes.ok());
    EXPECT_EQ(codes.error(), Error::kInvalidBackupCode);
  }
}

TEST(GenerateBackupCodes, RefusesToWorkWithoutRandomBytes) {
  RefusingEntropy entropy;
  const auto codes = generate_backup_codes(10, entropy);
  ASSERT_FALSE(codes.ok());
  EXPECT_EQ(codes.error(), Error::kEntropyUnavailable);
}

// Pearson's chi-square with 31 degrees of freedom: 61.1 is exceeded once in 1,000 fair samples, 9.0 undercut
// in fewer than 1 in 10,000.
void expect_fair(const std::array<int, 256>& counts, int samples) {
  double chi_square = 0;
  int letters = 0;
  for (const int count : counts) {
    if (count == 0) continue;
    ++letters;
    const double expected = samples / 32.0;
    chi_square += (count - expected) * (count - expected) / expected;
  }
  EXPECT_EQ(letters, 32);
  EXPECT_LT(chi_square, 61.1);
  EXPECT_GT(chi_square, 9.0);
}

TEST(GenerateBackupCodes, UsesAllCharactersEquallyOftenAtEveryPlace) {
  constexpr std::uint64_t kSeed = 0x5EED'2026;
  constexpr int kCodes = 14'300;  // 214,500 characters
  std::cout << "seed " << kSeed << '\n';
  SeededEntropy entropy(kSeed);
  std::array<int, 256> all{};
  std::array<std::array<int, 256>, BackupCode::kCharacters> at_place{};
  for (int i = 0; i < kCodes / 10; ++i) {
    const auto codes = generate_backup_codes(10, entropy);
    ASSERT_TRUE(codes.ok());
    for (const BackupCode& code : codes.value()) {
      const SecretText text = code.canonical();
      for (std::size_t place = 0; place < text.size(); ++place) {
        ++all[static_cast<unsigned char>(text.view()[place])];
        ++at_place[place][static_cast<unsigned char>(text.view()[place])];
      }
    }
  }
  expect_fair(all, kCodes * static_cast<int>(BackupCode::kCharacters));
  for (const auto& counts : at_place) expect_fair(counts, kCodes);
}

}  // namespace
}  // namespace countersign
