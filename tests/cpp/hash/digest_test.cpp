#include "cpp/hash/digest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cpp/hash/sha1.h"
#include "cpp/hash/sha2.h"
#include "tests/cpp/hash/bytes.h"

namespace countersign {
namespace {

using testing::from_hex;
using testing::is_hex;

struct Vector {
  std::string kind;
  std::string input;  // the message in hexadecimal, or the number of a checkpoint
  std::string digest;
};

/// The lines of tests/vectors/shavs.txt, which says where they are from.
std::vector<Vector> vectors_of(const std::string& hash) {
  std::ifstream file(COUNTERSIGN_VECTORS "/shavs.txt");
  std::vector<Vector> vectors;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string name;
    Vector vector;
    if (fields >> name >> vector.kind >> vector.input >> vector.digest && name == hash)
      vectors.push_back(vector);
  }
  return vectors;
}

template <typename Hash>
std::size_t check_messages(const std::string& hash, const std::string& kind) {
  std::size_t checked = 0;
  for (const Vector& vector : vectors_of(hash)) {
    if (vector.kind != kind) continue;
    const auto message = vector.input == "-" ? std::vector<std::uint8_t>{} : from_hex(vector.input);
    EXPECT_TRUE(is_hex(digest<Hash>(message), vector.digest)) << hash << " of " << message.size() << " bytes";
    ++checked;
  }
  return checked;
}

TEST(Digest, GivesNistsShortMessages) {
  EXPECT_EQ(check_messages<Sha1>("SHA1", "short"), 65U);
  EXPECT_EQ(check_messages<Sha256>("SHA256", "short"), 65U);
  EXPECT_EQ(check_messages<Sha512>("SHA512", "short"), 129U);
}

TEST(Digest, GivesNistsLongMessages) {
  EXPECT_EQ(check_messages<Sha1>("SHA1", "long"), 8U);
  EXPECT_EQ(check_messages<Sha256>("SHA256", "long"), 8U);
  EXPECT_EQ(check_messages<Sha512>("SHA512", "long"), 8U);
}

/// SHAVS §6.4: a thousand digests, each of the three before it, make the next seed.
template <typename Hash>
Digest<Hash> next_checkpoint(const Digest<Hash>& seed) {
  std::array<Digest<Hash>, 3> last = {seed, seed, seed};
  for (int i = 0; i < 1000; ++i) {
    std::array<std::uint8_t, 3 * Hash::kDigestSize> message{};
    auto end = message.begin();
    for (const Digest<Hash>& one : last) end = std::ranges::copy(one, end).out;
    last = {last[1], last[2], digest<Hash>(message)};
  }
  return last[2];
}

template <typename Hash>
void check_monte_carlo(const std::string& hash) {
  Digest<Hash> current{};
  int done = 0;
  for (const Vector& vector : vectors_of(hash)) {
    if (vector.kind != "monte") continue;
    if (vector.input == "seed") {
      std::ranges::copy(from_hex(vector.digest), current.begin());
      continue;
    }
    for (; done <= std::stoi(vector.input); ++done) current = next_checkpoint<Hash>(current);
    ASSERT_TRUE(is_hex(current, vector.digest)) << hash << " checkpoint " << vector.input;
  }
  EXPECT_EQ(done, 100);
}

TEST(Digest, GivesNistsMonteCarloCheckpointsForSha1) {
  check_monte_carlo<Sha1>("SHA1");
}
TEST(Digest, GivesNistsMonteCarloCheckpointsForSha256) {
  check_monte_carlo<Sha256>("SHA256");
}
TEST(Digest, GivesNistsMonteCarloCheckpointsForSha512) {
  check_monte_carlo<Sha512>("SHA512");
}

// The length alone makes these differ: 55 and 56 bytes are the last that fit and the first that does not.
TEST(Digest, PadsAtEveryLengthAroundABlock) {
  std::vector<Digest<Sha1>> seen;
  for (std::size_t size = 0; size <= 200; ++size) {
    const Digest<Sha1> one = digest<Sha1>(testing::repeated(size, 0));
    EXPECT_EQ(std::ranges::find(seen, one), seen.end()) << size;
    seen.push_back(one);
  }
}

}  // namespace
}  // namespace countersign
