#include "cpp/qr/outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "tests/cpp/qr/samples.h"

namespace countersign {
namespace {

/// How often the outlines go around the middle of each module, counted as a renderer counts.
struct Winding {
  int side = 0;
  std::vector<int> direction;  // for `nonzero`
  std::vector<int> crossings;  // for `evenodd`

  explicit Winding(int modules)
      : side(modules),
        direction(static_cast<std::size_t>(modules * modules)),
        crossings(static_cast<std::size_t>(modules * modules)) {}

  [[nodiscard]] std::size_t at(int x, int y) const { return static_cast<std::size_t>(y * side + x); }

  /// A side at `x` from `from` to `to`: a ray that comes from the left meets it before all modules from x on.
  void vertical(int x, int from, int to) {
    const int sense = to < from ? 1 : -1;  // clockwise counts as 1
    for (int y = std::min(from, to); y < std::max(from, to); ++y)
      for (int module = x; module < side; ++module) {
        direction[at(module, y)] += sense;
        crossings[at(module, y)] += 1;
      }
  }
};

int take_number(std::string_view& path) {
  if (path.starts_with(' ')) path.remove_prefix(1);
  int number = 0;
  const auto end = std::from_chars(path.data(), path.data() + path.size(), number).ptr;
  EXPECT_NE(end, path.data()) << "a number is expected";
  path.remove_prefix(static_cast<std::size_t>(end - path.data()));
  return number;
}

/// Reads the path by SVG 2 §9.3, apart from how it was made.
Winding rasterize(std::string_view path, int side) {
  Winding winding(side);
  int x = 0;
  int y = 0;
  int start_x = 0;
  int start_y = 0;
  while (!path.empty()) {
    const char command = path.front();
    path.remove_prefix(1);
    switch (command) {
      case 'M':
      case 'm': {
        const int base_x = command == 'm' ? x : 0;
        const int base_y = command == 'm' ? y : 0;
        x = start_x = base_x + take_number(path);
        y = start_y = base_y + take_number(path);
        break;
      }
      case 'h':
        x += take_number(path);
        break;
      case 'v': {
        const int to = y + take_number(path);
        winding.vertical(x, y, to);
        y = to;
        break;
      }
      case 'z':
        EXPECT_TRUE(x == start_x || y == start_y) << "closed by a straight side";
        if (x == start_x) winding.vertical(x, y, start_y);
        x = start_x;
        y = start_y;
        break;
      default:
        ADD_FAILURE() << "command " << command;
        return winding;
    }
  }
  return winding;
}

void expect_drawn(const QrCode& code) {
  const SecretText path = outline(code);
  const Winding winding = rasterize(path.view(), code.side());
  for (int y = 0; y < code.side(); ++y)
    for (int x = 0; x < code.side(); ++x) {
      const bool dark = code.get(x - code.margin(), y - code.margin());
      ASSERT_EQ(winding.crossings[winding.at(x, y)] % 2 != 0, dark) << "evenodd at " << x << ' ' << y;
      ASSERT_EQ(winding.direction[winding.at(x, y)], dark ? 1 : 0) << "nonzero at " << x << ' ' << y;
    }
}

TEST(Outline, FillsExactlyTheDarkModulesByBothRulesInAllVersions) {
  for (std::uint8_t version = 1; version <= QrOptions::kMaxVersion; ++version)
    ASSERT_NO_FATAL_FAILURE(expect_drawn(code_of_version(version))) << "version " << int{version};
}

TEST(Outline, CountsTheMargin) {
  for (const int margin : {4, 5, 17, 32}) {
    QrOptions options;
    options.margin = static_cast<std::uint8_t>(margin);
    ASSERT_NO_FATAL_FAILURE(expect_drawn(QrCode::encode(kUri, options).value())) << margin;
  }
}

TEST(Outline, IsMadeOfClosedPiecesAndNothingElse) {
  const SecretText path = outline(code_of_version(10));
  EXPECT_EQ(path.view().find_first_not_of("Mmhvz0123456789- "), std::string_view::npos);
  EXPECT_TRUE(path.view().ends_with('z'));
}

}  // namespace
}  // namespace countersign
