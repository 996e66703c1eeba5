// Memory that runs out at any moment: the caller gets std::bad_alloc, never an end of the program, and the
// sanitizer finds nothing leaked. libqrencode takes its memory elsewhere.
#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "cpp/account/migration_reader.h"
#include "cpp/account/migration_writer.h"
#include "cpp/account/uri_reader.h"
#include "cpp/account/uri_writer.h"
#include "cpp/backup/entry.h"
#include "cpp/qr/png.h"
#include "cpp/qr/svg.h"
#include "cpp/qr/terminal.h"
#include "tests/cpp/memory/allocation_limit.h"

namespace countersign {
namespace {

constexpr std::string_view kUri =
    "otpauth://totp/A%20long%20enough%20issuer%3A%C3%BC:alice%23%40example.com?"
    "secret=gezd%20gnbv-gy3t+qojq&issuer=Another+long+enough+issuer&digits=%38&algorithm=HmacSHA256";

/// Does `work` with no block, one block, two … until it has enough.
/// \returns how many it needs
template <typename Work>
std::size_t blocks_needed(Work work) {
  for (std::size_t allowed = 0; allowed < 10'000; ++allowed) {
    try {
      const AllocationLimit limit(allowed);
      work();
      if (!limit.reached()) return allowed;
      ADD_FAILURE() << "did its work without the block after " << allowed;
    } catch (const std::bad_alloc&) {
      continue;
    }
  }
  ADD_FAILURE() << "never has enough";
  return 0;
}

Account account_of(std::string_view uri) {
  return std::move(read_uri(uri).value().account);
}

TEST(AllocationFailure, IsToldWhileAnAddressIsReadOrWritten) {
  EXPECT_GT(blocks_needed([] { EXPECT_TRUE(read_uri(kUri).ok()); }), 3U);
  const Account account = account_of("otpauth://totp/Example:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Example");
  EXPECT_GT(blocks_needed([&account] { EXPECT_TRUE(write_uri(account).ok()); }), 0U);
}

TEST(AllocationFailure, IsToldWhileAnExportIsWrittenOrRead) {
  const std::array accounts = {
      account_of("otpauth://totp/A%20long%20enough%20issuer:alice?secret=GEZDGNBVGY3TQOJQ"),
      account_of("otpauth://hotp/Example:a.long.enough.account%40example.com?secret=GEZDGNBV&counter=7")};
  EXPECT_GT(blocks_needed([&accounts] { EXPECT_TRUE(write_migration(accounts, -7).ok()); }), 3U);
  const auto texts = write_migration(accounts, -7);
  ASSERT_TRUE(texts.ok());
  const std::string_view text = texts.value()[0].view();
  EXPECT_GT(blocks_needed([&text] { EXPECT_TRUE(read_migration({&text, 1}).ok()); }), 3U);
}

TEST(AllocationFailure, IsToldWhileACodeIsDrawn) {
  const QrCode code = QrCode::encode("otpauth").value();
  EXPECT_GT(blocks_needed([] { EXPECT_TRUE(QrCode::encode("otpauth").ok()); }), 0U);
  EXPECT_GT(blocks_needed([&code] { EXPECT_TRUE(to_svg(code, "A code").ok()); }), 3U);
  EXPECT_GT(blocks_needed([&code] { EXPECT_TRUE(to_png(code, 2).ok()); }), 3U);
  EXPECT_GT(blocks_needed([&code] { EXPECT_FALSE(to_terminal_text(code).empty()); }), 0U);
}

class FixedEntropy final : public Entropy {
 public:
  bool fill(std::span<std::uint8_t> out) noexcept override {
    for (std::uint8_t& byte : out) byte = 0x5A;
    return true;
  }
};

TEST(AllocationFailure, IsToldWhileBackupCodesAreMadeOrRead) {
  FixedEntropy entropy;
  EXPECT_GT(blocks_needed([&entropy] { EXPECT_TRUE(generate_backup_codes(10, entropy).ok()); }), 3U);
  const auto codes = generate_backup_codes(1, entropy);
  ASSERT_TRUE(codes.ok());
  const std::string typed(codes.value()[0].formatted().view());
  EXPECT_GT(blocks_needed([&typed] { EXPECT_EQ(read_backup_code(typed).verdict, EntryVerdict::kRead); }), 0U);
}

}  // namespace
}  // namespace countersign
