// Ids are promises: they stay when figures, formats and other tables change, and differ between rows.
#include "records/identity.h"

#include <gtest/gtest.h>

#include <set>

#include "built_in.h"
#include "drawn_table.h"

namespace jangbu {
namespace {

constexpr const char* kReport =
    "주요업무보고\n2021. 8.\n가나국\nⅠ. 일반현황\n글\nⅡ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
    "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t600\n교육\t700\t500\t420\n상담\t300\t200\t180\n\n\n"
    "Ⅲ. 세부 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
    "구분\t예산현액\t원인행위액\t지출액\n합계\t700\t500\t420\n교육\t400\t300\t250\n교재\t300\t200\t170\n";

// type and path → id
std::map<std::string, std::string> ids(std::string_view report) {
  std::map<std::string, std::string> out;
  for (const Record& record : processed(report).records) {
    std::string key = record.section.empty() ? "" : record.section.back();
    for (const std::string& step : record.path) key += " > " + step;
    out[key] = record.id;
  }
  return out;
}

std::string changed(std::string_view from, std::string_view to) {
  std::string out = drawing::replaced(kReport, from, to);
  EXPECT_NE(out, kReport) << from;
  return out;
}

TEST(RecordId, DiffersBetweenRows) {
  std::set<std::string> seen;
  const Processed report = processed(kReport);
  ASSERT_EQ(report.records.size(), 6u);
  for (const Record& record : report.records) {
    EXPECT_TRUE(seen.insert(record.id).second) << record.name;
    EXPECT_EQ(record.id.size(), 20u);
    EXPECT_EQ(record.document_id, report.document.id);
  }
}

TEST(RecordId, StaysWhenAValueChanges) { EXPECT_EQ(ids(changed("\t420\n상담", "\t421\n상담")), ids(kReport)); }

TEST(RecordId, StaysWhenATableIsAddedAbove) {
  const auto before = ids(kReport);
  const auto after = ids(changed("글\n", "글\n\n부서\t주요업무\n가과\t교육\n나과\t상담\n\n\n"));
  for (const auto& [key, id] : before) EXPECT_EQ(after.at(key), id) << key;
  EXPECT_EQ(after.size(), before.size() + 2) << "beside them the two duties, and nothing else";
  const auto more = ids(changed("글\n", "(단위: 명)\n\n구분\t정원\t현원\n합계\t4\t4\n가과\t2\t2\n나과\t2\t2\n\n\n"));
  for (const auto& [key, id] : before) EXPECT_EQ(more.at(key), id) << key;
}

TEST(RecordId, StaysWhenARowIsAdded) {
  const auto before = ids(kReport);
  const auto after = ids(changed("상담\t300\t200\t180\n", "상담\t300\t200\t180\n시설\t1\t1\t1\n"));
  for (const auto& [key, id] : before) EXPECT_EQ(after.at(key), id) << key;
}

TEST(RecordId, StaysWhenOnlyTheTypesettingChanges) {
  EXPECT_EQ(ids(changed("교육\t700", "교 육\t700")).size(), ids(kReport).size());
  std::set<std::string> before, after;
  for (const auto& [key, id] : ids(kReport)) before.insert(id);
  for (const auto& [key, id] : ids(changed("구분\t예산현액", "구 분\t예산 현액"))) after.insert(id);
  EXPECT_EQ(after, before);
}

TEST(RecordId, IsThatOfAnotherReportInAnotherMonth) {
  std::set<std::string> before;
  for (const auto& [key, id] : ids(kReport)) before.insert(id);
  for (const auto& [key, id] : ids(changed("2021. 8.\n", "2021. 9.\n"))) EXPECT_FALSE(before.contains(id)) << key;
  for (const auto& [key, id] : ids(changed("가나국", "다라국"))) EXPECT_FALSE(before.contains(id)) << key;
}

TEST(RecordId, RowsOfOneNameAreCounted) {
  const Processed report = processed(changed("상담\t300", "교육\t300"));
  std::set<std::string> seen;
  for (const Record& record : report.records) EXPECT_TRUE(seen.insert(record.id).second);
}

TEST(RecordId, OfTwoTablesAlikeUnderOneHeadingDiffer) {
  const Processed report = processed(changed("Ⅲ. 세부 현황\n", ""));
  std::set<std::string> seen;
  for (const Record& record : report.records) EXPECT_TRUE(seen.insert(record.id).second) << record.name;
}

Document named(const std::string& organization, const std::string& kind, const std::string& date, Format format = Format::kPdf) {
  Document document;
  document.organization = organization;
  document.report_kind = kind;
  document.report_date = date;
  document.title = "제목 없음";
  document.source.format = format;
  document.source.sha256 = "1a2b3c4d5e6f";
  name_document(document);
  return document;
}

TEST(DocumentId, IsReadableAndSafeAsAFileName) {
  EXPECT_EQ(named("시민협력국", "주요업무보고", "2021-08").id, "2021-08-시민협력국-주요업무보고-pdf-1a2b3c4d");
  EXPECT_EQ(named("", "", "").id, "제목-없음-pdf-1a2b3c4d");
  EXPECT_EQ(named("가/나..\\다 국", "", "2021").id, "2021-가-나-다-국-pdf-1a2b3c4d");
  const std::string longest = named(std::string(3000, 'a'), std::string(3000, 'b'), "2021").id;
  EXPECT_LE(longest.size() + std::string(".json").size(), 255u);
  std::string hangul;
  for (int i = 0; i < 200; ++i) hangul += "국";
  EXPECT_LE(named(hangul, hangul, "2021-08-13", Format::kHwpml).id.size() + std::string(".json").size(), 255u);
}

TEST(ReportKey, TellsReportsThatMayBeMerged) {
  EXPECT_EQ(report_key(named("시민 협력국", "주요업무보고", "2021-08")),
            report_key(named("시민협력국", "주요업무보고", "2021-08", Format::kText)));
  EXPECT_NE(report_key(named("시민협력국", "주요업무보고", "2021-08")), report_key(named("시민협력국", "주요업무보고", "2021-09")));
  EXPECT_EQ(report_key(named("", "주요업무보고", "2021-08")), "");
  EXPECT_EQ(report_key(named("시민협력국", "주요업무보고", "")), "");
}

TEST(TableIds, AreCountedInReadingOrder) {
  Document document = drawing::drawn_document("| 가 | 1 |\n글\n| 나 | 2 |\n");
  document.repairs.push_back({"rule", "", "", "", "1"});
  document.tables[0].cells[0].tables = {"1"};
  name_tables(document);
  EXPECT_EQ(document.tables[0].id, "t001");
  EXPECT_EQ(document.tables[1].id, "t002");
  EXPECT_EQ(document.repairs[0].table, "t002");
  EXPECT_EQ(document.tables[0].cells[0].tables[0], "t002");
}

}  // namespace
}  // namespace jangbu
