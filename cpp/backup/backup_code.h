// Backup codes: what signs a person in once when the authenticator is gone. NIST SP 800-63B-4 §3.1.2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string_view>
#include <vector>

#include "cpp/memory/entropy.h"
#include "cpp/memory/secret_bytes.h"
#include "cpp/memory/secret_text.h"
#include "cpp/result/result.h"

namespace countersign {

/// 70 random bits as 14 characters of Crockford's base 32, then a check character (see weighted_sum()).
/// Wiped when it goes; moved, not copied.
class BackupCode {
 public:
  static constexpr std::size_t kRandomCharacters = 14;
  static constexpr std::size_t kCharacters = kRandomCharacters + 1;
  static constexpr std::size_t kGroup = 5;
  static constexpr std::size_t kGroups = kCharacters / kGroup;
  /// 72 bits, of which the last two are dropped.
  static constexpr std::size_t kRandomBytes = 9;

  /// Every set of bits is one code and all are equally likely. \param random  kRandomBytes bytes
  [[nodiscard]] static BackupCode from_random(std::span<const std::uint8_t, kRandomBytes> random);
  /// \param values  0 to 31 each, whose weighted_sum() is 0
  [[nodiscard]] static BackupCode from_values(std::span<const std::uint8_t, kCharacters> values);

  /// What is hashed: kCharacters characters without dashes, upper case.
  [[nodiscard]] SecretText canonical() const;
  /// What a person reads: three groups of five with dashes between them, 17 characters.
  [[nodiscard]] SecretText formatted() const;

  friend bool operator==(const BackupCode&, const BackupCode&) noexcept = default;
  friend std::ostream& operator<<(std::ostream&, const BackupCode&) = delete;

 private:
  explicit BackupCode(SecretBytes values) noexcept;

  SecretBytes values_;
};

/// Codes in one list. One alone is the emergency code.
struct BackupCodeCount {
  static constexpr std::size_t kMin = 1;
  static constexpr std::size_t kMax = 20;
};

/// \param count  BackupCodeCount::kMin to kMax
/// \returns kInvalidBackupCode for another count, kEntropyUnavailable where the source refuses
[[nodiscard]] Result<std::vector<BackupCode>> generate_backup_codes(std::size_t count, Entropy& entropy);

}  // namespace countersign
