#include "bindings/failure.h"

namespace countersign::bindings {
namespace {

Error& slot() noexcept {
  static Error last = Error::kOutOfMemory;
  return last;
}

}  // namespace

void remember(Error error) noexcept {
  slot() = error;
}

std::string last_error() {
  return std::string(name_of(slot()));
}

void guarded(void (*act)(void*), void* context) noexcept {
  try {
    act(context);
  } catch (...) {
    remember(Error::kOutOfMemory);
  }
}

}  // namespace countersign::bindings
