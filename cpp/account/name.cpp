#include "cpp/account/name.h"

#include "cpp/otp/utf8.h"

namespace countersign {
namespace {

/// Embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9 §2): with them a name can
/// be shown as another one. The marks, which only help mixed text, are not among them.
constexpr bool turns_text_around(char32_t character) noexcept {
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

constexpr bool is_control(char32_t character) noexcept {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || turns_text_around(character);
}

void trim(std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) {
    text.clear();
    return;
  }
  text.erase(text.find_last_not_of(' ') + 1);
  text.erase(0, first);
}

}  // namespace

CleanName clean_name(std::string_view bytes) {
  CleanName out;
  out.text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::string_view before = bytes;
    const std::optional<char32_t> character = take_utf8(bytes);
    if (!character) {
      out.invalid_utf8 = true;
      out.text += "\uFFFD";
      bytes.remove_prefix(1);
    } else if (is_control(*character)) {
      out.control_character = true;
    } else {
      out.text += before.substr(0, before.size() - bytes.size());
    }
  }
  trim(out.text);
  return out;
}

std::optional<Error> check_name(std::string_view name, Colon colon) {
  if (name.size() > kMaxNameLength) return Error::kInvalidLabel;
  if (colon == Colon::kRefused && name.find(':') != std::string_view::npos) return Error::kInvalidLabel;
  const CleanName clean = clean_name(name);
  if (clean.invalid_utf8 || clean.control_character) return Error::kInvalidLabel;
  return std::nullopt;
}

}  // namespace countersign
