// The hash under a one-time code. RFC 6238 §1.2.
#pragma once

#include <cstdint>

namespace countersign {

enum class Algorithm : std::uint8_t {
  kSha1,    ///< 20-byte keys are advised; what every authenticator app can do
  kSha256,  ///< 32-byte keys
  kSha512,  ///< 64-byte keys
};

}  // namespace countersign
