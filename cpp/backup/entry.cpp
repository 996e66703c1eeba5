#include "cpp/backup/entry.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "cpp/backup/alphabet.h"
#include "cpp/backup/check.h"
#include "cpp/backup/typed_character.h"
#include "cpp/memory/secret_bytes.h"

namespace countersign {
namespace {

using Pair = std::pair<char, char>;

// Taken for each other on paper and in most typefaces.
constexpr auto kLookAlikes = std::to_array<Pair>({
    {'0', 'D'}, {'0', 'Q'}, {'0', '8'}, {'1', '7'}, {'2', 'Z'}, {'3', '8'}, {'4', '9'},
    {'5', 'S'}, {'6', 'G'}, {'6', 'B'}, {'8', 'B'}, {'C', 'G'}, {'D', 'Q'}, {'E', 'F'},
    {'K', 'X'}, {'M', 'N'}, {'P', 'R'}, {'V', 'W'}, {'V', 'Y'},
});

constexpr bool look_alike(char a, char b) noexcept {
  return std::ranges::any_of(kLookAlikes,
                             [a, b](const Pair& pair) { return pair == Pair(a, b) || pair == Pair(b, a); });
}

std::optional<Suspicion> suspect(std::span<const std::uint8_t> values) {
  std::optional<Suspicion> found;
  for (std::size_t place = 0; place < values.size(); ++place) {
    const char typed = letter_of(values[place]);
    const char meant = letter_of(repaired_value(values, place));
    if (!look_alike(typed, meant)) continue;
    const std::size_t group = place / BackupCode::kGroup;
    if (!found) {
      found = Suspicion{.group = group, .typed = typed, .meant = meant};
    } else if (found->group == group) {
      found = Suspicion{.group = group};
    } else {
      return std::nullopt;
    }
  }
  return found;
}

}  // namespace

BackupEntry read_backup_code(std::string_view typed) {
  if (typed.size() > kMaxBackupEntry) return {};
  SecretBytes entry(BackupCode::kCharacters);
  const auto values = entry.writable();
  std::size_t count = 0;
  while (!typed.empty()) {
    const char32_t character = take_character(typed);
    if (is_separator(character)) continue;
    const auto value = value_of(to_ascii(character));
    if (!value || count == values.size()) return {};
    values[count++] = *value;
  }
  if (count < values.size()) return {};

  BackupEntry answer;
  if (weighted_sum(values) == 0) {
    answer.verdict = EntryVerdict::kRead;
    answer.code = BackupCode::from_values(values.first<BackupCode::kCharacters>());
  } else {
    answer.verdict = EntryVerdict::kMistyped;
    answer.suspicion = suspect(values);
  }
  return answer;
}

}  // namespace countersign
