// Random and cut-off bytes for what stands below the readers of addresses and exports.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/account/base32.h"
#include "cpp/account/base64.h"
#include "cpp/account/migration_reader.h"
#include "cpp/account/name.h"
#include "cpp/account/percent.h"
#include "cpp/account/protobuf.h"
#include "cpp/account/uri_reader.h"

namespace countersign {
namespace {

constexpr int kRounds = 20'000;

class RandomBytes : public testing::Test {
 protected:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  /// \param likely  taken for half of the bytes
  std::string bytes(std::size_t most, std::string_view likely) {
    std::string text(below(most + 1), '\0');
    for (char& c : text) c = below(2) == 0 ? likely[below(likely.size())] : static_cast<char>(random_());
    return text;
  }

  const unsigned seed_ = std::random_device{}();
  std::mt19937 random_{seed_};
  const testing::ScopedTrace trace_{__FILE__, __LINE__, std::string("seed ").append(std::to_string(seed_))};
};

bool inside(std::span<const std::uint8_t> part, const std::vector<std::uint8_t>& whole) {
  return part.empty() || (part.data() >= whole.data() &&
                          part.size() <= static_cast<std::size_t>(whole.data() + whole.size() - part.data()));
}

TEST_F(RandomBytes, GiveFieldsThatLieInsideOfTheMessageAndNoMoreThanItHolds) {
  using namespace std::string_view_literals;
  std::size_t seen = 0;
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = bytes(40, "\x08\x0A\x12\x1A\x20\x0D\x09\x00\x01\x02\x80\xFF\x7F"sv);
    const std::vector<std::uint8_t> message(text.begin(), text.end());
    WireReader reader(message);
    std::size_t fields = 0;
    while (const auto field = reader.next()) {
      ASSERT_TRUE(inside(field->bytes, message));
      ASSERT_GE(field->number, 1U);
      ++fields;
    }
    ASSERT_LE(fields, message.size() / 2);  // a field takes two bytes or more
    seen += fields;
    ASSERT_FALSE(reader.next().has_value()) << "goes on after the end";
  }
  EXPECT_GT(seen, kRounds / 10U);
}

TEST_F(RandomBytes, AreReadStrictlyOnlyWhereTheyAreWrittenSoAndLenientlyTheSame) {
  int strict = 0;
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = below(2) == 0 ? bytes(24, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
                                           : bytes(3, "MY=") + std::string(below(8), '=');
    const auto lenient = base32_decode_leniently(text);
    const auto exact = base32_decode(text);
    if (!exact) continue;
    ++strict;
    const std::string written(base32_encode(exact.value().bytes()).view());
    ASSERT_EQ(written, text.substr(0, text.find('=')));
    ASSERT_TRUE(lenient.ok());
    ASSERT_TRUE(lenient.value().bytes == exact.value());
  }
  EXPECT_GT(strict, 0);
}

TEST_F(RandomBytes, AreUnescapedToNoMoreThanTheyAre) {
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = bytes(40, "%%%0123456789abcdefABCDEFg");
    const Unescaped decoded = percent_decode(text);
    ASSERT_LE(decoded.text.size(), text.size());
    SecretText encoded;
    percent_encode(text, encoded);
    ASSERT_EQ(percent_decode(encoded.view()).text.view(), text);
  }
}

TEST_F(RandomBytes, AreCleanOnceTheyWereCleaned) {
  using namespace std::string_view_literals;
  for (int i = 0; i < kRounds; ++i) {
    const CleanName once = clean_name(bytes(40, " \0\x7F\xC2\x85\xE2\x80\xF0\x9F\x98\xED\xA0\xF4"sv));
    const CleanName twice = clean_name(once.text);
    ASSERT_EQ(twice.text, once.text);
    ASSERT_FALSE(twice.invalid_utf8 || twice.control_character);
  }
}

// 2^61 to 2^64 - 1 as a length, with few bytes behind it.
TEST(HostileLengths, AreRefusedHoweverNearTheyAreToTheEndOfTheNumbers) {
  for (unsigned bits = 7; bits < 64; ++bits) {
    for (const std::uint64_t length :
         {(std::uint64_t{1} << bits) - 1, std::uint64_t{1} << bits, ~std::uint64_t{0} - bits}) {
      std::vector<std::uint8_t> message = {0x0A};
      for (std::uint64_t rest = length;; rest >>= 7U) {
        message.push_back(static_cast<std::uint8_t>((rest & 0x7FU) | (rest >= 0x80 ? 0x80U : 0U)));
        if (rest < 0x80) break;
      }
      message.insert(message.end(), 100, 0);
      WireReader reader(message);
      EXPECT_FALSE(reader.next().has_value()) << length;
      EXPECT_TRUE(reader.damaged()) << length;
    }
  }
}

// Escapes, characters of several bytes, and the key are all cut somewhere.
TEST(CutText, OfAnAddressIsAnErrorUntilItsKeyBeginsAndNeverMoreThanTheWhole) {
  const std::string uri =
      "otpauth://totp/%E9%8A%80%E8%A1%8C%3A:%F0%9F%98%80\u9280?algorithm=SHA256&issuer=%C3%BC&secret=GEZDGNBV"
      "GY3TQOJQ%20GEZDGNBVGY3TQOJQ%3D%3D";
  const std::size_t key = uri.find("GEZD");
  for (std::size_t size = 0; size <= uri.size(); ++size) {
    const auto reading = read_uri(std::string_view(uri).substr(0, size));
    if (size < key + 2) {
      EXPECT_FALSE(reading.ok()) << size;
    } else if (reading) {
      EXPECT_LE(reading.value().account.secret.size(), 20U);
      EXPECT_EQ(clean_name(reading.value().account.account).text, reading.value().account.account);
    }
  }
  EXPECT_TRUE(read_uri(uri).ok());
}

TEST(CutText, OfAnExportIsAnErrorOrHasNoAccountThatTheWholeHasNot) {
  // One account, "name" of "issuer", with a batch.
  const std::vector<std::uint8_t> payload = {0x0A, 0x17, 0x0A, 0x05, 1,    2,    3,   4,    5,   0x12, 0x04,
                                             'n',  'a',  'm',  'e',  0x1A, 0x06, 'i', 's',  's', 'u',  'e',
                                             'r',  0x30, 0x02, 0x10, 0x01, 0x18, 1,   0x20, 0x00};
  std::size_t read = 0;
  for (std::size_t size = 0; size <= payload.size(); ++size) {
    const std::string text = "otpauth-migration://offline?data=" +
                             std::string(base64_encode(std::span(payload).first(size)).view());
    const std::string_view view = text;
    const auto exports = read_migration({&view, 1});
    if (!exports) continue;
    ++read;
    ASSERT_LE(exports.value()[0].accounts.size(), 1U);
    for (const Account& account : exports.value()[0].accounts) EXPECT_EQ(account.account, "name");
  }
  EXPECT_GE(read, 2U);
}

}  // namespace
}  // namespace countersign
