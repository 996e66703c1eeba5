#include "cpp/qr/qr_code.h"

#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <span>
#include <utility>

#include "cpp/memory/zeroize.h"

namespace countersign {
namespace {

std::span<unsigned char> modules_of(const QRcode& code) noexcept {
  const auto width = static_cast<std::size_t>(code.width);
  return {code.data, width * width};
}

// libqrencode frees its own working blocks as they are; the bindings' allocator wipes those.
struct WipeAndFree {
  void operator()(QRcode* code) const noexcept {
    const auto modules = modules_of(*code);
    zeroize(modules.data(), modules.size());
    QRcode_free(code);
  }
};
using Handle = std::unique_ptr<QRcode, WipeAndFree>;

constexpr QRecLevel native_level(QrLevel level) noexcept {
  switch (level) {
    case QrLevel::kLow:
      return QR_ECLEVEL_L;
    case QrLevel::kMedium:
      return QR_ECLEVEL_M;
    case QrLevel::kQuartile:
      return QR_ECLEVEL_Q;
    case QrLevel::kHigh:
      return QR_ECLEVEL_H;
  }
  return QR_ECLEVEL_M;
}

constexpr bool valid(const QrOptions& options) noexcept {
  return options.level <= QrLevel::kHigh && options.min_version >= 1 &&
         options.min_version <= QrOptions::kMaxVersion && options.margin >= QrOptions::kMinMargin &&
         options.margin <= QrOptions::kMaxMargin;
}

}  // namespace

QrCode::QrCode(WipedBytes modules, int size, int margin) noexcept
    : modules_(std::move(modules)), size_(size), margin_(margin) {}

Result<QrCode> QrCode::encode(std::string_view text, QrOptions options) {
  if (text.empty() || !valid(options)) return Error::kInvalidQrOption;
  if (text.size() > kMaxBytes) return Error::kTextTooLong;

  WipedBytes bytes(text.begin(), text.end());
  errno = 0;
  const Handle code(QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), options.min_version,
                                      native_level(options.level)));
  if (!code) return errno == ENOMEM ? Error::kOutOfMemory : Error::kTextTooLong;

  const auto modules = modules_of(*code);
  WipedBytes dark;
  dark.reserve(modules.size());
  for (const unsigned char module : modules) dark.push_back(module & 1U);  // the other bits name its part
  return QrCode(std::move(dark), code->width, options.margin);
}

}  // namespace countersign
