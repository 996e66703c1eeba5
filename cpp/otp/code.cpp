#include "cpp/otp/code.h"

#include <algorithm>

#include "cpp/hash/hmac.h"
#include "cpp/otp/reciprocal.h"
#include "cpp/otp/truncate.h"

namespace countersign {
namespace {

constexpr Reciprocal kTen{10};
constexpr Reciprocal kTwentySix{26};

// 10^5 to 10^9. Every number is below 10^10 as it is.
constexpr std::array kPowersOfTen = {Reciprocal{100'000}, Reciprocal{1'000'000}, Reciprocal{10'000'000},
                                     Reciprocal{100'000'000}, Reciprocal{1'000'000'000}};
constexpr Reciprocal kSteamCodes{26 * 26 * 26 * 26 * 26};

template <std::size_t kCount>
void reduce(std::array<std::uint32_t, kCount>& numbers, CodeFormat format) noexcept {
  if (format.encoder == Encoder::kDecimal && format.digits.value >= Digits::kMax) return;
  const Reciprocal& modulus = format.encoder == Encoder::kSteam
                                  ? kSteamCodes
                                  : kPowersOfTen[std::max(format.digits.value, Digits::kMin) - Digits::kMin];
  for (std::uint32_t& number : numbers) number = modulus.remainder(number);
}

/// What dynamic truncation reads of a MAC: its first 20 bytes and, lowest in the last word, its last one.
using MacWords = std::array<std::uint32_t, 6>;

// Not inlined: it is small beside the hash, and there is one copy for all hashes and lanes.
[[gnu::noinline]] std::uint32_t truncated(const MacWords& words) noexcept {
  return truncate(words);
}

template <typename Lane, typename Hash>
[[nodiscard]] std::array<std::uint32_t, kLaneCount<Lane>> truncated(const Midstates<Hash>& key,
                                                                    std::uint64_t first) noexcept {
  std::array<std::uint64_t, kLaneCount<Lane>> counters{};
  for (std::size_t i = 0; i < counters.size(); ++i) counters[i] = first + i;
  const auto mac = hmac_of_counters<Hash, Lane>(key, counters);

  const std::array<Lane, 5> twenty_bytes = first_twenty_bytes(mac);
  std::array<MacWords, kLaneCount<Lane>> macs{};
  for (std::size_t word = 0; word < 6; ++word) {
    const auto words = to_words<Lane>(word < 5 ? twenty_bytes[word] : mac.back());
    for (std::size_t i = 0; i < words.size(); ++i) macs[i][word] = static_cast<std::uint32_t>(words[i]);
  }
  std::array<std::uint32_t, kLaneCount<Lane>> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = truncated(macs[i]);
  return numbers;
}

/// The lanes that are fastest for a word of this size.
template <typename Word>
using FastestLane = std::conditional_t<sizeof(Word) == 4, Lanes32, Lanes64>;

// A last single counter goes faster in a scalar than alone in a register; the count is no secret.
template <typename Hash>
LaneCodes truncated_side_by_side(const Midstates<Hash>& key, std::uint64_t first,
                                 std::size_t count) noexcept {
  using Lane = FastestLane<typename Hash::Word>;
  LaneCodes numbers{};
  for (std::size_t done = 0; done < count; done += kLaneCount<Lane>) {
    if (count - done == 1) {
      numbers[done] = truncated<typename Hash::Word>(key, first + done)[0];
    } else {
      std::ranges::copy(truncated<Lane>(key, first + done), std::span(numbers).subspan(done).begin());
    }
  }
  return numbers;
}

// The alphabet is read from end to end, because the letter that counts is not to be seen in the cache.
char steam_letter(std::uint32_t value) noexcept {
  std::uint32_t letter = 0;
  for (std::uint32_t i = 0; i < kSteamAlphabet.size(); ++i)
    letter |= equal_lanes(value, i) & static_cast<std::uint8_t>(kSteamAlphabet[i]);
  return static_cast<char>(letter);
}

}  // namespace

std::uint32_t code_number(const HmacKey& key, std::uint64_t counter, CodeFormat format) noexcept {
  std::array<std::uint32_t, 1> number = {
      key.with_midstates([counter]<typename Hash>(const Midstates<Hash>& midstates) -> std::uint32_t {
        return truncated<typename Hash::Word>(midstates, counter)[0];
      })};
  reduce(number, format);
  return number[0];
}

LaneCodes code_numbers(const HmacKey& key, std::uint64_t first, std::size_t count,
                       CodeFormat format) noexcept {
  LaneCodes numbers = key.with_midstates([first, count](const auto& midstates) -> LaneCodes {
    return truncated_side_by_side(midstates, first, count);
  });
  reduce(numbers, format);
  return numbers;
}

std::uint32_t code_number_of_mac(std::span<const std::uint8_t> mac, CodeFormat format) noexcept {
  // Only the first 20 bytes and the last one count.
  MacWords words{};
  for (std::size_t i = 0; i < 20 && i < mac.size(); ++i)
    words[i / 4] |= static_cast<std::uint32_t>(mac[i]) << (24 - (8 * (i % 4)));
  if (!mac.empty()) words[5] = mac.back();
  std::array<std::uint32_t, 1> number = {truncated(words)};
  reduce(number, format);
  return number[0];
}

CodeText to_text(std::uint32_t number, CodeFormat format) noexcept {
  CodeText text;
  text.length = format.length();
  if (format.encoder == Encoder::kSteam) {
    for (std::size_t i = 0; i < text.length; ++i, number = kTwentySix.quotient(number))
      text.characters[i] = steam_letter(kTwentySix.remainder(number));
  } else {
    for (std::size_t i = text.length; i-- > 0; number = kTen.quotient(number))
      text.characters[i] = static_cast<char>('0' + kTen.remainder(number));
  }
  return text;
}

}  // namespace countersign
