#include "cpp/hash/sha2.h"

#include <gtest/gtest.h>

#include <random>
#include <string_view>

#include "cpp/hash/digest.h"
#include "tests/cpp/hash/bytes.h"
#include "tests/cpp/hash/lane_agreement.h"

namespace countersign {
namespace {

using testing::expect_lanes_to_agree;
using testing::from_text;
using testing::is_hex;

constexpr std::string_view kSha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view kSha512OfAbc =
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

// FIPS 180-4's examples.
static_assert(is_hex(digest<Sha256>(from_text("abc")), kSha256OfAbc));
static_assert(is_hex(digest<Sha256>(from_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
                     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
static_assert(is_hex(digest<Sha512>(from_text("abc")), kSha512OfAbc));

TEST(Sha2, GivesTheStandardsExamples) {
  EXPECT_TRUE(is_hex(digest<Sha256>(from_text("abc")), kSha256OfAbc));
  EXPECT_TRUE(is_hex(digest<Sha512>(from_text("abc")), kSha512OfAbc));
}

TEST(Sha2, CompressesBlocksSideBySideAsItDoesOneByOne) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 1000; ++round) {
    expect_lanes_to_agree<Sha256, Lanes32>(random);
    expect_lanes_to_agree<Sha512, Lanes64>(random);
  }
}

}  // namespace
}  // namespace countersign
