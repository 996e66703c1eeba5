#include "bindings/readings.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/numbers.h"
#include "bindings/otps.h"
#include "bindings/stack.h"
#include "bindings/warnings.h"
#include "bindings/webcrypto.h"
#include "cpp/account/migration_reader.h"
#include "cpp/account/migration_writer.h"
#include "cpp/account/uri_reader.h"

namespace countersign::bindings {
namespace {

struct Migration {
  std::vector<std::string> texts;
  std::vector<MigrationExport> exports;
  std::vector<std::size_t> taken;  // accounts, of each export
  std::vector<Account> accounts;
};

Migration& migration() noexcept {
  static Migration current;
  return current;
}

// A failed allocation is told by the next step: a text or account that was not added is missed.
void add(bool added) noexcept {
  if (!added) clear_migration();
}

Account copy_of(const Account& account, std::uint64_t counter) {
  Account copy;
  copy.type = account.type;
  copy.secret = account.secret.clone();
  copy.algorithm = account.algorithm;
  copy.digits = account.digits;
  copy.period = account.period;
  copy.counter = counter;
  copy.encoder = account.encoder;
  copy.issuer = account.issuer;
  copy.issuer_label = account.issuer_label;
  copy.account = account.account;
  return copy;
}

Result<std::int32_t> random_batch_id() noexcept {
  std::array<std::uint8_t, sizeof(std::int32_t)> random{};
  WebCryptoEntropy entropy;
  if (!entropy.fill(random)) return Error::kEntropyUnavailable;
  std::int32_t batch_id = 0;
  std::memcpy(&batch_id, random.data(), random.size());
  return batch_id;
}

}  // namespace

Handle read_address(const std::string& text) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> Handle {
    Result<UriReading> reading = read_uri(text);
    if (!reading) {
      remember(reading.error());
      return 0;
    }
    warn(reading.value().warnings);
    return lend_account(std::move(reading.value().account));
  });
}

void add_migration_text(const std::string& text) noexcept {
  add(attempt([&] {
    migration().texts.push_back(text);
    return true;
  }));
}

std::int32_t read_migration_texts() noexcept {
  const StackWipe wipe;
  constexpr std::int32_t kUnread = -1;
  const std::int32_t count = attempt([&]() -> std::int32_t {
    Migration& current = migration();
    const std::vector<std::string_view> views(current.texts.begin(), current.texts.end());
    Result<std::vector<MigrationExport>> read = read_migration(views);
    if (!read) {
      remember(read.error());
      return kUnread;
    }
    current.exports = std::move(read).value();
    current.taken.assign(current.exports.size(), 0);
    return static_cast<std::int32_t>(current.exports.size());
  });
  return count == 0 ? kUnread : count;
}

Handle take_migrated(std::int32_t index) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> Handle {
    const auto at = static_cast<std::size_t>(index);
    std::vector<Account>& accounts = migration().exports[at].accounts;
    std::size_t& taken = migration().taken[at];
    return taken == accounts.size() ? 0 : lend_account(std::move(accounts[taken++]));
  });
}

std::string migration_batch(std::int32_t index) noexcept {
  return attempt([&] {
    const MigrationExport& read = migration().exports[static_cast<std::size_t>(index)];
    std::string text;
    append_number(text, read.size);
    char separator = ':';
    for (const std::uint32_t seen : read.seen) {
      text += separator;
      append_number(text, seen);
      separator = ',';
    }
    return text;
  });
}

std::string migration_rejected(std::int32_t index, std::int32_t entry) noexcept {
  return attempt([&]() -> std::string {
    const auto& rejected = migration().exports[static_cast<std::size_t>(index)].rejected;
    if (static_cast<std::size_t>(entry) >= rejected.size()) return {};
    const RejectedEntry& left_out = rejected[static_cast<std::size_t>(entry)];
    std::string text;
    append_number(text, left_out.batch);
    text += ':';
    append_number(text, left_out.entry);
    text += ':';
    text += name_of(left_out.error);
    text += ':';
    text += left_out.name;
    return text;
  });
}

void add_migration_account(Handle otp, std::uint64_t counter) noexcept {
  add(attempt([&] {
    migration().accounts.push_back(copy_of(held<Otp>(otp).account, counter));
    return true;
  }));
}

std::string write_migration_texts() noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::string {
    const Result<std::int32_t> batch_id = random_batch_id();
    if (!batch_id) {
      remember(batch_id.error());
      return {};
    }
    const Result<std::vector<SecretText>> written = write_migration(migration().accounts, batch_id.value());
    if (!written) {
      remember(written.error());
      return {};
    }
    std::string texts;
    for (const SecretText& text : written.value()) {
      if (!texts.empty()) texts += '\n';
      texts += text.view();
    }
    return texts;
  });
}

void clear_migration() noexcept {
  const StackWipe wipe;
  migration() = {};
}

}  // namespace countersign::bindings
