// One code of an export: its text, its payload and the entries in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cpp/account/account.h"
#include "cpp/account/migration_reader.h"
#include "cpp/memory/secret_text.h"
#include "cpp/result/result.h"

namespace countersign {

struct MigrationPayload {
  WipedBytes content;  ///< tells codes apart where there is no batch id
  std::optional<std::int64_t> batch_id;
  std::uint32_t size = 1;
  std::uint32_t index = 0;
  std::vector<Account> accounts;
  std::vector<RejectedEntry> rejected;
};

/// \returns kInvalidMigration for other text or a damaged payload, kMigrationTooLarge over the limits
[[nodiscard]] Result<MigrationPayload> read_migration_payload(std::string_view text);

}  // namespace countersign
