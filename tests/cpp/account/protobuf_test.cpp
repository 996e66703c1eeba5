#include "cpp/account/protobuf.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

namespace countersign {
namespace {

using Message = std::vector<std::uint8_t>;

bool damaged(const Message& message) {
  WireReader reader(message);
  while (reader.next()) continue;
  return reader.damaged();
}

TEST(WireReader, ReadsTheExamplesOfTheEncodingGuide) {
  const Message message = {0x08, 0x96, 0x01, 0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67};
  WireReader reader(message);
  const auto number = reader.next();
  ASSERT_TRUE(number.has_value());
  EXPECT_EQ(number->number, 1U);
  EXPECT_FALSE(number->is_bytes);
  EXPECT_EQ(number->varint, 150U);
  const auto text = reader.next();
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(text->number, 2U);
  EXPECT_TRUE(text->is_bytes);
  EXPECT_EQ(text->text(), "testing");
  EXPECT_FALSE(reader.next().has_value());
  EXPECT_FALSE(reader.damaged());
}

TEST(WireReader, StepsOverFixedValues) {
  const Message message = {0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x15, 1, 2, 3, 4, 0x18, 0x05};
  WireReader reader(message);
  ASSERT_TRUE(reader.next().has_value());
  ASSERT_TRUE(reader.next().has_value());
  const auto last = reader.next();
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->number, 3U);
  EXPECT_EQ(last->varint, 5U);
}

TEST(WireReader, ReadsNegativeNumbersOfTenBytes) {
  const Message message = {0x28, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01};
  WireReader reader(message);
  const auto field = reader.next();
  ASSERT_TRUE(field.has_value());
  EXPECT_EQ(field->varint, std::numeric_limits<std::uint64_t>::max());
}

TEST(WireReader, FindsEveryKindOfDamage) {
  const std::array<Message, 11> messages = {{
      {0x08},                                                                    // no value
      {0x08, 0x80},                                                              // a varint without its end
      {0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02},        // over 64 bits
      {0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00},  // eleven bytes
      {0x12, 0x02, 0x00},                                                        // a length past the end
      {0x12, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01},        // a length of 2^64 - 1
      {0x09, 0, 0, 0, 0, 0, 0, 0},                                               // seven bytes of eight
      {0x0D, 0, 0, 0},                                                           // three bytes of four
      {0x0B},                                                                    // a group
      {0x0F},                                                                    // wire type 7
      {0x00, 0x00},                                                              // field 0
  }};
  for (const Message& message : messages) EXPECT_TRUE(damaged(message)) << testing::PrintToString(message);
}

TEST(WireReader, FindsDamageWhereverAMessageIsCut) {
  const Message message = {0x12, 0x03, 0x61, 0x62, 0x63, 0x28, 0x96, 0x01};
  for (const std::size_t end : {1U, 2U, 3U, 4U, 6U, 7U})
    EXPECT_TRUE(damaged({message.begin(), message.begin() + static_cast<std::ptrdiff_t>(end)})) << end;
  EXPECT_FALSE(damaged({}));
  EXPECT_FALSE(damaged({message.begin(), message.begin() + 5}));
  EXPECT_FALSE(damaged(message));
}

TEST(WireWriter, WritesWhatTheReaderReads) {
  WireWriter writer;
  constexpr std::uint64_t kLargest = std::numeric_limits<std::uint64_t>::max();
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, kLargest})
    writer.varint_field(7, value);
  writer.text_field(2000, "name");
  WireReader reader(writer.message());
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, kLargest})
    EXPECT_EQ(reader.next().value_or(WireField{}).varint, value);
  const auto text = reader.next();
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(text->number, 2000U);
  EXPECT_EQ(text->text(), "name");
}

}  // namespace
}  // namespace countersign
