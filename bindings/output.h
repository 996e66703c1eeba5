// Bytes on their way out. JavaScript copies them from their address, then clears them.
#pragma once

#include <cstdint>
#include <utility>

#include "cpp/memory/secret_text.h"

namespace countersign::bindings {

[[nodiscard]] inline WipedBytes& output() noexcept {
  static WipedBytes bytes;
  return bytes;
}

/// \returns how many bytes there are
[[nodiscard]] inline std::int32_t put_out(WipedBytes bytes) noexcept {
  output() = std::move(bytes);
  return static_cast<std::int32_t>(output().size());
}

[[nodiscard]] inline std::int32_t output_address() noexcept {
  return static_cast<std::int32_t>(reinterpret_cast<std::intptr_t>(output().data()));
}

inline void clear_output() noexcept {
  output() = WipedBytes();  // not {}: that keeps the block
}

}  // namespace countersign::bindings
