// QR codes as plain values: nothing of them stays in WASM memory.
#pragma once

#include <emscripten/val.h>

#include <string>

namespace countersign::bindings {

/// What a code is made of.
struct QrRequest {
  std::string text;   ///< UTF-8
  std::string level;  ///< "L", "M", "Q" or "H"
  double version;     ///< the lowest to be used, 1 to 40
  double margin;      ///< modules on each side
};

/// { size, modules }, modules being a Uint8Array, row by row, 1 where dark; undefined where it is refused.
[[nodiscard]] emscripten::val qr_modules(const QrRequest& request) noexcept;

// Empty text where it is refused; last_error() says why.
[[nodiscard]] std::string qr_svg(const QrRequest& request, const std::string& label) noexcept;
[[nodiscard]] std::string qr_path(const QrRequest& request) noexcept;
[[nodiscard]] std::string qr_text(const QrRequest& request) noexcept;

/// A Uint8Array with the file, or undefined. \param scale  pixels a module
[[nodiscard]] emscripten::val qr_png(const QrRequest& request, double scale) noexcept;

}  // namespace countersign::bindings
