// Why the last call gave nothing. A name is asked for only then, so that results stay plain values.
#pragma once

#include <string>
#include <utility>

#include "cpp/result/result.h"

namespace countersign::bindings {

/// Kept until the next failure; a module has one thread.
void remember(Error error) noexcept;

/// The name of the last error, as name_of() has it.
[[nodiscard]] std::string last_error();

/// Runs `act` and lets no exception out: an allocation that fails, or an engine that throws into us, is
/// kOutOfMemory.
/// \returns what `act` gives, or its type's empty value
template <typename Act>
[[nodiscard]] auto attempt(Act act) noexcept -> decltype(act()) {
  try {
    return act();
  } catch (...) {
    remember(Error::kOutOfMemory);
    return {};
  }
}

/// The value, or the type's empty one and the error remembered.
template <typename T>
[[nodiscard]] T value_or_empty(Result<T> result) {
  if (result) return std::move(result).value();
  remember(result.error());
  return {};
}

}  // namespace countersign::bindings
