#include "cpp/otp/window.h"

namespace countersign {

Found judge(const MatchScan& matches, std::optional<std::uint64_t> last_used) noexcept {
  if (!matches.found()) return {};
  const bool used = last_used && matches.last() <= *last_used;
  return {.verdict = used ? Verdict::kReplayed : Verdict::kMatch, .step = matches.last()};
}

Found find_step(const HmacKey& key, CodeFormat format, std::uint64_t code, std::uint64_t expected,
                Window window, std::optional<std::uint64_t> last_used) noexcept {
  const MatchScan matches = scan(CounterRange::around(expected, window.back, window.ahead), code,
                                 [&key, format](std::uint64_t first, std::size_t count) {
                                   return code_numbers(key, first, count, format);
                                 });
  return judge(matches, last_used);
}

}  // namespace countersign
