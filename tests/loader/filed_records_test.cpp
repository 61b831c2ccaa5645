// Lines of records come back with the names of their places, one at a time.
#include "loader/filed_records.h"

#include <gtest/gtest.h>

#include "built_in.h"
#include "loader/filed_document.h"
#include "loader/json_writer.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

constexpr const char* kReport =
    "주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원)\n\n"
    "구분\t예산현액\t지출액\n합계\t1,000\t600\n교육\t700\t420\n상담\t300\t180\n";

TEST(FiledRecords, ALineSaysWhatTheDocumentSays) {
  const Processed report = processed(kReport);
  ASSERT_EQ(report.records.size(), 3u);
  const auto filed = FiledDocument::parse(document_json(report.document, report.records, report.findings, {}), "d");
  ASSERT_TRUE(filed);
  const std::vector<FiledRecord> of_document = filed->filed_records();
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    const auto line = read_record_line(record_json(report.document, report.records[i]), "it");
    ASSERT_TRUE(line) << describe(line.error());
    EXPECT_EQ(line->record.id, report.records[i].id);
    EXPECT_EQ(line->path, kReportPath);
    EXPECT_EQ(line->table, "t001");
    EXPECT_EQ(line->row, report.records[i].row);
    EXPECT_FALSE(line->record.in_table());  // there is no table to count
    EXPECT_EQ(of_document[i].table, line->table);
    EXPECT_EQ(of_document[i].row, line->row);
    EXPECT_EQ(of_document[i].record.find("payment")->value->to_string(), line->record.find("payment")->value->to_string());
  }
}

TEST(FiledRecords, AFileIsReadUntilEnoughIsSeen) {
  const TempFolder out;
  const Processed report = processed(kReport);
  std::string lines;
  for (const Record& record : report.records) lines += record_json(report.document, record) + "\n";
  write_file(out / "all.ndjson", lines + "{}\n");
  std::vector<std::string> names;
  EXPECT_TRUE(each_filed_record(out / "all.ndjson", [&](FiledRecord&& one) {
    names.push_back(one.record.name);
    return names.size() < 2;
  }));
  EXPECT_EQ(names, (std::vector<std::string>{report.records[0].name, report.records[1].name}));
  EXPECT_EQ(each_filed_record(out / "all.ndjson", [](FiledRecord&&) { return true; }).error().code, ErrorCode::kOutputDamaged);
  std::vector<std::string> ids;
  write_file(out / "whole.ndjson", lines);
  EXPECT_TRUE(each_filed_id(out / "whole.ndjson", [&](const std::string& id) { ids.push_back(id); }));
  EXPECT_EQ(ids, (std::vector<std::string>{report.records[0].id, report.records[1].id, report.records[2].id}));
  EXPECT_EQ(each_filed_id(out / "all.ndjson", [](const std::string&) {}).error().code, ErrorCode::kOutputDamaged);
  EXPECT_TRUE(each_filed_record(out / "none.ndjson", [](FiledRecord&&) { return true; }));
}

}  // namespace
}  // namespace jangbu
