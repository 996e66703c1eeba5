// The messages of Google Authenticator's export: field numbers and values.
#pragma once

#include <cstdint>
#include <string_view>

namespace countersign::migration {

inline constexpr std::string_view kScheme = "otpauth-migration://offline?data=";

enum PayloadField : std::uint8_t {
  kOtpParameters = 1,  ///< repeated message
  kVersion = 2,        ///< 1, or 2 since 2025
  kBatchSize = 3,      ///< codes in the export
  kBatchIndex = 4,     ///< from 0
  kBatchId = 5,        ///< int32, often negative; gone in version 2
};

enum EntryField : std::uint8_t {
  kSecret = 1,     ///< bytes
  kName = 2,       ///< account, with or without "issuer:"
  kIssuer = 3,     ///< text
  kAlgorithm = 4,  ///< 0 unspecified, 1 SHA1, 2 SHA256, 3 SHA512, 4 MD5
  kDigits = 5,     ///< 0 unspecified, 1 six, 2 eight
  kType = 6,       ///< 0 unspecified, 1 HOTP, 2 TOTP
  kCounter = 7,    ///< int64: the next one to be used
};

enum AlgorithmValue : std::uint8_t { kAlgorithmUnspecified = 0, kSha1 = 1, kSha256 = 2, kSha512 = 3 };
enum DigitsValue : std::uint8_t { kDigitsUnspecified = 0, kSix = 1, kEight = 2 };
enum TypeValue : std::uint8_t { kTypeUnspecified = 0, kHotp = 1, kTotp = 2 };

}  // namespace countersign::migration
