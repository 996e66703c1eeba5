#include "cpp/qr/svg.h"

#include <algorithm>
#include <array>
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
  static constexpr std::array<std::string_view, 3> kSchemes = {"otpauth:", "otpauth-migration:", "steam://"};
  return std::ranges::any_of(kSchemes, [label](std::string_view scheme) {
    return !std::ranges::search(label, scheme, {}, lower).empty();
  });
}

/// The two characters that clean UTF-8 may have and XML may not. XML 1.0 §2.2.
bool breaks_xml(std::string_view label) noexcept {
  return label.find("\uFFFE") != std::string_view::npos || label.find("\uFFFF") != std::string_view::npos;
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

// A `set` of `stroke` to "none" does nothing in Chromium; of its width, it does.
void append_paint(SecretText& svg, std::string_view color) {
  svg.append(R"(<set attributeName="fill" to=")");
  svg.append(color);
  svg.append(R"("/><set attributeName="stroke-width" to="0"/>)");
}

}  // namespace

Result<SecretText> to_svg(const QrCode& code, std::string_view label) {
  static_assert(kMaxPictureLabel == kMaxNameLength);
  if (const auto error = check_name(label, Colon::kAllowed)) return *error;
  if (breaks_xml(label) || holds_address(label)) return Error::kInvalidLabel;

  const std::string side = std::to_string(code.side());
  const SecretText path = outline(code);
  SecretText svg;
  svg.reserve(path.size() + (label.size() * 5) + 512);
  svg.append(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )");
  svg.append(side);
  svg.append(" ");
  svg.append(side);
  svg.append(R"(" shape-rendering="crispEdges" )");
  if (label.empty()) {
    svg.append(R"(aria-hidden="true">)");
  } else {
    svg.append(R"(role="img"><title>)");
    append_escaped(svg, label);
    svg.append("</title>");
  }
  svg.append(R"(<rect width=")");
  svg.append(side);
  svg.append(R"(" height=")");
  svg.append(side);
  svg.append(R"(" fill="#fff" stroke="none">)");
  append_paint(svg, "#fff");
  svg.append(R"(</rect><path fill="#000" fill-rule="evenodd" stroke="none" d=")");
  svg.append(path.view());
  svg.append(R"(">)");
  append_paint(svg, "#000");
  svg.append("</path></svg>");
  return svg;
}

}  // namespace countersign
