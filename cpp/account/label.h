// Who a key is for: the issuer, the account, and how a label joins them.
#pragma once

#include <string>
#include <string_view>

#include "cpp/account/account.h"
#include "cpp/account/uri_warning.h"

namespace countersign {

struct Names {
  std::string issuer;
  std::string issuer_label;  ///< the label's prefix where it differs from the issuer, else empty
  std::string account;
};

/// Reads a percent-encoded `[issuer ":"] *"%20" account`. Splits after the issuer where the label starts with
/// it, else at the first colon, else at the first encoded one; so an issuer may hold an encoded colon.
/// \param label   percent-encoded, as in the address
/// \param issuer  the parameter's value, percent-encoded; empty for none. It wins over the prefix.
[[nodiscard]] Names read_uri_names(std::string_view label, std::string_view issuer, UriWarnings& warnings);

/// The same for the plain text of an export, where the prefix may be absent.
[[nodiscard]] Names read_plain_names(std::string_view name, std::string_view issuer);

/// The label's prefix as it is written: `issuer_label`, else `issuer`.
[[nodiscard]] std::string_view label_prefix(const Account& account) noexcept;

}  // namespace countersign
