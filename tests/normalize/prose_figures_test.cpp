#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

std::string repaired(std::string_view text) {
  Document document = drawing::drawn_document(text);
  repair_prose_figures(document);
  const std::size_t once = document.repairs.size();
  repair_prose_figures(document);
  EXPECT_EQ(document.repairs.size(), once) << "twice";
  for (const Block& block : document.blocks) EXPECT_EQ(block.paragraph.text.find("6,519"), std::string::npos) << "the source was changed";
  return drawing::as_lines(document.repairs);
}

TEST(ProseFigures, PointsThatWereCommas) {
  EXPECT_TEXT(repaired(R"(
    ○ 총 130억원 규모의 민간자원 연계
    - 대상: 민간의 기부와 협약
    - 실적: 본청(62건, 6.519백만원), 공사(164건, 6.481백만원)
  )"),
              R"(
    prose_figure: 6.519백만원 → 6,519백만원
    prose_figure: 6.481백만원 → 6,481백만원
  )");
  EXPECT_TEXT(repaired("총 13,000백만원: 본청 6.519백만원, 공사 6.481백만원\n"), R"(
    prose_figure: 6.519백만원 → 6,519백만원
    prose_figure: 6.481백만원 → 6,481백만원
  )");
}

TEST(ProseFigures, NotWithoutASum) {
  for (const char* text : {
           "본청 6.519백만원, 공사 6.481백만원\n",               // nothing to compare with
           "총 140억원\n본청 6.519백만원, 공사 6.481백만원\n",   // another sum
           "총 13백만원: 본청 6.519백만원, 공사 6.481백만원\n",  // right as printed
           "총 65억원: 본청 6.519백만원\n",                      // one figure alone is no sum
           "총 130억원: 본청 65.19억원, 공사 64.81억원\n",
       }) {
    EXPECT_EQ(repaired(text), "") << text;
  }
}

}  // namespace
}  // namespace jangbu
