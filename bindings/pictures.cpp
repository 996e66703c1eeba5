#include "bindings/pictures.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "bindings/failure.h"
#include "bindings/numbers.h"
#include "bindings/stack.h"
#include "cpp/qr/outline.h"
#include "cpp/qr/png.h"
#include "cpp/qr/qr_code.h"
#include "cpp/qr/svg.h"
#include "cpp/qr/terminal.h"

namespace countersign::bindings {
namespace {

using emscripten::val;

constexpr std::string_view kLevels = "LMQH";  // in the order of QrLevel

Result<QrCode> encode(const QrRequest& request) {
  QrOptions options;
  const std::size_t level = request.level.size() == 1 ? kLevels.find(request.level) : std::string_view::npos;
  const std::optional<std::uint32_t> version = whole(request.version, QrOptions::kMaxVersion);
  const std::optional<std::uint32_t> margin = whole(request.margin, QrOptions::kMaxMargin);
  if (level == std::string_view::npos || !version || !margin) return Error::kInvalidQrOption;
  options.level = static_cast<QrLevel>(level);
  options.min_version = static_cast<std::uint8_t>(*version);
  options.margin = static_cast<std::uint8_t>(*margin);
  return QrCode::encode(request.text, options);
}

template <typename Draw>
std::string drawn(const QrRequest& request, Draw draw) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::string {
    const Result<QrCode> code = encode(request);
    if (!code) {
      remember(code.error());
      return {};
    }
    const Result<SecretText> text = draw(code.value());
    if (text) return std::string(text.value().view());
    remember(text.error());
    return {};
  });
}

val bytes_of(const WipedBytes& bytes) {
  return val::global("Uint8Array").new_(emscripten::typed_memory_view(bytes.size(), bytes.data()));
}

val matrix(const QrCode& code) {
  const int size = code.size();
  WipedBytes modules;
  modules.reserve(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
  for (int y = 0; y < size; ++y)
    for (int x = 0; x < size; ++x) modules.push_back(code.get(x, y) ? 1 : 0);
  val object = val::object();
  object.set("size", size);
  object.set("modules", bytes_of(modules));
  return object;
}

}  // namespace

val qr_modules(const QrRequest& request) noexcept {
  const StackWipe wipe;
  return attempt([&] {
    const Result<QrCode> code = encode(request);
    if (code) return matrix(code.value());
    remember(code.error());
    return val::undefined();
  });
}

std::string qr_svg(const QrRequest& request, const std::string& label) noexcept {
  return drawn(request, [&label](const QrCode& code) { return to_svg(code, label); });
}

std::string qr_path(const QrRequest& request) noexcept {
  return drawn(request, [](const QrCode& code) { return Result<SecretText>(outline(code)); });
}

std::string qr_text(const QrRequest& request) noexcept {
  return drawn(request, [](const QrCode& code) { return Result<SecretText>(to_terminal_text(code)); });
}

val qr_png(const QrRequest& request, double scale) noexcept {
  const StackWipe wipe;
  return attempt([&] {
    const Result<QrCode> code = encode(request);
    const Result<WipedBytes> png =
        code ? to_png(code.value(), whole(scale, kMaxQrScale).value_or(0)) : Result<WipedBytes>(code.error());
    if (png) return bytes_of(png.value());
    remember(png.error());
    return val::undefined();
  });
}

}  // namespace countersign::bindings
