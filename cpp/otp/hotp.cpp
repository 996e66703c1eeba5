#include "cpp/otp/hotp.h"

#include <algorithm>

#include "cpp/otp/match_scan.h"

namespace countersign {

std::optional<std::uint64_t> find_counter(const HmacKey& key, CodeFormat format, std::uint64_t code,
                                          std::uint64_t counter, std::uint32_t look_ahead) noexcept {
  const MatchScan matches = scan(CounterRange::around(counter, 0, std::min(look_ahead, kMaxLookAhead)), code,
                                 [&key, format](std::uint64_t first, std::size_t count) {
                                   return code_numbers(key, first, count, format);
                                 });
  if (!matches.found()) return std::nullopt;
  return matches.first();
}

}  // namespace countersign
