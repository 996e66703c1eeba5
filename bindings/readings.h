// Accounts from addresses and exports, and exports from accounts.
//
// One export is read or written at a time: its texts or accounts are added, then it is read or written, then
// its parts are taken, then it is cleared. That is one call of web/core/migration.ts, which nothing
// interrupts.
#pragma once

#include <cstdint>
#include <string>

#include "bindings/handle.h"

namespace countersign::bindings {

/// \returns 0 where the address is refused; what was repaired is in last_warnings()
[[nodiscard]] Handle read_address(const std::string& text) noexcept;

void add_migration_text(const std::string& text) noexcept;
/// \returns how many exports the texts are of, in the order of their first text; a negative number where they
/// cannot
///          be read
[[nodiscard]] std::int32_t read_migration_texts() noexcept;
/// The next account of an export, or 0 after the last.
[[nodiscard]] Handle take_migrated(std::int32_t index) noexcept;
/// "size:0,2": how many codes it has, and the indexes of those that were given, ascending.
[[nodiscard]] std::string migration_batch(std::int32_t index) noexcept;
/// "batch:entry:error:name" of an entry that was left out, where the name is all of the rest; empty after the
/// last.
[[nodiscard]] std::string migration_rejected(std::int32_t index, std::int32_t entry) noexcept;

/// \param counter  for HOTP the next one to be used
void add_migration_account(Handle otp, std::uint64_t counter) noexcept;
/// One text a line, or empty text. The batch id is taken at random.
[[nodiscard]] std::string write_migration_texts() noexcept;

void clear_migration() noexcept;

}  // namespace countersign::bindings
