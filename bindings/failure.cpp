#include "bindings/failure.h"

#include <csetjmp>
#include <cstdlib>
#include <new>

namespace countersign::bindings {
namespace {

Error& slot() noexcept {
  static Error last = Error::kOutOfMemory;
  return last;
}

/// Where an allocation that fails goes: into the guarded() that runs.
std::jmp_buf*& way_out() noexcept {
  static std::jmp_buf* current = nullptr;
  return current;
}

[[noreturn]] void leave() {
  if (way_out() == nullptr) std::abort();
  std::longjmp(*way_out(), 1);
}

}  // namespace

void remember(Error error) noexcept {
  slot() = error;
}

std::string last_error() {
  return std::string(name_of(slot()));
}

void guarded(void (*act)(void*), void* context) noexcept {
  std::jmp_buf here;
  std::jmp_buf* const outer = way_out();
  way_out() = &here;
  if (setjmp(here) == 0)
    act(context);
  else
    remember(Error::kOutOfMemory);
  way_out() = outer;
}

}  // namespace countersign::bindings

// In place of the library's, which throws.
void* operator new(std::size_t size) {
  void* const block = std::malloc(size);
  if (block == nullptr) countersign::bindings::leave();
  return block;
}

void* operator new[](std::size_t size) {
  return operator new(size);
}
