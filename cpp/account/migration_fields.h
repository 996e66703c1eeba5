// The messages of Google Authenticator's export: field numbers and values.
#pragma once

#include <cstdint>
#include <string_view>

namespace countersign::migration {

inline constexpr std::string_view kScheme = "otpauth-migration://offline?data=";

// MigrationPayload
inline constexpr std::uint32_t kOtpParameters = 1;  ///< repeated message
inline constexpr std::uint32_t kVersion = 2;        ///< 1, or 2 since 2025
inline constexpr std::uint32_t kBatchSize = 3;      ///< codes in the export
inline constexpr std::uint32_t kBatchIndex = 4;     ///< from 0
inline constexpr std::uint32_t kBatchId = 5;        ///< int32, often negative; gone in version 2

// OtpParameters: bytes and texts up to kIssuer, numbers from kAlgorithm to kCounter
inline constexpr std::uint32_t kSecret = 1;     ///< bytes
inline constexpr std::uint32_t kName = 2;       ///< account, with or without "issuer:"
inline constexpr std::uint32_t kIssuer = 3;     ///< text
inline constexpr std::uint32_t kAlgorithm = 4;  ///< 4 is MD5
inline constexpr std::uint32_t kDigits = 5;
inline constexpr std::uint32_t kType = 6;
inline constexpr std::uint32_t kCounter = 7;  ///< int64: the next one to be used

// Values; 0 is "unspecified" in all three.
inline constexpr std::uint64_t kUnspecified = 0;
inline constexpr std::uint64_t kSha1 = 1;
inline constexpr std::uint64_t kSha256 = 2;
inline constexpr std::uint64_t kSha512 = 3;
inline constexpr std::uint64_t kSix = 1;
inline constexpr std::uint64_t kEight = 2;
inline constexpr std::uint64_t kHotp = 1;
inline constexpr std::uint64_t kTotp = 2;

}  // namespace countersign::migration
