#include "cpp/account/label.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "cpp/account/ascii.h"
#include "cpp/account/name.h"
#include "cpp/account/percent.h"

namespace countersign {
namespace {

/// A form encoder's `+` stands alone between two words, which the ones of "C++" and "Disney+" do not; and it
/// writes no space in another way.
std::string spaces_for_pluses(std::string_view text, UriWarnings& warnings) {
  std::string out(text);
  if (out.find("%20") != std::string::npos || out.find(' ') != std::string::npos) return out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] != '+' || text[i - 1] == '+' || text[i + 1] == '+') continue;
    out[i] = ' ';
    warnings.add(UriWarning::kPlusAsSpace);
  }
  return out;
}

std::string decode_name(std::string_view raw, UriWarnings& warnings) {
  const Unescaped decoded = percent_decode(raw);
  CleanName clean = clean_name(decoded.text.view());
  warnings.add_if(decoded.invalid_escape, UriWarning::kInvalidEscape);
  warnings.add_if(clean.invalid_utf8, UriWarning::kInvalidUtf8);
  warnings.add_if(clean.control_character, UriWarning::kControlCharacter);
  return std::move(clean.text);
}

void note_unescaped(std::string_view raw, UriWarnings& warnings) {
  warnings.add_if(raw.find('#') != std::string_view::npos, UriWarning::kUnescapedHash);
  const bool unescaped =
      std::ranges::any_of(raw, [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
  warnings.add_if(unescaped, UriWarning::kUnescapedText);
}

struct Separator {
  std::size_t at = 0;
  std::size_t length = 0;
};

/// A colon, else an encoded one.
std::optional<Separator> find_separator(std::string_view label) {
  if (const std::size_t colon = label.find(':'); colon != std::string_view::npos)
    return Separator{.at = colon, .length = 1};
  for (std::size_t at = label.find('%'); at != std::string_view::npos; at = label.find('%', at + 1))
    if (equal_ignoring_case(label.substr(at, 3), "%3a")) return Separator{.at = at, .length = 3};
  return std::nullopt;
}

/// What follows "issuer:", or nothing where `name` does not start so.
std::optional<std::string_view> after_issuer(std::string_view name, std::string_view issuer) {
  if (issuer.empty() || !name.starts_with(issuer)) return std::nullopt;
  name.remove_prefix(issuer.size());
  if (!name.starts_with(':')) return std::nullopt;
  return trimmed(name.substr(1));
}

/// \param prefix  the label's; it is the issuer where no parameter names one
Names joined(std::string issuer, std::string prefix, std::string account) {
  if (issuer.empty()) return {.issuer = std::move(prefix), .issuer_label = {}, .account = std::move(account)};
  if (issuer == prefix) prefix.clear();
  return {.issuer = std::move(issuer), .issuer_label = std::move(prefix), .account = std::move(account)};
}

}  // namespace

Names read_uri_names(std::string_view label, std::string_view issuer, UriWarnings& warnings) {
  note_unescaped(label, warnings);
  note_unescaped(issuer, warnings);
  std::string wanted = decode_name(spaces_for_pluses(issuer, warnings), warnings);

  const std::string whole = decode_name(label, warnings);
  if (const auto account = after_issuer(whole, wanted))
    return joined(std::move(wanted), {}, std::string(*account));

  const auto separator = find_separator(label);
  if (!separator) return joined(std::move(wanted), {}, whole);
  std::string prefix = decode_name(spaces_for_pluses(label.substr(0, separator->at), warnings), warnings);
  std::string account = decode_name(label.substr(separator->at + separator->length), warnings);
  Names names = joined(std::move(wanted), std::move(prefix), std::move(account));
  warnings.add_if(!names.issuer_label.empty(), UriWarning::kIssuerMismatch);
  return names;
}

Names read_plain_names(std::string_view name, std::string_view issuer) {
  std::string wanted = clean_name(issuer).text;
  const std::string whole = clean_name(name).text;
  if (const auto account = after_issuer(whole, wanted))
    return joined(std::move(wanted), {}, std::string(*account));
  const std::size_t colon = whole.find(':');
  if (colon == std::string::npos) return joined(std::move(wanted), {}, whole);
  return joined(std::move(wanted), clean_name(std::string_view(whole).substr(0, colon)).text,
                clean_name(std::string_view(whole).substr(colon + 1)).text);
}

std::string_view label_prefix(const Account& account) noexcept {
  return account.issuer_label.empty() ? account.issuer : account.issuer_label;
}

}  // namespace countersign
