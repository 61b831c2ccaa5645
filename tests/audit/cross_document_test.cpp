// Last year's figures in this year's report, against last year's report.
#include "audit/cross_document.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "audit/checked.h"
#include "dump.h"

namespace jangbu {
namespace {

constexpr const char* kLastYear = R"(
  (단위: 천원)
  | 구분 | ’20년 예산 | 집행액    |
  | ---- |
  | 합계 | 1,000,000  | 900,000   |
  | 교육 | 600,000    | 550,000   |
  | 상담 | 300,000    | 250,000   |
  | 시설 | 100,000    | 100,000   |
)";

std::string this_year(const std::string& total, const std::string& education, const std::string& counselling, const std::string& sites,
                      const std::string& unit = "천원") {
  return "(단위: " + unit + ")\n| 구분 | ’20년 예산 | ’21년 예산 |\n| ---- |\n| 합계 | " + total + " | 1,200,000 |\n| 교육 | " + education +
         " | 700,000 |\n| 상담 | " + counselling + " | 400,000 |\n| 시설 | " + sites + " | 100,000 |\n";
}

std::vector<YearRow> rows_of(std::string_view drawing, int year, const std::string& organization = "가나국") {
  Document document = drawing::drawn_document(drawing);
  document.source.sha256 = sha256_hex(std::to_string(year) + std::string(drawing));
  document.source.path = std::to_string(year) + "-12 " + organization + " 주요업무보고.txt";
  normalize(document);
  document.fiscal_year = year;
  std::vector<Record> records = map_records(document, built_in().profiles, built_in().lexicon);
  name_document(document);
  name_tables(document);
  name_records(document, records);
  return year_rows(document, records);
}

std::vector<Finding> compared(std::vector<YearRow> a, const std::vector<YearRow>& b) {
  a.insert(a.end(), b.begin(), b.end());
  const auto findings = check_cross_documents(a, built_in().profiles);
  std::reverse(a.begin(), a.end());
  EXPECT_EQ(finding_lines(check_cross_documents(a, built_in().profiles)), finding_lines(findings))
      << "the order of rows changes the findings";
  return findings;
}

TEST(CrossDocument, AFigureThatWasAnotherLastYear) {
  const auto before = rows_of(kLastYear, 2020);
  const auto findings = compared(rows_of(this_year("1,000,000", "600,000", "330,000", "100,000"), 2021), before);
  EXPECT_TEXT(finding_lines(findings), "cross_document error t001 row 3 prior_year_budget: prints 330000000, computed 300000000\n");
  EXPECT_EQ(findings[0].record_ids.size(), 2U);
  EXPECT_EQ(findings[0].record_ids[1], before[2].record_id);
  EXPECT_TRUE(findings[0].document_id.starts_with("2021-12"));
  EXPECT_EQ(findings[0].message_ko, "「상담」(표 t001)의 전년도 예산은 330,000천원이나, 2020년 보고서(" + before[0].document_id +
                                        " 표 t001)의 예산액은 300,000천원입니다.");
}

TEST(CrossDocument, AgreeingReportsRaiseNothing) {
  EXPECT_EQ(finding_lines(compared(rows_of(this_year("1,000,000", "600,000", "300,000", "100,000"), 2021), rows_of(kLastYear, 2020))), "");
  // The last place, and a coarser unit.
  EXPECT_EQ(finding_lines(compared(rows_of(this_year("1,000,000", "600,001", "300,000", "100,000"), 2021), rows_of(kLastYear, 2020))), "");
  EXPECT_EQ(finding_lines(compared(rows_of(this_year("1,000", "600", "300", "100", "백만원"), 2021), rows_of(kLastYear, 2020))), "");
}

TEST(CrossDocument, ReportsOfOtherYearsOrOfficesAreNotCompared) {
  const auto now = rows_of(this_year("1,000,000", "600,000", "330,000", "100,000"), 2021);
  EXPECT_EQ(finding_lines(compared(now, rows_of(kLastYear, 2020, "다라국"))), "");
  EXPECT_EQ(finding_lines(compared(now, rows_of(kLastYear, 2018))), "");
  EXPECT_EQ(finding_lines(compared(now, {})), "");
}

TEST(CrossDocument, TablesOfDifferentBudgetsAreNotCompared) {
  // The budget before its amendment, in all rows: another budget, not four mistakes.
  EXPECT_EQ(finding_lines(compared(rows_of(this_year("900,000", "550,000", "270,000", "80,000"), 2021), rows_of(kLastYear, 2020))), "");
}

TEST(CrossDocument, ATotalOfOtherPartsIsAnotherTotal) {
  const auto other = rows_of(R"(
    (단위: 천원)
    | 구분 | ’20년 예산 | 집행액 |
    | ---- |
    | 합계 | 7,000      | 900    |
    | 도로 | 5,000      | 550    |
    | 교량 | 2,000      | 250    |
  )",
                             2020);
  EXPECT_EQ(finding_lines(compared(rows_of(this_year("1,000,000", "600,000", "300,000", "100,000"), 2021), other)), "");
}

}  // namespace
}  // namespace jangbu
