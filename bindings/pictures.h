// QR codes as plain values: nothing of them stays in WASM memory.
#pragma once

#include <cstdint>
#include <string>

namespace countersign::bindings {

/// What draw_qr() gives; the numbers are those of web/core/native.ts.
enum class QrText : std::int32_t { kSvg, kPath, kTerminal };

// \param text     UTF-8
// \param level    of QrLevel
// \param version  the lowest to be used, 1 to 40
// \param margin   modules on each side

/// \param label  of the SVG
/// \returns empty text where it is refused; last_error() says why
[[nodiscard]] std::string draw_qr(std::int32_t kind, const std::string& text, std::int32_t level,
                                  double version, double margin, const std::string& label) noexcept;

/// Puts out a byte a module, row by row, 1 where dark. \returns modules a side, or 0
[[nodiscard]] std::int32_t qr_modules(const std::string& text, std::int32_t level, double version,
                                      double margin) noexcept;

/// Puts out a file. \param scale  pixels a module \returns its bytes, or 0
[[nodiscard]] std::int32_t qr_png(const std::string& text, std::int32_t level, double version, double margin,
                                  double scale) noexcept;

}  // namespace countersign::bindings
