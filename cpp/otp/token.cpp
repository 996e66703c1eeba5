#include "cpp/otp/token.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cpp/otp/utf8.h"

namespace countersign {
namespace {

/// The first and the last character.
using Range = std::pair<char32_t, char32_t>;

// White space, dashes, and marks without a shape, as they come along with text from mails, pages and chats.
constexpr std::array kIgnored = {
    Range{U'\t', U'\r'},          // tab and line ends
    Range{U' ', U' '},            //
    Range{U'-', U'-'},            //
    Range{U'\u0085', U'\u0085'},  // next line
    Range{U'\u00a0', U'\u00a0'},  // no-break space
    Range{U'\u00ad', U'\u00ad'},  // soft hyphen
    Range{U'\u061c', U'\u061c'},  // Arabic letter mark
    Range{U'\u1680', U'\u1680'},  // Ogham space mark
    Range{U'\u2000', U'\u2015'},  // spaces, zero-width characters, direction marks, hyphens and dashes
    Range{U'\u2028', U'\u202f'},  // line and paragraph separators, embeddings, narrow no-break space
    Range{U'\u205f', U'\u2060'},  // mathematical space, word joiner
    Range{U'\u2066', U'\u2069'},  // isolates
    Range{U'\u2212', U'\u2212'},  // minus sign
    Range{U'\u3000', U'\u3000'},  // ideographic space
    Range{U'\ufe58', U'\ufe58'},  // small em dash
    Range{U'\ufe63', U'\ufe63'},  // small hyphen-minus
    Range{U'\ufeff', U'\ufeff'},  // byte order mark
};

[[nodiscard]] constexpr bool ignored(char32_t c) noexcept {
  return std::ranges::any_of(kIgnored, [c](Range range) { return c >= range.first && c <= range.second; });
}

/// The ASCII character that `c` stands for, or `c` itself.
[[nodiscard]] constexpr char32_t folded(char32_t c) noexcept {
  if (c >= U'\u0660' && c <= U'\u0669') return c - U'\u0660' + U'0';  // Arabic-Indic
  if (c >= U'\u06f0' && c <= U'\u06f9') return c - U'\u06f0' + U'0';  // Extended Arabic-Indic
  if (c >= U'\uff01' && c <= U'\uff5e') return c - U'\uff01' + U'!';  // full-width
  return c;
}

/// The character of a code, or 0.
[[nodiscard]] constexpr char code_character(char32_t c, Encoder encoder) noexcept {
  if (encoder == Encoder::kDecimal) return c >= U'0' && c <= U'9' ? static_cast<char>(c) : '\0';
  if (c >= U'a' && c <= U'z') c -= U'a' - U'A';
  if (c > U'Z') return '\0';
  const auto letter = static_cast<char>(c);
  return kSteamAlphabet.find(letter) == std::string_view::npos ? '\0' : letter;
}

}  // namespace

std::optional<CodeText> normalize_token(std::string_view token, CodeFormat format) noexcept {
  if (token.size() > kMaxTokenLength) return std::nullopt;
  CodeText text;
  while (!token.empty()) {
    const std::optional<char32_t> decoded = take_utf8(token);
    if (!decoded) return std::nullopt;
    const char32_t c = folded(*decoded);
    if (ignored(c)) continue;
    const char character = code_character(c, format.encoder);
    if (character == '\0' || text.length == format.length()) return std::nullopt;
    text.characters[text.length++] = character;
  }
  if (text.length != format.length()) return std::nullopt;
  return text;
}

std::optional<std::uint64_t> read_token(std::string_view token, CodeFormat format) noexcept {
  const std::optional<CodeText> text = normalize_token(token, format);
  if (!text) return std::nullopt;
  std::uint64_t number = 0;
  if (format.encoder == Encoder::kSteam) {
    for (std::size_t i = text->length; i-- > 0;)
      number = (number * kSteamAlphabet.size()) + kSteamAlphabet.find(text->characters[i]);
  } else {
    for (const char digit : text->view()) number = (number * 10) + static_cast<std::uint64_t>(digit - '0');
  }
  return number;
}

}  // namespace countersign
