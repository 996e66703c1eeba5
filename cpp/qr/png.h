// A QR code as a PNG picture: 1-bit grayscale. PNG third edition, W3C 2025.
#pragma once

#include <cstdint>

#include "cpp/memory/secret_text.h"
#include "cpp/qr/qr_code.h"
#include "cpp/result/result.h"

namespace countersign {

/// Pixels that a module may measure.
inline constexpr std::uint32_t kMaxQrScale = 64;

/// A square of code.side() * scale pixels, margin included, black on white; 15,424 pixels at most.
/// \param scale  pixels a module measures, 1 to kMaxQrScale
/// \returns the file's bytes, which carry the text; kInvalidQrOption for another scale
[[nodiscard]] Result<WipedBytes> to_png(const QrCode& code, std::uint32_t scale);

}  // namespace countersign
