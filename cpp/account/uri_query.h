// The parameters of an otpauth address, told apart but not yet understood.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cpp/account/uri_warning.h"
#include "cpp/result/result.h"

namespace countersign {

enum class UriParameter : std::uint8_t {
  kSecret,     ///< base 32
  kIssuer,     ///< who gave the key
  kAlgorithm,  ///< the hash
  kDigits,     ///< length of a code
  kPeriod,     ///< seconds, TOTP
  kCounter,    ///< the next one, HOTP
  kEncoder,    ///< KeePassXC's word for Steam
  kSteam,      ///< a bare `&steam`
};

inline constexpr std::size_t kUriParameterCount = 8;

/// Values as they stand in the address, still percent-encoded; views into it.
class UriQuery {
 public:
  [[nodiscard]] bool has(UriParameter parameter) const noexcept { return slot(parameter).has_value(); }
  /// Empty where the parameter is absent or has no value.
  [[nodiscard]] std::string_view get(UriParameter parameter) const noexcept {
    return slot(parameter).value_or(std::string_view{});
  }
  /// \returns false where it stands already
  [[nodiscard]] bool put(UriParameter parameter, std::string_view value) noexcept;

 private:
  [[nodiscard]] const std::optional<std::string_view>& slot(UriParameter parameter) const noexcept {
    return values_[static_cast<std::size_t>(parameter)];
  }
  std::array<std::optional<std::string_view>, kUriParameterCount> values_;
};

/// Unknown parameters are left out; a `#` after the secret ends the query (RFC 3986 §3.5), one before it is
/// taken for a part of a name.
/// \param query  what follows the first `?`
/// \returns kDuplicateParameter where one of the above stands twice
[[nodiscard]] Result<UriQuery> read_query(std::string_view query, UriWarnings& warnings);

}  // namespace countersign
