#include "cpp/backup/check.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

#include "cpp/backup/backup_code.h"

namespace countersign {
namespace {

constexpr std::size_t kPlaces = BackupCode::kCharacters;
using Values = std::array<std::uint8_t, kPlaces>;

/// What the place adds to the sum for each value: the sum is linear, so this decides everything.
std::uint8_t weighted(std::size_t place, std::uint8_t value) {
  Values values{};
  values[place] = value;
  return weighted_sum(values);
}

Values random_code(std::mt19937_64& random) {
  Values values{};
  for (std::uint8_t& value : values) value = static_cast<std::uint8_t>(random() % 32);
  values.back() = check_value(std::span(values).first<kPlaces - 1>());
  return values;
}

TEST(WeightedSum, IsLinearForEveryPlaceAndPairOfValues) {
  for (std::size_t place = 0; place < kPlaces; ++place)
    for (unsigned a = 0; a < 32; ++a)
      for (unsigned b = 0; b < 32; ++b)
        ASSERT_EQ(
            weighted(place, static_cast<std::uint8_t>(a ^ b)),
            weighted(place, static_cast<std::uint8_t>(a)) ^ weighted(place, static_cast<std::uint8_t>(b)));
}

TEST(WeightedSum, AddsUpWhatThePlacesAddAlone) {
  constexpr std::uint64_t kSeed = 20261124;
  RecordProperty("seed", std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 1000; ++round) {
    Values values{};
    std::uint8_t sum = 0;
    for (std::size_t place = 0; place < kPlaces; ++place) {
      values[place] = static_cast<std::uint8_t>(random() % 32);
      sum ^= weighted(place, values[place]);
    }
    ASSERT_EQ(weighted_sum(values), sum) << "seed " << kSeed << ", round " << round;
  }
}

// With linearity: a wrong character at a place adds weighted(place, difference).
TEST(WeightedSum, FindsEverySingleWrongCharacter) {
  for (std::size_t place = 0; place < kPlaces; ++place)
    for (unsigned difference = 1; difference < 32; ++difference)
      ASSERT_NE(weighted(place, static_cast<std::uint8_t>(difference)), 0)
          << "place " << place << ", difference " << difference;
}

// With linearity: swapping a and b adds weighted(i, a ^ b) ^ weighted(j, a ^ b). The check character's own
// place is among the pairs.
TEST(WeightedSum, FindsEverySwapOfTwoDifferentCharacters) {
  int pairs = 0;
  for (std::size_t i = 0; i < kPlaces; ++i)
    for (std::size_t j = i + 1; j < kPlaces; ++j, ++pairs)
      for (unsigned a = 0; a < 32; ++a)
        for (unsigned b = 0; b < 32; ++b) {
          const auto difference = static_cast<std::uint8_t>(a ^ b);
          if (a == b) continue;
          ASSERT_NE(weighted(i, difference), weighted(j, difference))
              << i << " and " << j << ": " << a << ' ' << b;
        }
  EXPECT_EQ(pairs, 105);
}

TEST(WeightedSum, FindsThemInRealCodesByBruteForce) {
  constexpr std::uint64_t kSeed = 70;
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 300; ++round) {
    const Values code = random_code(random);
    ASSERT_EQ(weighted_sum(code), 0);
    for (std::size_t i = 0; i < kPlaces; ++i) {
      for (unsigned wrong = 0; wrong < 32; ++wrong) {
        if (wrong == code[i]) continue;
        Values changed = code;
        changed[i] = static_cast<std::uint8_t>(wrong);
        ASSERT_NE(weighted_sum(changed), 0) << "seed " << kSeed << ", round " << round;
      }
      for (std::size_t j = i + 1; j < kPlaces; ++j) {
        if (code[i] == code[j]) continue;
        Values swapped = code;
        std::swap(swapped[i], swapped[j]);
        ASSERT_NE(weighted_sum(swapped), 0) << "seed " << kSeed << ", round " << round;
      }
    }
  }
}

TEST(RepairedValue, GivesBackTheOneCharacterThatWasWrong) {
  constexpr std::uint64_t kSeed = 15;
  std::mt19937_64 random(kSeed);
  const Values code = random_code(random);
  for (std::size_t place = 0; place < kPlaces; ++place)
    for (unsigned difference = 0; difference < 32; ++difference) {
      Values changed = code;
      changed[place] ^= static_cast<std::uint8_t>(difference);
      ASSERT_EQ(repaired_value(changed, place), code[place]);
    }
}

TEST(TimesAlpha, VisitsAllUnitsOfTheField) {
  std::set<std::uint8_t> seen;
  std::uint8_t power = 1;
  for (int i = 0; i < 31; ++i, power = times_alpha(power)) seen.insert(power);
  EXPECT_EQ(seen.size(), 31U);
  EXPECT_EQ(power, 1);
  EXPECT_EQ(times_alpha(0), 0);
}

}  // namespace
}  // namespace countersign
