// Corrections in a report: each kind of target, each outcome, and what follows from them downstream.
#include "corrections/replay.h"

#include <gtest/gtest.h>

#include <numeric>

#include "corrections/written.h"
#include "drawn_table.h"

namespace jangbu {
namespace {

// The total payment is printed as 610 where its parts add up to 600.
const std::string kReport =
    "주요업무보고\n2021. 8.\n가나국\nⅠ. 사민참여 예산\n(단위: 천원, ’21.8.13. 기준)\n\n"
    "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t610\n사민교육\t700\t500\t420\n상담\t300\t200\t180\n";

const Record& record_named(const Processed& report, std::string_view name) {
  for (const Record& record : report.records) {
    if (record.name == name) return record;
  }
  throw std::runtime_error("no record " + std::string(name));
}

std::string value_of(const Record& record, std::string_view field) {
  const Figure* value = record.find(field);
  return !value ? "no such field" : !value->value ? "null" : value->value->to_string();
}

std::string id_of(std::string_view name) { return record_named(processed(kReport), name).id; }
std::string document_id() { return processed(kReport).document.id; }

const CorrectionOutcome& only_outcome(const Processed& report) {
  EXPECT_EQ(report.document.corrections.size(), 1u);
  return report.document.corrections.at(0);
}

std::vector<std::string> states(const Processed& report) {
  std::vector<std::string> out;
  for (const CorrectionOutcome& outcome : report.document.corrections) out.emplace_back(correction_state_name(outcome.state));
  return out;
}

std::vector<std::string> ids(const Processed& report) {
  std::vector<std::string> out;
  for (const Record& record : report.records) out.push_back(record.id);
  return out;
}

using States = std::vector<std::string>;

// ---- a field of a record ---------------------------------------------------------------------------------------------------

TEST(Replay, AFieldOfARecordIsCorrectedAndItsFindingVanishes) {
  const Processed before = processed(kReport);
  ASSERT_EQ(before.findings.size(), 1u);
  EXPECT_TRUE(before.document.corrections.empty());

  const Processed after = corrected(kReport, corrections({correction(of_record(id_of("합계"), "payment"), "610", "600")}));
  const Record& total = record_named(after, "합계");
  EXPECT_EQ(value_of(total, "payment"), "600000");
  EXPECT_EQ(total.find("payment")->place.text, "610");  // what is printed stays
  EXPECT_EQ(total.find("payment")->place.corrected, "600");
  ASSERT_EQ(total.corrections.size(), 1u);
  EXPECT_FALSE(total.flagged);
  EXPECT_TRUE(record_named(after, "상담").corrections.empty());
  EXPECT_TRUE(after.findings.empty());

  const CorrectionOutcome& outcome = only_outcome(after);
  EXPECT_EQ(outcome.state, CorrectionState::kApplied);
  EXPECT_EQ(outcome.correction, total.corrections.front());
  EXPECT_EQ(outcome.before, "610");
  EXPECT_EQ(outcome.after, "600");
  EXPECT_EQ(outcome.table, "t001");
  EXPECT_EQ(outcome.record_ids, std::vector<std::string>{total.id});
  ASSERT_EQ(outcome.vanished.size(), 1u);
  EXPECT_EQ(outcome.vanished.front().id, before.findings.front().id);
  EXPECT_EQ(outcome.vanished.front().kind, "sum");
  EXPECT_TRUE(outcome.appeared.empty());
}

TEST(Replay, ACorrectionThatBringsAFindingSaysSoToo) {
  const Processed after = corrected(kReport, corrections({correction(of_record(id_of("상담"), "commitment"), "200", "250")}));
  const CorrectionOutcome& outcome = only_outcome(after);
  EXPECT_TRUE(outcome.vanished.empty());
  ASSERT_EQ(outcome.appeared.size(), 1u);
  EXPECT_EQ(outcome.appeared.front().kind, "sum");
}

TEST(Replay, TheNameAndNothingPrinted) {
  const Processed after = corrected(kReport, corrections({correction(of_record(id_of("상담"), "name"), "상담", "상담소"),
                                                          correction(of_record(id_of("상담"), "payment"), "180", "-")}));
  EXPECT_EQ(states(after), (States{"applied", "applied"}));
  const Record& record = record_named(after, "상담소");
  EXPECT_EQ(record.id, id_of("상담"));
  EXPECT_EQ(value_of(record, "payment"), "null");
  EXPECT_EQ(record.corrections.size(), 2u);
}

TEST(Replay, WhatTheSourceDoesNotSayIsStale) {
  const Processed after = corrected(kReport, corrections({correction(of_record(id_of("합계"), "payment"), "602", "600")}));
  EXPECT_EQ(only_outcome(after).state, CorrectionState::kStale);
  EXPECT_EQ(only_outcome(after).before, "610");
  EXPECT_NE(only_outcome(after).message_en.find("610"), std::string::npos);
  EXPECT_EQ(value_of(record_named(after, "합계"), "payment"), "610000");
  EXPECT_TRUE(record_named(after, "합계").corrections.empty());
  EXPECT_EQ(after.findings.size(), 1u);
}

TEST(Replay, ANewEditionThatSaysItByItselfLeavesTheCorrectionStale) {
  const CorrectionSet set = corrections({correction(of_record(id_of("합계"), "payment"), "610", "600")});
  const Processed edition = corrected(drawing::replaced(kReport, "610", "600"), set);
  EXPECT_EQ(only_outcome(edition).state, CorrectionState::kStale);
  EXPECT_NE(only_outcome(edition).message_en.find("by itself now"), std::string::npos);
  const Processed other = corrected(drawing::replaced(kReport, "610", "599"), set);
  EXPECT_EQ(only_outcome(other).state, CorrectionState::kStale);
  EXPECT_EQ(value_of(record_named(other, "합계"), "payment"), "599000");
  // An edition that changes something else keeps it.
  EXPECT_EQ(only_outcome(corrected(drawing::replaced(kReport, "\t180", "\t181"), set)).state, CorrectionState::kApplied);
}

TEST(Replay, AFigureThatArithmeticProvedIsCorrectedByEitherReadingAndNeverProvedAgain) {
  // An OCR's `l` in 1,000 is put right by the sum; a person knows better.
  const std::string damaged = drawing::replaced(kReport, "합계\t1,000\t700\t610", "합계\tl,000\t700\t600");
  const Record proved = record_named(processed(damaged), "합계");
  ASSERT_EQ(value_of(proved, "current_appropriation"), "1000000");
  for (const char* expect : {"l,000", "1,000"}) {
    const Processed after = corrected(damaged, corrections({correction(of_record(proved.id, "current_appropriation"), expect, "-")}));
    EXPECT_EQ(states(after), States{"applied"}) << expect;
    EXPECT_EQ(value_of(record_named(after, "합계"), "current_appropriation"), "null");
  }
  // One for another row leaves the proof as it is.
  const Processed other = corrected(damaged, corrections({correction(of_record(id_of("상담"), "payment"), "180", "181")}));
  EXPECT_EQ(value_of(record_named(other, "합계"), "current_appropriation"), "1000000");
}

TEST(Replay, AFieldThatTheRecordDoesNotHaveIsUnmatched) {
  EXPECT_EQ(only_outcome(corrected(kReport, corrections({correction(of_record(id_of("합계"), "payment_rate"), "610", "600")}))).state,
            CorrectionState::kUnmatched);
}

TEST(Replay, ARecordOfAnotherReportLeavesNothing) {
  const Processed after = corrected(kReport, corrections({correction(of_record("0123456789abcdef0123", "payment"), "610", "600")}));
  EXPECT_TRUE(after.document.corrections.empty());
}

TEST(Replay, TheFirstOfTwoLinesKeepsTheSecond) {
  // 산출 근거가 아랫줄 괄호 안에 있다.
  Document document = drawing::drawn_document("| 구분 | 예산현액 | 지출액 |\n| --- |\n| 합계 | 317,500⏎(31,800) | 1 |\n");
  document.id = "d";
  Record record;
  record.id = "r";
  record.row = 1;
  record.values.push_back({"current_appropriation", Measure::kAmount, std::nullopt, {}, {1, 1, "317,500\n(31,800)", {}, {}, {}}});
  auto replayed = replay(document,
                         corrections({correction(of_record("r", "current_appropriation"), "317,500", "318,500"),
                                      correction(of_record("r", "current_appropriation"), "318,500", "319,500", "2024-04-01")}),
                         {record});
  ASSERT_EQ(replayed.size(), 2u);
  EXPECT_EQ(document.tables[0].cells[4].corrected, "319,500\n(31,800)");
}

// ---- a cell ----------------------------------------------------------------------------------------------------------------

TEST(Replay, ACellIsCorrectedAndTheRecordThatPrintsItListsIt) {
  const Processed after = corrected(kReport, corrections({correction(of_cell(document_id(), "t001", 1, 3), "610", "600")}));
  EXPECT_EQ(states(after), States{"applied"});
  EXPECT_EQ(value_of(record_named(after, "합계"), "payment"), "600000");
  EXPECT_EQ(record_named(after, "합계").corrections.size(), 1u);
  EXPECT_TRUE(after.findings.empty());
  EXPECT_EQ(only_outcome(after).vanished.size(), 1u);
}

TEST(Replay, ACellOfAnotherDocumentLeavesNothingAndOneThatIsNotThereIsUnmatched) {
  EXPECT_TRUE(
      corrected(kReport, corrections({correction(of_cell("2020-다른-문서", "t001", 1, 3), "610", "600")})).document.corrections.empty());
  for (const std::string& target : {of_cell(document_id(), "t002", 0, 0), of_cell(document_id(), "t000", 0, 0),
                                    of_cell(document_id(), "x", 0, 0), of_cell(document_id(), "t99999999999999999999", 0, 0),
                                    of_cell(document_id(), "t001", 4, 0), of_cell(document_id(), "t001", 0, 2147483647)}) {
    EXPECT_EQ(only_outcome(corrected(kReport, corrections({correction(target, "610", "600")}))).state, CorrectionState::kUnmatched)
        << target;
  }
}

TEST(Replay, AHeaderCellThatIsCorrectedGivesItsColumnAMeaning) {
  const std::string damaged = drawing::replaced(kReport, "원인행위액", "왼이햄위맥");
  const Processed before = processed(damaged);
  EXPECT_EQ(value_of(record_named(before, "합계"), "commitment"), "no such field");
  const Processed after =
      corrected(damaged, corrections({correction(of_cell(before.document.id, "t001", 0, 2), "왼이햄위맥", "원인행위액")}));
  EXPECT_EQ(value_of(record_named(after, "합계"), "commitment"), "700000");
  EXPECT_EQ(ids(after), ids(before));
  for (const Record& record : after.records) EXPECT_EQ(record.corrections.size(), 1u) << record.name;
  EXPECT_EQ(only_outcome(after).record_ids.size(), 3u);
}

TEST(Replay, ATableThatOnlyACorrectionMakesReadableCanBeCorrectedFurther) {
  const std::string damaged = drawing::replaced(drawing::replaced(kReport, "예산현액\t원인행위액\t지출액", "메산혀맥\t왼이햄위맥\t자츨맥"),
                                                "Ⅰ. 사민참여 예산\n", "");
  const Processed before = processed(damaged);
  ASSERT_TRUE(before.records.empty());
  const std::string id = before.document.id;
  const std::vector<std::string> headers{correction(of_cell(id, "t001", 0, 1), "메산혀맥", "예산현액"),
                                         correction(of_cell(id, "t001", 0, 2), "왼이햄위맥", "원인행위액"),
                                         correction(of_cell(id, "t001", 0, 3), "자츨맥", "지출액")};
  const Processed readable = corrected(damaged, corrections(headers));
  ASSERT_EQ(readable.records.size(), 3u);
  std::vector<std::string> more = headers;
  more.push_back(correction(of_record(record_named(readable, "합계").id, "payment"), "610", "600"));
  const Processed after = corrected(damaged, corrections(more));
  EXPECT_EQ(states(after), (States{"applied", "applied", "applied", "applied"}));
  EXPECT_EQ(value_of(record_named(after, "합계"), "payment"), "600000");
  EXPECT_EQ(ids(after), ids(readable));
}

// ---- a word ----------------------------------------------------------------------------------------------------------------

TEST(Replay, AWordIsReplacedInLabelsAndHeadings) {
  const Processed after = corrected(kReport, corrections({correction(of_term("사민"), "사민", "시민")}));
  EXPECT_EQ(states(after), States{"applied"});
  const Record& record = record_named(after, "시민교육");
  EXPECT_EQ(record.id, id_of("사민교육"));
  EXPECT_EQ(record.path, std::vector<std::string>{"시민교육"});
  EXPECT_EQ(record.section, std::vector<std::string>{"Ⅰ. 시민참여 예산"});
  ASSERT_EQ(after.document.sections.size(), 1u);
  EXPECT_EQ(after.document.sections[0].title, "시민참여 예산");
  EXPECT_EQ(ids(after), ids(processed(kReport)));
  for (const Record& one : after.records) EXPECT_EQ(one.corrections.size(), 1u) << one.name;  // all stand below the heading
  EXPECT_GE(only_outcome(after).places, 3u);
  // The source's own text stays.
  bool found = false;
  for (const Cell& cell : after.document.tables[0].cells) found = found || (cell.text == "사민교육" && cell.corrected == "시민교육");
  EXPECT_TRUE(found);
}

TEST(Replay, AWordIsFoundWhereItBeginsOneAndNeverInFigures) {
  const std::string report = drawing::replaced(kReport, "상담", "회사민원");
  const Processed after =
      corrected(report, corrections({correction(of_term("사민"), "사민", "시민"), correction(of_term("180"), "180", "181")}));
  EXPECT_EQ(record_named(after, "회사민원").name, "회사민원");
  EXPECT_EQ(value_of(record_named(after, "회사민원"), "payment"), "180000");
  EXPECT_EQ(states(after), States{"applied"});
}

TEST(Replay, AWordThatStandsNowhereLeavesNothingAndOneThatStandsOtherwiseIsStale) {
  EXPECT_TRUE(corrected(kReport, corrections({correction(of_term("와일정"), "와일정", "의사결정")})).document.corrections.empty());
  const Processed after = corrected(kReport, corrections({correction(of_term("사민"), "사민회의", "시민")}));
  EXPECT_EQ(states(after), States{"stale"});
  EXPECT_EQ(record_named(after, "사민교육").name, "사민교육");
}

// ---- what a document says of itself ------------------------------------------------------------------------------------------

TEST(Replay, MetadataReachesTheRecordsAndLeavesTheIds) {
  const Processed before = processed(kReport);
  const Processed after = corrected(kReport, corrections({correction(of_metadata(before.document.id, "organization"), "가나국", "가나다국"),
                                                          correction(of_metadata(before.document.id, "report_date"), "2021-08", "2021-09"),
                                                          correction(of_metadata(before.document.id, "fiscal_year"), "2021", "2020"),
                                                          correction(of_metadata(before.document.id, "title"), "다른 제목", "새 제목")}));
  EXPECT_EQ(states(after), (States{"applied", "applied", "applied", "stale"}));
  EXPECT_EQ(after.document.organization, "가나다국");
  EXPECT_EQ(after.document.report_date, "2021-09");
  EXPECT_EQ(after.document.title, before.document.title);
  EXPECT_EQ(after.document.id, before.document.id);
  EXPECT_EQ(after.report, before.report);
  EXPECT_EQ(ids(after), ids(before));
  EXPECT_EQ(after.records.front().organization, "가나다국");
  EXPECT_EQ(after.records.front().fiscal_year, 2020);
  EXPECT_EQ(after.records.front().corrections.size(), 2u);  // the date shows on no record
}

TEST(Replay, WhatIsNotToldCanBeAdded) {
  const std::string nameless = "(단위: 천원)\n\n구분\t예산현액\t지출액\n합계\t1,000\t600\n교육\t700\t420\n상담\t300\t180\n";
  const Processed before = processed(nameless, "x.txt");
  ASSERT_EQ(before.document.organization, "");
  const std::string null_expected =
      drawing::replaced(correction(of_metadata(before.document.id, "organization"), "?", "가나국"), "\"?\"", "null");
  const Processed after = corrected(nameless, corrections({null_expected}), "x.txt");
  EXPECT_EQ(states(after), States{"applied"});
  EXPECT_EQ(after.document.organization, "가나국");
  EXPECT_EQ(after.document.id, before.document.id);
  EXPECT_EQ(after.report, "");  // still never merged with another: its ids do not tell the office
}

// ---- several of one thing ----------------------------------------------------------------------------------------------------

TEST(Replay, LaterCorrectionsChainByWhatTheyExpect) {
  const std::string target = of_record(id_of("합계"), "payment");
  const Processed after =
      corrected(kReport, corrections({correction(target, "602", "600", "2024-05-02"), correction(target, "610", "602", "2024-05-01")}));
  EXPECT_EQ(states(after), (States{"applied", "applied"}));
  EXPECT_EQ(value_of(record_named(after, "합계"), "payment"), "600000");
  EXPECT_EQ(record_named(after, "합계").corrections.size(), 2u);
}

TEST(Replay, TwoThatWantDifferentThingsAreAConflictAndTheEarlierStays) {
  const std::string by_record = of_record(id_of("합계"), "payment"), by_cell = of_cell(document_id(), "t001", 1, 3);
  const Processed after =
      corrected(kReport, corrections({correction(by_cell, "610", "602", "2024-05-02"), correction(by_record, "610", "600", "2024-05-01")}));
  EXPECT_EQ(states(after), (States{"applied", "conflict"}));
  EXPECT_EQ(value_of(record_named(after, "합계"), "payment"), "600000");
  EXPECT_NE(after.document.corrections[1].message_en.find(after.document.corrections[0].correction), std::string::npos);
  EXPECT_EQ(states(corrected(kReport, corrections({correction(by_cell, "610", "600", "2024-05-02"),
                                                   correction(by_record, "610", "600", "2024-05-01")}))),
            (States{"applied", "applied"}));  // two people saw the same
  EXPECT_EQ(states(corrected(kReport, corrections({correction(of_term("사민"), "사민", "시민", "2024-05-01"),
                                                   correction(of_term("사민"), "사민", "서민", "2024-05-02")}))),
            (States{"applied", "conflict"}));
}

// ---- for ever ----------------------------------------------------------------------------------------------------------------

std::vector<std::string> many() {
  return {correction(of_record(id_of("합계"), "payment"), "610", "602", "2024-05-01"),
          correction(of_record(id_of("합계"), "payment"), "602", "600", "2024-05-03"),
          correction(of_cell(document_id(), "t001", 2, 1), "700", "710", "2024-05-02"),
          correction(of_cell(document_id(), "t001", 2, 1), "700", "720", "2024-05-04"),
          correction(of_term("사민"), "사민", "시민"),
          correction(of_metadata(document_id(), "organization"), "가나국", "다라국"),
          correction(of_record(id_of("상담"), "name"), "없음", "x")};
}

std::string summary(const Processed& report) {
  std::string out = report.document.id + "\n" + report.document.organization + "\n";
  for (const Record& record : report.records) {
    out += record.id + " " + record.name;
    for (const Figure& value : record.values) out += " " + value.field + "=" + value_of(record, value.field);
    for (const std::string& id : record.corrections) out += " +" + id;
    out += "\n";
  }
  for (const CorrectionOutcome& outcome : report.document.corrections) {
    out += outcome.correction + " " + std::string(correction_state_name(outcome.state)) + " " + outcome.before + " " + outcome.after + "\n";
  }
  return out;
}

TEST(Replay, DoesNotDependOnTheOrderOfFilesOrOnHowOftenItIsDone) {
  std::vector<std::string> texts = many();
  const std::string expected = summary(corrected(kReport, corrections(texts)));
  for (int round = 0; round < 20; ++round) {
    std::vector<Correction> list;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      // Each in a file of its own; the folder is listed in any order, and one file is there twice.
      for (int copy = 0; copy <= (i == 0 ? 1 : 0); ++copy) {
        CorrectionFile file = read_corrections("f" + std::to_string((i * 7 + static_cast<std::size_t>(round)) % 11) + std::to_string(copy),
                                               "[" + texts[i] + "]");
        list.insert(round % 2 == 0 ? list.begin() : list.end(), file.corrections.front());
      }
    }
    EXPECT_EQ(summary(corrected(kReport, CorrectionSet(list))), expected) << round;
  }
}

TEST(Replay, IdsStayUnderEveryPartOfTheCorrections) {
  const auto texts = many();
  const Processed before = processed(kReport);
  for (unsigned mask = 0; mask < (1u << texts.size()); ++mask) {
    std::vector<std::string> some;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (mask & (1u << i)) some.push_back(texts[i]);
    }
    const Processed after = corrected(kReport, corrections(some));
    ASSERT_EQ(ids(after), ids(before)) << mask;
    ASSERT_EQ(after.document.id, before.document.id);
    ASSERT_EQ(after.document.corrections.size(), some.size());
  }
}

}  // namespace
}  // namespace jangbu
