#include "cpp/result/error.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign {
namespace {

struct Listed {
  std::string name;
  std::string meaning;
};

/// The lines "  kName,  ///< meaning" of the header.
std::vector<Listed> listed_errors() {
  constexpr std::string_view kComment = "///< ";
  std::ifstream header(COUNTERSIGN_VECTORS "/../../cpp/result/error.h");
  std::vector<Listed> found;
  for (std::string line; std::getline(header, line);) {
    const std::size_t comma = line.find(',');
    const std::size_t comment = line.find(kComment);
    if (!line.starts_with("  k") || comma == std::string::npos || comment == std::string::npos) continue;
    found.push_back({line.substr(3, comma - 3), line.substr(comment + kComment.size())});
  }
  return found;
}

std::string with_dashes(const std::string& name) {
  std::string out;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && !out.empty()) out += '-';
    out += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

TEST(ErrorName, IsTheEnumeratorWithDashesForEveryError) {
  const auto errors = listed_errors();
  ASSERT_EQ(errors.size(), static_cast<std::size_t>(Error::kOutOfMemory) + 1);
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const std::string_view name = name_of(static_cast<Error>(i));
    EXPECT_EQ(name, with_dashes(errors[i].name));
    EXPECT_FALSE(errors[i].meaning.empty());
    names.insert(name);
  }
  EXPECT_EQ(names.size(), errors.size()) << "no two errors share a name";
}

}  // namespace
}  // namespace countersign
