// Objects that JavaScript holds, by number: without Embind's classes, whose support is a quarter of its
// JavaScript.
#pragma once

#include <cstdint>
#include <memory>

#include "bindings/failure.h"

namespace countersign::bindings {

/// An object's address, which WASM memory of at most 64 MB always fits in. 0 is none. web/core/handle.ts owns
/// what it is given: each comes back to release() once, and to nothing after that.
using Handle = std::int32_t;

/// How many objects JavaScript holds, for tests that nothing is forgotten.
[[nodiscard]] inline std::int32_t& handles_alive() noexcept {
  static std::int32_t count = 0;
  return count;
}

/// \returns 0 for no object
template <typename T>
[[nodiscard]] Handle lend(std::unique_ptr<T> object) noexcept {
  if (object == nullptr) return 0;
  ++handles_alive();
  return static_cast<Handle>(reinterpret_cast<std::intptr_t>(object.release()));
}

template <typename T>
[[nodiscard]] T& held(Handle handle) noexcept {
  return *reinterpret_cast<T*>(static_cast<std::intptr_t>(handle));
}

template <typename T>
void release(Handle handle) noexcept {
  --handles_alive();
  const std::unique_ptr<T> last(&held<T>(handle));
}

}  // namespace countersign::bindings
