// Percent-encoding. RFC 3986 §2.1.
#pragma once

#include <string_view>

#include "cpp/memory/secret_text.h"

namespace countersign {

struct Unescaped {
  SecretText text;
  bool invalid_escape = false;  ///< a `%` without two hexadecimal digits was kept as it is
};

/// `+` stays a plus: what it means is the caller's to know.
[[nodiscard]] Unescaped percent_decode(std::string_view text);

/// Appends `text` with everything escaped but the unreserved characters of RFC 3986 §2.3.
void percent_encode(std::string_view text, SecretText& out);

}  // namespace countersign
