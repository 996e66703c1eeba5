#include "cpp/account/uri_warning.h"

namespace countersign {

std::string_view name_of(UriWarning warning) noexcept {
  switch (warning) {
    case UriWarning::kSurroundingSpace:
      return "surrounding-space";
    case UriWarning::kSchemeCase:
      return "scheme-case";
    case UriWarning::kAppleScheme:
      return "apple-scheme";
    case UriWarning::kMissingIssuer:
      return "missing-issuer";
    case UriWarning::kMissingAccount:
      return "missing-account";
    case UriWarning::kIssuerMismatch:
      return "issuer-mismatch";
    case UriWarning::kUnescapedHash:
      return "unescaped-hash";
    case UriWarning::kUnescapedText:
      return "unescaped-text";
    case UriWarning::kPlusAsSpace:
      return "plus-as-space";
    case UriWarning::kInvalidEscape:
      return "invalid-escape";
    case UriWarning::kInvalidUtf8:
      return "invalid-utf8";
    case UriWarning::kControlCharacter:
      return "control-character";
    case UriWarning::kFragment:
      return "fragment";
    case UriWarning::kStraySeparator:
      return "stray-separator";
    case UriWarning::kHtmlEscaped:
      return "html-escaped";
    case UriWarning::kParameterCase:
      return "parameter-case";
    case UriWarning::kEmptyParameter:
      return "empty-parameter";
    case UriWarning::kAlgorithmSpelling:
      return "algorithm-spelling";
    case UriWarning::kMissingCounter:
      return "missing-counter";
    case UriWarning::kSteamGuessed:
      return "steam-guessed";
    case UriWarning::kSecretHadSpaces:
      return "secret-had-spaces";
    case UriWarning::kSecretHadPadding:
      return "secret-had-padding";
    case UriWarning::kSecretLowerCase:
      return "secret-lower-case";
    case UriWarning::kImpossibleLength:
      return "impossible-length";
    case UriWarning::kSpareBits:
      return "spare-bits";
  }
  return "unknown";
}

std::vector<UriWarning> UriWarnings::list() const {
  std::vector<UriWarning> warnings;
  for (std::uint8_t i = 0; i < kUriWarningCount; ++i)
    if (const auto warning = static_cast<UriWarning>(i); has(warning)) warnings.push_back(warning);
  return warnings;
}

}  // namespace countersign
