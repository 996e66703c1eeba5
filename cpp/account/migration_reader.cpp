#include "cpp/account/migration_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cpp/account/migration_payload.h"

namespace countersign {
namespace {

using Codes = std::vector<MigrationPayload>;  // of one export, by index

/// Where this code stands in the export, or would stand.
Codes::const_iterator place_of(const Codes& codes, std::uint32_t index) {
  return std::ranges::lower_bound(codes, index, {}, &MigrationPayload::index);
}

enum class Match : std::uint8_t {
  kOther,   ///< a code of another export
  kMember,  ///< a code of this one, not yet given
  kRepeat,  ///< given before
};

Match match(const Codes& codes, const MigrationPayload& code) {
  if (codes.front().batch_id != code.batch_id || codes.front().size != code.size) return Match::kOther;
  const auto place = place_of(codes, code.index);
  if (place == codes.end() || place->index != code.index) return Match::kMember;
  return place->content == code.content ? Match::kRepeat : Match::kOther;
}

void sort_in(std::vector<Codes>& exports, MigrationPayload code) {
  // A repetition first: another export may have room for the same index.
  for (const Codes& codes : exports)
    if (match(codes, code) == Match::kRepeat) return;
  for (Codes& codes : exports) {
    if (match(codes, code) != Match::kMember) continue;
    codes.insert(place_of(codes, code.index), std::move(code));
    return;
  }
  exports.emplace_back().push_back(std::move(code));
}

MigrationExport joined(Codes codes) {
  MigrationExport out;
  out.batch_id = codes.front().batch_id;
  out.size = codes.front().size;
  for (MigrationPayload& code : codes) {
    out.seen.push_back(code.index);
    std::ranges::move(code.accounts, std::back_inserter(out.accounts));
    std::ranges::move(code.rejected, std::back_inserter(out.rejected));
  }
  return out;
}

}  // namespace

Result<std::vector<MigrationExport>> read_migration(std::span<const std::string_view> texts) {
  if (texts.empty()) return Error::kInvalidMigration;
  if (texts.size() > kMaxMigrationBatches) return Error::kMigrationTooLarge;
  std::vector<Codes> exports;
  for (const std::string_view text : texts) {
    Result<MigrationPayload> code = read_migration_payload(text);
    if (!code) return code.error();
    sort_in(exports, std::move(code).value());
  }
  std::vector<MigrationExport> out;
  out.reserve(exports.size());
  for (Codes& codes : exports) out.push_back(joined(std::move(codes)));
  return out;
}

}  // namespace countersign
