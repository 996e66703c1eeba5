#include "cpp/account/name.h"

#include <cstdint>

namespace countersign {
namespace {

constexpr bool continues(std::string_view text, std::size_t at, std::uint8_t low = 0x80,
                         std::uint8_t high = 0xBF) noexcept {
  if (at >= text.size()) return false;
  const auto byte = static_cast<std::uint8_t>(text[at]);
  return byte >= low && byte <= high;
}

/// Bytes of the well-formed sequence at the start of `text`, 0 where there is none. RFC 3629 §4.
constexpr std::size_t sequence_length(std::string_view text) noexcept {
  const auto lead = static_cast<std::uint8_t>(text.front());
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(text, 1) ? 2 : 0;
  if ((lead & 0xF0U) == 0xE0) {
    const std::uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;   // no overlong form
    const std::uint8_t high = lead == 0xED ? 0x9F : 0xBF;  // no surrogate
    return continues(text, 1, low, high) && continues(text, 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const std::uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;  // nothing above U+10FFFF
    return continues(text, 1, low, high) && continues(text, 2) && continues(text, 3) ? 4 : 0;
  }
  return 0;
}

constexpr bool is_control(std::string_view sequence) noexcept {
  const auto first = static_cast<std::uint8_t>(sequence.front());
  if (sequence.size() == 1) return first < 0x20 || first == 0x7F;
  return first == 0xC2 && static_cast<std::uint8_t>(sequence[1]) < 0xA0;
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
    const std::size_t length = sequence_length(bytes);
    if (length == 0) {
      out.invalid_utf8 = true;
      out.text += "\uFFFD";
      bytes.remove_prefix(1);
      continue;
    }
    const std::string_view sequence = bytes.substr(0, length);
    bytes.remove_prefix(length);
    if (is_control(sequence))
      out.control_character = true;
    else
      out.text += sequence;
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
