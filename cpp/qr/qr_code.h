// A text as a QR code: its modules, before they are drawn. ISO/IEC 18004:2015.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string_view>

#include "cpp/memory/secret_text.h"
#include "cpp/result/result.h"

namespace countersign {

/// How much of the picture may be lost. ISO/IEC 18004 §7.5.1.
enum class QrLevel : std::uint8_t {
  kLow,       ///< "L", 7 %
  kMedium,    ///< "M", 15 %: what a clean screen needs and no more
  kQuartile,  ///< "Q", 25 %
  kHigh,      ///< "H", 30 %
};

struct QrOptions {
  static constexpr std::uint8_t kMaxVersion = 40;
  /// Light modules on each side that readers may rely on. ISO/IEC 18004 §6.3.8.
  static constexpr std::uint8_t kMinMargin = 4;
  static constexpr std::uint8_t kMaxMargin = 32;

  QrLevel level = QrLevel::kMedium;
  std::uint8_t min_version = 1;      ///< 1 to kMaxVersion; a longer text takes a higher one by itself
  std::uint8_t margin = kMinMargin;  ///< modules on each side, kMinMargin to kMaxMargin
};

/// The modules hold a key where the text does: they are wiped, moved and never copied or printed.
class QrCode {
 public:
  /// Bytes that fit version 40 at level L in byte mode. ISO/IEC 18004 table 7.
  static constexpr std::size_t kMaxBytes = 2953;

  /// Encodes the bytes as they stand, in byte mode and without an ECI header: authenticator apps take bytes
  /// for UTF-8 unasked, and some stop at the header.
  /// \param text  UTF-8, 1 to kMaxBytes bytes (less at higher levels: 2,331 / 1,663 / 1,273 for M, Q, H)
  /// \returns kTextTooLong where no version is large enough; kInvalidQrOption for an empty text or an
  ///          option out of its range; kOutOfMemory
  [[nodiscard]] static Result<QrCode> encode(std::string_view text, QrOptions options = {});

  QrCode(QrCode&&) noexcept = default;
  QrCode& operator=(QrCode&&) noexcept = default;
  QrCode(const QrCode&) = delete;
  QrCode& operator=(const QrCode&) = delete;
  ~QrCode() = default;

  /// Modules a side, without the margin: 21 to 177, 17 + 4 * version.
  [[nodiscard]] int size() const noexcept { return size_; }
  [[nodiscard]] int margin() const noexcept { return margin_; }
  /// Modules a side, with both margins.
  [[nodiscard]] int side() const noexcept { return size_ + (2 * margin_); }

  /// Whether the module is dark. (0, 0) is the top left one inside of the margin; light outside of the code.
  [[nodiscard]] bool get(int x, int y) const noexcept {
    return x >= 0 && y >= 0 && x < size_ && y < size_ &&
           modules_[(static_cast<std::size_t>(y) * static_cast<std::size_t>(size_)) +
                    static_cast<std::size_t>(x)] != 0;
  }

  friend std::ostream& operator<<(std::ostream&, const QrCode&) = delete;

 private:
  QrCode(WipedBytes modules, int size, int margin) noexcept;

  WipedBytes modules_;  // row by row, 1 is dark
  int size_;
  int margin_;
};

}  // namespace countersign
