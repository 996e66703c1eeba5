// Base 64 of RFC 4648 §4 and §5, for the payload of an export.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "cpp/memory/secret_text.h"
#include "cpp/result/result.h"

namespace countersign {

/// The standard alphabet, padded. Empty for no bytes.
[[nodiscard]] SecretText base64_encode(std::span<const std::uint8_t> bytes);

/// Either alphabet, with any padding at the end or none. A space stands for the `+` that a form decoder took.
/// \returns kInvalidMigration for another character or a length that cannot be
[[nodiscard]] Result<WipedBytes> base64_decode(std::string_view text);

}  // namespace countersign
