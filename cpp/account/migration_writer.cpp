#include "cpp/account/migration_writer.h"

#include <string>
#include <string_view>
#include <utility>

#include "cpp/account/base64.h"
#include "cpp/account/label.h"
#include "cpp/account/migration_fields.h"
#include "cpp/account/migration_reader.h"
#include "cpp/account/name.h"
#include "cpp/account/percent.h"
#include "cpp/account/protobuf.h"

namespace countersign {
namespace {

/// Room that the batch fields take at most: four tags, three small numbers and a ten-byte one.
constexpr std::size_t kBatchFieldBytes = 4 + (3 * 2) + 10;

std::uint64_t algorithm_value(Algorithm algorithm) noexcept {
  switch (algorithm) {
    case Algorithm::kSha1:
      return migration::kSha1;
    case Algorithm::kSha256:
      return migration::kSha256;
    case Algorithm::kSha512:
      return migration::kSha512;
  }
  return migration::kUnspecified;
}

WireWriter entry_of(const Account& account) {
  WireWriter entry;
  entry.bytes_field(migration::kSecret, account.secret.bytes());
  std::string name(label_prefix(account));
  if (!name.empty()) name += ':';
  entry.text_field(migration::kName, name + account.account);
  if (!account.issuer.empty()) entry.text_field(migration::kIssuer, account.issuer);
  entry.varint_field(migration::kAlgorithm, algorithm_value(account.algorithm));
  entry.varint_field(migration::kDigits, account.digits.value == 8 ? migration::kEight : migration::kSix);
  const bool hotp = account.type == OtpType::kHotp;
  entry.varint_field(migration::kType, hotp ? migration::kHotp : migration::kTotp);
  if (hotp) entry.varint_field(migration::kCounter, account.counter);
  return entry;
}

/// Version 1, which every release of the app reads.
SecretText text_of(WireWriter payload, std::size_t size, std::size_t index, std::int32_t batch_id) {
  payload.varint_field(migration::kVersion, 1);
  payload.varint_field(migration::kBatchSize, size);
  payload.varint_field(migration::kBatchIndex, index);
  payload.varint_field(migration::kBatchId, static_cast<std::uint64_t>(std::int64_t{batch_id}));
  SecretText text;
  text.append(migration::kScheme);
  percent_encode(base64_encode(payload.message()).view(), text);
  return text;
}

}  // namespace

std::optional<Error> migration_obstacle(const Account& account) {
  if (account.secret.empty() || account.secret.size() > SecretBytes::kMaxSize) return Error::kInvalidSecret;
  if (account.encoder == Encoder::kSteam) return Error::kUnsupportedType;
  if (account.digits.value != 6 && account.digits.value != 8) return Error::kInvalidDigits;
  if (account.type == OtpType::kTotp && account.period.seconds != Period{}.seconds)
    return Error::kInvalidPeriod;
  // The issuer's own field tells where a name is split; without it a colon would split it.
  const Colon in_account = account.issuer.empty() ? Colon::kRefused : Colon::kAllowed;
  if (const auto error = check_name(account.issuer, Colon::kAllowed)) return error;
  if (const auto error = check_name(account.issuer_label)) return error;
  return check_name(account.account, in_account);
}

Result<std::vector<SecretText>> write_migration(std::span<const Account> accounts, std::int32_t batch_id) {
  if (accounts.empty()) return Error::kInvalidMigration;
  std::vector<WireWriter> codes;
  std::size_t in_code = kMigrationAccountsPerCode;
  for (const Account& account : accounts) {
    if (const auto obstacle = migration_obstacle(account)) return *obstacle;
    const WireWriter entry = entry_of(account);
    if (entry.size() + kBatchFieldBytes + 3 > kMaxMigrationPayload) return Error::kMigrationTooLarge;
    const bool full = in_code == kMigrationAccountsPerCode ||
                      codes.back().size() + entry.size() + kBatchFieldBytes + 3 > kMaxMigrationPayload;
    if (full) {
      codes.emplace_back();
      in_code = 0;
    }
    codes.back().bytes_field(migration::kOtpParameters, entry.message());
    ++in_code;
    if (codes.size() > kMaxMigrationBatches) return Error::kMigrationTooLarge;
  }
  std::vector<SecretText> texts;
  texts.reserve(codes.size());
  const std::size_t size = codes.size();
  for (std::size_t i = 0; i < size; ++i) texts.push_back(text_of(std::move(codes[i]), size, i, batch_id));
  return texts;
}

}  // namespace countersign
