#include "cpp/backup/typed_character.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cpp/otp/utf8.h"

namespace countersign {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// The first and the last character.
using Range = std::pair<char32_t, char32_t>;

// Unicode 16: PropList White_Space and Dash, and what is invisible beside them.
constexpr auto kSeparators = std::to_array<Range>({
    {0x0009, 0x000D}, {0x0020, 0x0020}, {0x002D, 0x002D},   {0x0085, 0x0085},   {0x00A0, 0x00A0},
    {0x00AD, 0x00AD}, {0x058A, 0x058A}, {0x05BE, 0x05BE},   {0x061C, 0x061C},   {0x1400, 0x1400},
    {0x1680, 0x1680}, {0x1806, 0x1806}, {0x180E, 0x180E},   {0x2000, 0x2015},   {0x2028, 0x202F},
    {0x2053, 0x2053}, {0x205F, 0x2060}, {0x2066, 0x2069},   {0x207B, 0x207B},   {0x208B, 0x208B},
    {0x2212, 0x2212}, {0x2E17, 0x2E17}, {0x2E1A, 0x2E1A},   {0x2E3A, 0x2E3B},   {0x2E40, 0x2E40},
    {0x2E5D, 0x2E5D}, {0x3000, 0x3000}, {0x301C, 0x301C},   {0x3030, 0x3030},   {0x30A0, 0x30A0},
    {0x30FC, 0x30FC}, {0xFE31, 0xFE32}, {0xFE58, 0xFE58},   {0xFE63, 0xFE63},   {0xFEFF, 0xFEFF},
    {0xFF0D, 0xFF0D}, {0xFF70, 0xFF70}, {0x10D6E, 0x10D6E}, {0x10EAD, 0x10EAD},
});

constexpr bool in(char32_t c, char32_t first, char32_t last) noexcept {
  return c >= first && c <= last;
}

}  // namespace

char32_t take_character(std::string_view& text) noexcept {
  if (const auto character = take_utf8(text)) return *character;
  text.remove_prefix(1);
  return kReplacement;
}

bool is_separator(char32_t character) noexcept {
  return std::ranges::any_of(
      kSeparators, [character](const Range& range) { return in(character, range.first, range.second); });
}

char32_t to_ascii(char32_t character) noexcept {
  if (in(character, 0xFF01, 0xFF5E)) return character - 0xFF01 + U'!';
  for (const char32_t zero : {char32_t{0x0660}, char32_t{0x06F0}})
    if (in(character, zero, zero + 9)) return character - zero + U'0';
  return character;
}

}  // namespace countersign
