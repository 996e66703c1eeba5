#include "bindings/warnings.h"

#include "bindings/failure.h"

namespace countersign::bindings {
namespace {

UriWarnings& slot() noexcept {
  static UriWarnings last;
  return last;
}

}  // namespace

void warn(UriWarnings warnings) noexcept {
  slot() = warnings;
}

std::string last_warnings() noexcept {
  return attempt([] {
    std::string names;
    for (const UriWarning warning : slot().list()) {
      if (!names.empty()) names += ',';
      names += name_of(warning);
    }
    return names;
  });
}

}  // namespace countersign::bindings
