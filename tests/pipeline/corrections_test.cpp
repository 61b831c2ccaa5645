// Corrections over runs: written, applied, replayed, gone stale with a new edition, taken back; and only what they touch is read again.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "corrections/written.h"
#include "drawn_table.h"
#include "jangbu/audit_report.h"
#include "jangbu/ingest.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string report(const std::string& organization = "가나국", const std::string& payment = "610") {
  return "주요업무보고\n2021. 8.\n" + organization +
         "\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
         "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" +
         payment + "\n사민교육\t700\t500\t420\n상담\t300\t200\t180\n";
}

// An inbox, a corrections folder and an output.
using Words = std::map<std::string, std::string>;

struct Office {
  TempFolder folder;
  fs::path inbox = folder / "inbox", written = folder / "수정", out = folder / "out";

  Office() {
    fs::create_directories(inbox);
    fs::create_directories(written);
  }

  IngestSummary run(bool with_corrections = true, const fs::path& to = {}) {
    IngestOptions options;
    options.inputs = {inbox};
    options.output = to.empty() ? out : to;
    options.jobs = 2;
    if (with_corrections) options.corrections = written;
    options.no_corrections = !with_corrections;
    options.now = "2021-09-01T00:00:00Z";
    Observer silent;
    auto summary = ingest(options, silent);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    return *summary;
  }

  // path → why; of files that needed no look "unchanged".
  Words whys(const IngestSummary& summary) const {
    Words words;
    for (const auto& entry : fs::directory_iterator(inbox)) words[entry.path().filename().string()] = "unchanged";
    for (const Outcome& outcome : summary.outcomes) words[outcome.path] = outcome.why;
    return words;
  }

  std::vector<Json> lines(const std::string& name) const {
    std::vector<Json> all;
    const auto files = files_below(out);
    if (name.starts_with("records/")) {
      for (const std::string& line : drawing::lines_of(records_in(files, name.substr(8)))) all.push_back(Json::parse(line));
      return all;
    }
    if (!files.contains(name)) return all;
    for (const std::string& line : drawing::lines_of(files.at(name))) all.push_back(Json::parse(line));
    return all;
  }

  Json record(const std::string& name, const std::string& organization = "가나국") const {
    for (const Json& one : lines("records/budget")) {
      if (one["name"] == name && one["organization"] == organization) return one;
    }
    return nullptr;
  }

  // Everything but what tells of the run itself and of where corrections are written.
  std::map<std::string, std::string> files(const fs::path& of, bool with_report = true) const {
    auto all = files_below(of);
    std::erase_if(all, [&](const auto& file) {
      return file.first.starts_with(".jangbu/") || file.first == "run.json" || (!with_report && file.first == "corrections.ndjson");
    });
    return all;
  }
};

Words states(const IngestSummary& summary) {
  Words out;
  for (const CorrectionStanding& standing : summary.corrections)
    out[standing.file + (standing.index ? "#" + std::to_string(*standing.index) : "")] = standing.state;
  return out;
}

// An output with corrections, and later runs that are not told of them.
IngestSummary run_untold(Office& office, bool without = false) {
  IngestOptions options;
  options.inputs = {office.inbox};
  options.output = office.out;
  options.no_corrections = without;
  options.jobs = 1;
  Observer silent;
  auto summary = ingest(options, silent);
  if (!summary) throw std::runtime_error(describe(summary.error()));
  return *summary;
}

TEST(CorrectionsOfAFolder, AreRememberedByTheOutput) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  office.run();
  const std::string id = office.record("합계")["record_id"];
  write_file(office.written / "c.json", in_list({correction(of_record(id, "payment"), "610", "600")}));
  office.run();
  const auto corrected = files_below(office.out);
  ASSERT_EQ(office.record("합계")["values"]["payment"], 600000);
  const IngestSummary later = run_untold(office);
  EXPECT_EQ(later.corrections.size(), 1u);
  EXPECT_EQ(office.record("합계")["values"]["payment"], 600000);
  EXPECT_TRUE(files_below(office.out).contains("corrections.ndjson"));
  // Left out they are only when somebody says so, and only for that run.
  EXPECT_TRUE(run_untold(office, true).corrections_left_out);
  EXPECT_EQ(office.record("합계")["values"]["payment"], 610000);
  run_untold(office);
  EXPECT_EQ(office.record("합계")["values"]["payment"], 600000);
  // Also where what jangbu remembers is lost.
  fs::remove_all(office.out / ".jangbu");
  run_untold(office);
  EXPECT_EQ(office.record("합계")["values"]["payment"], 600000);
  EXPECT_EQ(files_below(office.out).at("corrections.ndjson"), corrected.at("corrections.ndjson"));
  // A folder that has moved is asked for: nothing is undone.
  fs::rename(office.written, office.folder / "elsewhere");
  EXPECT_THROW(run_untold(office), std::runtime_error);
  EXPECT_EQ(office.record("합계")["values"]["payment"], 600000);
}

TEST(CorrectionsOfAFolder, WhatDidNotApplyShowsInTheExitStatus) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  EXPECT_EQ(exit_code_of(office.run()), 0);
  const std::string id = office.record("합계")["record_id"];
  write_file(office.written / "c.json", in_list({correction(of_record(id, "payment"), "611", "600")}));
  EXPECT_EQ(exit_code_of(office.run()), 3);  // stale
  write_file(office.written / "c.json", in_list({correction(of_record(id, "payment"), "610", "600")}));
  EXPECT_EQ(exit_code_of(office.run()), 0);
  write_file(office.written / "broken.json", "[");
  EXPECT_EQ(exit_code_of(office.run()), 3);  // refused
  fs::remove(office.written / "broken.json");
  write_file(office.written / "c.json", in_list({correction(of_record("ffffffffffffffffffff", "payment"), "610", "600")}));
  EXPECT_EQ(exit_code_of(office.run()), 3);  // unmatched
}

TEST(CorrectionsOfAFolder, FieldsHaveTheirKoreanNamesToo) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  office.run();
  const std::string id = office.record("합계")["record_id"];
  write_file(office.written / "c.json", in_list({correction(of_record(id, "지출액"), "610", "600")}));
  EXPECT_EQ(exit_code_of(office.run()), 0);
  EXPECT_EQ(office.record("합계")["values"]["payment"], 600000);
  write_file(office.written / "c.json", in_list({correction(of_record(id, "지출"), "610", "600")}));
  const IngestSummary unknown = office.run();
  ASSERT_EQ(unknown.corrections.size(), 1u);
  EXPECT_EQ(unknown.corrections[0].state, "unmatched");
  EXPECT_NE(unknown.corrections[0].message.find("payment (지출액)"), std::string::npos) << unknown.corrections[0].message;
}

TEST(Corrections, AreAppliedAndToldEverywhere) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  office.run(false);
  const std::string id = office.record("합계")["record_id"];
  ASSERT_EQ(office.lines("findings.ndjson").size(), 1u);

  write_file(office.written / "합계.json",
             in_list({correction(of_record(id, "payment"), "610", "600"), correction(of_term("와일정"), "와일정", "의사결정")}));
  const IngestSummary summary = office.run();
  EXPECT_EQ(states(summary), (Words{{"합계.json#0", "applied"}, {"합계.json#1", "unmatched"}}));
  EXPECT_EQ(office.whys(summary), (Words{{"a.txt", "corrections changed"}}));
  const Json record = office.record("합계");
  EXPECT_EQ(record["record_id"], id);
  EXPECT_EQ(record["status"], "corrected");
  EXPECT_EQ(record["values"]["payment"], 600000);
  EXPECT_EQ(record["cells"]["payment"]["text"], "610");
  EXPECT_EQ(record["cells"]["payment"]["corrected"], "600");
  EXPECT_TRUE(office.lines("findings.ndjson").empty());
  const auto told = office.lines("corrections.ndjson");
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0]["correction_id"], record["corrections"][0]);
  EXPECT_EQ(told[0]["outcomes"][0]["findings_vanished"][0]["kind"], "sum");
  EXPECT_EQ(told[0]["outcomes"][0]["record_ids"], Json{id});
  const Json package = Json::parse(files_below(office.out).at("datapackage.json"));
  EXPECT_EQ(std::count_if(package["resources"].begin(), package["resources"].end(),
                          [](const Json& one) { return one["path"] == "corrections.ndjson"; }),
            1);
  const Json run = Json::parse(files_below(office.out).at("run.json"));
  EXPECT_EQ(run["corrections"].size(), 1u);
  const std::string audit = *corrections_text(office.out, Language::kEnglish);
  EXPECT_NE(audit.find("2 corrections: 1 applied, 1 unmatched"), std::string::npos) << audit;
  EXPECT_NE(audit.find("no finding any more: sum"), std::string::npos) << audit;
  EXPECT_NE(audit.find("합계.json:3  와일정"), std::string::npos) << audit;
}

TEST(Corrections, ANewEditionLeavesThemStale) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  office.run(false);
  const Json record = office.record("합계");
  const std::string id = record["record_id"], document = record["document_id"];
  write_file(office.written / "1.json",
             in_list({correction(of_record(id, "payment"), "610", "600"), correction(of_record(id, "commitment"), "700", "701"),
                      correction(of_cell(document, "t001", 3, 3), "180", "181"),
                      correction(of_metadata(document, "title"), record["organization"], "제목")}));
  EXPECT_EQ(states(office.run()),
            (Words{{"1.json#0", "applied"}, {"1.json#1", "applied"}, {"1.json#2", "applied"}, {"1.json#3", "stale"}}));

  write_file(office.inbox / "a.txt", report("가나국", "600"));
  const IngestSummary summary = office.run();
  // What names a row goes on to the new edition; what names a document stays with the old one.
  EXPECT_EQ(states(summary), (Words{{"1.json#0", "stale"}, {"1.json#1", "applied"}, {"1.json#2", "stale"}, {"1.json#3", "stale"}}));
  EXPECT_EQ(office.record("합계")["record_id"], id);
  EXPECT_EQ(office.record("합계")["values"]["commitment"], 701000);
  const auto told = office.lines("corrections.ndjson");
  EXPECT_NE(told[0]["message"]["en"].get<std::string>().find("by itself now"), std::string::npos);
  EXPECT_NE(told[2]["message"]["en"].get<std::string>().find("was superseded by"), std::string::npos);
}

TEST(Corrections, OnlyWhatTheyTouchIsReadAgainAndTheBytesAreThoseOfAFreshRun) {
  Office office;
  for (const char* name : {"가나국", "다라국", "마바국"}) write_file(office.inbox / (std::string(name) + ".txt"), report(name));
  office.run();
  const std::string id = office.record("합계", "다라국")["record_id"], document = office.record("합계", "마바국")["document_id"];
  const auto like_fresh = [&](const char* step) {
    const TempFolder fresh;
    office.run(true, fresh.path());
    EXPECT_EQ(office.files(office.out), office.files(fresh.path())) << step;
  };
  write_file(office.written / "r.json", in_list({correction(of_record(id, "payment"), "610", "600")}));
  EXPECT_EQ(office.whys(office.run()),
            (Words{{"가나국.txt", "unchanged"}, {"다라국.txt", "corrections changed"}, {"마바국.txt", "unchanged"}}));
  like_fresh("a record's");
  write_file(office.written / "c.json", in_list({correction(of_cell(document, "t001", 2, 0), "사민교육", "시민교육")}));
  EXPECT_EQ(office.whys(office.run()),
            (Words{{"가나국.txt", "unchanged"}, {"다라국.txt", "unchanged"}, {"마바국.txt", "corrections changed"}}));
  like_fresh("a cell's");
  write_file(office.written / "t.json", in_list({correction(of_term("없는말"), "없는말", "있는 말")}));
  EXPECT_EQ(office.whys(office.run()), (Words{{"가나국.txt", "unchanged"}, {"다라국.txt", "unchanged"}, {"마바국.txt", "unchanged"}}));
  like_fresh("a word's that stands nowhere");
  write_file(office.written / "t.json",
             in_list({correction(of_term("가나국"), "가나국", "가나과"), correction(of_term("상담"), "상담", "상담소")}));
  EXPECT_EQ(office.whys(office.run()),
            (Words{{"가나국.txt", "corrections changed"}, {"다라국.txt", "corrections changed"}, {"마바국.txt", "corrections changed"}}));
  like_fresh("a word's");
  EXPECT_EQ(office.whys(office.run()), (Words{{"가나국.txt", "unchanged"}, {"다라국.txt", "unchanged"}, {"마바국.txt", "unchanged"}}));
  fs::remove(office.written / "t.json");
  fs::remove(office.written / "r.json");
  EXPECT_EQ(office.whys(office.run()).at("다라국.txt"), "corrections changed");
  like_fresh("taken back");
  // Another name for a file changes nothing but where it is told to stand.
  const auto before = office.files(office.out, false);
  fs::rename(office.written / "c.json", office.written / "z.json");
  EXPECT_EQ(office.whys(office.run()).at("마바국.txt"), "unchanged");
  EXPECT_EQ(office.files(office.out, false), before);
  office.run(false);
  EXPECT_FALSE(fs::exists(office.out / "corrections.ndjson"));
  EXPECT_TRUE(office.record("사민교육", "마바국").is_object());
}

TEST(Corrections, ARecordThatOneHasEmptiedCanBeCorrectedAgain) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  office.run(false);
  const std::string id = office.record("상담")["record_id"];
  const auto emptied = [&](const std::string& payment) {
    return in_list({correction(of_record(id, "current_appropriation"), "300", "없음"),
                    correction(of_record(id, "commitment"), "200", "없음"), correction(of_record(id, "payment"), "180", payment)});
  };
  write_file(office.written / "a.json", emptied("없음"));
  EXPECT_EQ(states(office.run()), (Words{{"a.json#0", "applied"}, {"a.json#1", "applied"}, {"a.json#2", "applied"}}));
  ASSERT_TRUE(office.record("상담").is_null());
  write_file(office.written / "a.json", emptied("190"));
  EXPECT_EQ(office.whys(office.run()), (Words{{"a.txt", "corrections changed"}}));
  EXPECT_EQ(office.record("상담")["values"]["payment"], 190000);
}

TEST(Corrections, CorrectedNamesNeitherMergeNorSplitReports) {
  Office office;
  write_file(office.inbox / "a.txt", report("가나국"));
  write_file(office.inbox / "b.txt", report("다라국"));
  office.run(false);
  const std::string document = office.record("합계", "다라국")["document_id"];
  write_file(office.written / "a.json", in_list({correction(of_metadata(document, "organization"), "다라국", "가나국")}));
  const IngestSummary summary = office.run();
  for (const Outcome& outcome : summary.outcomes) EXPECT_EQ(outcome.of, "");
  EXPECT_EQ(office.lines("records/budget").size(), 6u);
  // Not even where the documents' own files are all that is left to tell.
  fs::remove_all(office.out / ".jangbu");
  for (const Outcome& outcome : office.run().outcomes) EXPECT_EQ(outcome.of, "");
}

TEST(Corrections, AFolderOfTrapsStopsNothing) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  office.run(false);
  const std::string id = office.record("합계")["record_id"];
  write_file(office.written / "깊은 곳/gut.JSON", in_list({correction(of_record(id, "payment"), "610", "600")}));
  write_file(office.written / "README.md", "not JSON, and not meant to be");
  write_file(office.written / ".hidden.json", "broken");
  write_file(office.written / "broken.json", "[");
  write_file(office.written / "cp949.json", "[{\"target\": {\"term\": \"\xB0\xA1\"}}]");
  write_file(office.written / "deep.json", std::string(100'000, '['));
  write_file(office.written / "empty.json", "");
  write_file(office.written / "zz-huge.json", std::string((16u << 20) + 1, ' '));
  fs::create_directory_symlink(office.written, office.written / "loop");
  fs::create_symlink(office.written / "gone", office.written / "gone.json");
  ASSERT_EQ(::mkfifo((office.written / "fifo.json").c_str(), 0600), 0);
  const IngestSummary summary = office.run();
  EXPECT_EQ(states(summary), (Words{{"broken.json", "refused"},
                                    {"cp949.json", "refused"},
                                    {"deep.json", "refused"},
                                    {"empty.json", "refused"},
                                    {"fifo.json", "refused"},
                                    {"gone.json", "refused"},
                                    {"zz-huge.json", "refused"},
                                    {"깊은 곳/gut.JSON#0", "applied"}}));
  EXPECT_EQ(exit_code_of(summary), 3);  // all documents are in, not all corrections
  Words errors;
  for (const Json& line : office.lines("corrections.ndjson")) {
    if (line["state"] == "refused") errors[line["file"]] = line["error"];
  }
  EXPECT_EQ(errors, (Words{{"broken.json", "correction_invalid"},
                           {"cp949.json", "correction_invalid"},
                           {"deep.json", "limit_nesting"},
                           {"empty.json", "correction_invalid"},
                           {"fifo.json", "not_a_regular_file"},
                           {"gone.json", "path_missing"},
                           {"zz-huge.json", "limit_bytes"}}));
}

TEST(Corrections, AFolderThatIsNotThereStopsTheRun) {
  Office office;
  write_file(office.inbox / "a.txt", report());
  fs::remove(office.written);
  IngestOptions options;
  options.inputs = {office.inbox};
  options.output = office.out;
  options.corrections = office.written;
  Observer silent;
  EXPECT_EQ(ingest(options, silent).error().code, ErrorCode::kPathMissing);
}

TEST(Corrections, OfTheFixtures) {
  const TempFolder out;
  IngestOptions options;
  options.inputs = {fixture("inbox")};
  options.output = out.path();
  options.corrections = fixture("corrections");
  Observer silent;
  const auto summary = ingest(options, silent);
  ASSERT_TRUE(summary);
  EXPECT_EQ(states(*summary), (Words{{"2021 시민협력국.json#0", "applied"},
                                     {"2021 시민협력국.json#1", "applied"},
                                     {"2021 시민협력국.json#2", "stale"},
                                     {"고장난 것.json", "refused"},
                                     {"용어/이름.json#0", "applied"},
                                     {"용어/이름.json#1", "unmatched"}}));
}

// ---- renditions that differ --------------------------------------------------------------------------------------------------

TEST(Renditions, AFigureThatDiffersIsAFindingOnTheOneThatSpeaksAndGoesWithTheOther) {
  Office office;
  const std::string name = "2021-08 시민협력국 주요업무보고";
  std::string text = file_text(fixture("inbox/" + name + ".txt"));
  ASSERT_NE(text.find("65,419,160"), std::string::npos);
  fs::copy_file(fixture("inbox/" + name + ".pdf"), office.inbox / (name + ".pdf"));
  office.run(false);
  const auto alone = office.files(office.out);

  write_file(office.inbox / (name + ".txt"), drawing::replaced(text, "65,419,160", "65,491,160"));
  const IngestSummary summary = office.run(false);
  EXPECT_EQ(summary.findings_by_kind.at("cross_rendition"), 1u);
  for (const Json& finding : office.lines("findings.ndjson")) {
    if (finding["kind"] != "cross_rendition") continue;
    EXPECT_NE(finding["document_id"].get<std::string>().find("-pdf-"), std::string::npos);
    const std::string en = finding["message"]["en"];
    EXPECT_NE(en.find("「65,419,160」 in the PDF (table t027, page 17), and as 「65,491,160」 in the text (table"), std::string::npos)
        << en;
  }
  EXPECT_EQ(office.whys(office.run(false)), (Words{{name + ".pdf", "unchanged"}, {name + ".txt", "unchanged"}}));
  // In whatever order they came, and though only one of them is read again.
  const TempFolder fresh;
  office.run(false, fresh.path());
  EXPECT_EQ(office.files(office.out), office.files(fresh.path()));
  // Now they agree.
  write_file(office.inbox / (name + ".txt"), text);
  EXPECT_FALSE(office.run(false).findings_by_kind.contains("cross_rendition"));
}

}  // namespace
}  // namespace jangbu
