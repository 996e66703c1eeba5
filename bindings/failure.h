// Why the last call gave nothing. A name is asked for only then, so that results stay plain values.
#pragma once

#include <string>
#include <utility>

#include "cpp/result/result.h"

namespace countersign::bindings {

/// Kept until the next failure; a module has one thread.
void remember(Error error) noexcept;

/// The name of the last error, as name_of() has it.
[[nodiscard]] std::string last_error() noexcept;

/// Where an allocation that fails goes: into the guarded() that runs. Where none does, as while Embind copies
/// an argument, the call traps and nothing is written.
[[noreturn]] void leave() noexcept;

/// Calls act(context) and is where an allocation in it that fails comes out: that is kOutOfMemory.
void guarded(void (*act)(void*), void* context) noexcept;

/// Runs `act`, whose allocations may fail.
/// \returns what `act` gives, or its type's empty value
template <typename Act>
[[nodiscard]] auto attempt(Act act) noexcept -> decltype(act()) {
  struct Work {
    Act& act;
    decltype(act()) result;
  } work{act, {}};
  guarded(
      [](void* context) {
        auto& [run, result] = *static_cast<Work*>(context);
        result = run();
      },
      &work);
  return std::move(work.result);
}

}  // namespace countersign::bindings
