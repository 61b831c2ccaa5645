// What a document cannot do to the terminal that shows it.
#include "text/visible.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "text/shown_path.h"

namespace jangbu {
namespace {

TEST(Visible, ControlCharactersAreShownAndOthersStay) {
  EXPECT_EQ(visible("예산\t1,000\n끝 👍"), "예산\t1,000\n끝 👍");
  EXPECT_EQ(visible("\x1B[8m숨김\x1B]0;제목\x07"), "␛[8m숨김␛]0;제목␇");
  EXPECT_EQ(visible("a\rb\x7F" + std::string(1, '\0')), "a␍b␡␀");
  EXPECT_EQ(visible("\xC2\x9B"
                    "31m"),
            "<U+009B>31m");  // CSI in one character
  EXPECT_EQ(visible("\xE2\x80\xAE"
                    "fdp\xE2\x81\xA6"),
            "<U+202E>fdp<U+2066>");  // directions
  EXPECT_EQ(visible("\xE2\x80\xA8\xEF\xBB\xBF\xD8\x9C"), "<U+2028><U+FEFF><U+061C>");
  EXPECT_EQ(visible("\xF3\xA0\x81\x81"), "<U+E0041>");  // a tag
  EXPECT_EQ(visible("\xE2\x80\x8D"), "\xE2\x80\x8D");   // a joiner is part of words
  EXPECT_EQ(visible("\xED\xA0\x80가\xFF"), "\\xED\\xA0\\x80가\\xFF");
  EXPECT_EQ(visible(""), "");
}

TEST(Visible, JsonSaysTheSameWithoutThem) {
  const std::string text = std::string("\x1B[8m\x7F \xC2\x9B \xE2\x80\xAE \xF3\xA0\x81\x81 예산\n");
  const std::string raw = nlohmann::json{{"a", text}}.dump(2);
  const std::string shown = visible_json(raw);
  EXPECT_EQ(nlohmann::json::parse(shown), nlohmann::json::parse(raw));
  EXPECT_EQ(shown.find("\x7F"), std::string::npos);
  EXPECT_EQ(shown.find("\xC2\x9B"), std::string::npos);
  EXPECT_NE(shown.find("\\u202e"), std::string::npos);
  EXPECT_NE(shown.find("\\udb40\\udc41"), std::string::npos);
  EXPECT_NE(shown.find("예산"), std::string::npos);
}

TEST(ShownPath, NamesOfAnyBytesStayApart) {
  EXPECT_EQ(shown_path("보고/2021.pdf"), "보고/2021.pdf");
  EXPECT_EQ(shown_path("\xE1\x84\x80\xE1\x85\xA1.pdf"), "가.pdf");  // as another system writes it
  EXPECT_EQ(shown_path("\xBA\xB8\xB0\xED.pdf"), "\\xBA\\xB8\\xB0\\xED.pdf");
  EXPECT_NE(shown_path("\xBA.pdf"), shown_path("\xBB.pdf"));
  EXPECT_EQ(shown_path("가\xFF나"), "가\\xFF나");
}

}  // namespace
}  // namespace jangbu
