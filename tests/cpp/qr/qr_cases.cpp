// Draws one code a line and answers each with one line of JSON, for decode.test.ts and page_css.test.ts.
// A line is "LEVEL MIN_VERSION MARGIN SCALE TEXT": L, M, Q or H; three numbers; the text's bytes in hex.
#include <cstdint>
#include <iostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>

#include "cpp/qr/outline.h"
#include "cpp/qr/png.h"
#include "cpp/qr/qr_code.h"
#include "cpp/qr/svg.h"
#include "cpp/qr/terminal.h"

namespace {

using countersign::QrCode;

std::string hex_of(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += kDigits[byte / 16];
    out += kDigits[byte % 16];
  }
  return out;
}

std::string bytes_of(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

/// For text without control characters.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
  return out;
}

std::string modules_of(const QrCode& code) {
  std::string out;
  for (int y = 0; y < code.size(); ++y)
    for (int x = 0; x < code.size(); ++x) out += code.get(x, y) ? '1' : '0';
  return out;
}

std::string refused(countersign::Error error) {
  return R"({"error":)" + quoted(name_of(error)) + "}";
}

std::string answer(const std::string& line) {
  std::istringstream fields(line);
  char level = 'M';
  unsigned min_version = 0;
  unsigned margin = 0;
  std::uint32_t scale = 0;
  std::string text;
  fields >> level >> min_version >> margin >> scale >> text;

  const auto code = QrCode::encode(
      bytes_of(text), {.level = static_cast<countersign::QrLevel>(std::string_view("LMQH").find(level)),
                       .min_version = static_cast<std::uint8_t>(min_version),
                       .margin = static_cast<std::uint8_t>(margin)});
  if (!code) return refused(code.error());
  const auto svg = to_svg(code.value(), "QR code");
  if (!svg) return refused(svg.error());
  const auto png = to_png(code.value(), scale);
  if (!png) return refused(png.error());

  std::ostringstream out;
  out << R"({"size":)" << code.value().size() << R"(,"modules":)" << quoted(modules_of(code.value()))
      << R"(,"path":)" << quoted(outline(code.value()).view()) << R"(,"svg":)" << quoted(svg.value().view())
      << R"(,"png":)" << quoted(hex_of(png.value())) << "}";
  return out.str();
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << '\n';
  return 0;
}
