#include "bindings/readings.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "bindings/failure.h"
#include "bindings/stack.h"
#include "bindings/webcrypto.h"
#include "cpp/account/migration_writer.h"

namespace countersign::bindings {
namespace {

using emscripten::val;

std::vector<Account> only(Account account) {
  std::vector<Account> accounts;
  accounts.push_back(std::move(account));
  return accounts;
}

val described(const RejectedEntry& entry) {
  val object = val::object();
  object.set("batch", entry.batch);
  object.set("entry", entry.entry);
  object.set("name", entry.name);
  object.set("error", std::string(name_of(entry.error)));
  return object;
}

}  // namespace

AccountQueue::AccountQueue(std::vector<Account> accounts) noexcept : accounts_(std::move(accounts)) {}

template <typename Handle>
std::unique_ptr<Handle> AccountQueue::take(OtpType type) noexcept {
  const StackWipe wipe;
  if (next_ == accounts_.size() || accounts_[next_].type != type) return nullptr;
  return attempt([&] {
    Account& account = accounts_[next_++];
    counter_ = account.counter;
    return std::make_unique<Handle>(std::move(account));
  });
}

OwnedTotp AccountQueue::take_totp() noexcept {
  return take<TotpHandle>(OtpType::kTotp);
}

OwnedHotp AccountQueue::take_hotp() noexcept {
  return take<HotpHandle>(OtpType::kHotp);
}

UriReadingHandle::UriReadingHandle(UriReading reading)
    : AccountQueue(only(std::move(reading.account))), warnings_(reading.warnings) {}

val UriReadingHandle::warnings() const noexcept {
  return attempt([&] { return names_of(warnings_); });
}

ExportHandle::ExportHandle(MigrationExport read)
    : AccountQueue(std::move(read.accounts)),
      size_(read.size),
      seen_(std::move(read.seen)),
      rejected_(std::move(read.rejected)) {}

val ExportHandle::seen() const noexcept {
  return attempt([&] { return val::array(seen_); });
}

val ExportHandle::rejected() const noexcept {
  return attempt([&] {
    val list = val::array();
    for (const RejectedEntry& entry : rejected_) list.call<void>("push", described(entry));
    return list;
  });
}

void MigrationHandle::add_text(const std::string& text) {
  texts_.push_back(text);
}

bool MigrationHandle::read() noexcept {
  const StackWipe wipe;
  return attempt([&] {
    const std::vector<std::string_view> views(texts_.begin(), texts_.end());
    Result<std::vector<MigrationExport>> read = read_migration(views);
    if (read)
      exports_ = std::move(read).value();
    else
      remember(read.error());
    return read.ok();
  });
}

std::unique_ptr<ExportHandle> MigrationHandle::take_export() noexcept {
  if (next_ == exports_.size()) return nullptr;
  return attempt([&] { return std::make_unique<ExportHandle>(std::move(exports_[next_++])); });
}

void MigrationHandle::add(const Account& account, std::uint64_t counter) {
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
  accounts_.push_back(std::move(copy));
}

void MigrationHandle::add_totp(const TotpHandle& totp) {
  add(totp.account(), 0);
}

void MigrationHandle::add_hotp(const HotpHandle& hotp, std::uint64_t counter) {
  add(hotp.account(), counter);
}

val MigrationHandle::write() noexcept {
  const StackWipe wipe;
  return attempt([&] {
    std::array<std::uint8_t, sizeof(std::int32_t)> random{};
    WebCryptoEntropy entropy;
    if (!entropy.fill(random)) {
      remember(Error::kEntropyUnavailable);
      return val::undefined();
    }
    std::int32_t batch_id = 0;
    std::memcpy(&batch_id, random.data(), random.size());
    const Result<std::vector<SecretText>> written = write_migration(accounts_, batch_id);
    if (!written) {
      remember(written.error());
      return val::undefined();
    }
    val texts = val::array();
    for (const SecretText& text : written.value()) texts.call<void>("push", std::string(text.view()));
    return texts;
  });
}

std::unique_ptr<UriReadingHandle> read_address(const std::string& text) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::unique_ptr<UriReadingHandle> {
    Result<UriReading> reading = read_uri(text);
    if (reading) return std::make_unique<UriReadingHandle>(std::move(reading).value());
    remember(reading.error());
    return nullptr;
  });
}

}  // namespace countersign::bindings
