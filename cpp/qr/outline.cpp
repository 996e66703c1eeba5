#include "cpp/qr/outline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign {
namespace {

/// An upright border between dark and light, as long as it goes, walked with the dark side to the right.
struct Side {
  int x;
  int from;
  int to;
};
using Sides = std::vector<Side, WipingAllocator<Side>>;

/// The sides by the grid line that they start from. As many end on a line as start there, so that a walk
/// which finds no start left is back on the line where it began.
std::vector<Sides> sides_by_line(const QrCode& code) {
  const auto border = [&code](int x, int y) { return int{code.get(x, y)} - int{code.get(x - 1, y)}; };
  std::vector<Sides> lines(static_cast<std::size_t>(code.size()) + 1);
  for (int x = 0; x <= code.size(); ++x) {
    for (int y = 0; y < code.size();) {
      const int start = y;
      const int kind = border(x, start);
      while (y < code.size() && border(x, y) == kind) ++y;
      if (kind == 0) continue;
      const Side side = kind > 0 ? Side{.x = x, .from = y, .to = start}
                                 : Side{.x = x, .from = start, .to = y};  // up where dark begins
      lines[static_cast<std::size_t>(side.from)].push_back(side);
    }
  }
  return lines;
}

constexpr int text_length(int number) noexcept {
  int length = number < 0 ? 2 : 1;
  for (int rest = number / 10; rest != 0; rest /= 10) ++length;
  return length;
}

void append_number(SecretText& path, int number) {
  std::array<char, 12> digits{};
  const char* const end = std::to_chars(digits.begin(), digits.end(), number).ptr;
  path.append(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

class Walk {
 public:
  explicit Walk(const QrCode& code)
      : lines_(sides_by_line(code)), start_x_(-code.margin()), start_y_(start_x_) {}

  SecretText whole() {
    for (const Sides& line : lines_)
      while (!line.empty()) outline_from(line.front());
    return std::move(path_);
  }

 private:
  void outline_from(Side side) {
    move_to(side.x, side.from);
    int x = side.x;
    for (Sides* line = &line_at(side.from); !line->empty(); line = &line_at(side.to)) {
      side = take_nearest(*line, x);
      if (side.x != x) append('h', side.x - x);
      append('v', side.to - side.from);
      x = side.x;
    }
    path_.append('z');  // along the grid line to the start
  }

  /// The side that costs the fewest characters to go on to.
  static Side take_nearest(Sides& line, int x) {
    const auto cost = [x](const Side& side) {
      return std::pair(text_length(side.x - x), std::abs(side.x - x));
    };
    const auto nearest = std::ranges::min_element(line, {}, cost);
    const Side side = *nearest;
    *nearest = line.back();
    line.pop_back();
    return side;
  }

  Sides& line_at(int y) noexcept { return lines_[static_cast<std::size_t>(y)]; }

  /// A relative move counts from where the last outline began.
  void move_to(int x, int y) {
    append(path_.empty() ? 'M' : 'm', x - start_x_);
    if (y >= start_y_) path_.append(' ');
    append_number(path_, y - start_y_);
    start_x_ = x;
    start_y_ = y;
  }

  void append(char command, int number) {
    path_.append(command);
    append_number(path_, number);
  }

  std::vector<Sides> lines_;
  SecretText path_;
  int start_x_;
  int start_y_;
};

}  // namespace

SecretText outline(const QrCode& code) {
  return Walk(code).whole();
}

}  // namespace countersign
