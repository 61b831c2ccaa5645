#include "extractors/pdf/glyph_runs.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

// Glyphs of 10 points, each 10 wide, on one baseline; blanks in the text are painted.
class Writer {
 public:
  Writer() {
    page_.width = 595;
    page_.height = 842;
  }
  Writer& write(const std::u32string& text, double x, double y, double spacing = 0, double size = 10) {
    for (const char32_t c : text) {
      Glyph glyph;
      glyph.x = x;
      glyph.y = y;
      glyph.advance_x = size;
      glyph.size = size;
      glyph.text_begin = static_cast<std::uint32_t>(page_.text.size());
      glyph.text_length = 1;
      page_.text.push_back(c);
      page_.glyphs.push_back(glyph);
      x += size + spacing;
    }
    return *this;
  }
  std::vector<Run> runs() { return runs_of(page_, {verticals, strikes}, notes); }

  GlyphNotes notes;
  std::vector<Rule> verticals, strikes;

 private:
  CapturedPage page_;
};

TEST(GlyphRuns, BlanksPartWords) {
  const auto runs = Writer().write(U"예산 현황", 100, 200).runs();
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].text, "예산");
  EXPECT_EQ(runs[1].text, "현황");
  EXPECT_FALSE(runs[1].glued);
}

TEST(GlyphRuns, LetterSpacedLabelsAreRunsOfOneLetter) {
  const auto runs = Writer().write(U"합계", 100, 200, 20).runs();
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].text, "합");
}

TEST(GlyphRuns, AnotherSizeInsideOfAWordIsGlued) {
  const auto runs = Writer().write(U"면적", 100, 200).write(U"2", 120, 196, 0, 5).runs();
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_TRUE(runs[1].glued);
}

TEST(GlyphRuns, WordsPaintedAgainNearbyAreDropped) {
  const auto runs = Writer().write(U"제목", 100, 200).write(U"다른", 100, 300).write(U"제목", 100.5, 200.5).runs();
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_TRUE(runs[0].bold);
  EXPECT_FALSE(runs[1].bold);
}

TEST(GlyphRuns, PrivateUseCharactersAreMappedOrReported) {
  Writer writer;
  const auto runs = writer.write(U"\U000F02B1", 100, 200).write(U"\uF09F", 150, 200).write(U"\uE123", 200, 200).runs();
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[0].text, "①");
  EXPECT_EQ(runs[1].text, "•");
  EXPECT_EQ(runs[2].text, "\uE123");
  EXPECT_EQ(writer.notes.unknown_private_use, (std::set<char32_t>{0xE123}));
}

// Some writers move by a blank that they draw back over itself.
TEST(GlyphRuns, BlanksOfNoWidthPartNoWord) {
  const auto texts = [](const auto& runs) {
    std::vector<std::string> out;
    for (const auto& run : runs) out.push_back(run.text);
    return out;
  };
  // A glyph is 10 wide: a step of -10 behind the blank takes it back.
  EXPECT_EQ(texts(Writer().write(U"Trav", 100, 200).write(U" ", 140, 200).write(U"el", 140.1, 200).runs()),
            (std::vector<std::string>{"Travel"}));
  EXPECT_EQ(texts(Writer().write(U"Av", 100, 200).write(U" ", 120, 200).write(U"erage", 119.8, 200).runs()),
            (std::vector<std::string>{"Average"}));
  EXPECT_EQ(texts(Writer().write(U"two", 100, 200).write(U" ", 130, 200).write(U"words", 132, 200).runs()),
            (std::vector<std::string>{"two", "words"}));
  EXPECT_EQ(texts(Writer().write(U"두", 100, 200).write(U" ", 110, 200).write(U"말", 110.1, 200).runs()),
            (std::vector<std::string>{"두", "말"}))
      << "Korean text may be set so tight";
  EXPECT_EQ(texts(Writer().write(U"12", 100, 200).write(U" ", 120, 200).write(U"34", 120, 200).runs()),
            (std::vector<std::string>{"12", "34"}));
}

TEST(GlyphRuns, DotsWithBlanksBetweenAreOneLeader) {
  const auto runs = Writer().write(U"Ohio . . . . . 12", 100, 200).runs();
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[1].text, ".....");
  EXPECT_EQ(runs[2].text, "12");
  EXPECT_EQ(Writer().write(U"· · · · 예산", 100, 200).runs().size(), 2u);
  EXPECT_EQ(Writer().write(U". . 12", 100, 200).runs().size(), 3u) << "two dots lead nowhere";
}

TEST(GlyphRuns, DecomposedHangulIsComposed) {
  const auto runs = Writer().write(U"\u1112\u1161\u11AB", 100, 200, -5).runs();
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].text, "한");
}

}  // namespace
}  // namespace jangbu
