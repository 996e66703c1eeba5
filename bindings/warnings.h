// What was repaired while the last text was read.
#pragma once

#include <string>

#include "cpp/account/uri_warning.h"

namespace countersign::bindings {

/// Kept until the next text that is read leniently.
void warn(UriWarnings warnings) noexcept;

/// Their names, in the order of the enumeration, with a comma between them.
[[nodiscard]] std::string last_warnings() noexcept;

}  // namespace countersign::bindings
