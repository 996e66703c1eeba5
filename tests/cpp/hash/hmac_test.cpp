#include "cpp/hash/hmac.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "cpp/hash/sha1.h"
#include "cpp/hash/sha2.h"
#include "tests/cpp/hash/bytes.h"

namespace countersign {
namespace {

using testing::from_hex;
using testing::from_text;
using testing::is_hex;
using testing::repeated;

using Bytes = std::vector<std::uint8_t>;

template <typename Hash>
constexpr bool gives(const Bytes& key, const Bytes& message, std::string_view mac) {
  Midstates<Hash> midstates{};
  absorb_key(key, midstates);
  const Digest<Hash> digest = hmac(midstates, message);
  return std::ranges::equal(std::span(digest).first(mac.size() / 2), from_hex(mac));
}

constexpr std::string_view kWhat = "what do ya want for nothing?";
constexpr std::string_view kTruncation = "Test With Truncation";
constexpr std::string_view kLargeKey = "Test Using Larger Than Block-Size Key - Hash Key First";
constexpr std::string_view kLargeBoth =
    "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data";
constexpr std::string_view kLargeBoth4231 =
    "This is a test using a larger than block-size key and a larger than block-size data. The key needs to "
    "be "
    "hashed before being used by the HMAC algorithm.";
constexpr std::string_view kCountingKey = "0102030405060708090a0b0c0d0e0f10111213141516171819";

constexpr bool gives_rfc2202() {
  return gives<Sha1>(repeated(20, 0x0b), from_text("Hi There"), "b617318655057264e28bc0b6fb378c8ef146be00") &&
         gives<Sha1>(from_text("Jefe"), from_text(kWhat), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79") &&
         gives<Sha1>(repeated(20, 0xaa), repeated(50, 0xdd), "125d7342b9ac11cd91a39af48aa17b4f63f175d3") &&
         gives<Sha1>(from_hex(kCountingKey), repeated(50, 0xcd),
                     "4c9007f4026250c6bc8414f9bf50c86c2d7235da") &&
         gives<Sha1>(repeated(20, 0x0c), from_text(kTruncation),
                     "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04") &&
         gives<Sha1>(repeated(80, 0xaa), from_text(kLargeKey), "aa4ae5e15272d00e95705637ce8a3b55ed402112") &&
         gives<Sha1>(repeated(80, 0xaa), from_text(kLargeBoth), "e8e99d0f45237d786d6bbaa7965c7808bbff1a91");
}

constexpr bool gives_rfc4231_for_sha256() {
  return gives<Sha256>(repeated(20, 0x0b), from_text("Hi There"),
                       "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7") &&
         gives<Sha256>(from_text("Jefe"), from_text(kWhat),
                       "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843") &&
         gives<Sha256>(repeated(20, 0xaa), repeated(50, 0xdd),
                       "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe") &&
         gives<Sha256>(from_hex(kCountingKey), repeated(50, 0xcd),
                       "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b") &&
         gives<Sha256>(repeated(20, 0x0c), from_text(kTruncation), "a3b6167473100ee06e0c796c2955552b") &&
         gives<Sha256>(repeated(131, 0xaa), from_text(kLargeKey),
                       "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54") &&
         gives<Sha256>(repeated(131, 0xaa), from_text(kLargeBoth4231),
                       "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

constexpr bool gives_rfc4231_for_sha512() {
  return gives<Sha512>(repeated(20, 0x0b), from_text("Hi There"),
                       "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                       "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854") &&
         gives<Sha512>(from_text("Jefe"), from_text(kWhat),
                       "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                       "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737") &&
         gives<Sha512>(repeated(20, 0xaa), repeated(50, 0xdd),
                       "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
                       "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb") &&
         gives<Sha512>(from_hex(kCountingKey), repeated(50, 0xcd),
                       "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db"
                       "a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd") &&
         gives<Sha512>(repeated(20, 0x0c), from_text(kTruncation), "415fad6271580a531d4179bc891d87a6") &&
         gives<Sha512>(repeated(131, 0xaa), from_text(kLargeKey),
                       "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                       "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598") &&
         gives<Sha512>(repeated(131, 0xaa), from_text(kLargeBoth4231),
                       "e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944"
                       "b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58");
}

static_assert(gives_rfc2202());
static_assert(gives_rfc4231_for_sha256());
static_assert(gives_rfc4231_for_sha512());

// The same where the compiler's code runs and not the compiler.
TEST(Hmac, GivesRfc2202ForSha1) {
  EXPECT_TRUE(gives_rfc2202());
}
TEST(Hmac, GivesRfc4231ForSha256) {
  EXPECT_TRUE(gives_rfc4231_for_sha256());
}
TEST(Hmac, GivesRfc4231ForSha512) {
  EXPECT_TRUE(gives_rfc4231_for_sha512());
}

/// The hot path against the whole construction, which the vectors prove.
template <typename Hash, typename Lane>
void expect_counters_to_agree(std::uint64_t first) {
  Midstates<Hash> key{};
  absorb_key(from_text("12345678901234567890"), key);
  std::array<std::uint64_t, kLaneCount<Lane>> counters{};
  for (std::size_t i = 0; i < counters.size(); ++i) counters[i] = first + i;
  const auto macs = hmac_of_counters<Hash, Lane>(key, counters);

  for (std::size_t lane = 0; lane < counters.size(); ++lane) {
    Bytes message(8);
    for (std::size_t i = 0; i < 8; ++i)
      message[i] = static_cast<std::uint8_t>(counters[lane] >> (56 - 8 * i));
    ScalarState<Hash> words{};
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = to_words(macs[i])[lane];
    EXPECT_EQ(to_bytes<Hash>(words), hmac(key, message)) << counters[lane];
  }
}

TEST(Hmac, MakesTheMacsOfCountersSideBySideAsOfAnyMessage) {
  constexpr std::uint64_t kOne = 1;
  for (const std::uint64_t first : {kOne - 1, kOne, (kOne << 31U) - 2, (kOne << 32U) - 2, (kOne << 53U) - 2,
                                    (kOne << 63U) - 2, ~kOne - 2}) {
    expect_counters_to_agree<Sha1, std::uint32_t>(first);
    expect_counters_to_agree<Sha1, Lanes32>(first);
    expect_counters_to_agree<Sha256, std::uint32_t>(first);
    expect_counters_to_agree<Sha256, Lanes32>(first);
    expect_counters_to_agree<Sha512, std::uint64_t>(first);
    expect_counters_to_agree<Sha512, Lanes64>(first);
  }
}

}  // namespace
}  // namespace countersign
