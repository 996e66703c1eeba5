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

/// Into the guarded() that runs.
std::jmp_buf*& way_out() noexcept {
  static std::jmp_buf* current = nullptr;
  return current;
}

}  // namespace

void leave() noexcept {
  if (way_out() == nullptr) __builtin_trap();
  std::longjmp(*way_out(), 1);
}

void remember(Error error) noexcept {
  slot() = error;
}

std::string last_error() noexcept {
  return attempt([] { return std::string(name_of(slot())); });
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

// In place of the library's, which throws. malloc() does not return without a block, see wiped_heap.cpp.
void* operator new(std::size_t size) {
  return std::malloc(size);
}

void* operator new[](std::size_t size) {
  return std::malloc(size);
}
