#include "cpp/account/migration_payload.h"

#include <span>
#include <utility>

#include "cpp/account/ascii.h"
#include "cpp/account/base64.h"
#include "cpp/account/label.h"
#include "cpp/account/migration_fields.h"
#include "cpp/account/name.h"
#include "cpp/account/percent.h"
#include "cpp/account/protobuf.h"

namespace countersign {
namespace {

struct RawEntry {
  std::span<const std::uint8_t> secret;
  std::string name;
  std::string issuer;
  std::uint64_t algorithm = migration::kUnspecified;
  std::uint64_t digits = migration::kUnspecified;
  std::uint64_t type = migration::kUnspecified;
  std::uint64_t counter = 0;
  bool damaged = false;
};

RawEntry split_entry(std::span<const std::uint8_t> message) {
  RawEntry entry;
  WireReader reader(message);
  while (const auto field = reader.next()) {
    const bool known = field->number <= migration::kCounter;
    if (known && field->is_bytes != (field->number <= migration::kIssuer)) entry.damaged = true;
    switch (field->number) {
      case migration::kSecret:
        entry.secret = field->bytes;
        break;
      case migration::kName:
        entry.name = field->text();
        break;
      case migration::kIssuer:
        entry.issuer = field->text();
        break;
      case migration::kAlgorithm:
        entry.algorithm = field->varint;
        break;
      case migration::kDigits:
        entry.digits = field->varint;
        break;
      case migration::kType:
        entry.type = field->varint;
        break;
      case migration::kCounter:
        entry.counter = field->varint;
        break;
      default:
        break;  // unique_id and what later versions add
    }
  }
  entry.damaged = entry.damaged || reader.damaged();
  return entry;
}

Result<Account> account_of(const RawEntry& entry) {
  if (entry.damaged) return Error::kInvalidMigration;
  if (entry.secret.empty()) return Error::kMissingSecret;
  if (entry.secret.size() > SecretBytes::kMaxSize) return Error::kInvalidSecret;

  Account account;
  switch (entry.algorithm) {
    case migration::kUnspecified:
    case migration::kSha1:
      break;
    case migration::kSha256:
      account.algorithm = Algorithm::kSha256;
      break;
    case migration::kSha512:
      account.algorithm = Algorithm::kSha512;
      break;
    default:
      return Error::kInvalidAlgorithm;  // 4 is MD5
  }
  if (entry.digits > migration::kEight) return Error::kInvalidDigits;
  if (entry.digits == migration::kEight) account.digits.value = 8;
  if (entry.type > migration::kTotp) return Error::kUnsupportedType;
  if (entry.type == migration::kHotp) {
    account.type = OtpType::kHotp;
    account.counter = entry.counter;
  }
  account.secret = SecretBytes::copy_of(entry.secret);
  Names names = read_plain_names(entry.name, entry.issuer);
  account.issuer = std::move(names.issuer);
  account.issuer_label = std::move(names.issuer_label);
  account.account = std::move(names.account);
  return account;
}

void read_entry(std::span<const std::uint8_t> message, MigrationPayload& payload) {
  const RawEntry entry = split_entry(message);
  Result<Account> account = account_of(entry);
  if (account) {
    payload.accounts.push_back(std::move(account).value());
    return;
  }
  const auto place = static_cast<std::uint32_t>(payload.accounts.size() + payload.rejected.size());
  // Of a damaged entry nothing can be trusted to be a name.
  std::string name = entry.damaged ? std::string{} : clean_name(entry.name).text;
  payload.rejected.push_back({.batch = 0, .entry = place, .name = std::move(name), .error = account.error()});
}

std::optional<Error> read_batch(std::uint64_t size, std::uint64_t index, MigrationPayload& payload) {
  if (size > kMaxMigrationBatches) return Error::kMigrationTooLarge;
  if (size == 0) size = 1;  // absent in some writers
  if (index >= size) return Error::kInvalidMigration;
  payload.size = static_cast<std::uint32_t>(size);
  payload.index = static_cast<std::uint32_t>(index);
  for (RejectedEntry& entry : payload.rejected) entry.batch = payload.index;
  return std::nullopt;
}

std::optional<Error> read_fields(MigrationPayload& payload) {
  std::uint64_t size = 1;
  std::uint64_t index = 0;
  WireReader reader(payload.content);
  while (const auto field = reader.next()) {
    const bool known = field->number <= migration::kBatchId;
    if (known && field->is_bytes != (field->number == migration::kOtpParameters))
      return Error::kInvalidMigration;
    switch (field->number) {
      case migration::kOtpParameters:
        if (payload.accounts.size() + payload.rejected.size() == kMaxMigrationEntries)
          return Error::kMigrationTooLarge;
        read_entry(field->bytes, payload);
        break;
      case migration::kBatchSize:
        size = field->varint;
        break;
      case migration::kBatchIndex:
        index = field->varint;
        break;
      case migration::kBatchId:
        payload.batch_id = static_cast<std::int64_t>(field->varint);
        break;
      default:
        break;  // the version says nothing that the fields do not
    }
  }
  if (reader.damaged() || payload.content.empty()) return Error::kInvalidMigration;
  return read_batch(size, index, payload);
}

}  // namespace

Result<MigrationPayload> read_migration_payload(std::string_view text) {
  if (text.size() > kMaxMigrationText) return Error::kMigrationTooLarge;
  text = trimmed(text);
  if (!starts_with_ignoring_case(text, migration::kScheme)) return Error::kInvalidMigration;
  text.remove_prefix(migration::kScheme.size());
  const Unescaped data = percent_decode(text.substr(0, text.find_first_of("&#")));
  Result<WipedBytes> content = base64_decode(data.text.view());
  if (!content) return content.error();

  MigrationPayload payload;
  payload.content = std::move(content).value();
  if (const auto error = read_fields(payload)) return *error;
  return payload;
}

}  // namespace countersign
