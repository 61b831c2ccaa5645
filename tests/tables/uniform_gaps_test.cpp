#include "tables/uniform_gaps.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

using Lines = std::vector<std::string>;

Lines restored(Lines lines) {
  restore_tabs(lines);
  return lines;
}

TEST(UniformGaps, AreTabsThatBecameBlanks) {
  EXPECT_EQ(restored({"사업명    예산현액    집행률        예상액", "운영    1,000    80.0%    95.0%    950",
                      "조성    2,000    70.0%    60.0%    1,200"}),
            (Lines{"사업명\t예산현액\t집행률\t\t예상액", "운영\t1,000\t80.0%\t95.0%\t950", "조성\t2,000\t70.0%\t60.0%\t1,200"}));
}

TEST(UniformGaps, AnEmptyFirstCellIsAGapAtTheLinesBegin) {
  EXPECT_EQ(restored({"    '18년    '19년    증감", "합 계    100    90    △10", "가    60    50    △10"}),
            (Lines{"\t'18년\t'19년\t증감", "합 계\t100\t90\t△10", "가\t60\t50\t△10"}));
}

TEST(UniformGaps, ACellMayEndInABlankOfItsOwn) {
  EXPECT_EQ(
      restored({"구 분     계획    실적    비율", "가    1,000    900    90%", "나    2,000    900    45%", "다    1,000    100    10%"}),
      (Lines{"구 분\t계획\t실적\t비율", "가\t1,000\t900\t90%", "나\t2,000\t900\t45%", "다\t1,000\t100\t10%"}));
}

TEST(UniformGaps, LinedUpColumnsStayAsTheyAre) {
  const Lines lines{"시설             계획     실적    비율", "도서관          1,200      900     75%",
                    "체육관            300      150     50%", "공원               80       80    100%"};
  EXPECT_EQ(restored(lines), lines);
}

TEST(UniformGaps, AFewGapsProveNothing) {
  const Lines lines{"가    나    다", "라    마    바"};
  EXPECT_EQ(restored(lines), lines);
}

TEST(UniformGaps, ProseIsLeftAlone) {
  const Lines lines{"첫째 문장이다.", "", "둘째  문장이다.", "셋째 문장이다."};
  EXPECT_EQ(restored(lines), lines);
}

}  // namespace
}  // namespace jangbu
