// What is gone from the folders leaves the output, and comes back with its file; what may just not be mounted stays.
#include <gtest/gtest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "jangbu/ingest.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Map = std::map<std::string, std::string>;

std::string report(const std::string& organization, int payment = 600) {
  return "주요업무보고\n2021. 8.\n" + organization +
         "\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" +
         std::to_string(payment) + "\n교육\t700\t500\t420\n상담\t300\t200\t180\n";
}

class Listener : public Observer {
 public:
  void log(Level level, const std::string& message) override {
    if (level == Level::kWarning) warnings += message + "\n";
  }
  std::string warnings;
};

struct Office {
  TempFolder root;
  Listener listener;
  fs::path in = root / "in", out = root / "out";
  IngestOptions options;

  Office() {
    options.inputs = {in};
    options.output = out;
    options.jobs = 1;
    options.now = "2021-09-01T00:00:00Z";
  }
  void put(const std::string& name, const std::string& content) { write_file(in / name, content); }
  IngestSummary run() {
    auto summary = ingest(options, listener);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    return *summary;
  }
  Map files() const {
    Map all = files_below(out);
    all.erase("run.json");
    return all;
  }
  Map undisturbed() {
    IngestOptions fresh = options;
    fresh.output = root / "fresh";
    fs::remove_all(fresh.output);
    if (!ingest(fresh, listener)) throw std::runtime_error("a fresh run failed");
    Map all = files_below(fresh.output);
    all.erase("run.json");
    return all;
  }
  Json run_json() const { return Json::parse(files_below(out).at("run.json")); }
};

TEST(Gone, AFileThatIsGoneTakesItsDocumentWithItAndBringsItBack) {
  Office office;
  office.put("a.txt", report("가나국"));
  office.put("b/b.txt", report("다라국"));
  office.run();
  const Map before = office.files();
  fs::rename(office.in / "b/b.txt", office.root / "b.txt");
  const IngestSummary summary = office.run();
  ASSERT_EQ(summary.removed.size(), 1u);
  EXPECT_EQ(summary.removed[0].path, "b/b.txt");
  EXPECT_EQ(exit_code_of(summary), 0);
  EXPECT_EQ(summary.records.at("budget"), 3u);
  EXPECT_EQ(office.run_json()["removed"][0]["path"], "b/b.txt");
  EXPECT_EQ(office.files(), office.undisturbed());
  EXPECT_TRUE(office.run().removed.empty());
  EXPECT_FALSE(office.run_json().contains("removed"));
  fs::rename(office.root / "b.txt", office.in / "b/b.txt");
  office.run();
  EXPECT_EQ(office.files(), before);
}

TEST(Gone, WithTheLastEditionAllGo) {
  Office office;
  office.put("a.txt", report("가나국"));
  office.put("b.txt", report("다라국"));
  office.run();
  office.put("a.txt", report("가나국", 601));
  office.run();
  office.put("a.txt", report("가나국", 602));
  office.run();
  fs::rename(office.in / "a.txt", office.in / "c.txt");  // under another name it is the same report still
  EXPECT_TRUE(office.run().removed.empty());
  fs::remove(office.in / "c.txt");
  const IngestSummary summary = office.run();
  ASSERT_EQ(summary.removed.size(), 1u);
  EXPECT_EQ(office.files(), office.undisturbed());
}

TEST(Gone, OfTwoEditionsTheOneThatStaysSpeaks) {
  Office office;
  office.put("보고.txt", report("가나국"));
  office.run();
  office.put("보고 (수정).txt", report("가나국", 601));
  office.run();
  EXPECT_NE(records_in(office.files(), "budget").find("601000"), std::string::npos);
  fs::remove(office.in / "보고 (수정).txt");
  EXPECT_EQ(office.run().removed.size(), 1u);
  EXPECT_NE(records_in(office.files(), "budget").find("600000"), std::string::npos);
  EXPECT_EQ(office.files(), office.undisturbed());
}

TEST(Gone, WhatStoodThereBeforeABrokenFileGoesWithIt) {
  Office office;
  office.put("a.txt", report("가나국"));
  office.put("b.txt", report("다라국"));
  office.run();
  office.put("a.txt", "");
  office.run();
  EXPECT_EQ(office.run_json()["totals"]["records"]["budget"], 6);  // half a file says nothing about what was in
  fs::remove(office.in / "a.txt");
  EXPECT_EQ(office.run().removed.size(), 1u);
  EXPECT_EQ(office.files(), office.undisturbed());
}

TEST(Gone, AnEmptyFolderRemovesNothingUnlessAllowed) {
  Office office;
  office.put("a.txt", report("가나국"));
  office.run();
  const Map before = office.files();
  fs::rename(office.in, office.root / "elsewhere");
  fs::create_directory(office.in);  // as a share that is not mounted looks
  const IngestSummary kept = office.run();
  EXPECT_TRUE(kept.removed.empty());
  EXPECT_NE(exit_code_of(kept), 0);
  EXPECT_NE(office.listener.warnings.find("--allow-empty"), std::string::npos);
  EXPECT_EQ(office.files(), before);
  fs::remove(office.in);  // nor does one that is missing
  EXPECT_TRUE(office.run().removed.empty());
  fs::create_directory(office.in);
  office.options.allow_empty = true;
  const IngestSummary emptied = office.run();
  EXPECT_EQ(emptied.removed.size(), 1u);
  EXPECT_EQ(exit_code_of(emptied), 0);
  EXPECT_FALSE(records_in(office.files(), "budget").size() > 0);
}

TEST(Gone, BelowWhatCannotBeListedNothingIsGone) {
  if (::geteuid() == 0) GTEST_SKIP() << "root lists everything";
  Office office;
  office.put("a.txt", report("가나국"));
  office.put("below/b.txt", report("다라국"));
  office.run();
  fs::permissions(office.in / "below", fs::perms::none);
  EXPECT_TRUE(office.run().removed.empty());
  fs::permissions(office.in / "below", fs::perms::owner_all);
}

TEST(Gone, FoldersThatWereNotAskedForLoseNothing) {
  Office office;
  office.put("a.txt", report("가나국"));
  office.run();
  fs::remove(office.in / "a.txt");
  write_file(office.root / "other/b.txt", report("다라국"));
  office.options.inputs = {office.root / "other"};
  const IngestSummary summary = office.run();
  EXPECT_TRUE(summary.removed.empty());
  EXPECT_EQ(summary.records.at("budget"), 6u);
}

TEST(Gone, AForgottenDocumentIsOutUntilItsFolderIsReadAgain) {
  Office office;
  office.put("a.txt", report("가나국"));
  office.put("b.txt", report("다라국"));
  office.run();
  const Map before = office.files();
  IngestOptions forget = office.options;
  forget.inputs.clear();
  forget.forget = {"a.txt"};
  const auto summary = ingest(forget, office.listener);
  ASSERT_TRUE(summary);
  ASSERT_EQ(summary->removed.size(), 1u);
  EXPECT_EQ(summary->removed[0].still_at, (std::vector<std::string>{(office.in / "a.txt").string()}));
  EXPECT_EQ(summary->records.at("budget"), 3u);
  forget.forget = {"no such document"};
  EXPECT_FALSE(ingest(forget, office.listener));
  forget.forget = {""};  // which every name begins with, also where one document is left
  EXPECT_FALSE(ingest(forget, office.listener));
  office.run();
  EXPECT_EQ(office.files(), before);
}

}  // namespace
}  // namespace jangbu
