// Reads the texts of one export a line, separated by tabs, and answers each line with one of JSON, for
// migration.test.ts.
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/account/migration_reader.h"
#include "tests/cpp/account/account_json.h"

namespace {

using countersign::MigrationExport;
using countersign::RejectedEntry;
using countersign::test::list_of;
using countersign::test::quoted;

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> texts;
  while (!line.empty()) {
    const std::size_t tab = line.find('\t');
    texts.push_back(line.substr(0, tab));
    line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
  }
  return texts;
}

std::string json_of(const RejectedEntry& entry) {
  return "{\"batch\":" + std::to_string(entry.batch) + ",\"entry\":" + std::to_string(entry.entry) +
         ",\"name\":" + quoted(entry.name) + ",\"error\":" + quoted(name_of(entry.error)) + "}";
}

std::string json_of(const MigrationExport& codes) {
  return "{\"size\":" + std::to_string(codes.size) +
         ",\"seen\":" + list_of(codes.seen, [](auto index) { return std::to_string(index); }) +
         ",\"accounts\":" + list_of(codes.accounts, countersign::test::json_of) +
         ",\"rejected\":" + list_of(codes.rejected, [](const auto& entry) { return json_of(entry); }) + "}";
}

std::string answer(std::string_view line) {
  const auto exports = countersign::read_migration(split(line));
  if (!exports) return "{\"error\":" + quoted(name_of(exports.error())) + "}";
  return "{\"exports\":" + list_of(exports.value(), [](const auto& codes) { return json_of(codes); }) + "}";
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << '\n';
  return 0;
}
