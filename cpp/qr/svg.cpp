#include "cpp/qr/svg.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "cpp/account/name.h"
#include "cpp/qr/outline.h"

namespace countersign {
namespace {

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool holds_address(std::string_view label) noexcept {
  for (const std::string_view scheme : {"otpauth:", "otpauth-migration:"})
    if (!std::ranges::search(label, scheme, {}, lower).empty()) return true;
  return false;
}

void append_escaped(SecretText& svg, std::string_view label) {
  for (const char c : label) {
    switch (c) {
      case '&':
        svg.append("&amp;");
        break;
      case '<':
        svg.append("&lt;");
        break;
      case '>':
        svg.append("&gt;");
        break;
      default:
        svg.append(c);
    }
  }
}

void append_paint(SecretText& svg, std::string_view color) {
  svg.append("<set attributeName=\"fill\" to=\"");
  svg.append(color);
  svg.append("\"/><set attributeName=\"stroke\" to=\"none\"/>");
}

}  // namespace

Result<SecretText> to_svg(const QrCode& code, std::string_view label) {
  static_assert(kMaxPictureLabel == kMaxNameLength);
  if (const auto error = check_name(label, Colon::kAllowed)) return *error;
  if (holds_address(label)) return Error::kInvalidLabel;

  const std::string side = std::to_string(code.side());
  const SecretText path = outline(code);
  SecretText svg;
  svg.reserve(path.size() + label.size() * 5 + 512);
  svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
  svg.append(side);
  svg.append(" ");
  svg.append(side);
  svg.append("\" shape-rendering=\"crispEdges\" ");
  if (label.empty()) {
    svg.append("aria-hidden=\"true\">");
  } else {
    svg.append("role=\"img\"><title>");
    append_escaped(svg, label);
    svg.append("</title>");
  }
  svg.append("<rect width=\"");
  svg.append(side);
  svg.append("\" height=\"");
  svg.append(side);
  svg.append("\" fill=\"#fff\" stroke=\"none\">");
  append_paint(svg, "#fff");
  svg.append("</rect><path fill=\"#000\" fill-rule=\"evenodd\" stroke=\"none\" d=\"");
  svg.append(path.view());
  svg.append("\">");
  append_paint(svg, "#000");
  svg.append("</path></svg>");
  return svg;
}

}  // namespace countersign
