#include "cpp/qr/terminal.h"

#include <string_view>

namespace countersign {
namespace {

constexpr std::string_view kWhiteOnBlack = "\x1b[38;5;231;48;5;16m";
constexpr std::string_view kReset = "\x1b[0m\n";

constexpr std::string_view block(bool upper_dark, bool lower_dark) noexcept {
  if (upper_dark) return lower_dark ? " " : "\u2584";
  return lower_dark ? "\u2580" : "\u2588";
}

}  // namespace

SecretText to_terminal_text(const QrCode& code) {
  const int first = -code.margin();
  const int end = code.size() + code.margin();
  SecretText text;
  // The side is odd: the last line's lower half is one more row of margin.
  for (int y = first; y < end; y += 2) {
    text.append(kWhiteOnBlack);
    for (int x = first; x < end; ++x) text.append(block(code.get(x, y), code.get(x, y + 1)));
    text.append(kReset);
  }
  return text;
}

}  // namespace countersign
