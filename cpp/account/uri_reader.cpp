#include "cpp/account/uri_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "cpp/account/algorithm_name.h"
#include "cpp/account/ascii.h"
#include "cpp/account/base32.h"
#include "cpp/account/label.h"
#include "cpp/account/percent.h"
#include "cpp/account/uri_query.h"

namespace countersign {
namespace {

constexpr std::uint8_t kSteamDigits = 5;

std::optional<std::uint64_t> number_in(std::string_view raw) {
  const Unescaped decoded = percent_decode(raw);
  const std::string_view text = trimmed(decoded.text.view());
  if (text.empty()) return std::nullopt;
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t value = 0;
  for (const char c : text) {  // no sign, no fraction, no rounding
    if (c < '0' || c > '9') return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (value > (kMax - digit) / 10) return std::nullopt;
    value = (value * 10) + digit;
  }
  return value;
}

std::optional<Error> read_secret(std::string_view raw, Account& account, UriWarnings& warnings) {
  if (raw.empty()) return Error::kMissingSecret;
  const Unescaped decoded = percent_decode(raw);
  SecretText text;
  text.reserve(decoded.text.size());
  for (const char c : decoded.text.view()) text.append(c == '+' ? ' ' : c);  // a form encoder's space
  if (trimmed(text.view()).empty()) return Error::kMissingSecret;

  Result<LenientSecret> secret = base32_decode_leniently(text.view());
  if (!secret) return secret.error();
  const Base32Repairs& repairs = secret.value().repairs;
  warnings.add_if(repairs.separators, UriWarning::kSecretHadSpaces);
  warnings.add_if(repairs.padding, UriWarning::kSecretHadPadding);
  warnings.add_if(repairs.lower_case, UriWarning::kSecretLowerCase);
  warnings.add_if(repairs.impossible_length, UriWarning::kImpossibleLength);
  warnings.add_if(repairs.spare_bits, UriWarning::kSpareBits);
  account.secret = std::move(secret.value().bytes);
  return std::nullopt;
}

std::optional<Error> read_algorithm(std::string_view raw, Account& account, UriWarnings& warnings) {
  if (raw.empty()) return std::nullopt;
  const Unescaped decoded = percent_decode(raw);
  const std::string_view name = trimmed(decoded.text.view());
  const auto algorithm = algorithm_named(name);
  if (!algorithm) return Error::kInvalidAlgorithm;
  warnings.add_if(name != name_of(*algorithm), UriWarning::kAlgorithmSpelling);
  account.algorithm = *algorithm;
  return std::nullopt;
}

std::optional<Error> read_numbers(const UriQuery& query, Account& account, UriWarnings& warnings) {
  if (const auto raw = query.get(UriParameter::kDigits); !raw.empty()) {
    const auto digits = number_in(raw);
    if (!digits || !Digits::valid(*digits)) return Error::kInvalidDigits;
    account.digits.value = static_cast<std::uint8_t>(*digits);
  }
  if (account.type == OtpType::kTotp) {
    const auto raw = query.get(UriParameter::kPeriod);
    if (raw.empty()) return std::nullopt;
    const auto period = number_in(raw);
    if (!period || !Period::valid(*period)) return Error::kInvalidPeriod;
    account.period.seconds = static_cast<std::uint32_t>(*period);
    return std::nullopt;
  }
  const auto raw = query.get(UriParameter::kCounter);
  warnings.add_if(raw.empty(), UriWarning::kMissingCounter);
  if (raw.empty()) return std::nullopt;
  const auto counter = number_in(raw);
  if (!counter) return Error::kInvalidCounter;
  account.counter = *counter;
  return std::nullopt;
}

/// Valve gives out neither another hash nor another period; whoever set 7 digits or more meant them.
bool looks_like_steam(const Account& account) {
  return account.type == OtpType::kTotp && equal_ignoring_case(account.issuer, "steam") &&
         account.algorithm == Algorithm::kSha1 && account.period.seconds == Period{}.seconds &&
         account.digits.value <= Digits{}.value;
}

std::optional<Error> read_encoder(const UriQuery& query, bool steam_type, Account& account,
                                  UriWarnings& warnings) {
  const Unescaped encoder = percent_decode(query.get(UriParameter::kEncoder));
  const bool named = equal_ignoring_case(trimmed(encoder.text.view()), "steam");
  if (!named && !encoder.text.empty()) return Error::kUnsupportedType;
  const bool said = steam_type || named || query.has(UriParameter::kSteam);
  if (said && account.type == OtpType::kHotp) return Error::kUnsupportedType;
  const bool guessed = !said && looks_like_steam(account);
  if (!said && !guessed) return std::nullopt;
  warnings.add_if(guessed, UriWarning::kSteamGuessed);
  account.encoder = Encoder::kSteam;
  account.digits.value = kSteamDigits;
  return std::nullopt;
}

/// What follows `otpauth://`: type, label and parameters.
Result<UriReading> read_otpauth(std::string_view rest, UriWarnings warnings) {
  const std::size_t question = rest.find('?');
  const std::string_view path = rest.substr(0, question);
  const std::size_t slash = path.find('/');
  const std::string_view type = path.substr(0, slash);
  const std::string_view label =
      slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  const bool steam_type = equal_ignoring_case(type, "steam");
  const bool hotp = equal_ignoring_case(type, "hotp");
  if (type.empty()) return Error::kInvalidUri;
  if (!steam_type && !hotp && !equal_ignoring_case(type, "totp")) return Error::kUnsupportedType;
  warnings.add_if(has_upper(type), UriWarning::kSchemeCase);

  const auto parameters = question == std::string_view::npos ? std::string_view{} : rest.substr(question + 1);
  const Result<UriQuery> query = read_query(parameters, warnings);
  if (!query) return query.error();
  const UriQuery& given = query.value();

  UriReading reading;
  reading.warnings = warnings;
  Account& account = reading.account;
  account.type = hotp ? OtpType::kHotp : OtpType::kTotp;
  Names names = read_uri_names(label, given.get(UriParameter::kIssuer), reading.warnings);
  account.issuer = std::move(names.issuer);
  account.issuer_label = std::move(names.issuer_label);
  account.account = std::move(names.account);
  reading.warnings.add_if(account.issuer.empty(), UriWarning::kMissingIssuer);
  reading.warnings.add_if(account.account.empty(), UriWarning::kMissingAccount);

  std::optional<Error> error = read_secret(given.get(UriParameter::kSecret), account, reading.warnings);
  if (!error) error = read_algorithm(given.get(UriParameter::kAlgorithm), account, reading.warnings);
  if (!error) error = read_numbers(given, account, reading.warnings);
  if (!error) error = read_encoder(given, steam_type, account, reading.warnings);
  if (error) return *error;
  return reading;
}

/// What follows `steam://`: the key alone.
Result<UriReading> read_steam(std::string_view rest, UriWarnings warnings) {
  UriReading reading;
  reading.warnings = warnings;
  const std::string_view secret = rest.substr(0, rest.find_first_of("/?#"));
  if (const auto error = read_secret(secret, reading.account, reading.warnings)) return *error;
  reading.account.issuer = "Steam";
  reading.account.encoder = Encoder::kSteam;
  reading.account.digits.value = kSteamDigits;
  return reading;
}

bool other_second_factor(std::string_view scheme) {
  static constexpr std::array<std::string_view, 3> kOthers = {"motp", "otpauth-migration", "phonefactor"};
  return std::ranges::any_of(kOthers,
                             [&](std::string_view other) { return equal_ignoring_case(scheme, other); });
}

}  // namespace

Result<UriReading> read_uri(std::string_view text) {
  if (text.size() > kMaxUriLength) return Error::kUriTooLong;
  UriWarnings warnings;
  const std::string_view uri = trimmed(text);
  warnings.add_if(uri.size() != text.size(), UriWarning::kSurroundingSpace);

  const std::size_t colon = uri.find(':');
  if (colon == std::string_view::npos || !uri.substr(colon).starts_with("://")) return Error::kInvalidUri;
  const std::string_view scheme = uri.substr(0, colon);
  const std::string_view rest = uri.substr(colon + 3);
  warnings.add_if(has_upper(scheme), UriWarning::kSchemeCase);
  if (equal_ignoring_case(scheme, "otpauth")) return read_otpauth(rest, warnings);
  if (equal_ignoring_case(scheme, "apple-otpauth")) {
    warnings.add(UriWarning::kAppleScheme);
    return read_otpauth(rest, warnings);
  }
  if (equal_ignoring_case(scheme, "steam")) return read_steam(rest, warnings);
  return other_second_factor(scheme) ? Error::kUnsupportedType : Error::kInvalidUri;
}

}  // namespace countersign
