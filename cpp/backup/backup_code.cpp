#include "cpp/backup/backup_code.h"

#include <algorithm>
#include <utility>

#include "cpp/backup/alphabet.h"
#include "cpp/backup/check.h"

namespace countersign {

BackupCode::BackupCode(SecretBytes values) noexcept : values_(std::move(values)) {}

BackupCode BackupCode::from_random(std::span<const std::uint8_t, kRandomBytes> random) {
  SecretBytes values(kCharacters);
  const auto places = values.writable();
  std::uint32_t pending = 0;
  unsigned bits = 0;
  std::size_t next = 0;
  for (std::size_t place = 0; place < kRandomCharacters; ++place, bits -= 5) {
    if (bits < 5) {
      pending = (pending << 8U) | random[next++];
      bits += 8;
    }
    places[place] = static_cast<std::uint8_t>((pending >> (bits - 5)) & 31U);
  }
  places[kRandomCharacters] = check_value(places.first<kRandomCharacters>());
  return BackupCode(std::move(values));
}

BackupCode BackupCode::from_values(std::span<const std::uint8_t, kCharacters> values) {
  return BackupCode(SecretBytes::copy_of(values));
}

SecretText BackupCode::canonical() const {
  SecretText text;
  text.reserve(kCharacters);
  for (const std::uint8_t value : values_.bytes()) text.append(letter_of(value));
  return text;
}

SecretText BackupCode::formatted() const {
  const auto values = values_.bytes();
  SecretText text;
  text.reserve(kCharacters + kGroups - 1);
  for (std::size_t place = 0; place < values.size(); ++place) {
    if (place > 0 && place % kGroup == 0) text.append('-');
    text.append(letter_of(values[place]));
  }
  return text;
}

Result<std::vector<BackupCode>> generate_backup_codes(std::size_t count, Entropy& entropy) {
  if (count < BackupCodeCount::kMin || count > BackupCodeCount::kMax) return Error::kInvalidBackupCode;
  SecretBytes random(count * BackupCode::kRandomBytes);
  if (!entropy.fill(random.writable())) return Error::kEntropyUnavailable;

  std::vector<BackupCode> codes;
  codes.reserve(count);
  for (auto rest = random.bytes(); !rest.empty(); rest = rest.subspan(BackupCode::kRandomBytes))
    codes.push_back(BackupCode::from_random(rest.first<BackupCode::kRandomBytes>()));
  return codes;
}

}  // namespace countersign
