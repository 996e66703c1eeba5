#include "cpp/result/error.h"

namespace countersign {

std::string_view name_of(Error error) noexcept {
  switch (error) {
    case Error::kInvalidSecret:
      return "invalid-secret";
    case Error::kInvalidAlgorithm:
      return "invalid-algorithm";
    case Error::kInvalidDigits:
      return "invalid-digits";
    case Error::kInvalidPeriod:
      return "invalid-period";
    case Error::kInvalidCounter:
      return "invalid-counter";
    case Error::kInvalidTime:
      return "invalid-time";
    case Error::kInvalidWindow:
      return "invalid-window";
    case Error::kInvalidLabel:
      return "invalid-label";
    case Error::kInvalidUri:
      return "invalid-uri";
    case Error::kUriTooLong:
      return "uri-too-long";
    case Error::kMissingSecret:
      return "missing-secret";
    case Error::kDuplicateParameter:
      return "duplicate-parameter";
    case Error::kUnsupportedType:
      return "unsupported-type";
    case Error::kInvalidMigration:
      return "invalid-migration";
    case Error::kMigrationTooLarge:
      return "migration-too-large";
    case Error::kTextTooLong:
      return "text-too-long";
    case Error::kInvalidQrOption:
      return "invalid-qr-option";
    case Error::kInvalidBackupCode:
      return "invalid-backup-code";
    case Error::kEntropyUnavailable:
      return "entropy-unavailable";
    case Error::kOutOfMemory:
      return "out-of-memory";
  }
  return "out-of-memory";
}

}  // namespace countersign
