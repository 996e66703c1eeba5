// What was repaired while an address was read. The names cross the boundary as they are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace countersign {

enum class UriWarning : std::uint8_t {
  kSurroundingSpace,   ///< spaces or line ends around the address
  kSchemeCase,         ///< scheme or type in capitals
  kAppleScheme,        ///< apple-otpauth: instead of otpauth:
  kMissingIssuer,      ///< neither the label nor a parameter names an issuer
  kMissingAccount,     ///< the label names no account
  kIssuerMismatch,     ///< label and parameter name different issuers: the parameter won, show both
  kUnescapedHash,      ///< a `#` inside a name was not percent-encoded
  kUnescapedText,      ///< a space or a character outside of ASCII in a name was not percent-encoded
  kPlusAsSpace,        ///< a `+` in the issuer was taken for a space
  kInvalidEscape,      ///< a `%` without two hexadecimal digits was taken for itself
  kInvalidUtf8,        ///< bytes of a name that are not UTF-8 were replaced by U+FFFD
  kControlCharacter,   ///< control characters, or those that turn text around, were taken out of a name
  kFragment,           ///< what follows `#` after the parameters was dropped
  kStraySeparator,     ///< `&` without a parameter
  kHtmlEscaped,        ///< `&amp;` between parameters
  kParameterCase,      ///< a parameter's name has capitals
  kEmptyParameter,     ///< a parameter has no value: its default was taken
  kAlgorithmSpelling,  ///< SHA-256, HmacSHA256, sha256 …
  kMissingCounter,     ///< HOTP without a counter: 0 was taken
  kSteamGuessed,       ///< taken for Steam because of the issuer alone
  kSecretHadSpaces,    ///< spaces, `+`, dashes or line ends in the secret
  kSecretHadPadding,   ///< `=` at the end of the secret
  kSecretLowerCase,    ///< the secret has lower-case letters
  kImpossibleLength,   ///< the secret's length cannot be: its last character was dropped
  kSpareBits,          ///< the secret's last character has bits of no byte, which were dropped
};

inline constexpr std::uint8_t kUriWarningCount = 25;

/// The warning's public name, such as "issuer-mismatch". Never contains input.
[[nodiscard]] std::string_view name_of(UriWarning warning) noexcept;

/// A set of warnings. Each stands once, in the order of the enumeration.
class UriWarnings {
 public:
  void add(UriWarning warning) noexcept { bits_ |= bit(warning); }
  void add_if(bool condition, UriWarning warning) noexcept {
    if (condition) add(warning);
  }
  [[nodiscard]] bool has(UriWarning warning) const noexcept { return (bits_ & bit(warning)) != 0; }
  [[nodiscard]] bool empty() const noexcept { return bits_ == 0; }
  [[nodiscard]] std::vector<UriWarning> list() const;

 private:
  static constexpr std::uint32_t bit(UriWarning warning) noexcept {
    return 1U << static_cast<std::uint32_t>(warning);
  }
  std::uint32_t bits_ = 0;
};

}  // namespace countersign
