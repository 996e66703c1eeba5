// What calls leave behind on the stack: short strings, hash states, the words of a message.
#pragma once

#include <emscripten/stack.h>

#include <string>

#include "cpp/memory/zeroize.h"

namespace countersign::bindings {

/// Wipes, when it goes, the part of the stack that returned calls have used. Declare it first in a function
/// that handles a key.
class StackWipe {
 public:
  StackWipe() noexcept = default;
  StackWipe(const StackWipe&) = delete;
  StackWipe& operator=(const StackWipe&) = delete;
  StackWipe(StackWipe&&) = delete;
  StackWipe& operator=(StackWipe&&) = delete;
  // The stack grows down, from its base to its end. memset is one instruction and needs none of it.
  ~StackWipe() {
    const auto end = emscripten_stack_get_end();
    zeroize(reinterpret_cast<void*>(end), emscripten_stack_get_current() - end);
  }
};

/// Wipes, when it goes, an argument taken by value: a short string lies in the frame of Embind's caller,
/// which StackWipe does not reach.
class ArgumentWipe {
 public:
  explicit ArgumentWipe(std::string& argument) noexcept : argument_(argument) {}
  ArgumentWipe(const ArgumentWipe&) = delete;
  ArgumentWipe& operator=(const ArgumentWipe&) = delete;
  ArgumentWipe(ArgumentWipe&&) = delete;
  ArgumentWipe& operator=(ArgumentWipe&&) = delete;
  ~ArgumentWipe() { zeroize(argument_.data(), argument_.size()); }

 private:
  std::string& argument_;
};

}  // namespace countersign::bindings
