// Reading a backup code as a person types or pastes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cpp/backup/backup_code.h"

namespace countersign {

/// Bytes that an entry may have; a longer one is malformed, unread.
inline constexpr std::size_t kMaxBackupEntry = 256;

enum class EntryVerdict : std::uint8_t {
  kRead,       ///< a code of ours by its shape; whether it is one of the person's is for the hashes to say
  kMalformed,  ///< not 15 characters of the alphabet
  kMistyped,   ///< the check character does not fit: at least one character is wrong
};

/// Where one look-alike would explain the mistake. A guess to help the eye, never a correction.
struct Suspicion {
  std::size_t group = 0;  ///< 0 to BackupCode::kGroups - 1
  /// The two characters that look alike, as typed and as it would fit; 0 where the group has several such.
  char typed = 0;
  char meant = 0;

  friend bool operator==(const Suspicion&, const Suspicion&) = default;
};

struct BackupEntry {
  EntryVerdict verdict = EntryVerdict::kMalformed;
  std::optional<BackupCode> code;      ///< for kRead
  std::optional<Suspicion> suspicion;  ///< for kMistyped, where all candidates are in one group
};

/// Either case, any spaces and dashes, full-width and Arabic-Indic forms, O for 0, I and L for 1, U for V.
/// kMalformed and kMistyped need cost no attempt: they say nothing about any code.
/// \param typed  UTF-8; bad UTF-8 is malformed
[[nodiscard]] BackupEntry read_backup_code(std::string_view typed);

}  // namespace countersign
