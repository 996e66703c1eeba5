// What a person types or pastes as a code, to the number that is compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cpp/otp/code.h"

namespace countersign {

/// Bytes of a token. A code of ten full-width digits with a space between them has half as many.
inline constexpr std::size_t kMaxTokenLength = 128;

/// Reads a code as people write it: spaces of every kind, dashes and invisible marks fall away; full-width,
/// Arabic-Indic and Extended Arabic-Indic digits are digits; Steam's letters may be in lower case.
///
/// \param token  UTF-8, from anybody
/// \returns the code in ASCII; nothing for another count of characters, any other character, bytes that are
///          not UTF-8, or more than kMaxTokenLength of them
[[nodiscard]] std::optional<CodeText> normalize_token(std::string_view token, CodeFormat format) noexcept;

/// The same as a number, to compare with code_number(): 64 bits, for ten digits can say more than 2^32.
[[nodiscard]] std::optional<std::uint64_t> read_token(std::string_view token, CodeFormat format) noexcept;

}  // namespace countersign
