// Base 32 of RFC 4648 §6: how people and addresses carry a key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "cpp/memory/secret_bytes.h"
#include "cpp/memory/secret_text.h"
#include "cpp/result/result.h"

namespace countersign {

/// Characters that a key's text may have; more is refused unread.
inline constexpr std::size_t kMaxBase32Text = 4096;

/// Upper case, no padding. Empty for no bytes.
[[nodiscard]] SecretText base32_encode(std::span<const std::uint8_t> bytes);

/// Reads what RFC 4648 §6 writes and nothing else: upper case, no padding or exactly the right one, no
/// length that cannot be, no set bit after the last byte.
/// \returns 1 to SecretBytes::kMaxSize bytes, or kInvalidSecret
[[nodiscard]] Result<SecretBytes> base32_decode(std::string_view text);

/// What base32_decode_leniently() looked past.
struct Base32Repairs {
  bool separators = false;         ///< spaces of any kind, line ends or dashes
  bool padding = false;            ///< `=` at the end, the right number or not
  bool lower_case = false;         ///< letters in lower case
  bool impossible_length = false;  ///< 1, 3 or 6 characters over a multiple of 8: the last one is dropped
  bool spare_bits = false;         ///< bits after the last whole byte were set

  friend bool operator==(const Base32Repairs&, const Base32Repairs&) = default;
};

struct LenientSecret {
  SecretBytes bytes;
  Base32Repairs repairs;
};

/// Reads a key as people type it and as apps export it. Only whole bytes count, as in every app.
/// 0, 1, 8 and 9 are refused: a guess would give a key that is silently wrong.
/// \returns 1 to SecretBytes::kMaxSize bytes, or kInvalidSecret ("A" has no whole byte)
[[nodiscard]] Result<LenientSecret> base32_decode_leniently(std::string_view text);

}  // namespace countersign
