// Record lines read back give the findings that the records themselves give.
#include "pipeline/across.h"

#include <gtest/gtest.h>

#include "built_in.h"
#include "dump.h"
#include "loader/json_writer.h"

namespace jangbu {
namespace {

Processed report(int year, const std::string& table) {
  return processed("주요업무보고\n" + std::to_string(year) + ". 12.\n가나국\n\nⅠ. 예산\n\n(단위:천원, ’" + std::to_string(year % 100) + ".12.1. 기준)\n\n" + table,
                   std::to_string(year) + "-12 가나국 주요업무보고.txt");
}

const char* const kLastYear = "구 분\t’19년 예산\t’20년 예산\t증감액\n합 계\t900,000\t1,000,000\t100,000\n교육\t600,000\t700,000\t100,000\n상담\t300,000\t300,000\t0\n";

std::string across(const std::vector<Processed>& reports) {
  AcrossReports rows;
  for (const Processed& one : reports) {
    for (const Record& record : one.records) rows.add(record_json(one.document, record));
  }
  const auto findings = rows.findings(built_in().profiles);
  std::vector<YearRow> direct;
  for (const Processed& one : reports) {
    for (YearRow& row : year_rows(one.document, one.records)) direct.push_back(std::move(row));
  }
  EXPECT_EQ(finding_lines(check_cross_documents(direct, built_in().profiles)), finding_lines(findings));
  return finding_lines(findings);
}

TEST(AcrossReports, LinesSayWhatRecordsSay) {
  const Processed before = report(2020, kLastYear);
  ASSERT_EQ(before.records.size(), 3U);
  EXPECT_TEXT(across({before, report(2021, "구 분\t’20년 예산\t’21년 예산\t증감액\n합 계\t1,000,000\t1,200,000\t200,000\n교육\t700,000\t800,000\t100,000\n"
                                           "상담\t300,000\t400,000\t100,000\n")}), "");
  const std::string found = across({before, report(2021, "구 분\t’20년 예산\t’21년 예산\t증감액\n합 계\t1,000,000\t1,200,000\t200,000\n교육\t700,000\t800,000\t100,000\n"
                                                         "상담\t330,000\t400,000\t70,000\n")});
  EXPECT_TRUE(found.starts_with("cross_document error ")) << found;
  EXPECT_TRUE(found.ends_with("prior_year_budget: prints 330000000, computed 300000000\n")) << found;
}

TEST(AcrossReports, OtherLinesArePassedOver) {
  AcrossReports rows;
  for (const char* line : {"", "{", "[]", "1", "{}", R"({"organization": "가", "fiscal_year": 2021})", R"({"organization": null})"}) rows.add(line);
  EXPECT_TRUE(rows.findings(built_in().profiles).empty());
}

}  // namespace
}  // namespace jangbu
