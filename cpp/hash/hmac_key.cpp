#include "cpp/hash/hmac_key.h"

#include <algorithm>
#include <type_traits>

#include "cpp/memory/zeroize.h"

namespace countersign {

Mac::Mac(std::span<const std::uint8_t> bytes) noexcept : size_(std::min(bytes.size(), kMaxSize)) {
  std::ranges::copy(bytes.first(size_), bytes_.begin());
}

HmacKey::HmacKey(const SecretBytes& key, Algorithm algorithm) noexcept : algorithm_(algorithm) {
  switch (algorithm) {
    case Algorithm::kSha256:
      absorb_key(key.bytes(), midstates_.emplace<Midstates<Sha256>>());
      break;
    case Algorithm::kSha512:
      absorb_key(key.bytes(), midstates_.emplace<Midstates<Sha512>>());
      break;
    default:
      absorb_key(key.bytes(), midstates_.emplace<Midstates<Sha1>>());
      break;
  }
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
