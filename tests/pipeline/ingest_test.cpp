// Reports in, audited records out: on folders of their own, with what the contract promises of files, codes and bytes.
#include "jangbu/ingest.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <clocale>
#include <nlohmann/json.hpp>

#include "built_in.h"
#include "drawn_table.h"
#include "temp_folder.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class Silent : public Observer {};

Result<IngestSummary> ingested(std::vector<fs::path> inputs, const fs::path& output, unsigned jobs = 1) {
  IngestOptions options;
  options.inputs = std::move(inputs);
  options.output = output;
  options.jobs = jobs;
  options.now = "2021-09-01T00:00:00Z";
  Silent observer;
  return ingest(options, observer);
}

std::vector<Json> json_lines(const std::string& text) {
  std::vector<Json> out;
  for (const std::string& line : drawing::lines_of(text)) out.push_back(Json::parse(line));
  return out;
}

// path → outcome, or the error's name.
std::map<std::string, std::string> outcomes(const IngestSummary& summary) {
  std::map<std::string, std::string> out;
  for (const Outcome& outcome : summary.outcomes)
    out[outcome.path] = outcome.error ? std::string(error_name(outcome.error->code)) : outcome.state;
  return out;
}

using Outcomes = std::map<std::string, std::string>;

// A small report that says who, what and when.
std::string report(const std::string& organization = "가나국", const std::string& payment = "600", const std::string& month = "8") {
  return "주요업무보고\n2021. " + month + ".\n" + organization +
         "\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
         "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" +
         payment + "\n교육\t700\t500\t420\n상담\t300\t200\t180\n";
}

// ---- what goes wrong -----------------------------------------------------------------------------------------------------

TEST(Ingest, EveryBrokenFixtureHasItsOwnError) {
  const TempFolder out;
  const auto summary = ingested({fixture("broken")}, out.path());
  ASSERT_TRUE(summary) << describe(summary.error());
  EXPECT_EQ(outcomes(*summary), (Outcomes{{"empty.pdf", "file_empty"},
                                          {"half.pdf", "file_truncated"},
                                          {"latin1.txt", "text_encoding"},
                                          {"unknown.bin", "format_unknown"},
                                          {"zero.txt", "file_empty"}}));
  EXPECT_EQ(exit_code_of(*summary), 1);
  std::map<std::string, std::string> quarantine;
  for (const Json& entry : json_lines(files_below(out.path()).at("quarantine.ndjson"))) {
    quarantine[entry["path"]] = entry["error"];
    EXPECT_EQ(entry["since"], "2021-09-01T00:00:00Z");
    EXPECT_EQ(entry["attempts"], 1);
    EXPECT_FALSE(entry["message"].get<std::string>().empty());
  }
  EXPECT_EQ(quarantine, (Outcomes{{"empty.pdf", "file_empty"},
                                  {"half.pdf", "file_truncated"},
                                  {"latin1.txt", "text_encoding"},
                                  {"unknown.bin", "format_unknown"},
                                  {"zero.txt", "file_empty"}}));
}

TEST(Ingest, WhereNothingCouldBeReadTheCodeIsOne) {
  const TempFolder out;
  const auto summary = ingested({fixture("broken/zero.txt"), fixture("broken/half.pdf"), out / "gone.pdf"}, out / "out");
  ASSERT_TRUE(summary);
  EXPECT_EQ(exit_code_of(*summary), 1);
  EXPECT_EQ(summary->failed, 3u);
  // The output is whole all the same.
  const auto files = files_below(out / "out");
  for (const char* name : {"findings.ndjson", "quarantine.ndjson", "run.json", "datapackage.json"})
    EXPECT_TRUE(files.contains(name)) << name;
  EXPECT_EQ(Json::parse(files.at("run.json"))["exit_code"], 1);
  for (const auto& [name, content] : files) EXPECT_EQ(name.find(".jangbu"), std::string::npos) << name << " was left behind";
}

TEST(Ingest, AMissingPathIsAnOutcomeOfItsOwn) {
  const TempFolder folder;
  write_file(folder / "a.txt", report());
  const auto summary = ingested({folder / "a.txt", folder / "gone.hwp"}, folder / "out");
  ASSERT_TRUE(summary);
  EXPECT_EQ(exit_code_of(*summary), 3);
  EXPECT_EQ(outcomes(*summary), (Outcomes{{"a.txt", "ingested"}, {(folder / "gone.hwp").string(), "path_missing"}}));
}

TEST(Ingest, AFolderThatOnesRightsForbid) {
  if (::geteuid() == 0) return;  // root may read everything
  const TempFolder folder;
  write_file(folder / "in/shut/a.txt", report());
  fs::permissions(folder / "in/shut", fs::perms::none);
  const auto summary = ingested({folder / "in"}, folder / "out");
  fs::permissions(folder / "in/shut", fs::perms::owner_all);
  ASSERT_TRUE(summary);
  EXPECT_EQ(outcomes(*summary).begin()->second, "path_unreadable");
}

TEST(Ingest, AnOutputThatCannotBeWrittenStopsBeforeAnyWork) {
  const TempFolder folder;
  write_file(folder / "a.txt", report());
  write_file(folder / "out", "a file stands here");
  const auto summary = ingested({folder / "a.txt"}, folder / "out");
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().code, ErrorCode::kOutputNotWritable);
  EXPECT_EQ(file_text((folder / "out").string()), "a file stands here");
  fs::create_directories(folder / "out2/.jangbu");
  write_file(folder / "out2/documents", "a file stands here too");
  EXPECT_EQ(ingested({folder / "a.txt"}, folder / "out2").error().code, ErrorCode::kOutputNotWritable);
  EXPECT_EQ(ingested({folder / "a.txt"}, folder / "out/below").error().code, ErrorCode::kOutputNotWritable);
}

TEST(Ingest, OutputThatIsNotWhatJangbuWroteStopsTheRun) {
  for (const char* damaged : {"{", "[]", "{}", "not json", ""}) {
    const TempFolder folder;
    write_file(folder / "a.txt", report());
    ASSERT_TRUE(ingested({folder / "a.txt"}, folder / "out"));
    write_file(folder / "out/documents/2020-other.json", damaged);
    const auto before = files_below(folder / "out");
    const auto summary = ingested({folder / "a.txt"}, folder / "out");
    ASSERT_FALSE(summary) << damaged;
    EXPECT_EQ(summary.error().code, ErrorCode::kOutputDamaged);
    EXPECT_EQ(files_below(folder / "out"), before);
  }
  const TempFolder folder;
  write_file(folder / "a.txt", report());
  ASSERT_TRUE(ingested({folder / "a.txt"}, folder / "out"));
  fs::remove_all(folder / "out/.jangbu");
  write_file(folder / "out/quarantine.ndjson", "{\"path\": 3}\n");
  EXPECT_EQ(ingested({folder / "a.txt"}, folder / "out").error().code, ErrorCode::kOutputDamaged);
}

// ---- what goes in --------------------------------------------------------------------------------------------------------

TEST(Ingest, FoldersAreWalkedAndHiddenFilesPassedOver) {
  const TempFolder folder;
  write_file(folder / "in/a.txt", report("가나국"));
  write_file(folder / "in/깊은 곳/b.txt", report("다라국"));
  write_file(folder / "in/.hidden.txt", report("마바국"));
  write_file(folder / "in/.git/c.txt", report("사아국"));
  fs::create_directory_symlink(folder / "in", folder / "in/loop");
  const auto summary = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(summary);
  EXPECT_EQ(outcomes(*summary), (Outcomes{{"a.txt", "ingested"}, {"깊은 곳/b.txt", "ingested"}}));
}

TEST(Ingest, NothingIsWrittenWhereItIsRead) {
  const TempFolder folder;
  write_file(folder / "in/a.txt", report());
  fs::create_directory_symlink(folder / "in", folder / "link");
  for (const fs::path& output : {folder / "in/out", folder / "in/깊은/out", folder / "link/out", folder / "in/../in/out"}) {
    const auto summary = ingested({folder / "in"}, output);
    ASSERT_FALSE(summary) << output;
    EXPECT_EQ(summary.error().code, ErrorCode::kOutputForeign);
    EXPECT_FALSE(summary.error().advice.empty());
    EXPECT_FALSE(fs::exists(output));
  }
  EXPECT_TRUE(ingested({folder / "in/a.txt"}, folder / "in/out")) << "a file that is named is no folder to be walked";
}

// What is written would be read, and give more to write, for ever.
TEST(Ingest, NothingIsReadWhereItIsWritten) {
  const TempFolder folder;
  write_file(folder / "a.txt", report());
  ASSERT_TRUE(ingested({folder / "a.txt"}, folder / "out"));
  const auto before = files_below(folder / "out");
  for (const fs::path& input : {folder / "out", folder / "out/documents", folder / "out/../out/.", folder / "out/run.json"}) {
    const auto summary = ingested({folder / "a.txt", input}, folder / "out");
    ASSERT_FALSE(summary) << input;
    EXPECT_EQ(summary.error().code, ErrorCode::kOutputForeign);
  }
  fs::create_directory_symlink(folder / "out", folder / "link");
  EXPECT_EQ(ingested({folder / "link"}, folder / "out").error().code, ErrorCode::kOutputForeign);
  EXPECT_EQ(files_below(folder / "out"), before);
  // Not yet there, or no output at all: nothing is made of it.
  EXPECT_EQ(ingested({folder / "new"}, folder / "new").error().code, ErrorCode::kOutputForeign);
  EXPECT_FALSE(fs::exists(folder / "new"));
}

TEST(Ingest, LinksThatLeadOutOfAFolderAreToldAndNotFollowed) {
  const TempFolder folder;
  write_file(folder / "secret.txt", report("비밀국"));
  write_file(folder / "in/a.txt", report("가나국"));
  fs::create_directory(folder / "in/below");
  fs::create_symlink("../../secret.txt", folder / "in/below/out.txt");
  fs::create_symlink(folder / "secret.txt", folder / "in/absolute.txt");
  fs::create_symlink("../a.txt", folder / "in/below/inside.txt");
  fs::create_symlink("below/../../in/a.txt", folder / "in/and back.txt");  // out, though it comes back
  class Listening : public Observer {
   public:
    void log(Level level, const std::string& message) override {
      if (level == Level::kWarning) warnings.push_back(message.substr(0, message.find(':')));
    }
    std::vector<std::string> warnings;
  } observer;
  IngestOptions options;
  options.inputs = {folder / "in"};
  options.output = folder / "out";
  const auto summary = ingest(options, observer);
  ASSERT_TRUE(summary) << describe(summary.error());
  EXPECT_EQ(outcomes(*summary), (Outcomes{{"a.txt", "ingested"}, {"below/inside.txt", "duplicate"}}));
  EXPECT_EQ(observer.warnings, (std::vector<std::string>{"absolute.txt", "and back.txt", "below/out.txt"}));
  EXPECT_EQ(exit_code_of(*summary), 0);
  options.follow_links = true;
  EXPECT_EQ(outcomes(*ingest(options, observer)).at("absolute.txt"), "ingested");
  // A file that is named is the user's own wish.
  options.follow_links = false;
  options.inputs = {folder / "in/absolute.txt"};
  options.output = folder / "other";
  EXPECT_EQ(outcomes(*ingest(options, observer)), (Outcomes{{"absolute.txt", "ingested"}}));
}

TEST(Ingest, NamesThatAreNoUtf8AreNamesLikeOthers) {
  const TempFolder folder;
  write_file(folder / "in/\xBA\xB8\xB0\xED.txt", report("가나국"));
  write_file(folder / "in/a.txt", report("가나국"));
  write_file(folder / "in/\xBA\xFF.txt", report("다라국"));
  write_file(folder / "in/\xBB.txt", "");
  write_file(folder / "in/\x1B[8m\xFF.txt", "");
  const Outcomes all{{"\\xBA\\xB8\\xB0\\xED.txt", "ingested"},
                     {"a.txt", "duplicate"},
                     {"\\xBA\\xFF.txt", "ingested"},
                     {"\\xBB.txt", "file_empty"},
                     {"\x1B[8m\\xFF.txt", "file_empty"}};
  const auto summary = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(summary) << describe(summary.error());
  EXPECT_EQ(outcomes(*summary), all);
  const auto before = files_below(folder / "out");
  for (const auto& [name, content] : before) EXPECT_TRUE(is_valid_utf8(content)) << name;
  // And again, also where what is remembered is lost.
  ASSERT_TRUE(ingested({folder / "in"}, folder / "out"));
  fs::remove_all(folder / "out/.jangbu");
  const auto again = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(again) << describe(again.error());
  EXPECT_EQ(outcomes(*again), all);
}

TEST(Ingest, AFolderThatWasMissingLeavesNothingBehind) {
  const TempFolder folder;
  for (const bool lost : {false, true}) {
    fs::remove_all(folder / "in");
    const auto missing = ingested({folder / "in"}, folder / "out");
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->failed, 1u);
    EXPECT_NE(files_below(folder / "out").at("quarantine.ndjson"), "");
    if (lost) fs::remove_all(folder / "out/.jangbu");
    write_file(folder / "in/a.txt", report());
    ASSERT_TRUE(ingested({folder / "in"}, folder / "out"));
    EXPECT_EQ(files_below(folder / "out").at("quarantine.ndjson"), "");
  }
}

TEST(Ingest, AnEmptyFolderIsNoDocument) {
  const TempFolder folder;
  fs::create_directory(folder / "in");
  const auto summary = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(summary);
  EXPECT_TRUE(summary->outcomes.empty());
  EXPECT_EQ(exit_code_of(*summary), 1);
}

TEST(Ingest, TheSameBytesUnderTwoNamesAreOneDocument) {
  const TempFolder folder;
  write_file(folder / "in/a.txt", report());
  write_file(folder / "in/b.txt", report());
  write_file(folder / "in/c/a.txt", report());
  const auto summary = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(summary);
  EXPECT_EQ(outcomes(*summary), (Outcomes{{"a.txt", "ingested"}, {"b.txt", "duplicate"}, {"c/a.txt", "duplicate"}}));
  std::size_t documents = 0;
  for (const auto& [name, content] : files_below(folder / "out")) {
    if (!name.starts_with("documents/")) continue;
    ++documents;
    EXPECT_EQ(Json::parse(content)["source"]["paths"], (Json{"a.txt", "b.txt", "c/a.txt"}));
  }
  EXPECT_EQ(documents, 1u);
  EXPECT_EQ(summary->records.at("budget"), 3u);
}

TEST(Ingest, ACorrectedFileIsANewEdition) {
  const TempFolder folder;
  write_file(folder / "in/report.txt", report("가나국", "600"));
  ASSERT_TRUE(ingested({folder / "in"}, folder / "out"));
  const auto before = json_lines(records_in(files_below(folder / "out"), "budget"));
  write_file(folder / "in/report.txt", report("가나국", "601"));
  const auto summary = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(summary);
  const auto files = files_below(folder / "out");
  const auto after = json_lines(records_in(files, "budget"));
  // The rows keep their ids, the old figure has left records/, both editions can be read.
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i]["record_id"], after[i]["record_id"]);
  EXPECT_NE(records_in(files, "budget").find("601000"), std::string::npos);
  EXPECT_EQ(records_in(files, "budget").find("600000,"), std::string::npos);
  std::map<int, Json> editions;
  for (const auto& [name, content] : files) {
    if (!name.starts_with("documents/")) continue;
    const Json document = Json::parse(content);
    editions[document["edition"]["number"]] = document;
  }
  ASSERT_EQ(editions.size(), 2u);
  EXPECT_EQ(editions[2]["edition"]["supersedes"], editions[1]["document_id"]);
  EXPECT_EQ(editions[1]["edition"]["supersedes"], nullptr);
}

TEST(Ingest, ReportsOfOtherOfficesOrMonthsAreKeptApart) {
  const TempFolder folder;
  write_file(folder / "in/a.txt", report("가나국"));
  write_file(folder / "in/b.txt", report("다라국"));
  write_file(folder / "in/c.txt", report("가나국", "600", "9"));
  const auto summary = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->records.at("budget"), 9u);
  EXPECT_EQ(outcomes(*summary), (Outcomes{{"a.txt", "ingested"}, {"b.txt", "ingested"}, {"c.txt", "ingested"}}));
}

TEST(Ingest, ReportsWithoutOfficeOrDateAreNeverMerged) {
  const TempFolder folder;
  const std::string nameless = "(단위: 천원)\n\n구분\t예산현액\t지출액\n합계\t1,000\t600\n교육\t700\t420\n상담\t300\t180\n";
  write_file(folder / "in/x.txt", nameless);
  write_file(folder / "in/y.txt", nameless + "글\n");
  const auto summary = ingested({folder / "in"}, folder / "out");
  ASSERT_TRUE(summary);
  EXPECT_EQ(outcomes(*summary), (Outcomes{{"x.txt", "ingested"}, {"y.txt", "ingested"}}));
  EXPECT_EQ(summary->records.at("budget"), 6u);
}

TEST(Ingest, AFileThatWasQuarantinedLeavesQuarantineOnceItIsRead) {
  const TempFolder folder;
  write_file(folder / "in/a.txt", "");
  EXPECT_EQ(exit_code_of(*ingested({folder / "in"}, folder / "out")), 1);
  EXPECT_NE(files_below(folder / "out").at("quarantine.ndjson"), "");
  write_file(folder / "in/a.txt", report());
  EXPECT_EQ(exit_code_of(*ingested({folder / "in"}, folder / "out")), 0);
  EXPECT_EQ(files_below(folder / "out").at("quarantine.ndjson"), "");
}

// ---- the fixtures: renditions, determinism ---------------------------------------------------------------------------------

TEST(Ingest, TextAndPdfOfOneReportGiveItsRecordsOnce) {
  const TempFolder both, text_only;
  const auto summary = ingested({fixture("inbox")}, both.path());
  ASSERT_TRUE(summary);
  for (const Outcome& outcome : summary->outcomes) {
    const bool txt = outcome.path.ends_with(".txt");
    if (!txt && !outcome.path.ends_with(".pdf")) continue;
    if (txt) {
      EXPECT_EQ(outcome.state, "rendition") << outcome.path;
      EXPECT_NE(outcome.of.find("-pdf-"), std::string::npos);
    }
  }
  const std::string records = records_in(files_below(both.path()), "budget");
  for (const Json& record : json_lines(records)) EXPECT_NE(record["source"]["format"], "text");
  std::set<std::string> ids;
  for (const Json& record : json_lines(records)) EXPECT_TRUE(ids.insert(record["record_id"]).second);
}

TEST(Ingest, TwoRunsAndAnyNumberOfJobsGiveTheSameBytes) {
  const TempFolder one, eight, again;
  ASSERT_TRUE(ingested({fixture("inbox"), fixture("broken")}, one.path(), 1));
  ASSERT_TRUE(ingested({fixture("broken"), fixture("inbox")}, eight.path(), 8));
  const auto first = files_below(one.path());
  EXPECT_EQ(files_below(eight.path()), first);
  // Once more over the same folder: only what the run says of itself is another.
  ASSERT_TRUE(ingested({fixture("inbox"), fixture("broken")}, one.path(), 8));
  for (const auto& [name, content] : files_below(one.path())) {
    if (name == "run.json") continue;
    EXPECT_TRUE(first.contains(name) && first.at(name) == content) << name << " changed";
  }
}

TEST(Ingest, TheLocaleChangesNothing) {
  const TempFolder folder, other;
  ASSERT_TRUE(ingested({fixture("inbox/2019-09 서울혁신기획관 주요업무보고.txt")}, folder.path()));
  const std::string before = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"ko_KR.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "C.utf8", "C"}) {
    if (!std::setlocale(LC_ALL, name)) continue;
    const TempFolder out;
    EXPECT_TRUE(ingested({fixture("inbox/2019-09 서울혁신기획관 주요업무보고.txt")}, out.path()));
    EXPECT_TRUE(files_below(out.path()) == files_below(folder.path())) << name;
  }
  std::setlocale(LC_ALL, before.c_str());
}

TEST(Ingest, RecordsAreSortedByIdOneALine) {
  const TempFolder out;
  ASSERT_TRUE(ingested({fixture("inbox")}, out.path()));
  for (const auto& [name, content] : files_below(out.path())) {
    if (!name.starts_with("records/")) continue;
    EXPECT_TRUE(content.ends_with('\n'));
    std::string last;
    for (const Json& record : json_lines(content)) {
      EXPECT_LT(last, record["record_id"].get<std::string>());
      last = record["record_id"];
    }
  }
}

class StopsAfterTheFirst : public Observer {
 public:
  void finished(const Outcome&, double) override { ++finished_; }
  int stop_signal() override { return finished_ > 0 ? 2 : 0; }

 private:
  int finished_ = 0;
};

TEST(Ingest, AStoppedRunKeepsWhatIsFinished) {
  const TempFolder folder;
  for (int i = 0; i < 5; ++i) write_file(folder / ("in/" + std::to_string(i) + ".txt"), report("가나국", "600", std::to_string(i + 1)));
  IngestOptions options;
  options.inputs = {folder / "in"};
  options.output = folder / "out";
  options.jobs = 1;
  StopsAfterTheFirst observer;
  const auto summary = ingest(options, observer);
  ASSERT_TRUE(summary);
  EXPECT_EQ(exit_code_of(*summary), 130);
  EXPECT_EQ(outcomes(*summary),
            (Outcomes{{"0.txt", "ingested"}, {"1.txt", "stopped"}, {"2.txt", "stopped"}, {"3.txt", "stopped"}, {"4.txt", "stopped"}}));
  EXPECT_EQ(json_lines(records_in(files_below(folder / "out"), "budget")).size(), 3u);
  // The next run gives what an undisturbed one would have given.
  const TempFolder whole;
  ASSERT_TRUE(ingested({folder / "in"}, folder / "out"));
  ASSERT_TRUE(ingested({folder / "in"}, whole.path()));
  auto resumed = files_below(folder / "out"), undisturbed = files_below(whole.path());
  resumed.erase("run.json");
  undisturbed.erase("run.json");
  EXPECT_EQ(resumed, undisturbed);
}

TEST(ExitCode, OfASummary) {
  IngestSummary summary;
  EXPECT_EQ(exit_code_of(summary), 1);
  summary.documents = 2;
  EXPECT_EQ(exit_code_of(summary), 0);
  summary.failed = 1;
  EXPECT_EQ(exit_code_of(summary), 3);
  summary.stop_signal = 15;
  EXPECT_EQ(exit_code_of(summary), 143);
}

}  // namespace
}  // namespace jangbu
