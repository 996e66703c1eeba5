// The names under which addresses ask for a hash.
#pragma once

#include <optional>
#include <string_view>

#include "cpp/hash/algorithm.h"

namespace countersign {

/// "SHA1", "SHA256" or "SHA512", the spelling of the Key URI format.
[[nodiscard]] std::string_view name_of(Algorithm algorithm) noexcept;

/// Any spelling in use, such as sha256, SHA-256, HmacSHA256 or HMAC-SHA-256. Nothing for another hash.
[[nodiscard]] std::optional<Algorithm> algorithm_named(std::string_view name);

}  // namespace countersign
