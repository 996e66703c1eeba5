#include "cpp/qr/svg.h"

#include <gtest/gtest.h>

#include <string>

#include "cpp/qr/outline.h"
#include "tests/cpp/qr/samples.h"

namespace countersign {
namespace {

std::string drawn(std::string_view label) {
  const QrCode code = QrCode::encode(kUri).value();
  const auto svg = to_svg(code, label);
  EXPECT_TRUE(svg.ok());
  return svg.ok() ? std::string(svg.value().view()) : std::string();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(ToSvg, TakesAtMost4200BytesForAUriOf120Characters) {
  const std::string svg = drawn("QR code for setting up your authenticator app");
  RecordProperty("bytes", static_cast<int>(svg.size()));
  EXPECT_LE(svg.size(), 4200U);
}

TEST(ToSvg, T53IsOneFilledPathOnAWhiteSquareWithTheMargin) {
  const std::string svg = drawn("Code");
  EXPECT_EQ(count(svg, "<path "), 1U);
  EXPECT_EQ(count(svg, "<rect "), 1U);
  EXPECT_NE(svg.find("viewBox=\"0 0 53 53\""), std::string::npos);
  EXPECT_NE(svg.find("<rect width=\"53\" height=\"53\" fill=\"#fff\" stroke=\"none\">"), std::string::npos);
  EXPECT_NE(svg.find("<path fill=\"#000\" fill-rule=\"evenodd\" stroke=\"none\" d=\"M"), std::string::npos);
  const QrCode code = QrCode::encode(kUri).value();
  EXPECT_NE(svg.find(outline(code).view()), std::string::npos);
}

TEST(ToSvg, NeedsNothingThatAStrictContentPolicyForbids) {
  const std::string svg = drawn("Code");
  for (const std::string_view forbidden : {"style", "script", " on", "href", "url(", "id=", "class="})
    EXPECT_EQ(svg.find(forbidden), std::string::npos) << forbidden;
}

TEST(ToSvg, NamesThePictureAndNeverTheText) {
  const std::string svg = drawn("Set up <b>\"Ü\" & 日本'</b> 🔑");
  EXPECT_NE(svg.find("role=\"img\"><title>Set up &lt;b&gt;\"Ü\" &amp; 日本'&lt;/b&gt; 🔑</title>"),
            std::string::npos);
  EXPECT_EQ(svg.find("otpauth"), std::string::npos);
  EXPECT_EQ(svg.find("JBSWY3DP"), std::string::npos);
}

TEST(ToSvg, IsHiddenFromAssistiveTechnologyWithoutAName) {
  const std::string svg = drawn("");
  EXPECT_NE(svg.find("aria-hidden=\"true\""), std::string::npos);
  EXPECT_EQ(svg.find("<title>"), std::string::npos);
  EXPECT_EQ(svg.find("role="), std::string::npos);
}

TEST(ToSvg, RefusesANameThatIsNoNameOrGivesTheKeyAway) {
  const QrCode code = QrCode::encode(kUri).value();
  for (const std::string& label :
       {std::string(256, 'a'), std::string("a\nb"), std::string("a\0b", 3), std::string("\xFF"),
        std::string(kUri), std::string("Scan OTPAUTH://totp/x"),
        std::string("otpauth-migration://offline?data=x"), std::string("Steam://GEZDGNBVGY3TQOJQ"),
        std::string("a\uFFFE"), std::string("\uFFFF")}) {
    const auto svg = to_svg(code, label);
    ASSERT_FALSE(svg.ok());
    EXPECT_EQ(svg.error(), Error::kInvalidLabel);
  }
  EXPECT_TRUE(to_svg(code, std::string(255, 'a')).ok());
  EXPECT_TRUE(to_svg(code, "Portal: code for otpauth apps").ok());
}

}  // namespace
}  // namespace countersign
