// Reads one address a line and answers each with one line of JSON, for uris.test.ts. Lines may be of any
// bytes.
#include <iostream>
#include <string>
#include <string_view>

#include "cpp/account/uri_reader.h"
#include "tests/cpp/account/account_json.h"

namespace {

using countersign::test::quoted;

std::string answer(std::string_view uri) {
  const auto reading = countersign::read_uri(uri);
  if (!reading) return "{\"error\":" + quoted(name_of(reading.error())) + "}";
  const auto warnings = countersign::test::list_of(reading.value().warnings.list(),
                                                   [](auto warning) { return quoted(name_of(warning)); });
  return "{\"expected\":" + countersign::test::json_of(reading.value().account) +
         ",\"warnings\":" + warnings + "}";
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << '\n';
  return 0;
}
