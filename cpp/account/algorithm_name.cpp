#include "cpp/account/algorithm_name.h"

#include <algorithm>
#include <cstddef>

#include "cpp/account/ascii.h"

namespace countersign {
namespace {

void drop(std::string_view& text, std::string_view lower_prefix) {
  if (starts_with_ignoring_case(text, lower_prefix)) text.remove_prefix(lower_prefix.size());
}

void drop_dash(std::string_view& text) {
  if (text.starts_with('-') || text.starts_with('_')) text.remove_prefix(1);
}

}  // namespace

std::string_view name_of(Algorithm algorithm) noexcept {
  switch (algorithm) {
    case Algorithm::kSha1:
      return "SHA1";
    case Algorithm::kSha256:
      return "SHA256";
    case Algorithm::kSha512:
      return "SHA512";
  }
  return "SHA1";
}

std::optional<Algorithm> algorithm_named(std::string_view name) {
  drop(name, "hmac");
  drop_dash(name);
  if (!starts_with_ignoring_case(name, "sha")) return std::nullopt;
  name.remove_prefix(3);
  drop_dash(name);
  if (name == "1") return Algorithm::kSha1;
  if (name == "256") return Algorithm::kSha256;
  if (name == "512") return Algorithm::kSha512;
  return std::nullopt;
}

}  // namespace countersign
