// Rows asked back from the ledger give the findings that the records themselves give.
#include "pipeline/year_comparison.h"

#include <gtest/gtest.h>

#include "built_in.h"
#include "dump.h"
#include "jangbu/ingest.h"
#include "pipeline/ledger_rows.h"
#include "store/ledger.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

std::string name_of(int year) { return std::to_string(year) + "-12 가나국 주요업무보고.txt"; }

std::string text_of(int year, const std::string& table) {
  return "주요업무보고\n" + std::to_string(year) + ". 12.\n가나국\n\nⅠ. 예산\n\n(단위:천원, ’" + std::to_string(year % 100) +
         ".12.1. 기준)\n\n" + table;
}

Processed report(int year, const std::string& table) { return processed(text_of(year, table), name_of(year)); }

const char* const kLastYear =
    "구 분\t’19년 예산\t’20년 예산\t증감액\n합 "
    "계\t900,000\t1,000,000\t100,000\n교육\t600,000\t700,000\t100,000\n상담\t300,000\t300,000\t0\n";

std::string across(const std::vector<Processed>& reports) {
  const TempFolder folder;
  auto opened = Ledger::open(folder / "ledger.sqlite", ledger_types(built_in().profiles));
  if (!opened) throw std::runtime_error(describe(opened.error()));
  std::vector<YearRow> direct, kept;
  std::set<Ledger::OfficeYear> years;
  for (const Processed& one : reports) {
    for (YearRow& row : year_rows(one.document, one.records)) direct.push_back(std::move(row));
    KnownDocument known;
    known.id = one.document.id;
    EXPECT_TRUE(opened->ledger.keep(ledger_rows(one.document, one.records, {}, {}, {}, known)));
    const auto of_document = opened->ledger.office_years(known.id);
    years.insert(of_document->begin(), of_document->end());
  }
  for (const auto& year : years) {
    for (YearRow& row : comparable_rows(*opened->ledger.year_rows(year), built_in().profiles)) kept.push_back(std::move(row));
  }
  const std::string findings = finding_lines(check_cross_documents(kept, built_in().profiles));
  EXPECT_EQ(finding_lines(check_cross_documents(direct, built_in().profiles)), findings);
  return findings;
}

TEST(AcrossReports, TheLedgerSaysWhatRecordsSay) {
  const Processed before = report(2020, kLastYear);
  ASSERT_EQ(before.records.size(), 3U);
  EXPECT_TEXT(
      across(
          {before, report(2021,
                          "구 분\t’20년 예산\t’21년 예산\t증감액\n합 계\t1,000,000\t1,200,000\t200,000\n교육\t700,000\t800,000\t100,000\n"
                          "상담\t300,000\t400,000\t100,000\n")}),
      "");
  const std::string found = across(
      {before, report(2021,
                      "구 분\t’20년 예산\t’21년 예산\t증감액\n합 계\t1,000,000\t1,200,000\t200,000\n교육\t700,000\t800,000\t100,000\n"
                      "상담\t330,000\t400,000\t70,000\n")});
  EXPECT_TRUE(found.starts_with("cross_document error ")) << found;
  EXPECT_TRUE(found.ends_with("prior_year_budget: prints 330000000, computed 300000000\n")) << found;
}

// Of a table in 백만원 with one column in 천원: the step of that column's figures is its own, and so is the unit that is told.
TEST(AcrossReports, AColumnsOwnUnitTellsItsStep) {
  const Processed before =
      report(2020, "구 분\t’19년 예산(백만원)\t’20년 예산(백만원)\n합 계\t900\t1,000\n교육\t600\t700\n상담\t300\t300\n");
  const auto asking = [&](const std::string& figure) {
    return across(
        {before, report(2021, "구 분\t’21년 예산(백만원)\t’20년 예산(천원)\n합 계\t1,200\t1,000,000\n교육\t800\t700,000\n상담\t400\t" +
                                  figure + "\n")});
  };
  EXPECT_TEXT(asking("300,000"), "");
  EXPECT_TEXT(asking("300,400"), "");  // 백만원 of last year's report cannot tell it from 300,000
  const std::string found = asking("330,000");
  EXPECT_TRUE(found.ends_with("prior_year_budget: prints 330000000, computed 300000000\n")) << found;
}

// A folder in which reports arrive, and the findings across them after each run.
struct Folder {
  TempFolder root;
  Observer silent;

  void put(int year, const std::string& table) { write_file(root / ("in/" + name_of(year)), text_of(year, table)); }
  std::size_t run(const std::string& out = "out") {
    IngestOptions options;
    options.inputs = {root / "in"};
    options.output = root / out;
    options.jobs = 1;
    options.now = "2021-09-01T00:00:00Z";
    const auto summary = ingest(options, silent);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    const std::string lines = file_text((root / (out + "/findings.ndjson")).string());
    std::size_t count = 0;
    for (std::size_t at = lines.find("cross_document"); at != std::string::npos; at = lines.find("cross_document", at + 1)) ++count;
    const auto told = summary->findings_by_kind.find("cross_document");
    EXPECT_EQ(told == summary->findings_by_kind.end() ? 0 : told->second, count);
    return count;
  }
};

const char* const kThisYear =
    "구 분\t’20년 예산\t’21년 예산\t증감액\n합 "
    "계\t1,000,000\t1,200,000\t200,000\n교육\t700,000\t800,000\t100,000\n상담\t300,000\t400,000\t100,000\n";
const char* const kAnother =
    "구 분\t’20년 예산\t’21년 예산\t증감액\n합 "
    "계\t1,000,000\t1,200,000\t200,000\n교육\t700,000\t800,000\t100,000\n상담\t330,000\t400,000\t70,000\n";

TEST(AcrossReports, FindingsComeAndGoWithTheReports) {
  Folder folder;
  folder.put(2021, kAnother);
  EXPECT_EQ(folder.run(), 0U);
  folder.put(2020, kLastYear);  // last year's report arrives later
  EXPECT_EQ(folder.run(), 1U);
  EXPECT_EQ(folder.run(), 1U);
  EXPECT_EQ(folder.run("fresh"), 1U);
  EXPECT_EQ(file_text((folder.root / "out/findings.ndjson").string()), file_text((folder.root / "fresh/findings.ndjson").string()));
  std::filesystem::remove(folder.root / ("in/" + name_of(2021)));
  folder.put(2021, kThisYear);  // a corrected edition
  EXPECT_EQ(folder.run(), 0U);
}

}  // namespace
}  // namespace jangbu
