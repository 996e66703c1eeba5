#include "cpp/account/uri_query.h"

#include "cpp/account/ascii.h"
#include "cpp/account/percent.h"

namespace countersign {
namespace {

struct Named {
  std::string_view name;
  UriParameter parameter;
};

constexpr auto kKnown = std::to_array<Named>({
    {.name = "secret", .parameter = UriParameter::kSecret},
    {.name = "issuer", .parameter = UriParameter::kIssuer},
    {.name = "algorithm", .parameter = UriParameter::kAlgorithm},
    {.name = "digits", .parameter = UriParameter::kDigits},
    {.name = "period", .parameter = UriParameter::kPeriod},
    {.name = "counter", .parameter = UriParameter::kCounter},
    {.name = "encoder", .parameter = UriParameter::kEncoder},
    {.name = "steam", .parameter = UriParameter::kSteam},
});

std::optional<UriParameter> parameter_named(std::string_view raw, UriWarnings& warnings) {
  const Unescaped decoded = percent_decode(raw);
  const std::string_view name = trimmed(decoded.text.view());
  for (const Named& known : kKnown) {
    if (!equal_ignoring_case(name, known.name)) continue;
    warnings.add_if(has_upper(name), UriWarning::kParameterCase);
    return known.parameter;
  }
  return std::nullopt;
}

/// Cuts the first parameter off `rest`.
std::string_view next_pair(std::string_view& rest) {
  const std::size_t end = rest.find('&');
  const std::string_view pair = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return pair;
}

}  // namespace

bool UriQuery::put(UriParameter parameter, std::string_view value) noexcept {
  auto& slot = values_[static_cast<std::size_t>(parameter)];
  if (slot) return false;
  slot = value;
  return true;
}

Result<UriQuery> read_query(std::string_view query, UriWarnings& warnings) {
  UriQuery out;
  warnings.add_if(query.ends_with('&'), UriWarning::kStraySeparator);
  while (!query.empty()) {
    std::string_view pair = next_pair(query);
    if (pair.starts_with("amp;")) {
      warnings.add(UriWarning::kHtmlEscaped);
      pair.remove_prefix(4);
    }
    const std::size_t equals = pair.find_first_of("=#");
    const bool has_value = equals != std::string_view::npos && pair[equals] == '=';
    const auto parameter = parameter_named(pair.substr(0, equals), warnings);

    const std::size_t hash = pair.find('#');
    const bool fragment = hash != std::string_view::npos &&
                          (out.has(UriParameter::kSecret) || parameter == UriParameter::kSecret);
    if (fragment) {
      warnings.add(UriWarning::kFragment);
      pair = pair.substr(0, hash);
      query = {};
    }
    if (pair.empty()) {
      warnings.add_if(!fragment, UriWarning::kStraySeparator);
      continue;
    }
    if (!parameter) continue;
    const std::string_view value = has_value ? pair.substr(equals + 1) : std::string_view{};
    warnings.add_if(value.empty() && parameter != UriParameter::kSteam, UriWarning::kEmptyParameter);
    if (!out.put(*parameter, value)) return Error::kDuplicateParameter;
  }
  return out;
}

}  // namespace countersign
