// jangbu diff: what two records, two documents, two folders say differently.
#include "jangbu/diff_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "drawn_table.h"
#include "loader/json_writer.h"
#include "loader/record_diff.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

Figure figure(const std::string& field, std::int64_t value, const std::string& text) {
  Figure out;
  out.field = field;
  out.value = Decimal{value, 0};
  out.place.text = text;
  return out;
}

FiledRecord record(const std::string& id, const std::string& name, std::int64_t payment, const std::string& text, int row = 1) {
  Record out;
  out.id = id;
  out.type = "budget";
  out.document_id = "d";
  out.organization = "시민협력국";
  out.fiscal_year = 2021;
  out.path = {"시민참여과", name};
  out.name = name;
  out.level = "program";
  out.row = row;
  out.values = {figure("current_appropriation", 1000, "1"), figure("payment", payment, text)};
  return {out, "a.pdf", "t001", row};
}

Document document(const std::string& id, const std::string& path) {
  Document out;
  out.id = id;
  out.source.path = path;
  Table table;
  table.id = "t001";
  out.tables.push_back(table);
  return out;
}

void write_document(const TempFolder& out, const std::string& id, const std::string& path, const std::vector<FiledRecord>& filed,
                    const std::string& supersedes = {}) {
  std::vector<Record> records;
  for (const FiledRecord& one : filed) records.push_back(one.record);
  write_file(out / ("documents/" + id + ".json"), document_json(document(id, path), records, {}, {1, supersedes}));
}

TEST(RecordDiff, WhereARecordStandsAndHowItIsPrintedIsNoChange) {
  EXPECT_FALSE(changed_record(record("r", "운영", 5000, "5"), record("r", "운영", 5000, "5.0", 9)));
  FiledRecord repaired = record("r", "운영", 5000, "5");
  repaired.record.repairs.emplace_back().rule = "letter_spacing";
  repaired.record.flagged = true;
  EXPECT_FALSE(changed_record(record("r", "운영", 5000, "5"), repaired));
}

TEST(RecordDiff, FieldsThatChangedCameOrWent) {
  FiledRecord after = record("r", "운영", 6000, "6");
  after.record.values.erase(after.record.values.begin());
  after.record.values.push_back(figure("balance", 7, "7"));
  after.record.others.push_back({"비고란", "신규", std::nullopt, {0, 0, "신규", {}, {}}});
  const auto change = changed_record(record("r", "운영", 5000, "5"), after);
  ASSERT_TRUE(change);
  std::map<std::string, std::string> fields;
  for (const FieldChange& field : change->fields)
    fields[field.field] = field.before + "→" + field.after + " " + field.value_before + "→" + field.value_after;
  EXPECT_EQ(
      fields,
      (std::map<std::string, std::string>{
          {"payment", "5→6 5000→6000"}, {"current_appropriation", "1→ 1000→"}, {"balance", "→7 →7"}, {"other: 비고란", "→신규 →null"}}));
}

TEST(RecordDiff, FiguresOfOtherYearsAndFurtherPeriodsAreCompared) {
  FiledRecord before = record("r", "운영", 5000, "5"), after = before;
  const auto planned = [](std::int64_t value) {
    Figure out = figure("project_cost", value, std::to_string(value));
    out.period = "2024";
    out.phase = "plan";
    return out;
  };
  before.record.yearly = {planned(70)};
  after.record.yearly = {planned(90)};
  const Period first{"’24. 2.", "2024-02", "2024-02"};
  before.record.line.emplace().period = first;
  before.record.line->periods = {first, {"’24. 5.", "2024-05", "2024-05"}};
  after.record.line.emplace().period = first;
  after.record.line->periods = {first, {"’24. 6.", "2024-06", "2024-06"}};
  const auto change = changed_record(before, after);
  ASSERT_TRUE(change);
  std::vector<std::string> fields;
  for (const FieldChange& field : change->fields) fields.push_back(field.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"2024 / plan / project_cost", "periods"}));
  EXPECT_EQ(change->fields[0].before + "→" + change->fields[0].after, "70→90");
  EXPECT_EQ(lone_record(after, RecordChange::Kind::kAdded).fields.back().field, "2024 / plan / project_cost");
}

TEST(RecordDiff, ACorrectionIsShownAsWhatIsRead) {
  FiledRecord after = record("r", "운영", 6000, "5");
  after.record.values[1].place.corrected = "6";
  const auto change = changed_record(record("r", "운영", 5000, "5"), after);
  ASSERT_TRUE(change);
  ASSERT_EQ(change->fields.size(), 1u);
  EXPECT_EQ(change->fields[0].after, "6");
}

TEST(Diff, TwoEditionsRecordByRecordForPeople) {
  const TempFolder out;
  write_document(
      out, "보고-1", "a.pdf",
      {record("r1", "시민 제안", 5000, "5", 1), record("r2", "운영", 65419160000, "65,419,160", 2), record("r3", "홍보", 1, "1", 3)});
  write_document(
      out, "보고-2", "a.pdf",
      {record("r1", "시민 제안", 5000, "5", 1), record("r2", "운영", 65410160000, "65,410,160", 2), record("r4", "교육", 2, "2", 4)},
      "보고-1");
  const auto difference = diff_documents(out.path(), "보고-1", "보고-2");
  ASSERT_TRUE(difference) << describe(difference.error());
  EXPECT_TRUE(drawing::same_text(diff_text(*difference, Language::kEnglish),
                                 "--- 보고-1\n+++ 보고-2\n\n"
                                 "~ budget  시민협력국: 시민참여과 > 운영\n"
                                 "    payment  65,419,160 → 65,410,160   65419160000 → 65410160000\n\n"
                                 "- budget  시민협력국: 시민참여과 > 홍보\n"
                                 "    current_appropriation  1\n"
                                 "    payment                1\n\n"
                                 "+ budget  시민협력국: 시민참여과 > 교육\n"
                                 "    current_appropriation  1\n"
                                 "    payment                2\n\n"
                                 "1 changed, 1 added, 1 removed, 1 the same\n"));
  const Json json = Json::parse(diff_json(*difference));
  EXPECT_EQ(json["totals"], (Json{{"changed", 1}, {"added", 1}, {"removed", 1}, {"same", 1}}));
  EXPECT_EQ(json["records"][0]["fields"][0], (Json{{"field", "payment"},
                                                   {"before", {{"text", "65,419,160"}, {"value", 65419160000}}},
                                                   {"after", {{"text", "65,410,160"}, {"value", 65410160000}}}}));
  EXPECT_TRUE(diff_documents(out.path(), "보고-1", "보고-1")->records.empty());
}

TEST(Diff, ColumnsOfHangulStandOneBelowTheOther) {
  const FiledRecord before = record("r", "운영", 5000, "5"), after = record("r", "운영과 관리", 6000, "6");
  RecordChange change = *changed_record(before, after);
  const std::string text = diff_text({"a", "b", {change}, 0, 0, 1, 0}, Language::kEnglish);
  // `시민참여과 > 운영` is seventeen columns wide, 운영 four.
  EXPECT_NE(text.find("    name     운영" + std::string(13, ' ') + " → 운영과 관리\n    payment  5" + std::string(16, ' ') + " → 6"),
            std::string::npos)
      << text;
}

TEST(Diff, DocumentsAreFoundByIdItsBeginningOrTheirPath) {
  const TempFolder out;
  write_document(out, "2021-가-pdf-1", "보고.pdf", {});
  write_document(out, "2021-가-pdf-2", "보고.pdf", {}, "2021-가-pdf-1");
  write_document(out, "2021-나-hwp-3", "깊은 곳/보고.hwp", {});
  EXPECT_EQ(diff_documents(out.path(), "2021-나", "깊은 곳/보고.hwp")->a, "2021-나-hwp-3");
  EXPECT_EQ(diff_documents(out.path(), "2021-나", "깊은 곳/보고.hwp")->b, "2021-나-hwp-3");
  EXPECT_EQ(diff_documents(out.path(), "보고.pdf", "2021-나")->a, "2021-가-pdf-2");  // the latest edition
  const auto unclear = diff_documents(out.path(), "2021-가", "2021-나");
  ASSERT_FALSE(unclear);
  EXPECT_NE(unclear.error().message.find("2021-가-pdf-1"), std::string::npos);
  EXPECT_EQ(diff_documents(out.path(), "없는 것", "2021-나").error().code, ErrorCode::kPathMissing);
  EXPECT_EQ(diff_documents(out.path(), "../documents/2021-나-hwp-3", "2021-나").error().code, ErrorCode::kPathMissing);
  EXPECT_EQ(diff_documents(out / "없는 곳", "a", "b").error().code, ErrorCode::kPathMissing);
}

TEST(Diff, TwoFoldersByTheirRecords) {
  const TempFolder a, b;
  for (const TempFolder* folder : {&a, &b}) std::filesystem::create_directories(folder->path() / "documents");
  const auto lines = [](const std::vector<FiledRecord>& records) {
    std::string out;
    for (const FiledRecord& one : records) out += record_json(document("d", one.path), one.record) + "\n";
    return out;
  };
  write_file(a / "records/budget/x.ndjson", lines({record("r1", "가", 1, "1"), record("r2", "나", 2, "2"), record("r4", "라", 4, "4")}));
  write_file(b / "records/budget/y.ndjson", lines({record("r2", "나", 3, "3"), record("r3", "다", 3, "3")}));
  write_file(b / "records/budget/z.ndjson", lines({record("r4", "라", 4, "4")}));
  write_file(b / "records/revenue/y.ndjson", lines({record("r9", "마", 1, "1")}));
  const auto difference = diff_outputs(a.path(), b.path());
  ASSERT_TRUE(difference);
  EXPECT_EQ(difference->changed, 1u);
  EXPECT_EQ(difference->added, 2u);
  EXPECT_EQ(difference->removed, 1u);
  EXPECT_EQ(difference->same, 1u);
  EXPECT_TRUE(diff_outputs(a.path(), a.path())->records.empty());
  for (const char* damaged : {"{", "[]\n", "{\"record_id\": 3}\n", "{\"record_id\": \"r0\"}\n"}) {
    write_file(b / "records/budget/y.ndjson", damaged);
    EXPECT_EQ(diff_outputs(a.path(), b.path()).error().code, ErrorCode::kOutputDamaged) << damaged;
  }
}

}  // namespace
}  // namespace jangbu
