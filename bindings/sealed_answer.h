// A coroutine that waits for the platform's MACs.
//
// Not Embind's: that one needs C++ exceptions for a promise that rejects, which makes the module a twentieth
// larger. Here nothing rejects. JavaScript (sign_messages() of webcrypto.cpp) waits for the MACs, resumes the
// coroutine where they came, and ends it in any case; the caller holds its promise.
#pragma once

#include <emscripten/em_macros.h>
#include <emscripten/val.h>

#include <coroutine>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "bindings/answer.h"
#include "bindings/handle.h"
#include "bindings/webcrypto.h"

extern "C" {

// For sign_messages() alone, once each, in this order.

/// Goes on from the MACs, which are in their room by now. \returns what the coroutine returns
EMSCRIPTEN_KEEPALIVE double sealedResume(countersign::bindings::Handle coroutine) noexcept;
EMSCRIPTEN_KEEPALIVE void sealedEnd(countersign::bindings::Handle coroutine) noexcept;
}

namespace countersign::bindings {

/// What a coroutine gives its caller: JavaScript's promise of the number that it will return, or of the
/// public name of an error.
struct SealedAnswer {
  struct promise_type {
    promise_type() noexcept { ++handles_alive(); }
    promise_type(const promise_type&) = delete;
    promise_type& operator=(const promise_type&) = delete;
    promise_type(promise_type&&) = delete;
    promise_type& operator=(promise_type&&) = delete;
    ~promise_type() { --handles_alive(); }

    [[nodiscard]] SealedAnswer get_return_object() noexcept { return {*this}; }
    [[nodiscard]] std::suspend_never initial_suspend() const noexcept { return {}; }
    // The number is read before the frame goes, by sealedEnd().
    [[nodiscard]] std::suspend_always final_suspend() const noexcept { return {}; }
    void return_value(double answer) noexcept { number = answer; }
    void unhandled_exception() const noexcept {}  // there are none

    emscripten::val promised = emscripten::val::undefined();
    double number = kRefusedCall;
  };

  [[nodiscard]] emscripten::val promised() const { return state.promised; }

  promise_type& state;
};

using SealedFrame = std::coroutine_handle<SealedAnswer::promise_type>;

/// To be awaited: the MACs of counters, one after the other in `room`.
struct Signing {
  const emscripten::val& key;
  std::vector<std::uint8_t> messages;  ///< kCounterSize bytes each
  std::span<std::uint8_t> room;

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(SealedFrame frame) const {
    const auto address = reinterpret_cast<std::intptr_t>(frame.address());
    frame.promise().promised = sign_counters(key, messages, room, static_cast<Handle>(address));
  }
  void await_resume() const noexcept {}
};

}  // namespace countersign::bindings
