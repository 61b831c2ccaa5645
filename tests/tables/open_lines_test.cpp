// Where a line of a table that nobody ruled is parted: by wide gaps between words, by a blank between amounts.
#include "tables/open_lines.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

namespace jangbu {
namespace {

// Runs of 10 points, a letter 5 points wide, each at the place that `|` and blanks of the drawing give it: a blank is 4 points.
struct Line {
  std::deque<Run> runs;

  explicit Line(std::string_view drawn) {
    double x = 0;
    std::string word;
    const auto put = [&] {
      if (word.empty()) return;
      Run run;
      run.text = word;
      run.font_size = 10;
      run.box = {x, 0, x + 5.0 * static_cast<double>(word.size()), 10};
      x = run.box.x1;
      runs.push_back(run);
      word.clear();
    };
    for (const char c : drawn) {
      if (c == ' ') {
        put();
        x += 4;
      } else {
        word += c;
      }
    }
    put();
  }

  std::vector<const Run*> all() const {
    std::vector<const Run*> out;
    for (const Run& run : runs) out.push_back(&run);
    return out;
  }

  // The pieces, a figure in angle brackets.
  std::string pieces() const {
    std::string out;
    for (const OpenLine& line : open_lines_of(all())) {
      for (const Piece& piece : line.pieces) {
        std::string text;
        for (const Run* run : piece.runs) text += (text.empty() ? "" : " ") + run->text;
        out += (out.empty() ? "" : " | ") + (piece.figure ? "<" + text + ">" : text);
      }
    }
    return out;
  }
};

TEST(OpenLines, WordsNeedAWideGapToBeParted) {
  EXPECT_EQ(Line("Roads of the city").pieces(), "Roads of the city");
  EXPECT_EQ(Line("Roads   of the   city").pieces(), "Roads | of the | city");
}

TEST(OpenLines, AmountsNeedOnlyABlank) {
  EXPECT_EQ(Line("Roads   1,450 1,380").pieces(), "Roads | <1,450> | <1,380>");
  EXPECT_EQ(Line("-   -").pieces(), "<-> | <->");
}

TEST(OpenLines, ASignOfCurrencyBelongsToItsFigure) { EXPECT_EQ(Line("Roads   $      1,450").pieces(), "Roads | <$ 1,450>"); }

TEST(OpenLines, ABracketGoesOnFromItsFigure) { EXPECT_EQ(Line("1,200 (3.1)").pieces(), "<1,200 (3.1)>"); }

TEST(OpenLines, TellsFiguresFromWords) {
  const Line figures("1,200 (3.1)"), words("1,200 won"), dash("-"), sign("$");
  EXPECT_TRUE(is_figure_text(figures.all()));
  EXPECT_TRUE(is_figure_text(dash.all()));
  EXPECT_FALSE(is_figure_text(words.all()));
  EXPECT_FALSE(is_figure_text(sign.all()));
  EXPECT_FALSE(is_figure_text({}));
}

TEST(OpenLines, SectionsBeginWithANumberOrASquare) {
  for (const char* line : {"나. 소속별 현원", "2) 예산", "□ 운영시설"}) EXPECT_TRUE(begins_section(line)) << line;
  for (const char* line : {"· 소속별 현원", "- 예산", "소속별 현원", ""}) EXPECT_FALSE(begins_section(line)) << line;
}

}  // namespace
}  // namespace jangbu
