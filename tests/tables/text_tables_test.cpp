// Lines of text → tables: each case shows what was extracted and what a reader sees in it.
#include "tables/text_tables.h"

#include <gtest/gtest.h>

#include "built_in.h"
#include "drawn_table.h"

namespace jangbu {
namespace {

using drawing::flush_left;
using drawing::lines_of;

Document read(std::string_view text, const Limits& limits = {}) {
  Document document;
  for (std::string& line : lines_of(text)) document.lines.push_back(std::move(line));
  const Status status = find_text_tables(document, built_in().lexicon, limits);
  EXPECT_TRUE(status) << (status ? "" : describe(status.error()));
  EXPECT_TRUE(document.lines.empty());
  return document;
}

std::string paragraphs(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::kTable) {
      out += "[table " + std::to_string(block.table) + "]\n";
    } else {
      out += block.paragraph.text + "\n";
    }
  }
  return out;
}

// ---- cells parted by tabs or pipes -------------------------------------------------------------------------------------

TEST(DelimitedTable, TabsPartCells) {
  const Document document = read(
      "구 분\t합 계\t사회혁신담당관\t전환도시담당관\t\n"
      "정 원\t46\t22\t12\n"
      "현 원\t43\t22\t9\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 구 분 | 합 계 | 사회혁신담당관 | 전환도시담당관 |
    | 정 원 | 46    | 22             | 12             |
    | 현 원 | 43    | 22             | 9              |
  )");
  EXPECT_TRUE(document.tables[0].guessed_grid);
}

TEST(DelimitedTable, EmptyCellsKeepTheirPlace) {
  const Document document = read("사업명\t예산현액\t집행액\t\n\t\t원인행위\t지출액\n운영\t\t5\t4\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 사업명 | 예산현액 | 집행액   |        |
    |        |          | 원인행위 | 지출액 |
    | 운영   |          | 5        | 4      |
  )");
}

TEST(DelimitedTable, OneBlankLineBetweenRowsIsTheExtractions) {
  const Document document = read("가\t1\n\n나\t2\n\n\n다\t3\n라\t4\n");
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 가 | 1 |
    | 나 | 2 |
  )");
  EXPECT_DRAWN(document.tables[1], R"(
    | 다 | 3 |
    | 라 | 4 |
  )");
}

TEST(DelimitedTable, MarkdownPipes) {
  const Document document = read(
      "| 구분 | 예산 | 집행률 |\n"
      "|------|:----:|-----:|\n"
      "| 합계 | 1,000 | 50% |\n"
      "| 운영 |  | - |\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 구분 | 예산  | 집행률 |
    | 합계 | 1,000 | 50%    |
    | 운영 |       | -      |
  )");
}

TEST(DelimitedTable, TwoFiguresInOneCellWereTwoCellsWhereTheRowIsShort) {
  const Document document = read("사업명\t예산\t원인\t지출\n운영\t7,438\t71.7% 71.7%\n조성\t7,667\t71.5%\t7.3%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 사업명 | 예산  | 원인  | 지출  |
    | 운영   | 7,438 | 71.7% | 71.7% |
    | 조성   | 7,667 | 71.5% | 7.3%  |
  )");
  ASSERT_EQ(document.repairs.size(), 1u);
  EXPECT_EQ(document.repairs[0].rule, "glued_cells");
  EXPECT_EQ(document.repairs[0].before, "운영 | 7,438 | 71.7% 71.7%");
  EXPECT_EQ(document.repairs[0].after, "운영 | 7,438 | 71.7% | 71.7%");
}

TEST(DelimitedTable, ALineAloneIsNone) {
  EXPECT_TRUE(read("○ 위치\t서울\n").tables.empty());
  EXPECT_TRUE(read("왼쪽 | 오른쪽\n").tables.empty());
  EXPECT_TRUE(read("들여쓰기만\t\n있는 줄\t\n").tables.empty());
}

TEST(DelimitedTable, StrayPipesAmongWordsAreNone) { EXPECT_TRUE(read("교육 | 문화 | 복지\n안전 | 교통 | 환경 | 주택\n").tables.empty()); }

// ---- cells parted by runs of blanks --------------------------------------------------------------------------------------

TEST(GapTable, CellsLineUpUnderEachOther) {
  const Document document = read(
      "시설             계획     실적    비율\n"
      "도서관          1,200      900     75%\n"
      "체육관            300      150     50%\n"
      "공원               80       80    100%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 시설   | 계획  | 실적 | 비율 |
    | ------ |
    | 도서관 | 1,200 | 900  | 75%  |
    | 체육관 | 300   | 150  | 50%  |
    | 공원   | 80    | 80   | 100% |
  )");
}

TEST(GapTable, AHeaderReachesOverTheColumnsThatItTouches) {
  const Document document = read(
      "                  2020년 운영 결과\n"
      "시설            이용자    횟수    만족도\n"
      "도서관           1,200     900      75%\n"
      "체육관             300     150      50%\n"
      "공원                80      80     100%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  const Table& table = document.tables[0];
  EXPECT_EQ(table.columns, 4);
  EXPECT_EQ(drawing::lines_of(drawing::as_drawn(table)).back(), "| 공원 | 80 | 80 | 100% |");
}

TEST(GapTable, LinesWithoutFiguresAreNone) {
  EXPECT_TRUE(read("첫째      가나다      라마바\n둘째      사아자      차카타\n셋째      파하거      너더러\n").tables.empty());
}

// ---- one blank everywhere ------------------------------------------------------------------------------------------------

TEST(WordedTable, FiguresAtTheEndOfLinesAreTheColumns) {
  const Document document = read(
      "구 분 예산현액\n"
      "집행액 집행률\n"
      "\n"
      "원인행위액 지출액 원인행위 지출액\n"
      "\n"
      "합 계 2,300 1,550 1,320 67.4% 57.4%\n"
      "\n"
      "시민참여과 1,300 1,050 900 80.8% 69.2%\n"
      "\n"
      "지 역 공 동 체 과 1,000 500 420 50.0% 42.0%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 구 분             | 예산현액 | 집행액     | <      | 집행률   | <      |
    | ^                 | ^        | 원인행위액 | 지출액 | 원인행위 | 지출액 |
    | --- |
    | 합 계             | 2,300    | 1,550      | 1,320  | 67.4%    | 57.4%  |
    | 시민참여과        | 1,300    | 1,050      | 900    | 80.8%    | 69.2%  |
    | 지 역 공 동 체 과 | 1,000    | 500        | 420    | 50.0%    | 42.0%  |
  )");
}

TEST(WordedTable, HeadersOverThreeColumnsAndTwo) {
  const Document document = read(
      "사업명 예산현액\n집행액 집행률(%) ’21년말 집행예상액\n\n원인행위 지출액 원인행위 지출액 예상액 집행률\n\n"
      "가나 운영 1,000 800 500 80.0% 50.0% 1,000 100%\n\n다라 운영 500 200 100 40.0% 20.0% 450 90.0%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 사업명    | 예산현액 | 집행액   | <      | 집행률(%) | <      | ’21년말 집행예상액 | <      |
    | ^         | ^        | 원인행위 | 지출액 | 원인행위  | 지출액 | 예상액             | 집행률 |
    | --- |
    | 가나 운영 | 1,000    | 800      | 500    | 80.0%     | 50.0%  | 1,000              | 100%   |
    | 다라 운영 | 500      | 200      | 100    | 40.0%     | 20.0%  | 450                | 90.0%  |
  )");
}

TEST(WordedTable, AHeaderCutByTheLineEnd) {
  const Document document = read(
      "구 분\n’21년\n예산현액\n\n집 행 액 집 행 률\n\n원인행위 지 출 원인행위 지 출\n\n"
      "합 계 78,850 67,988 65,410 86.2% 83.0%\n\n시 민 참 여 과 4,371 3,562 2,856 81.5% 65.4%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 구 분           | ’21년⏎예산현액 | 집 행 액 | <      | 집 행 률 | <     |
    | ^               | ^              | 원인행위 | 지 출  | 원인행위 | 지 출 |
    | --- |
    | 합 계           | 78,850         | 67,988   | 65,410 | 86.2%    | 83.0% |
    | 시 민 참 여 과  | 4,371          | 3,562    | 2,856  | 81.5%    | 65.4% |
  )");
}

TEST(WordedTable, ALabelMayWrapBeforeItsFigures) {
  const Document document = read(
      "사업명 예산현액\n집행액 집행률\n\n원인행위 지출액 원인행위 지출액\n"
      "가나위원회 운영\n\n(가나회의 구성 및 운영)\n475 451 240 94.9% 50.5%\n\n"
      "다라공간\n\n운영지원 928 813 773 87.6% 83.3%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 사업명                                 | 예산현액 | 집행액   | <      | 집행률   | <      |
    | ^                                      | ^        | 원인행위 | 지출액 | 원인행위 | 지출액 |
    | --- |
    | 가나위원회 운영⏎(가나회의 구성 및 운영) | 475      | 451      | 240    | 94.9%    | 50.5%  |
    | 다라공간⏎운영지원                       | 928      | 813      | 773    | 87.6%    | 83.3%  |
  )");
}

TEST(WordedTable, TheHeaderAfterAPageBreakIsNoRow) {
  const Document document = read(
      "구 분 예산현액\n집행액 집행률\n\n원인행위액 지출액 원인행위 지출액\n\n합 계 300 200 100 66.7% 33.3%\n\n- 12 -\n\n"
      "구 분 예산현액\n집행액 집행률\n\n원인행위액 지출액 원인행위 지출액\n\n나다과 300 200 100 66.7% 33.3%\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 구 분  | 예산현액 | 집행액     | <      | 집행률   | <      |
    | ^      | ^        | 원인행위액 | 지출액 | 원인행위 | 지출액 |
    | --- |
    | 합 계  | 300      | 200        | 100    | 66.7%    | 33.3%  |
    | 나다과 | 300      | 200        | 100    | 66.7%    | 33.3%  |
  )");
}

TEST(WordedTable, DashesAreFiguresOfARow) {
  const Document document = read("구 분 예산현액 원인행위액 지출액\n\n합 계 300 200 100\n\n가나 조성 100 - -\n\n다라 조성 200 200 100\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 구 분     | 예산현액 | 원인행위액 | 지출액 |
    | --- |
    | 합 계     | 300      | 200        | 100    |
    | 가나 조성 | 100      | -          | -      |
    | 다라 조성 | 200      | 200        | 100    |
  )");
}

TEST(WordedTable, ALabelThatEndsInAFigureKeepsIt) {
  const Document document = read("구 분 예산현액 원인행위액 지출액\n\n합 계 300 200 100\n\n토론회 2 100 90 80\n\n다라 조성 200 110 20\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 구 분     | 예산현액 | 원인행위액 | 지출액 |
    | --- |
    | 합 계     | 300      | 200        | 100    |
    | 토론회 2  | 100      | 90         | 80     |
    | 다라 조성 | 200      | 110        | 20     |
  )");
}

TEST(WordedTable, ACaptionBetweenHeaderAndRowsIsNoHeader) {
  const Document document = read("구 분 예산현액 원인행위액 지출액\n\n(단위: 천원)\n\n합 계 300 200 100\n\n가나 조성 300 200 100\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 3);
  EXPECT_EQ(paragraphs(document), "(단위: 천원)\n[table 0]\n");
}

TEST(WordedTable, EndsWhereProseBegins) {
  const Document document =
      read("구 분 예산현액 원인행위액 지출액\n\n합 계 300 200 100\n\n가나 조성 300 200 100\n\n□ 향후계획\n\n○ 용역 착수 : 2021. 9.\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 3);
  EXPECT_EQ(paragraphs(document), "[table 0]\n□ 향후계획\n○ 용역 착수 : 2021. 9.\n");
}

TEST(WordedTable, AHeaderWithoutRowsIsProse) {
  EXPECT_TRUE(read("구 분 예산현액 원인행위액 지출액\n\n").tables.empty());
  EXPECT_TRUE(read("구분\n").tables.empty());
}

// ---- everything on one line --------------------------------------------------------------------------------------------------

TEST(OneLineTable, HeadersAndRowsOutOfOrder) {
  const std::string line =
      "집행액 '19년말 집행예상액 사업명 예산현액 원인행위 지출액 원인행위 지출액 예상액 집행률 "
      "가나파크 운영 7,438 | 5,331 | 5,331 | 71.7% 71.7% 7,438 100% 다라기술 140 100% 100% 140 100% 140 140 국제회의(시민참여)";
  const Document document = read(line + "\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_DRAWN(document.tables[0], R"(
    | 사업명                      | 예산현액 | 집행액   | <      | <        | <      | '19년말 집행예상액 | <      |
    | ^                           | ^        | 원인행위 | 지출액 | 원인행위 | 지출액 | 예상액             | 집행률 |
    | --- |
    | 가나파크 운영               | 7,438    | 5,331    | 5,331  | 71.7%    | 71.7%  | 7,438              | 100%   |
    | 다라기술⏎국제회의(시민참여) | 140      | 100%     | 100%   | 140      | 100%   | 140                | 140    |
  )");
  // Every row that was taken out of the line says so.
  const auto split =
      std::count_if(document.repairs.begin(), document.repairs.end(), [](const Repair& repair) { return repair.rule == "row_split"; });
  EXPECT_EQ(split, 2);
  EXPECT_EQ(document.repairs.front().before, line);
}

TEST(OneLineTable, ASentenceWithFiguresIsNone) {
  EXPECT_TRUE(
      read("지난해 예산 1,000 가운데 800 을 집행하고 올해 예산 1,200 가운데 900 을 집행할 예정 이며 내년에는 50 더\n").tables.empty());
}

// ---- prose ----------------------------------------------------------------------------------------------------------------------

TEST(TextTables, AreNotFoundInProse) {
  const Document document = read(
      "1. 가나 사업 추진\n"
      "□ 사업개요\n"
      "○ 위 치 : 가나구 다라로 684 일대\n"
      "○ 사업비 : 1,200백만원(국비 600, 시비 600)\n"
      "- 접수 71개, 선정 32개(신규19, 재입주13)\n"
      "- 9개 기관 11회, 694명 참가\n"
      "사업명 : 가나 정비\n"
      "구분 없이 신청한 사람은 모두 1,081명\n"
      "※ 2020년 120 2021년 150\n"
      "2021. 9. ~ 2022. 3.\n");
  EXPECT_TRUE(document.tables.empty());
  EXPECT_EQ(document.blocks.size(), 10u);
  EXPECT_TRUE(document.repairs.empty());
}

TEST(TextTables, BlocksStandInTheOrderOfTheText) {
  const Document document = read("가\n\n나\t1\n다\t2\n라\n\n마\t3\n바\t4\n");
  EXPECT_EQ(paragraphs(document), "가\n[table 0]\n라\n[table 1]\n");
}

TEST(TextTables, MoreCellsThanTheLimitIsAnError) {
  Document document;
  for (int i = 0; i < 100; ++i) document.lines.push_back("가\t1\t2");
  Limits limits;
  limits.cells = 299;
  const Status status = find_text_tables(document, built_in().lexicon, limits);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kLimitCells);
}

TEST(TextTables, EveryDigitOfTheTextStandsInBlocksOrCells) {
  const auto digits = [](std::string_view text) {
    std::map<char, int> counts;
    for (char c : text) {
      if (c >= '0' && c <= '9') ++counts[c];
    }
    return counts;
  };
  for (const char* name : {"2019-09 서울혁신기획관", "2021-08 시민협력국"}) {
    const std::string text = file_text(fixture("inbox/" + std::string(name) + " 주요업무보고.txt"));
    const Document document = read(text);
    std::string seen;
    for (const Block& block : document.blocks) seen += block.paragraph.text;
    for (const Table& table : document.tables) {
      for (const Cell& cell : table.cells) seen += cell.text;
    }
    auto printed = digits(text);
    const auto kept = digits(seen);
    // Header rows that a page break repeated are kept once; they print no digits in these reports.
    for (const auto& [digit, count] : kept) printed[digit] -= count;
    for (const auto& [digit, count] : printed) EXPECT_EQ(count, 0) << name << ": " << digit;
  }
}

}  // namespace
}  // namespace jangbu
