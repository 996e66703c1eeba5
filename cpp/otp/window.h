// Finds the step that a code belongs to, among the steps around now. RFC 6238 §5.2.
#pragma once

#include <cstdint>
#include <optional>

#include "cpp/hash/hmac_key.h"
#include "cpp/otp/code.h"
#include "cpp/otp/match_scan.h"

namespace countersign {

/// Steps before and after the expected one that a code may come from. Each 0 to kMaxReach; 0 for neither is
/// what a portal sets that lets a code live for one period only (RFC 6238 §5.2 advises at most one step).
struct Window {
  static constexpr std::uint8_t kMaxReach = 10;
  std::uint8_t back = 1;
  std::uint8_t ahead = 1;
  [[nodiscard]] constexpr bool valid() const noexcept { return back <= kMaxReach && ahead <= kMaxReach; }
};

enum class Verdict : std::uint8_t {
  kMatch,      ///< the code is the one of `step`
  kMismatch,   ///< no step in the window has this code
  kReplayed,   ///< the code is right, but its step is not after the last one used
  kMalformed,  ///< the text is no code of this format
};

struct Found {
  Verdict verdict = Verdict::kMismatch;
  std::uint64_t step = 0;  ///< for kMatch and kReplayed, else 0
};

/// What a scan means: the latest matching step counts, so that a clock that is ahead is learned, and a step
/// that is not after the last one used is refused (RFC 6238 §5.2).
[[nodiscard]] Found judge(const MatchScan& matches, std::optional<std::uint64_t> last_used) noexcept;

/// Compares `code` with the code of every step in the window.
///
/// All steps are computed and compared, whatever matches first: the time taken tells an observer the
/// window's size and nothing else.
/// \param code       as read_token() gives it
/// \param expected   step of the server's clock, drift already added
/// \param window     valid
/// \param last_used  the last step accepted for this key, if any
[[nodiscard]] Found find_step(const HmacKey& key, CodeFormat format, std::uint64_t code,
                              std::uint64_t expected, Window window,
                              std::optional<std::uint64_t> last_used) noexcept;

}  // namespace countersign
