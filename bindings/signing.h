// HMAC by crypto.subtle, as promises that never reject.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cpp/hash/algorithm.h"
#include "cpp/otp/code.h"
#include "cpp/otp/match_scan.h"

namespace countersign::bindings {

/// A settled array with a non-extractable key for signing. \param bytes  copied before this returns
[[nodiscard]] emscripten::val import_key(std::span<const std::uint8_t> bytes, Algorithm algorithm);

/// A settled array with the MAC of each counter, all begun at once.
[[nodiscard]] emscripten::val sign_counters(const emscripten::val& key, CounterRange counters);

/// The codes' numbers; empty where one was refused, or is of another hash.
[[nodiscard]] std::vector<std::uint32_t> read_signatures(const emscripten::val& results, Algorithm algorithm,
                                                         CodeFormat format);

[[nodiscard]] bool fulfilled(const emscripten::val& result);
/// Why nothing came of a settled array, by its public name.
[[nodiscard]] std::string_view refusal_of(const emscripten::val& results);

// What the promises become.
[[nodiscard]] emscripten::val done(const emscripten::val& value);
[[nodiscard]] emscripten::val failed(std::string_view name);

}  // namespace countersign::bindings
