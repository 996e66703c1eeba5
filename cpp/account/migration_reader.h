// Reads the export of Google Authenticator: otpauth-migration://offline?data=…, one text a QR code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/account/account.h"
#include "cpp/result/result.h"

namespace countersign {

/// Bytes of one text. A QR code holds at most 2,953.
inline constexpr std::size_t kMaxMigrationText = 8192;
/// Texts in one call, and codes that one export may claim to have.
inline constexpr std::size_t kMaxMigrationBatches = 100;
/// Accounts in one text. Google writes at most 10.
inline constexpr std::size_t kMaxMigrationEntries = 100;

/// An entry that was left out, and why. The others of its code are kept.
struct RejectedEntry {
  std::uint32_t batch = 0;  ///< the code's index in its export, from 0
  std::uint32_t entry = 0;  ///< the entry's place in that code, from 0
  std::string name;         ///< UTF-8, as the code has it; may be empty
  Error error = Error::kInvalidMigration;
};

/// One export: the codes of it that were given, in the order of their index.
struct MigrationExport {
  std::optional<std::int64_t> batch_id;  ///< absent in version 2
  std::uint32_t size = 1;                ///< codes that the export has
  std::vector<std::uint32_t> seen;       ///< indexes that were given, ascending, each once
  std::vector<Account> accounts;         ///< in the order of the phone's list; period 30, the format has none
  std::vector<RejectedEntry> rejected;   ///< MD5, empty secrets, what cannot be understood

  [[nodiscard]] bool complete() const noexcept { return seen.size() == size; }
};

/// Reads texts in any order and with repetitions; codes of different exports are told apart by their batch
/// id, or by size, index and content where there is none.
///
/// Base64 may be standard or url-safe, percent-encoded or raw, with or without padding; a space stands for
/// the `+` that a form decoder took away. Unspecified algorithm, digits and type are SHA1, 6 and TOTP.
/// \returns one export for each told apart, in the order of their first text; kInvalidMigration where a text
///          is damaged or none is given, kMigrationTooLarge over the limits above
[[nodiscard]] Result<std::vector<MigrationExport>> read_migration(std::span<const std::string_view> texts);

}  // namespace countersign
