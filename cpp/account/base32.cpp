#include "cpp/account/base32.h"

#include <array>

#include "cpp/account/character_range.h"

namespace countersign {
namespace {

constexpr std::size_t kBitsPerCharacter = 5;

/// 0 to 31, or kNoValue.
constexpr std::uint32_t value_of(std::uint32_t c) noexcept {
  return kNoValue + (within(c, 'A', 'Z') & (c - 'A' + 1)) + (within(c, '2', '7') & (c - '2' + 27));
}

constexpr char letter_of(std::uint32_t bits) noexcept {
  const std::uint32_t value = bits & 31U;
  return static_cast<char>(value + 'A' - (within(value, 26, 31) & 41U));
}

/// 8 characters carry 5 bytes; the rest of 2, 4, 5 or 7 carries 1 to 4.
constexpr bool impossible(std::size_t characters) noexcept {
  const std::size_t rest = characters % 8;
  return rest == 1 || rest == 3 || rest == 6;
}

struct Bits {
  SecretBytes bytes;
  bool foreign = false;  // a character outside of the alphabet
  bool spare = false;    // a set bit after the last whole byte
};

Bits decode(std::string_view letters) {
  Bits out;
  out.bytes = SecretBytes(letters.size() * kBitsPerCharacter / 8);
  const auto bytes = out.bytes.writable();
  std::size_t written = 0;
  std::uint32_t pending = 0;
  std::size_t count = 0;
  std::uint32_t all = 0;
  for (const char letter : letters) {
    const std::uint32_t value = value_of(static_cast<unsigned char>(letter));
    all |= value;  // decided once, at the end
    pending = (pending << kBitsPerCharacter) | (value & 31U);
    count += kBitsPerCharacter;
    if (count < 8) continue;
    count -= 8;
    bytes[written++] = static_cast<std::uint8_t>(pending >> count);
  }
  out.foreign = all == kNoValue;
  out.spare = (pending & ((1U << count) - 1U)) != 0;
  return out;
}

/// Bytes of the space or dash that `text` starts with, 0 for none. UTF-8.
std::size_t separator_length(std::string_view text) noexcept {
  // no-break, soft hyphen, narrow no-break, minus, ideographic, byte order mark
  static constexpr std::array<std::string_view, 11> kSeparators = {
      " ", "-", "\t", "\r", "\n", "\u00A0", "\u00AD", "\u202F", "\u2212", "\u3000", "\uFEFF",
  };
  for (const std::string_view separator : kSeparators)
    if (text.starts_with(separator)) return separator.size();
  // U+2000 to U+200B are spaces, U+2010 to U+2015 dashes.
  if (!text.starts_with("\xE2\x80") || text.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  return (last >= 0x80 && last <= 0x8B) || (last >= 0x90 && last <= 0x95) ? 3 : 0;
}

/// The letters alone, in upper case.
Result<SecretText> letters_of(std::string_view text, Base32Repairs& repairs) {
  SecretText letters;
  letters.reserve(text.size());
  while (!text.empty()) {
    if (const std::size_t length = separator_length(text); length > 0) {
      repairs.separators = true;
      text.remove_prefix(length);
      continue;
    }
    const std::uint32_t c = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    if (c == '=') {
      repairs.padding = true;
      continue;
    }
    if (repairs.padding) return Error::kInvalidSecret;  // a letter after the padding
    const std::uint32_t lower = within(c, 'a', 'z');
    repairs.lower_case = repairs.lower_case || lower != 0;
    letters.append(static_cast<char>(c - (lower & 32U)));
  }
  return letters;
}

}  // namespace

SecretText base32_encode(std::span<const std::uint8_t> bytes) {
  SecretText text;
  text.reserve(((bytes.size() * 8) + kBitsPerCharacter - 1) / kBitsPerCharacter);
  std::uint32_t pending = 0;
  std::size_t count = 0;
  for (const std::uint8_t byte : bytes) {
    pending = (pending << 8U) | byte;
    count += 8;
    while (count >= kBitsPerCharacter) {
      count -= kBitsPerCharacter;
      text.append(letter_of(pending >> count));
    }
  }
  if (count > 0) text.append(letter_of(pending << (kBitsPerCharacter - count)));
  return text;
}

Result<SecretBytes> base32_decode(std::string_view text) {
  if (text.size() > kMaxBase32Text) return Error::kInvalidSecret;
  const std::size_t padding = text.size() - (text.find_last_not_of('=') + 1);
  const std::string_view letters = text.substr(0, text.size() - padding);
  if (padding > 0 && (padding >= 8 || text.size() % 8 != 0)) return Error::kInvalidSecret;
  if (impossible(letters.size())) return Error::kInvalidSecret;

  Bits decoded = decode(letters);
  if (decoded.foreign || decoded.spare) return Error::kInvalidSecret;
  if (decoded.bytes.empty() || decoded.bytes.size() > SecretBytes::kMaxSize) return Error::kInvalidSecret;
  return std::move(decoded.bytes);
}

Result<LenientSecret> base32_decode_leniently(std::string_view text) {
  if (text.size() > kMaxBase32Text) return Error::kInvalidSecret;
  Base32Repairs repairs;
  const Result<SecretText> letters = letters_of(text, repairs);
  if (!letters) return letters.error();

  Bits decoded = decode(letters.value().view());
  if (decoded.foreign) return Error::kInvalidSecret;
  if (decoded.bytes.empty() || decoded.bytes.size() > SecretBytes::kMaxSize) return Error::kInvalidSecret;
  repairs.impossible_length = impossible(letters.value().size());
  repairs.spare_bits = decoded.spare && !repairs.impossible_length;
  return LenientSecret{.bytes = std::move(decoded.bytes), .repairs = repairs};
}

}  // namespace countersign
