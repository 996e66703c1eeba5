// Issuers and account names: text from strangers that is shown to people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cpp/result/error.h"

namespace countersign {

/// Bytes of UTF-8 that an issuer or account may have where it is written: the QR code must stay readable.
inline constexpr std::size_t kMaxNameLength = 255;

struct CleanName {
  std::string text;                ///< well-formed UTF-8 without control characters or outer spaces
  bool invalid_utf8 = false;       ///< ill-formed bytes were replaced by U+FFFD
  bool control_character = false;  ///< U+0000 to U+001F or U+007F to U+009F were taken out
};

/// Makes any bytes showable; escaping for HTML stays with the page. UTF-8 as in RFC 3629 §4.
[[nodiscard]] CleanName clean_name(std::string_view bytes);

/// Whether a colon may stand in a name: in an address it would split the label elsewhere.
enum class Colon : std::uint8_t {
  kRefused,  ///< as the Key URI format has it
  kAllowed,  ///< where the split is known by other means
};

/// \returns kInvalidLabel for ill-formed UTF-8, control characters, a refused colon or more than
///          kMaxNameLength bytes
[[nodiscard]] std::optional<Error> check_name(std::string_view name, Colon colon = Colon::kRefused);

}  // namespace countersign
