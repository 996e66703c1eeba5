#include "cpp/account/uri_warning.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace countersign {
namespace {

TEST(UriWarnings, HaveANameEach) {
  UriWarnings all;
  for (std::uint8_t i = 0; i < kUriWarningCount; ++i) all.add(static_cast<UriWarning>(i));
  std::set<std::string_view> names;
  for (const UriWarning warning : all.list()) names.insert(name_of(warning));
  EXPECT_EQ(names.size(), kUriWarningCount);
  EXPECT_FALSE(names.contains("unknown"));
  EXPECT_EQ(name_of(static_cast<UriWarning>(kUriWarningCount)), "unknown");
}

TEST(UriWarnings, StandOnceAndInOrder) {
  UriWarnings warnings;
  EXPECT_TRUE(warnings.empty());
  warnings.add(UriWarning::kSpareBits);
  warnings.add(UriWarning::kSchemeCase);
  warnings.add(UriWarning::kSpareBits);
  warnings.add_if(false, UriWarning::kFragment);
  EXPECT_EQ(warnings.list(), (std::vector{UriWarning::kSchemeCase, UriWarning::kSpareBits}));
  EXPECT_TRUE(warnings.has(UriWarning::kSpareBits));
  EXPECT_FALSE(warnings.has(UriWarning::kFragment));
}

}  // namespace
}  // namespace countersign
