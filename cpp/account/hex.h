// Hexadecimal keys, as hardware tokens' seed files and some admin pages give them. RFC 4648 §8.
#pragma once

#include <string_view>

#include "cpp/memory/secret_bytes.h"
#include "cpp/result/result.h"

namespace countersign {

/// Two digits a byte, either case, nothing between them.
/// \returns 1 to SecretBytes::kMaxSize bytes, or kInvalidSecret
[[nodiscard]] Result<SecretBytes> hex_decode(std::string_view text);

}  // namespace countersign
