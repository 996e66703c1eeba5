#include "bindings/pictures.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "bindings/failure.h"
#include "bindings/numbers.h"
#include "bindings/output.h"
#include "bindings/stack.h"
#include "cpp/qr/outline.h"
#include "cpp/qr/png.h"
#include "cpp/qr/qr_code.h"
#include "cpp/qr/svg.h"
#include "cpp/qr/terminal.h"

namespace countersign::bindings {
namespace {

Result<QrCode> encode(const std::string& text, std::int32_t level, double version, double margin) {
  const std::optional<std::uint32_t> least = whole(version, QrOptions::kMaxVersion);
  const std::optional<std::uint32_t> light = whole(margin, QrOptions::kMaxMargin);
  if (!least || !light) return Error::kInvalidQrOption;
  QrOptions options;
  options.level = static_cast<QrLevel>(level);
  options.min_version = static_cast<std::uint8_t>(*least);
  options.margin = static_cast<std::uint8_t>(*light);
  return QrCode::encode(text, options);
}

Result<SecretText> drawn(QrText kind, const QrCode& code, const std::string& label) {
  switch (kind) {
    case QrText::kSvg:
      return to_svg(code, label);
    case QrText::kPath:
      return outline(code);
    case QrText::kTerminal:
      break;
  }
  return to_terminal_text(code);
}

WipedBytes matrix(const QrCode& code) {
  const int size = code.size();
  WipedBytes modules;
  modules.reserve(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
  for (int y = 0; y < size; ++y)
    for (int x = 0; x < size; ++x) modules.push_back(code.get(x, y) ? 1 : 0);
  return modules;
}

}  // namespace

std::string draw_qr(std::int32_t kind, const std::string& text, std::int32_t level, double version,
                    double margin, const std::string& label) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::string {
    const Result<QrCode> code = encode(text, level, version, margin);
    const Result<SecretText> picture =
        code ? drawn(static_cast<QrText>(kind), code.value(), label) : Result<SecretText>(code.error());
    if (picture) return std::string(picture.value().view());
    remember(picture.error());
    return {};
  });
}

std::int32_t qr_modules(const std::string& text, std::int32_t level, double version, double margin) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::int32_t {
    const Result<QrCode> code = encode(text, level, version, margin);
    if (!code) {
      remember(code.error());
      return 0;
    }
    const std::int32_t modules = put_out(matrix(code.value()));
    return modules == 0 ? 0 : code.value().size();
  });
}

std::int32_t qr_png(const std::string& text, std::int32_t level, double version, double margin,
                    double scale) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::int32_t {
    const Result<QrCode> code = encode(text, level, version, margin);
    Result<WipedBytes> png =
        code ? to_png(code.value(), whole(scale, kMaxQrScale).value_or(0)) : Result<WipedBytes>(code.error());
    if (png) return put_out(std::move(png).value());
    remember(png.error());
    return 0;
  });
}

}  // namespace countersign::bindings
