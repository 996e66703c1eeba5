#include "bindings/backup.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "bindings/failure.h"
#include "bindings/numbers.h"
#include "bindings/stack.h"
#include "bindings/webcrypto.h"
#include "cpp/backup/backup_code.h"
#include "cpp/backup/entry.h"
#include "cpp/memory/zeroize.h"

namespace countersign::bindings {
namespace {

std::span<const std::uint8_t> bytes_of(const std::string& text) noexcept {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void append(std::string& text, char character) {
  text += ':';
  if (character != '\0') text += character;
}

std::string mistyped(const std::optional<Suspicion>& suspicion) {
  std::string text = "mistyped:";
  if (!suspicion) return text + "-1::";
  text += static_cast<char>('0' + suspicion->group);
  append(text, suspicion->typed);
  append(text, suspicion->meant);
  return text;
}

}  // namespace

std::string backup_codes(double count) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::string {
    WebCryptoEntropy entropy;
    const std::uint32_t wanted = whole(count, BackupCodeCount::kMax).value_or(0);
    const Result<std::vector<BackupCode>> codes = generate_backup_codes(wanted, entropy);
    if (!codes) {
      remember(codes.error());
      return {};
    }
    std::string lines;
    for (const BackupCode& code : codes.value()) {
      if (!lines.empty()) lines += '\n';
      lines += code.formatted().view();
    }
    return lines;
  });
}

std::string read_backup_entry(const std::string& typed) noexcept {
  const StackWipe wipe;
  return attempt([&]() -> std::string {
    const BackupEntry entry = read_backup_code(typed);
    if (entry.verdict == EntryVerdict::kMistyped) return mistyped(entry.suspicion);
    if (!entry.code) return {};
    std::string text = "ok:";
    text += entry.code->canonical().view();
    return text;
  });
}

std::int32_t find_hash(const std::string& hash, const std::string& hashes) noexcept {
  std::int32_t found = -1;
  if (hash.empty()) return found;
  const std::span<const std::uint8_t> all = bytes_of(hashes);
  for (std::size_t i = 0; (i + 1) * hash.size() <= all.size(); ++i)
    if (equal_in_constant_time(bytes_of(hash), all.subspan(i * hash.size(), hash.size())))
      found = static_cast<std::int32_t>(i);
  return found;
}

}  // namespace countersign::bindings
