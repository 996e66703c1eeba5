// What a character from a keyboard, a password manager or a scanned sheet means in a backup code.
#pragma once

#include <string_view>

namespace countersign {

/// Takes one character from the front of `text`, which is not empty. UTF-8, RFC 3629 §4.
/// \returns the code point; U+FFFD for a byte that begins none, which is taken alone
[[nodiscard]] char32_t take_character(std::string_view& text) noexcept;

/// Spaces of every width, line ends, dashes of every kind, and marks that cannot be seen.
/// Unicode White_Space and Dash; soft hyphen, zero-width characters, direction marks, joiners; the long
/// vowel mark, which Japanese keyboards give for a dash.
[[nodiscard]] bool is_separator(char32_t character) noexcept;

/// The ASCII form of full-width letters and digits and of Arabic-Indic digits; others as they are.
[[nodiscard]] char32_t to_ascii(char32_t character) noexcept;

}  // namespace countersign
