// Writes accounts as Google Authenticator exports them: otpauth-migration://offline?data=…
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cpp/account/account.h"
#include "cpp/memory/secret_text.h"
#include "cpp/result/result.h"

namespace countersign {

/// Accounts in one code, as Google's app fills them.
inline constexpr std::size_t kMigrationAccountsPerCode = 10;
/// Bytes of one code's payload, so that its text fits a QR code of level M.
inline constexpr std::size_t kMaxMigrationPayload = 1536;

/// Why the format cannot carry an account, or nothing where it can. It would come back with other codes:
/// kInvalidPeriod other than 30 s, kInvalidDigits other than 6 and 8, kUnsupportedType for Steam; and
/// kInvalidSecret for an empty key, kInvalidLabel for a name that would be split elsewhere.
[[nodiscard]] std::optional<Error> migration_obstacle(const Account& account);

/// One text for each code. Nothing is written where one account has an obstacle: a code that is silently
/// wrong after the move is worse than none.
/// \param batch_id  the same in all codes of one export; take it at random
/// \returns the first account's obstacle, kMigrationTooLarge for over kMaxMigrationBatches codes or an
///          account that fills one alone, kInvalidMigration for no account
[[nodiscard]] Result<std::vector<SecretText>> write_migration(std::span<const Account> accounts,
                                                              std::int32_t batch_id);

}  // namespace countersign
