#include "extractors/pdf/font_doubts.h"

#include <gtest/gtest.h>

#include "text/unicode.h"

namespace jangbu {
namespace {

std::vector<int> unreadable_pages(const std::vector<std::u32string>& pages, const std::vector<std::string>& figures = {}) {
  FontDoubts doubts;
  std::vector<jangbu::Run> runs;
  for (const std::string& figure : figures) {
    runs.emplace_back();
    runs.back().text = figure;
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CapturedPage page;
    page.number = static_cast<int>(i) + 1;
    for (const char32_t c : pages[i]) {
      Glyph glyph;
      glyph.font = static_cast<std::uint16_t>(i + 1);
      glyph.text_begin = static_cast<std::uint32_t>(page.text.size());
      glyph.text_length = 1;
      glyph.untold = c == 0xFFFD;
      page.text.push_back(c);
      page.glyphs.push_back(glyph);
    }
    doubts.add(page, runs);
  }
  Document document;
  doubts.tell(std::vector<FontFacts>(pages.size(), FontFacts{"Made", false}), document);
  std::vector<int> out;
  for (const Diagnostic& diagnostic : document.diagnostics) {
    EXPECT_EQ(diagnostic.code, "unreadable");
    out.push_back(diagnostic.page.value_or(0));
  }
  EXPECT_EQ(document.degraded, !out.empty());
  return out;
}

std::u32string shifted(std::u32string text, char32_t by) {
  for (char32_t& c : text) {
    if (c != U' ') c += by;
  }
  return text;
}

const std::u32string kText = U"시민이 제안하는 사업을 찾아 예산에 담고 그 집행을 분기마다 살펴 누리집에 알린다";

TEST(FontDoubts, KoreanUsesSomeSyllablesOnly) {
  EXPECT_EQ(unreadable_pages({kText, shifted(kText, 13)}), (std::vector<int>{2}));
  EXPECT_EQ(unreadable_pages({shifted(kText, 301), kText}), (std::vector<int>{1}));
  EXPECT_TRUE(unreadable_pages({U"뷁뷁 옛 말 하나"}).empty()) << "too few to tell";
  EXPECT_TRUE(unreadable_pages({U"The budget of the year, and what was spent of it: 1,234,567"}).empty());
}

TEST(FontDoubts, LettersThatNothingTells) { EXPECT_EQ(unreadable_pages({kText, std::u32string(40, U'\uFFFD')}), (std::vector<int>{2})); }

TEST(FontDoubts, FiguresInDisguise) {
  const std::vector<std::string> disguised = {"가,나다라", "마,바사아", "가나,다라마", "나다,라마바", "사,아자차,카타파"};
  EXPECT_EQ(unreadable_pages({kText}, disguised), (std::vector<int>{1}));
  EXPECT_TRUE(unreadable_pages({kText}, {"가,나다라", "서울,부산시"}).empty()) << "lists of words look so now and then";
  std::vector<std::string> both = disguised;
  both.insert(both.end(), 5, "1,234");
  EXPECT_TRUE(unreadable_pages({kText}, both).empty()) << "figures of the page are figures";
}

}  // namespace
}  // namespace jangbu
