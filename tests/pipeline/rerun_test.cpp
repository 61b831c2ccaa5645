// Runs over a folder that has been read before: what is read again, why, and that history does not show in the output.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "drawn_table.h"
#include "jangbu/ingest.h"
#include "places.h"
#include "temp_folder.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Map = std::map<std::string, std::string>;

std::string report(const std::string& organization = "가나국", const std::string& payment = "600", const std::string& month = "8") {
  return "주요업무보고\n2021. " + month + ".\n" + organization +
         "\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
         "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" +
         payment + "\n교육\t700\t500\t420\n상담\t300\t200\t180\n";
}

// Counts what is really read: a document that is read tells how long it took, and is not "unchanged".
class Listener : public Observer {
 public:
  void log(Level level, const std::string& message) override {
    if (level == Level::kWarning) warnings.push_back(message);
  }
  std::vector<std::string> warnings;
};

struct Folder {
  TempFolder root;
  IngestOptions options;
  Listener listener;

  Folder() {
    fs::create_directory(in());
    options.inputs = {in()};
    options.output = out();
    options.jobs = 1;
    options.now = "2021-09-01T00:00:00Z";
  }
  fs::path in() const { return root / "in"; }
  fs::path out() const { return root / "out"; }
  void put(const std::string& name, const std::string& content) { write_file(in() / name, content); }

  IngestSummary run() {
    auto summary = ingest(options, listener);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    return *summary;
  }
  // path → why; of files that needed no look "unchanged".
  Map whys() {
    const IngestSummary summary = run();
    Map out, told;
    for (const auto& entry : fs::recursive_directory_iterator(in())) {
      std::error_code loops;
      if (!entry.is_directory(loops)) out[to_nfc(entry.path().lexically_relative(in()).generic_string())] = "unchanged";
    }
    for (const Outcome& outcome : summary.outcomes) out[outcome.path] = outcome.why;
    EXPECT_EQ(out.size(), summary.inputs);
    return out;
  }
  // What users read, without what tells of the run itself.
  Map files() const {
    Map files = files_below(out());
    files.erase("run.json");
    return files;
  }
  Json quarantine() const {
    Json entries = Json::array();
    for (const std::string& line : drawing::lines_of(files_below(out()).at("quarantine.ndjson"))) entries.push_back(Json::parse(line));
    return entries;
  }
};

// The same inputs into a folder that has no history.
Map undisturbed(const Folder& folder) {
  Folder fresh;
  fresh.options.inputs = folder.options.inputs;
  fresh.options.profiles = folder.options.profiles;
  fresh.run();
  return fresh.files();
}

TEST(Rerun, ReadsNothingWhereNothingChanged) {
  Folder folder;
  folder.put("a.txt", report("가나국"));
  folder.put("b.txt", report("다라국"));
  folder.put("broken.pdf", "");
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "new"}, {"b.txt", "new"}, {"broken.pdf", "new"}}));
  const Map before = folder.files();
  const IngestSummary again = folder.run();
  for (const Outcome& outcome : again.outcomes) EXPECT_EQ(outcome.why, "unchanged") << outcome.path;
  EXPECT_EQ(again.documents, 2u);
  EXPECT_EQ(again.unchanged, 2u);
  EXPECT_EQ(again.failed, 1u);
  EXPECT_EQ(exit_code_of(again), 3);
  EXPECT_EQ(again.records.at("budget"), 6u);
  EXPECT_EQ(folder.files(), before);
  const Json run = Json::parse(files_below(folder.out()).at("run.json"));
  EXPECT_EQ(run["totals"]["inputs"], 3);
  EXPECT_EQ(run["totals"]["unchanged"], 2);
  EXPECT_EQ(run["totals"]["records"]["budget"], 6);
}

TEST(Rerun, LeavesFilesThatNeedNoChangeUntouched) {
  Folder folder;
  folder.put("a.txt", report());
  folder.run();
  std::map<std::string, ino_t> before;
  const auto inodes = [&] {
    std::map<std::string, ino_t> out;
    for (const auto& [name, content] : folder.files()) {
      struct stat status {};
      ::stat((folder.out() / name).c_str(), &status);
      out[name] = status.st_ino;
    }
    return out;
  };
  before = inodes();
  folder.run();
  EXPECT_EQ(inodes(), before);
}

TEST(Rerun, ReadsAgainExactlyWhatChangedAndSaysWhy) {
  Folder folder;
  folder.put("a.txt", report("가나국"));
  folder.put("b.txt", report("다라국"));
  folder.put("c.txt", report("마바국"));
  folder.run();
  folder.put("a.txt", report("가나국", "601"));
  fs::rename(folder.in() / "b.txt", folder.in() / "d.txt");
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "changed"}, {"c.txt", "unchanged"}, {"d.txt", "renamed"}}));
}

TEST(Rerun, TheSameLengthAndTimeDoNotHideAChange) {
  Folder folder;
  folder.put("a.txt", report("가나국", "600"));
  struct stat status {};
  ASSERT_EQ(::stat((folder.in() / "a.txt").c_str(), &status), 0);
  folder.run();
  folder.put("a.txt", report("가나국", "601"));
  const timespec times[] = {status.st_atim, status.st_mtim};
  ASSERT_EQ(::utimensat(AT_FDCWD, (folder.in() / "a.txt").c_str(), times, 0), 0);
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "changed"}}));
}

TEST(Rerun, AFileThatWasOnlyTouchedIsNotReadAgain) {
  Folder folder;
  folder.put("a.txt", report());
  folder.run();
  fs::last_write_time(folder.in() / "a.txt", fs::file_time_type::clock::now() - std::chrono::hours(5));
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "unchanged"}}));
}

TEST(Rerun, OtherProfilesOrLimitsReadEverythingAgain) {
  Folder folder;
  folder.put("a.txt", report());
  folder.put("zero.txt", "");
  folder.run();
  fs::copy(checkout() / "schemas/profiles", folder.root / "profiles");
  folder.options.profiles = (folder.root / "profiles").string();
  // The same profiles from a folder are the same profiles, but for the file that describes them.
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "unchanged"}, {"zero.txt", "unchanged"}}));
  write_file(folder.root / "profiles/grant.json", R"({"record_type": "grant", "korean": "보조금", "row_labels": ["구분"],
    "fields": [{"name": "granted", "korean": "교부결정액", "measure": "amount", "additive": true, "headers": ["교부결정액"]}], "any_of": [["granted"]]})");
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "profiles changed"}, {"zero.txt", "profiles changed"}}));
  EXPECT_EQ(folder.files(), [&] {
    Map fresh = undisturbed(folder);
    fresh["quarantine.ndjson"] = folder.files().at("quarantine.ndjson");  // tried twice here, once there
    return fresh;
  }());
  folder.options.limits.seconds += 1;
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "limits changed"}, {"zero.txt", "limits changed"}}));
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "unchanged"}, {"zero.txt", "unchanged"}}));
}

TEST(Rerun, ForceReadsEverythingAndChangesNothing) {
  Folder folder;
  folder.put("a.txt", report());
  folder.put("b.txt", report("가나국", "601"));
  folder.run();
  const Map before = folder.files();
  folder.options.force = true;
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "forced"}, {"b.txt", "forced"}}));
  EXPECT_EQ(folder.files(), before);
}

// ---- quarantine ------------------------------------------------------------------------------------------------------------

TEST(Rerun, AttemptsAreCountedWhereOneIsMade) {
  Folder folder;
  folder.put("a.pdf", "");
  folder.run();
  folder.options.now = "2022-01-01T00:00:00Z";
  folder.run();
  EXPECT_EQ(folder.quarantine()[0]["attempts"], 1);
  folder.options.retry = true;
  EXPECT_EQ(folder.whys(), (Map{{"a.pdf", "retried"}}));
  EXPECT_EQ(folder.quarantine()[0]["attempts"], 2);
  EXPECT_EQ(folder.quarantine()[0]["since"], "2021-09-01T00:00:00Z");
  // Other bytes: another failure.
  folder.options.retry = false;
  folder.put("a.pdf", std::string("\0\1\2\3", 4));
  folder.run();
  EXPECT_EQ(folder.quarantine()[0]["attempts"], 1);
  EXPECT_EQ(folder.quarantine()[0]["since"], "2022-01-01T00:00:00Z");
}

TEST(Rerun, WhatIsGoneLeavesQuarantine) {
  Folder folder;
  folder.put("sub/a.pdf", "");
  folder.put("b.pdf", "");
  folder.run();
  EXPECT_EQ(folder.quarantine().size(), 2u);
  fs::remove_all(folder.in() / "sub");
  folder.run();
  ASSERT_EQ(folder.quarantine().size(), 1u);
  EXPECT_EQ(folder.quarantine()[0]["path"], "b.pdf");
  // A run over something else says nothing about it.
  write_file(folder.root / "else/c.txt", report());
  folder.options.inputs = {folder.root / "else"};
  folder.run();
  EXPECT_EQ(folder.quarantine().size(), 1u);
}

TEST(Rerun, ALostStateKeepsSinceAndAttempts) {
  Folder folder;
  folder.put("a.pdf", "");
  folder.put("b.txt", report());
  folder.run();
  folder.options.retry = true;
  folder.run();
  folder.options.retry = false;
  const Map before = folder.files();
  fs::remove_all(folder.out() / ".jangbu");
  folder.options.now = "2022-01-01T00:00:00Z";
  EXPECT_EQ(folder.whys(), (Map{{"a.pdf", "state lost"}, {"b.txt", "state lost"}}));
  EXPECT_EQ(folder.files(), before);
  EXPECT_EQ(folder.whys(), (Map{{"a.pdf", "unchanged"}, {"b.txt", "unchanged"}}));
}

// ---- the output, whatever happened to it ---------------------------------------------------------------------------------

TEST(Rerun, FilesOfTheOutputThatWereDeletedOrChangedComeBack) {
  Folder folder;
  folder.put("a.txt", report("가나국"));
  folder.put("b.txt", report("다라국"));
  folder.run();
  const Map before = folder.files();
  for (const auto& [name, content] : before) {
    fs::remove(folder.out() / name);
    folder.run();
    EXPECT_EQ(folder.files(), before) << name << " was deleted";
    if (name.starts_with("documents/")) continue;    // one that is no document any more stops the run, see ingest_test.cpp
    write_file(folder.out() / name, content + " ");  // of the ledger: no database any more
    folder.run();
    EXPECT_EQ(folder.files(), before) << name << " was changed";
  }
  // A document that another hand changed, and that still is one.
  for (const auto& [name, content] : before) {
    if (!name.starts_with("documents/")) continue;
    Json json = Json::parse(content);
    json["title"] = "다른 제목";
    write_file(folder.out() / name, json.dump());
    folder.run();
    EXPECT_EQ(folder.files(), before);
  }
}

// As an earlier version left it: no ledger, all records of a type in one file, no state that this one reads.
TEST(Rerun, AFolderOfTheEarlierLayoutIsTakenOver) {
  Folder folder;
  folder.put("a.txt", report("가나국"));
  folder.put("b.txt", report("다라국"));
  folder.run();
  const Map before = folder.files();
  write_file(folder.out() / "records/budget.ndjson", records_in(before, "budget"));
  fs::remove_all(folder.out() / "records/budget");
  fs::remove_all(folder.out() / ".jangbu");
  fs::remove(folder.out() / "ledger.sqlite");
  // One of the sources is not there any more: nothing of its document is lost.
  fs::rename(folder.in() / "b.txt", folder.root / "b.txt");
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "state lost"}}));
  EXPECT_FALSE(fs::exists(folder.out() / "records/budget.ndjson"));
  EXPECT_EQ(records_in(folder.files(), "budget"), records_in(before, "budget"));
  fs::rename(folder.root / "b.txt", folder.in() / "b.txt");
  folder.run();
  EXPECT_EQ(folder.files(), before);
}

// Neither documents nor records that are there are written anew when one more comes.
TEST(Rerun, OneMoreReportLeavesTheOthersAlone) {
  Folder folder;
  for (const char* name : {"a", "b", "c"}) folder.put(std::string(name) + ".txt", report(std::string("가나") + name + "국"));
  folder.run();
  std::map<fs::path, ino_t> inodes;
  for (const char* part : {"documents", "records"}) {
    for (const auto& entry : fs::recursive_directory_iterator(folder.out() / part)) {
      if (!entry.is_regular_file()) continue;
      struct stat status {};
      ::stat(entry.path().c_str(), &status);
      inodes[entry.path()] = status.st_ino;
    }
  }
  EXPECT_EQ(inodes.size(), 6u);
  folder.put("d.txt", report("마바국"));
  const IngestSummary summary = folder.run();
  EXPECT_EQ(summary.documents, 4u);
  EXPECT_EQ(summary.records.at("budget"), 12u);
  for (const auto& [path, inode] : inodes) {
    struct stat status {};
    ::stat(path.c_str(), &status);
    EXPECT_EQ(status.st_ino, inode) << path;
  }
  EXPECT_EQ(folder.files(), undisturbed(folder));
}

TEST(Rerun, ACopiedOutputIsNotReadAgain) {
  Folder folder;
  folder.put("a.txt", report());
  folder.run();
  fs::copy(folder.out(), folder.root / "copy", fs::copy_options::recursive);
  folder.options.output = folder.root / "copy";
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "unchanged"}}));
}

TEST(Rerun, ADamagedStateIsSetAsideWithAWarning) {
  Folder folder;
  folder.put("a.txt", report());
  folder.run();
  const Map before = folder.files();
  write_file(folder.out() / ".jangbu/state.db", "this is no database, and long enough to see that" + std::string(4000, '.'));
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "state lost"}}));
  EXPECT_EQ(folder.files(), before);
  ASSERT_EQ(folder.listener.warnings.size(), 1u);
  EXPECT_NE(folder.listener.warnings[0].find("set aside"), std::string::npos);
}

TEST(Rerun, LeftoversOfAKilledRunAreCleared) {
  Folder folder;
  folder.put("a.txt", report());
  fs::create_directories(folder.out() / ".jangbu");
  for (const char* name :
       {".jangbu-abc123", "documents/.jangbu-abc123", "records/.jangbu-x_Z9aB", "records/budget/.jangbu-y_Z9aB", ".jangbu-probe"})
    write_file(folder.out() / name, "half a f");
  folder.run();
  EXPECT_EQ(folder.files(), undisturbed(folder));
}

// ---- history does not show ------------------------------------------------------------------------------------------------

TEST(Rerun, TheOrderOfArrivalDoesNotShow) {
  const Map arrivals{{"a.txt", report("가나국")},
                     {"b.txt", report("가나국", "601")},
                     {"c.txt", report("가나국")},
                     {"d.txt", report("다라국", "600", "9")},
                     {"e.txt", ""},
                     {"f.txt", report("가나국", "602")}};
  std::vector<std::string> names;
  for (const auto& [name, content] : arrivals) names.push_back(name);
  std::optional<Map> expected;
  // Rotations, forwards and backwards; each file in a run of its own.
  for (std::size_t turn = 0; turn < 2 * names.size(); turn += 2) {
    Folder folder;
    std::vector<std::string> order = names;
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(turn % names.size()), order.end());
    if (turn >= names.size()) std::reverse(order.begin(), order.end());
    for (const std::string& name : order) {
      folder.put(name, arrivals.at(name));
      folder.run();
    }
    if (!expected) expected = undisturbed(folder);
    EXPECT_EQ(folder.files(), *expected) << "beginning with " << order.front();
  }
}

TEST(Rerun, TheSameBytesUnderAnEarlierNameLater) {
  Folder folder;
  folder.put("b.txt", report());
  folder.run();
  folder.put("a.txt", report());
  EXPECT_EQ(folder.whys(), (Map{{"a.txt", "renamed"}, {"b.txt", "unchanged"}}));
  EXPECT_EQ(folder.files(), undisturbed(folder));
  fs::remove(folder.in() / "a.txt");
  EXPECT_EQ(folder.whys(), (Map{{"b.txt", "renamed"}}));
  EXPECT_EQ(folder.files(), undisturbed(folder));
}

TEST(Rerun, AnotherReportUnderAnOldNameTakesItsPlace) {
  Folder folder;
  folder.put("report.txt", report("가나국"));
  folder.run();
  folder.put("report.txt", report("다라국"));
  folder.run();
  EXPECT_EQ(folder.files(), undisturbed(folder));
}

// ---- strange inputs --------------------------------------------------------------------------------------------------------

TEST(Rerun, StrangeThingsInAFolderHaveOutcomes) {
  Folder folder;
  folder.put("a.txt", report("가나국"));
  ASSERT_EQ(::mkfifo((folder.in() / "pipe").c_str(), 0600), 0);
  fs::create_symlink("loop", folder.in() / "loop");
  fs::create_symlink("nowhere.txt", folder.in() / "dangling");
  const std::string longest = std::string(251, 'n') + ".txt";
  folder.put(longest, report("다라국"));
  // Hangul as letters one by one (NFD), as macOS hands it over: shown composed.
  folder.put("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB.txt", report("마바국"));
  const IngestSummary summary = folder.run();
  Map outcomes;
  for (const Outcome& outcome : summary.outcomes)
    outcomes[outcome.path] = outcome.error ? std::string(error_name(outcome.error->code)) : outcome.state;
  EXPECT_EQ(outcomes, (Map{{"a.txt", "ingested"},
                           {"dangling", "path_missing"},
                           {"loop", "path_unreadable"},
                           {longest, "ingested"},
                           {"pipe", "not_a_regular_file"},
                           {"한.txt", "ingested"}}));
  // Nothing of it changes by being looked at again.
  const Map before = folder.files();
  for (const auto& [path, why] : folder.whys()) EXPECT_EQ(why, "unchanged") << path;
  EXPECT_EQ(folder.files(), before);
}

TEST(Rerun, AFileNamedTwiceIsReadOnce) {
  Folder folder;
  folder.put("a.txt", report());
  folder.options.inputs = {folder.in(), folder.in() / ".", folder.in() / "a.txt"};
  EXPECT_EQ(folder.run().outcomes.size(), 1u);
}

TEST(Rerun, AHeldFolderIsToldOfOrWaitedFor) {
  Folder folder;
  folder.put("a.txt", report());
  // The holder: an ingest that is asked to stop, and waits for the second one to have been refused.
  class Holder : public Observer {
   public:
    explicit Holder(Folder& folder) : folder_(folder) {}
    void started(std::size_t) override {
      Listener other;
      refused = ingest(folder_.options, other).error();
    }
    Error refused;

   private:
    Folder& folder_;
  } holder(folder);
  ASSERT_TRUE(ingest(folder.options, holder));
  EXPECT_EQ(holder.refused.code, ErrorCode::kOutputHeld);
  EXPECT_NE(holder.refused.message.find("process " + std::to_string(::getpid())), std::string::npos) << holder.refused.message;
}

}  // namespace
}  // namespace jangbu
