#include "cpp/hash/hmac_key.h"

#include <algorithm>
#include <variant>

#include "cpp/memory/zeroize.h"

namespace countersign {
namespace {

using AnyMidstates = std::variant<Midstates<Sha1>, Midstates<Sha256>, Midstates<Sha512>>;

// Not emplace() on a member: it carries an exception for a state that cannot be.
AnyMidstates blank(Algorithm algorithm) noexcept {
  switch (algorithm) {
    case Algorithm::kSha256:
      return Midstates<Sha256>{};
    case Algorithm::kSha512:
      return Midstates<Sha512>{};
    default:
      return Midstates<Sha1>{};
  }
}

}  // namespace

Mac::Mac(std::span<const std::uint8_t> bytes) noexcept : size_(std::min(bytes.size(), kMaxSize)) {
  std::ranges::copy(bytes.first(size_), bytes_.begin());
}

HmacKey::HmacKey(const SecretBytes& key, Algorithm algorithm) noexcept
    : midstates_(blank(algorithm)), algorithm_(algorithm) {
  dispatch(algorithm, midstates_, [&key](auto& midstates) { absorb_key(key.bytes(), midstates); });
}

HmacKey::HmacKey(HmacKey&& other) noexcept : midstates_(other.midstates_), algorithm_(other.algorithm_) {
  other.wipe();
}

HmacKey& HmacKey::operator=(HmacKey&& other) noexcept {
  if (this != &other) {
    wipe();
    midstates_ = other.midstates_;
    algorithm_ = other.algorithm_;
    other.wipe();
  }
  return *this;
}

HmacKey::~HmacKey() {
  wipe();
}

Mac HmacKey::mac(std::span<const std::uint8_t> message) const noexcept {
  return with_midstates([message](const auto& midstates) { return Mac(hmac(midstates, message)); });
}

// Only the words: the variant still has to know which of the three it holds.
void HmacKey::wipe() noexcept {
  dispatch(algorithm_, midstates_, [](auto& midstates) { zeroize(&midstates, sizeof(midstates)); });
}

}  // namespace countersign
