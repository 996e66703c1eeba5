#include "bindings/backup.h"

#include <cstddef>
#include <cstdint>
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

using emscripten::val;

std::span<const std::uint8_t> bytes_of(const std::string& text) noexcept {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string text_of(char character) {
  return character == '\0' ? std::string() : std::string(1, character);
}

val mistyped(const std::optional<Suspicion>& suspicion) {
  val object = val::object();
  object.set("mistyped", true);
  object.set("group", suspicion ? static_cast<int>(suspicion->group) : -1);
  object.set("typed", suspicion ? text_of(suspicion->typed) : std::string());
  object.set("meant", suspicion ? text_of(suspicion->meant) : std::string());
  return object;
}

}  // namespace

val backup_codes(double count) noexcept {
  const StackWipe wipe;
  return attempt([&] {
    WebCryptoEntropy entropy;
    const std::uint32_t wanted = whole(count, BackupCodeCount::kMax).value_or(0);
    const Result<std::vector<BackupCode>> codes = generate_backup_codes(wanted, entropy);
    if (!codes) {
      remember(codes.error());
      return val::undefined();
    }
    val list = val::array();
    for (const BackupCode& code : codes.value())
      list.call<void>("push", std::string(code.formatted().view()));
    return list;
  });
}

val read_backup_entry(const std::string& typed) noexcept {
  const StackWipe wipe;
  return attempt([&] {
    const BackupEntry entry = read_backup_code(typed);
    if (entry.verdict == EntryVerdict::kMistyped) return mistyped(entry.suspicion);
    if (!entry.code) return val::undefined();
    val object = val::object();
    object.set("canonical", std::string(entry.code->canonical().view()));
    return object;
  });
}

int find_hash(const std::string& hash, const std::string& hashes) noexcept {
  int found = -1;
  if (hash.empty()) return found;
  const std::span<const std::uint8_t> all = bytes_of(hashes);
  for (std::size_t i = 0; (i + 1) * hash.size() <= all.size(); ++i)
    if (equal_in_constant_time(bytes_of(hash), all.subspan(i * hash.size(), hash.size())))
      found = static_cast<int>(i);
  return found;
}

}  // namespace countersign::bindings
