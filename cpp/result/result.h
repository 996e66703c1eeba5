// A value or the reason why there is none. C++20 has no std::expected.
#pragma once

#include <utility>
#include <variant>

#include "cpp/result/error.h"

namespace countersign {

template <typename T>
class [[nodiscard]] Result {
 public:
  // Not explicit: a function returns the one or the other as it is.
  explicit(false) Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  explicit(false) Result(Error error) : state_(std::in_place_index<1>, error) {}

  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  /// Only where ok() is true.
  [[nodiscard]] T& value() & noexcept { return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& noexcept { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && noexcept { return std::move(*std::get_if<0>(&state_)); }

  /// Only where ok() is false.
  [[nodiscard]] Error error() const noexcept { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace countersign
