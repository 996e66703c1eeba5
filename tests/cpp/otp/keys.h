// The keys of the RFCs' test vectors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/hash/hmac_key.h"
#include "cpp/otp/code.h"

namespace countersign::testing {

inline HmacKey key_of_text(std::string_view text, Algorithm algorithm) {
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  return {SecretBytes::copy_of(bytes), algorithm};
}

/// RFC 4226 appendix D, and RFC 6238 appendix B with its errata: 20, 32 or 64 bytes.
inline HmacKey rfc_key(Algorithm algorithm = Algorithm::kSha1) {
  constexpr std::string_view kBytes = "1234567890123456789012345678901234567890123456789012345678901234";
  switch (algorithm) {
    case Algorithm::kSha256:
      return key_of_text(kBytes.substr(0, 32), algorithm);
    case Algorithm::kSha512:
      return key_of_text(kBytes, algorithm);
    default:
      return key_of_text(kBytes.substr(0, 20), algorithm);
  }
}

inline constexpr CodeFormat decimal(std::uint8_t digits) {
  return {Encoder::kDecimal, Digits{digits}};
}
inline constexpr CodeFormat kSteam{Encoder::kSteam, Digits{5}};

inline std::string code_text(const HmacKey& key, std::uint64_t counter, CodeFormat format) {
  return std::string(to_text(code_number(key, counter, format), format).view());
}

}  // namespace countersign::testing
