#include "cpp/qr/terminal.h"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "tests/cpp/qr/samples.h"

namespace countersign {
namespace {

constexpr std::string_view kStart = "\x1b[38;5;231;48;5;16m";
constexpr std::string_view kEnd = "\x1b[0m\n";

/// Whether the upper and the lower half of the first character are light.
std::array<bool, 2> take_halves(std::string_view& line) {
  struct Block {
    std::string_view text;
    std::array<bool, 2> light;
  };
  for (const Block& block : {Block{" ", {false, false}}, Block{"▀", {true, false}}, Block{"▄", {false, true}},
                             Block{"█", {true, true}}}) {
    if (!line.starts_with(block.text)) continue;
    line.remove_prefix(block.text.size());
    return block.light;
  }
  ADD_FAILURE() << "not a block";
  line = {};
  return {};
}

TEST(ToTerminalText, T53DrawsEveryModuleAndTheMarginWhiteOnBlackInItsOwnColors) {
  const QrCode code = QrCode::encode(kUri).value();
  const SecretText text = to_terminal_text(code);
  std::string_view rest = text.view();
  int lines = 0;
  for (; !rest.empty(); ++lines) {
    const std::size_t end = rest.find('\n');
    ASSERT_NE(end, std::string_view::npos);
    std::string_view line = rest.substr(0, end + 1);
    rest.remove_prefix(end + 1);
    ASSERT_TRUE(line.starts_with(kStart));
    ASSERT_TRUE(line.ends_with(kEnd));
    line.remove_prefix(kStart.size());
    line.remove_suffix(kEnd.size());
    int x = -code.margin();
    for (; !line.empty(); ++x) {
      const auto [upper, lower] = take_halves(line);
      const int y = lines * 2 - code.margin();
      ASSERT_EQ(upper, !code.get(x, y)) << x << ' ' << y;
      ASSERT_EQ(lower, !code.get(x, y + 1)) << x << ' ' << y + 1;
    }
    ASSERT_EQ(x, code.size() + code.margin()) << "as wide as the code and both margins";
  }
  EXPECT_EQ(lines, (code.side() + 1) / 2);
}

}  // namespace
}  // namespace countersign
