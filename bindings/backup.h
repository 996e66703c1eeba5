// Backup codes as plain values.
#pragma once

#include <emscripten/val.h>

#include <string>

namespace countersign::bindings {

/// An array of codes as a person reads them, or undefined where `count` or the source of random bytes is
/// refused; last_error() says which.
[[nodiscard]] emscripten::val backup_codes(double count) noexcept;

/// What was typed: { canonical } is what is hashed; { mistyped, group, typed, meant } a wrong character, and
/// where it may be (group -1 for nowhere in particular); undefined no code at all.
[[nodiscard]] emscripten::val read_backup_entry(const std::string& typed) noexcept;

/// Where among `hashes`, one after the other, `hash` stands. All are compared, in constant time each.
/// \returns its index, or -1
[[nodiscard]] int find_hash(const std::string& hash, const std::string& hashes) noexcept;

}  // namespace countersign::bindings
