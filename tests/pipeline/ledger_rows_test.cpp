// A document that was read and one that was read back from its file are the same to the ledger; the ledger counts what speaks.
#include "pipeline/ledger_rows.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "built_in.h"
#include "effort.h"
#include "jangbu/ingest.h"
#include "ledger_dump.h"
#include "loader/filed_document.h"
#include "places.h"
#include "store/ledger.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReport =
    "주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
    "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t610\n교육\t700\t500\t420\n상담\t300\t200\t180\n";

Ledger opened(const fs::path& file) {
  auto out = Ledger::open(file, ledger_types(built_in().profiles));
  if (!out) throw std::runtime_error(describe(out.error()));
  return std::move(out->ledger);
}

KnownDocument known(const std::string& id, DocumentState state = DocumentState::kIngested) {
  KnownDocument out;
  out.id = id;
  out.state = state;
  return out;
}

LedgerDocument rows_of(const Processed& report, const KnownDocument& as) {
  LedgerDocument rows = ledger_rows(report.document, report.records, report.findings, {}, {}, as);
  rows.id = as.id;
  return rows;
}

// Every document of the fixtures, kept once as it was read, once as its file says.
TEST(LedgerRows, ReadFreshOrReadBackTheRowsAreTheSame) {
  const TempFolder folder;
  IngestOptions options;
  // At a desk every fourth report.
  std::vector<fs::path> reports;
  for (const char* inner : {"inbox", "hangul"}) {
    for (const auto& entry : fs::directory_iterator(fixture_folder() / inner)) reports.push_back(entry.path());
  }
  std::sort(reports.begin(), reports.end());
  for (std::size_t i = 0; i < reports.size(); i += static_cast<std::size_t>(every(1, 4))) options.inputs.push_back(reports[i]);
  options.output = folder / "out";
  options.now = "2021-09-01T00:00:00Z";
  Observer silent;
  ASSERT_TRUE(ingest(options, silent));
  const std::string fresh = ledger_dump((folder / "out/ledger.sqlite").string());
  EXPECT_GT(fresh.size(), 100'000u);
  fs::remove(folder / "out/ledger.sqlite");
  const auto again = ingest(options, silent);
  ASSERT_TRUE(again);
  for (const Outcome& outcome : again->outcomes) EXPECT_EQ(outcome.why, "unchanged") << outcome.path;
  EXPECT_EQ(ledger_dump((folder / "out/ledger.sqlite").string()), fresh);
}

TEST(LedgerRows, AFigureHasItsHeadingsAndWhatARecordMakesOfIt) {
  const Processed report = processed(kReport);
  const std::vector<LedgerFigure> figures = figure_rows(report.document, report.records);
  ASSERT_EQ(figures.size(), 9u);
  const LedgerFigure& payment = figures[5];
  EXPECT_EQ(payment.row_heading, "교육");
  EXPECT_EQ(payment.column_heading, "지출액");
  EXPECT_EQ(payment.text, "420");
  EXPECT_EQ(payment.printed->to_string(), "420");
  EXPECT_EQ(payment.value->to_string(), "420000");
  EXPECT_EQ(payment.scale->to_string(), "1000");
  EXPECT_EQ(payment.unit, "천원");
  EXPECT_EQ(payment.field, "payment");
  EXPECT_EQ(report.records.at(payment.record).name, "교육");
}

// A table that no profile knows: its figures are there with their headings, and no value is guessed.
TEST(LedgerRows, AFigureThatNoRecordExplainsIsKeptAsPrinted) {
  const Processed report = processed("(단위: 천원)\n\n구분\t모르는 것\t또 모르는 것\n하나\t1,234\t5.5%\n둘\t-\t4급\n셋\t7,890\t△3\n");
  std::string told;
  for (const LedgerFigure& figure : figure_rows(report.document, report.records)) {
    told += figure.row_heading + "/" + figure.column_heading + "=" + figure.printed->to_string() + (figure.value ? "!" : "") + " ";
  }
  EXPECT_EQ(told, "하나/모르는 것=1234 하나/또 모르는 것=5.5 셋/모르는 것=7890 셋/또 모르는 것=-3 ");
}

// A project's costs over the years: each with its period and phase, as it was read and as its file says.
TEST(LedgerRows, AFigureOfAnotherYearHasItsPeriodAndPhase) {
  Processed report = processed("(단위: 천원)\n\n구분\t모르는 것\t또 모르는 것\n하나\t1,234\t-\n둘\t5\t6\n");
  ASSERT_EQ(report.document.tables.size(), 1u);
  Record record;
  record.id = "r1";
  record.type = "project_cost";
  record.document_id = report.document.id;
  record.name = "하나";
  record.row = 1;
  record.unit_factor = 1000;
  record.project = "다리 놓기";
  record.notes = {"※ 변경될 수 있음"};
  Figure before{"project_cost", Measure::kAmount, Decimal{1'234'000, 0}, {}, {1, 1, "1,234", 3, {}}};
  before.period = "../2023";
  Figure nothing{"project_cost", Measure::kAmount, {}, {}, {1, 2, "-", {}, {}}};
  nothing.period = "2024";
  before.phase = nothing.phase = "plan";
  record.yearly = {before, nothing};
  report.records = {record};
  const auto filed = FiledDocument::parse(document_json(report.document, report.records, report.findings, {}), "d");
  ASSERT_TRUE(filed) << describe(filed.error());
  EXPECT_EQ(record_json(filed->document(), filed->records().at(0)), record_json(report.document, record));
  for (const auto& figures : {figure_rows(report.document, report.records), figure_rows(filed->document(), filed->records())}) {
    ASSERT_EQ(figures.size(), 3u);
    const LedgerFigure& figure = figures[0];
    EXPECT_EQ(figure.period + " " + figure.phase + " " + figure.field + " " + figure.slot, "../2023 plan project_cost yearly");
    EXPECT_EQ(figure.value->to_string() + " " + figure.scale->to_string() + " " + figure.column_heading, "1234000 1000 모르는 것");
    EXPECT_EQ(figure.record, 0u);
    EXPECT_EQ(figures[1].period + figures[1].phase + figures[1].slot, "");
  }
}

// 예산현액 in 백만원 beside 지출액 in 천원: each value follows from its own unit, read fresh and read back.
TEST(LedgerRows, ColumnsOfSeveralUnitsHaveEachItsOwnScale) {
  const Processed report = processed(
      "주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n\n"
      "구분\t예산현액(백만원)\t지출액(천원)\n합계\t1,000\t600,000\n교육\t700\t420,000\n상담\t300\t180,000\n");
  const auto filed = FiledDocument::parse(document_json(report.document, report.records, report.findings, {}), "d");
  ASSERT_TRUE(filed) << describe(filed.error());
  for (const auto& figures : {figure_rows(report.document, report.records), figure_rows(filed->document(), filed->records())}) {
    ASSERT_EQ(figures.size(), 6u);
    EXPECT_EQ(figures[0].value->to_string() + " " + figures[0].unit + " " + figures[0].scale->to_string(), "1000000000 백만원 1000000");
    ASSERT_TRUE(figures[1].scale);
    EXPECT_EQ(figures[1].value->to_string() + " " + figures[1].unit + " " + figures[1].scale->to_string(), "600000000 천원 1000");
  }
}

TEST(Ledger, CountsAndShowsWhatSpeaks) {
  const TempFolder folder;
  Ledger ledger = opened(folder / "ledger.sqlite");
  const Processed report = processed(kReport);
  ASSERT_TRUE(ledger.keep(rows_of(report, known("d1"))));
  ASSERT_TRUE(ledger.keep(rows_of(report, known("d2", DocumentState::kSuperseded))));
  using Totals = std::map<std::string, std::size_t>;
  EXPECT_EQ(*ledger.totals("record"), (Totals{{"budget", 3}}));
  EXPECT_EQ(*ledger.totals("finding"), (Totals{{"sum", 1}}));
  const auto count = [&](const char* sql) { return ledger_select((folder / "ledger.sqlite").string(), sql).at(0); };
  EXPECT_EQ(count("SELECT count(*) FROM record"), "3");
  EXPECT_EQ(count("SELECT count(*) FROM figure"), "9");
  EXPECT_EQ(count("SELECT payment FROM budget WHERE name = '상담'"), "180000");
  ASSERT_TRUE(ledger.put_standing("d2", DocumentState::kIngested, "", 2, "d1", ""));
  EXPECT_EQ(*ledger.totals("record"), (Totals{{"budget", 6}}));
  ASSERT_TRUE(ledger.put_standing("d1", DocumentState::kSuperseded, "d2", 1, "", ""));
  EXPECT_EQ(*ledger.totals("record"), (Totals{{"budget", 3}}));
  ASSERT_TRUE(ledger.keep(rows_of(report, known("d2"))));  // once more: in place of what it was
  EXPECT_EQ(*ledger.totals("record"), (Totals{{"budget", 3}}));
  ASSERT_TRUE(ledger.forget("d2"));
  EXPECT_EQ(*ledger.totals("record"), Totals{});
  EXPECT_EQ(count("SELECT count(*) FROM figure"), "0");
  EXPECT_EQ(ledger.record_ids("d1")->size(), 3u);
}

TEST(Ledger, OneThatIsNoneOrOfAnotherVersionIsMadeAnew) {
  for (const std::string& content : {std::string(5000, 'x'), std::string()}) {
    const TempFolder folder;
    write_file(folder / "ledger.sqlite", content);
    const auto made = Ledger::open(folder / "ledger.sqlite", ledger_types(built_in().profiles));
    ASSERT_TRUE(made) << describe(made.error());
    EXPECT_TRUE(made->is_new);
    EXPECT_EQ(made->warning.empty(), content.empty());
  }
  const TempFolder folder;
  { opened(folder / "ledger.sqlite"); }
  EXPECT_EQ(ledger_select((folder / "ledger.sqlite").string(), "PRAGMA user_version"), (std::vector<std::string>{"2"}));
  const auto again = Ledger::open(folder / "ledger.sqlite", ledger_types(built_in().profiles));
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->is_new);
}

// A name of a profile's that would hide what the ledger has, or break out of the SQL, does neither.
TEST(Ledger, NamesOfProfilesAreOnlyNames) {
  const TempFolder folder;
  const std::vector<LedgerType> types{{"record", "x", {{"a", "a", "amount"}}},
                                      {"sq\"lite'x", "x", {{"f\"'ield", "it's", "amount"}}},
                                      {"_figure", "x", {{"a", "a", "amount"}}}};
  const auto made = Ledger::open(folder / "ledger.sqlite", types);
  ASSERT_TRUE(made) << describe(made.error());
  EXPECT_EQ(ledger_select((folder / "ledger.sqlite").string(), "SELECT count(*) FROM record").at(0), "0");
  EXPECT_EQ(ledger_select((folder / "ledger.sqlite").string(), "SELECT count(*) FROM \"sq\"\"lite'x\"").at(0), "0");
}

TEST(FiledDocument, PartsOfCellsAndYearsOfAmountsComeBack) {
  Processed report = processed("(단위: 천원)\n\n구분\t모르는 것\t또 모르는 것\n하나\t1,234\t-\n둘\t5\t6\n");
  ASSERT_EQ(report.document.tables.size(), 1u);
  report.document.tables[0].cells[0].parts = {{Where::kNote, false, "주1"}, {Where::kCell, true, "지운 것"}};
  Record item;
  item.id = "r1";
  item.type = "item";
  item.document_id = report.document.id;
  item.name = "다리 놓기";
  item.table_index = Record::kNoTable;
  item.line.emplace();
  Amount amount;
  amount.text = "444억원";
  amount.won = 44'400'000'000;
  amount.period = "2022";
  item.line->amounts = {amount};
  report.records = {item};
  const auto filed = FiledDocument::parse(document_json(report.document, report.records, report.findings, {}), "d");
  ASSERT_TRUE(filed) << describe(filed.error());
  ASSERT_TRUE(filed->records().at(0).line);
  EXPECT_EQ(filed->records()[0].line->amounts.at(0).period, "2022");
  const auto& parts = filed->document().tables.at(0).cells.at(0).parts;
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].text + (parts[0].struck ? "!" : ""), "주1");
  EXPECT_EQ(parts[1].text + (parts[1].struck ? "!" : "") + std::string(where_name(parts[1].where)), "지운 것!cell");
}

TEST(FiledDocument, GivesWhatWasWrittenAndKeepsWhatItDoesNotKnow) {
  const Processed report = processed(kReport);
  const std::string json = document_json(report.document, report.records, report.findings, {});
  auto filed = FiledDocument::parse(json, "d");
  ASSERT_TRUE(filed);
  EXPECT_EQ(filed->json(), json);
  ASSERT_EQ(filed->records().size(), report.records.size());
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    EXPECT_EQ(record_json(filed->document(), filed->records()[i]), record_json(report.document, report.records[i]));
    EXPECT_EQ(filed->record_lines()[i], record_json(report.document, report.records[i]));
  }
  ASSERT_EQ(filed->findings().size(), report.findings.size());
  for (std::size_t i = 0; i < report.findings.size(); ++i) EXPECT_EQ(finding_json(filed->findings()[i]), finding_json(report.findings[i]));
  std::string later = json;
  later.insert(later.find('{') + 1, "\n \"of a later version\": [1, 2.50],");
  filed = FiledDocument::parse(later, "d");
  ASSERT_TRUE(filed);
  filed->set_standing({2, "d0"}, {"a", "b"});
  EXPECT_NE(filed->json().find("of a later version"), std::string::npos);
  EXPECT_NE(filed->json().find("\"supersedes\": \"d0\""), std::string::npos);
  for (const char* damaged : {"", "{", "[]", "{}", "{\"document_id\": 3}"})
    EXPECT_EQ(FiledDocument::parse(damaged, "d").error().code, ErrorCode::kOutputDamaged) << damaged;
}

}  // namespace
}  // namespace jangbu
