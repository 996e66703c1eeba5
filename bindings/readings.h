// Accounts that were read from addresses and exports, to be taken one by one as handles.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bindings/handle_count.h"
#include "bindings/otp_handle.h"
#include "cpp/account/account.h"
#include "cpp/account/migration_reader.h"
#include "cpp/account/uri_reader.h"

namespace countersign::bindings {

/// Accounts in a row. take_totp() and take_hotp() give the one that is due, once, and null where it is of
/// the other type or there is none left; counter() is that of the last one taken.
class AccountQueue : private Counted {
 public:
  explicit AccountQueue(std::vector<Account> accounts) noexcept;
  [[nodiscard]] OwnedTotp take_totp() noexcept;
  [[nodiscard]] OwnedHotp take_hotp() noexcept;
  [[nodiscard]] std::uint64_t counter() const noexcept { return counter_; }

 private:
  template <typename Handle>
  std::unique_ptr<Handle> take(OtpType type) noexcept;

  std::vector<Account> accounts_;
  std::size_t next_ = 0;
  std::uint64_t counter_ = 0;
};

/// One address: a queue of one account, and what was repaired.
class UriReadingHandle : public AccountQueue {
 public:
  explicit UriReadingHandle(UriReading reading);
  [[nodiscard]] emscripten::val warnings() const noexcept;

 private:
  UriWarnings warnings_;
};

/// One export.
class ExportHandle : public AccountQueue {
 public:
  explicit ExportHandle(MigrationExport read);
  [[nodiscard]] int size() const noexcept { return static_cast<int>(size_); }
  /// The indexes that were given, ascending.
  [[nodiscard]] emscripten::val seen() const noexcept;
  /// { batch, entry, name, error } each.
  [[nodiscard]] emscripten::val rejected() const noexcept;

 private:
  std::uint32_t size_;
  std::vector<std::uint32_t> seen_;
  std::vector<RejectedEntry> rejected_;
};

/// The texts of one or more exports. Texts are added first, then read() once, then the exports taken.
class MigrationHandle : private Counted {
 public:
  void add_text(const std::string& text);
  /// \returns whether the texts could be read; else last_error() says why
  [[nodiscard]] bool read() noexcept;
  /// The next export in the order of their first text, or null.
  [[nodiscard]] std::unique_ptr<ExportHandle> take_export() noexcept;

  /// For writing: copies the account of a code's handle.
  void add_totp(const TotpHandle& totp);
  void add_hotp(const HotpHandle& hotp, std::uint64_t counter);
  /// An array of one text a QR code, or undefined. The batch id is taken at random.
  [[nodiscard]] emscripten::val write() noexcept;

 private:
  void add(const Account& account, std::uint64_t counter);

  std::vector<std::string> texts_;
  std::vector<MigrationExport> exports_;
  std::vector<Account> accounts_;
  std::size_t next_ = 0;
};

/// Null where the address is refused; last_error() says why.
[[nodiscard]] std::unique_ptr<UriReadingHandle> read_address(const std::string& text) noexcept;

}  // namespace countersign::bindings
