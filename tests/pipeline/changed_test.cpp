// Runs that are told what changed: the folders are not listed, and the output is that of a run that looks at everything.
#include <gtest/gtest.h>

#include "jangbu/ingest.h"
#include "pipeline/input_names.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

std::string report(const std::string& organization, const std::string& payment = "600") {
  return "주요업무보고\n2021. 8.\n" + organization +
         "\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n"
         "구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" +
         payment + "\n교육\t700\t500\t420\n상담\t300\t200\t180\n";
}

struct Folder {
  TempFolder root;

  Folder() { fs::create_directory(in()); }
  fs::path in() const { return root / "in"; }
  void put(const std::string& name, const std::string& content) {
    fs::create_directories((in() / name).parent_path());
    write_file(in() / name, content);
  }

  // Over everything, or where only these files changed.
  IngestSummary run(const std::optional<std::set<std::string>>& changed = std::nullopt, const std::string& out = "out") {
    IngestOptions options;
    options.inputs = {in()};
    options.output = root / out;
    options.jobs = 1;
    options.now = "2021-09-01T00:00:00Z";
    if (changed) {
      options.changed.emplace();
      for (const std::string& name : *changed) options.changed->insert(location_of(in() / name));
    }
    Observer nobody;
    auto summary = ingest(options, nobody);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    return *summary;
  }
  Files files(const std::string& out = "out") const {
    Files files = files_below(root / out);
    files.erase("run.json");
    return files;
  }
  // The same once more into a folder of its own, by runs that look at everything; both folders.
  std::pair<Files, Files> after(const std::set<std::string>& changed) {
    run(changed);
    run(std::nullopt, "twin");
    return {files(), files("twin")};
  }
};

// Files of a moment ago are looked at in any case, as their stamps prove nothing yet: told are those that there was something to do for.
std::vector<std::string> done(const IngestSummary& summary) {
  std::vector<std::string> out;
  for (const Outcome& outcome : summary.outcomes) {
    if (outcome.why != "unchanged" || outcome.error) out.push_back(outcome.path + " " + outcome.why);
  }
  return out;
}

TEST(Changed, OnlyWhatIsNamedIsLookedAtAndTheRestIsCounted) {
  Folder folder;
  folder.put("가.txt", report("가나국"));
  folder.put("깊은/곳/나.txt", report("다라국"));
  folder.run();
  folder.put("가.txt", report("가나국", "599"));
  folder.put("깊은/곳/다.txt", report("바사국"));
  folder.put("라.txt", report("마바국"));
  const IngestSummary summary = folder.run({{"가.txt", "라.txt"}});
  EXPECT_EQ(done(summary), (std::vector<std::string>{"가.txt changed", "라.txt new"}));
  EXPECT_EQ(summary.inputs, 3U);
  EXPECT_EQ(summary.documents, 3U);
  EXPECT_EQ(summary.unchanged, 1U);
  EXPECT_EQ(done(folder.run()), (std::vector<std::string>{"깊은/곳/다.txt new"})) << "what was not named is found by a run over all";
}

TEST(Changed, TheOutputIsThatOfARunOverAll) {
  Folder folder;
  folder.put("2021-08 가나국 주요업무보고.txt", report("가나국"));
  folder.put("나.txt", report("다라국"));
  folder.put("다.pdf", "");
  EXPECT_EQ(folder.after({"2021-08 가나국 주요업무보고.txt", "나.txt", "다.pdf"}).first.count("ledger.sqlite"), 1U);
  const auto same = [&](const std::set<std::string>& changed, const char* what) {
    auto [told, all] = folder.after(changed);
    // How often something was tried, and rows in the order of their writing.
    for (Files* files : {&told, &all}) files->erase("ledger.sqlite");
    EXPECT_EQ(told, all) << what;
  };
  folder.put("나.txt", report("다라국", "599"));
  same({"나.txt"}, "another edition at its place");
  folder.put("가.txt", report("다라국", "599"));
  same({"가.txt"}, "the same bytes under a name that comes first");
  folder.put("2021-08 가나국 주요업무보고(수정).txt", report("가나국", "590"));
  same({"2021-08 가나국 주요업무보고(수정).txt"}, "a corrected edition");
  folder.put("다.pdf", report("바사국"));
  same({"다.pdf"}, "what failed is mended");
}

TEST(Changed, WhatFailedIsToldAgain) {
  Folder folder;
  folder.put("가.pdf", "");
  folder.put("나.txt", report("가나국"));
  folder.run();
  folder.put("다.txt", report("다라국"));
  const IngestSummary still = folder.run({{"다.txt"}});
  EXPECT_EQ(done(still), (std::vector<std::string>{"가.pdf unchanged", "다.txt new"}));
  EXPECT_EQ(still.failed, 1U);
}

TEST(Changed, NothingIsTakenForGone) {
  Folder folder;
  folder.put("가.txt", report("가나국"));
  folder.put("나.txt", report("다라국"));
  folder.run();
  const Files before = folder.files();
  fs::remove(folder.in() / "가.txt");
  EXPECT_TRUE(folder.run({{"가.txt"}}).removed.empty());
  EXPECT_EQ(folder.files(), before);
  EXPECT_EQ(folder.run().removed.size(), 1U);
}

}  // namespace
}  // namespace jangbu
