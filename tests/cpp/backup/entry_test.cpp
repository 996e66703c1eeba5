#include "cpp/backup/entry.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "cpp/backup/alphabet.h"
#include "tests/cpp/backup/fixed_entropy.h"

namespace countersign {
namespace {

using Random = std::array<std::uint8_t, BackupCode::kRandomBytes>;

/// "01234-56789-ABCD?", with the digits that people confuse.
std::string canonical() {
  return std::string(BackupCode::from_random(Random{0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35})
                         .canonical()
                         .view());
}

void expect_read(const std::string& typed) {
  const BackupEntry entry = read_backup_code(typed);
  ASSERT_EQ(entry.verdict, EntryVerdict::kRead) << typed;
  ASSERT_TRUE(entry.code.has_value());
  EXPECT_EQ(entry.code->canonical().view(), canonical()) << typed;
  EXPECT_FALSE(entry.suspicion.has_value());
}

EntryVerdict verdict_of(std::string_view typed) {
  return read_backup_code(typed).verdict;
}

std::string with(std::string code, std::size_t place, char c) {
  code[place] = c;
  return code;
}

TEST(ReadBackupCode, ReadsEveryCodeThatIsGiven) {
  SeededEntropy entropy(3);
  for (int round = 0; round < 100; ++round) {
    const auto codes = generate_backup_codes(20, entropy);
    ASSERT_TRUE(codes.ok());
    for (const BackupCode& code : codes.value()) {
      const BackupEntry entry = read_backup_code(code.formatted().view());
      ASSERT_EQ(entry.verdict, EntryVerdict::kRead);
      ASSERT_TRUE(*entry.code == code);
    }
  }
}

TEST(ReadBackupCode, ForgivesCaseSpacesAndDashes) {
  const std::string code = canonical();
  std::string lower;
  for (const char c : code) lower += c >= 'A' ? static_cast<char>(c + 32) : c;
  expect_read(code);
  expect_read(lower);
  expect_read(" " + code.substr(0, 5) + "-" + code.substr(5, 5) + " " + code.substr(10) + "\r\n");
  for (const char* dash : {"\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "\u00AD", "\uFF0D", "\u30FC",
                           "\u00A0", "\u2007", "\u3000", "\u200B", "\uFEFF", "\u202F\u2066", "---", "\t"})
    expect_read(dash + code.substr(0, 7) + dash + code.substr(7) + dash);
}

TEST(ReadBackupCode, ForgivesLookAlikesThatNoCodeHas) {
  const std::string code = canonical();
  for (const char zero : {'O', 'o'}) expect_read(with(code, 0, zero));
  for (const char one : {'I', 'i', 'L', 'l'}) expect_read(with(code, 1, one));
}

TEST(ReadBackupCode, ReadsFullWidthAndArabicIndicForms) {
  std::string wide;
  for (const char c : canonical()) {
    const auto code_point = static_cast<unsigned>(c) - '!' + 0xFF01;
    wide += {static_cast<char>(0xEF), static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU)),
             static_cast<char>(0x80U | (code_point & 0x3FU))};
  }
  expect_read(wide);
  expect_read("\u0660\u0661\u0662\u0663\u0664\u06F5\u06F6\u06F7\u06F8\u06F9" + canonical().substr(10));
}

TEST(ReadBackupCode, AnswersMalformedToWhatIsNoCode) {
  const std::string code = canonical();
  for (const std::string& typed : {std::string(), std::string(" - "), code.substr(1), code + "0", code + code,
                                   with(code, 3, '*'), with(code, 3, '\0'), with(code, 14, '.'),
                                   with(code, 3, '\x80'), std::string("123456"), "\u00DF" + code})
    EXPECT_EQ(verdict_of(typed), EntryVerdict::kMalformed) << typed;
}

TEST(ReadBackupCode, DoesNotReadWhatIsTooLong) {
  const std::string code = canonical();
  expect_read(code + std::string(kMaxBackupEntry - code.size(), ' '));
  EXPECT_EQ(verdict_of(code + std::string(kMaxBackupEntry - code.size() + 1, ' ')), EntryVerdict::kMalformed);
}

TEST(ReadBackupCode, AnswersMistypedToEveryWrongCharacterAndEverySwap) {
  const std::string code = canonical();
  for (std::size_t i = 0; i < code.size(); ++i) {
    for (std::uint8_t value = 0; value < 32; ++value) {
      const char wrong = letter_of(value);
      if (wrong == code[i]) continue;
      EXPECT_EQ(verdict_of(with(code, i, wrong)), EntryVerdict::kMistyped);
    }
    for (std::size_t j = i + 1; j < code.size(); ++j) {
      if (code[i] == code[j]) continue;
      EXPECT_EQ(verdict_of(with(with(code, i, code[j]), j, code[i])), EntryVerdict::kMistyped);
    }
  }
}

// The true place is always a candidate, so a hint is either silent or in the right group.
TEST(ReadBackupCode, PointsAtTheGroupOfALookAlikeAndNeverAtAnother) {
  constexpr std::uint64_t kSeed = 99;
  SeededEntropy entropy(kSeed);
  std::size_t mistakes = 0;
  std::size_t hints = 0;
  for (int round = 0; round < 100; ++round) {
    const auto codes = generate_backup_codes(20, entropy);
    ASSERT_TRUE(codes.ok());
    for (const BackupCode& code : codes.value()) {
      const std::string text(code.canonical().view());
      for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] != '2') continue;
        ++mistakes;
        const BackupEntry entry = read_backup_code(with(text, place, 'Z'));
        ASSERT_EQ(entry.verdict, EntryVerdict::kMistyped);
        if (!entry.suspicion) continue;
        ++hints;
        EXPECT_EQ(entry.suspicion->group, place / 5) << "seed " << kSeed;
        if (entry.suspicion->typed == 0) continue;
        EXPECT_EQ(entry.suspicion->typed, 'Z');
        EXPECT_EQ(entry.suspicion->meant, '2');
      }
    }
  }
  RecordProperty("mistakes", static_cast<int>(mistakes));
  RecordProperty("hints", static_cast<int>(hints));
  EXPECT_GT(mistakes, 500U);
  EXPECT_GT(hints * 2, mistakes) << "more than half of the mistakes get a hint";
}

TEST(ReadBackupCode, SurvivesAnyBytes) {
  constexpr std::uint64_t kSeed = 4711;
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 20'000; ++round) {
    std::string typed(random() % 40, '\0');
    for (char& c : typed) c = static_cast<char>(random());
    EXPECT_NE(verdict_of(typed), EntryVerdict::kRead) << "seed " << kSeed << ", round " << round;
  }
}

}  // namespace
}  // namespace countersign
