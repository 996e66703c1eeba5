// Texts that the drawing tests share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cpp/qr/qr_code.h"

namespace countersign {

/// 120 characters, as the size of a picture is measured by.
inline constexpr std::string_view kUri =
    "otpauth://totp/"
    "Example%20Portal:alice%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Example%20"
    "Portal&x=ab";
static_assert(kUri.size() == 120);

/// A code of exactly this version, 1 to 40.
[[nodiscard]] inline QrCode code_of_version(std::uint8_t version) {
  QrOptions options;
  options.min_version = version;
  options.level = QrLevel::kLow;
  return QrCode::encode(std::string(5, static_cast<char>('a' + version % 26)), options).value();
}

}  // namespace countersign
