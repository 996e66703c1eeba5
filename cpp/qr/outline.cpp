#include "cpp/qr/outline.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace countersign {
namespace {

struct Step {
  int x = 0;
  int y = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

constexpr Step kRight{1, 0};

constexpr Step turned_left(Step way) noexcept {
  return {way.y, -way.x};
}
constexpr Step turned_right(Step way) noexcept {
  return {-way.y, way.x};
}

void append_number(SecretText& path, int number) {
  std::array<char, 12> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  path.append(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

/// Walks along the edges between dark and light, with the dark side to the right.
class Tracer {
 public:
  explicit Tracer(const QrCode& code)
      : code_(&code),
        walked_(static_cast<std::size_t>(code.size()) * static_cast<std::size_t>(code.size()), 0) {}

  SecretText trace() {
    for (int y = 0; y < code_->size(); ++y)
      for (int x = 0; x < code_->size(); ++x)
        if (code_->get(x, y) && !code_->get(x, y - 1) && walked(x, y) == 0) walk_from({x, y});
    return std::move(path_);
  }

 private:
  /// Set once the upper edge of the module has been walked. Every outline has such an edge.
  std::uint8_t& walked(int x, int y) noexcept {
    return walked_[static_cast<std::size_t>(y) * static_cast<std::size_t>(code_->size()) +
                   static_cast<std::size_t>(x)];
  }

  /// The module that touches the corner `at`, ahead and to one side.
  [[nodiscard]] bool dark_ahead(Step at, Step way, Step side) const noexcept {
    const int x = (way.x + side.x < 0) ? at.x - 1 : at.x;
    const int y = (way.y + side.y < 0) ? at.y - 1 : at.y;
    return code_->get(x, y);
  }

  /// Where modules meet by a corner alone, the outline passes on to the other one: fewer outlines.
  [[nodiscard]] Step next_way(Step at, Step way) const noexcept {
    if (dark_ahead(at, way, turned_left(way))) return turned_left(way);
    if (dark_ahead(at, way, turned_right(way))) return way;
    return turned_right(way);
  }

  void walk_from(Step start) {
    move_to(start);
    Step at = start;
    Step way = kRight;
    int length = 0;
    do {
      if (way == kRight) walked(at.x, at.y) = 1;
      at = {at.x + way.x, at.y + way.y};
      ++length;
      const Step next = next_way(at, way);
      if (next == way) continue;
      if (at == start && next == kRight) break;  // `z` draws the last side
      path_.append(way.x != 0 ? 'h' : 'v');
      append_number(path_, (way.x + way.y) * length);
      way = next;
      length = 0;
    } while (true);
    path_.append('z');
  }

  void move_to(Step start) {
    // A relative move counts from where the last outline began.
    const bool first = path_.empty();
    const int x = first ? start.x + code_->margin() : start.x - last_start_.x;
    const int y = first ? start.y + code_->margin() : start.y - last_start_.y;
    path_.append(first ? 'M' : 'm');
    append_number(path_, x);
    if (y >= 0) path_.append(' ');
    append_number(path_, y);
    last_start_ = start;
  }

  const QrCode* code_;
  WipedBytes walked_;
  SecretText path_;
  Step last_start_;
};

}  // namespace

SecretText outline(const QrCode& code) {
  return Tracer(code).trace();
}

}  // namespace countersign
