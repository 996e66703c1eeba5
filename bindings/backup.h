// Backup codes. Their hashing is the platform's; see web/core/backup-code-hash.ts.
#pragma once

#include <cstdint>
#include <string>

namespace countersign::bindings {

/// As people read them, one a line; empty text where it fails.
[[nodiscard]] std::string backup_codes(double count) noexcept;

/// "ok:CODE" with the canonical code; "mistyped:GROUP:TYPED:MEANT", the group being -1 and the characters
/// empty where nothing can be said of them; empty text for what is no code.
[[nodiscard]] std::string read_backup_entry(const std::string& typed) noexcept;

/// Where among `hashes`, one after the other, `hash` stands. All are compared, in constant time each.
/// \returns its index, or -1
[[nodiscard]] std::int32_t find_hash(const std::string& hash, const std::string& hashes) noexcept;

}  // namespace countersign::bindings
