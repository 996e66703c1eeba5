// Looks for a code among the codes of several counters, and lets nobody see where it was found.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "cpp/otp/code.h"
#include "cpp/otp/constant_time.h"

namespace countersign {

/// Counters that follow each other without passing 2^64 - 1.
struct CounterRange {
  std::uint64_t first = 0;
  std::uint32_t count = 1;

  /// `around` with the counters before and after it, cut off at 0 and 2^64 - 1.
  [[nodiscard]] static constexpr CounterRange around(std::uint64_t around, std::uint32_t before,
                                                     std::uint32_t after) noexcept {
    const std::uint64_t room = std::numeric_limits<std::uint64_t>::max() - around;
    const std::uint64_t back = std::min<std::uint64_t>(around, before);
    return {.first = around - back,
            .count = static_cast<std::uint32_t>(back + 1 + std::min<std::uint64_t>(room, after))};
  }
};

/// Takes the code of one counter after the other, in rising order, and remembers the first and the last that
/// match. Each takes the same time, whether or not it matches.
class MatchScan {
 public:
  /// \param code  as read_token() gives it
  explicit constexpr MatchScan(std::uint64_t code) noexcept : code_(code) {}

  constexpr void compare(std::uint64_t counter, std::uint32_t number) noexcept {
    const std::uint64_t match = equal_mask(code_, number);
    first_ = select(match & ~found_, counter, first_);
    last_ = select(match, counter, last_);
    found_ |= match;
  }

  [[nodiscard]] constexpr bool found() const noexcept { return found_ != 0; }
  /// Only where found().
  [[nodiscard]] constexpr std::uint64_t first() const noexcept { return first_; }
  [[nodiscard]] constexpr std::uint64_t last() const noexcept { return last_; }

 private:
  std::uint64_t code_;
  std::uint64_t found_ = 0;
  std::uint64_t first_ = 0;
  std::uint64_t last_ = 0;
};

/// Compares `code` with the codes of all counters of the range, whatever matches first: the time taken tells
/// the range's size and nothing else.
/// \param codes_from  gives the LaneCodes of a counter and of those after it, so many as it is asked for
template <typename CodesFrom>
[[nodiscard]] MatchScan scan(CounterRange range, std::uint64_t code, CodesFrom codes_from) noexcept {
  MatchScan matches(code);
  for (std::uint32_t done = 0; done < range.count; done += kLanes) {
    const std::uint64_t first = range.first + done;
    const std::size_t used = std::min<std::size_t>(kLanes, range.count - done);
    const LaneCodes numbers = codes_from(first, used);
    for (std::size_t lane = 0; lane < used; ++lane) matches.compare(first + lane, numbers[lane]);
  }
  return matches;
}

}  // namespace countersign
