#include "cpp/hash/sha1.h"

#include <gtest/gtest.h>

#include <random>

#include "cpp/hash/digest.h"
#include "tests/cpp/hash/bytes.h"
#include "tests/cpp/hash/lane_agreement.h"

namespace countersign {
namespace {

using testing::expect_lanes_to_agree;
using testing::from_text;
using testing::is_hex;

// FIPS 180-4's examples (csrc.nist.gov, "Cryptographic Standards and Guidelines: Example Values").
static_assert(is_hex(digest<Sha1>(from_text("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d"));
static_assert(is_hex(digest<Sha1>(from_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
                     "84983e441c3bd26ebaae4aa1f95129e5e54670f1"));

TEST(Sha1, GivesTheStandardsExamples) {
  EXPECT_TRUE(is_hex(digest<Sha1>(from_text("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d"));
  EXPECT_TRUE(is_hex(digest<Sha1>({}), "da39a3ee5e6b4b0d3255bfef95601890afd80709"));
}

TEST(Sha1, CompressesFourBlocksSideBySideAsItDoesOneByOne) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 1000; ++round) expect_lanes_to_agree<Sha1, Lanes32>(random);
}

}  // namespace
}  // namespace countersign
