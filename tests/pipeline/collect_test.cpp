// Output folders of several machines become one, as if one machine had read everything.
#include "jangbu/collect.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <tuple>

#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Map = std::map<std::string, std::string>;
using Names = std::vector<std::string>;

// Last year's figures stand in it too, so that reports of two years may disagree.
std::string report(const std::string& organization, int year, int budget, int last_year) {
  const std::string y = std::to_string(year);
  return "주요업무보고\n" + y + ". 2.\n" + organization + "\nⅠ. 예산 현황\n(단위: 천원)\n\n구분\t" + std::to_string(year - 1) +
         "년 예산\t" + y + "년 예산\n합계\t" + std::to_string(last_year) + "\t" + std::to_string(budget) + "\n교육\t" +
         std::to_string(last_year - 300) + "\t" + std::to_string(budget - 300) + "\n상담\t300\t300\n";
}

// The lines that only one of two texts has.
std::string differing(const std::string& one, const std::string& other) {
  std::string out;
  for (const auto& [sign, a, b] : {std::tuple("- ", &one, &other), std::tuple("+ ", &other, &one)}) {
    std::multiset<std::string> lines;
    std::string line;
    for (std::istringstream in(*b); std::getline(in, line);) lines.insert(line);
    for (std::istringstream in(*a); std::getline(in, line);) {
      if (const auto found = lines.find(line); found != lines.end()) {
        lines.erase(found);
      } else {
        out += sign + line + "\n";
      }
    }
  }
  return out;
}

struct Machines {
  TempFolder root;
  Observer silent;
  Names names{"가", "나", "다"};

  fs::path in(const std::string& name) const { return root.path() / "in" / name; }
  fs::path out(const std::string& name) const { return root.path() / "out" / name; }
  void put(const std::string& machine, const std::string& name, const std::string& content) { write_file(in(machine) / name, content); }

  IngestSummary read(const std::vector<fs::path>& inputs, const fs::path& output) {
    IngestOptions options;
    options.inputs = inputs;
    options.output = output;
    options.jobs = 1;
    options.now = "2026-01-01T00:00:00Z";
    auto summary = ingest(options, silent);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    return *summary;
  }
  void read_everywhere() {
    std::vector<fs::path> all;
    for (const std::string& name : names) {
      read({in(name)}, out(name));
      all.push_back(in(name));
    }
    read(all, out("하나"));
  }
  Result<IngestSummary> collected(const std::string& into, const Names& from) {
    CollectOptions options;
    for (const std::string& name : from) options.folders.push_back(out(name));
    options.output = out(into);
    return collect(options, silent);
  }
  Map files(const std::string& name) const {
    Map all = files_below(out(name));
    all.erase("run.json");  // tells of the run
    return all;
  }
  // In one order of the folders and the other, into folders that have collected before.
  void expect_as_one(const std::string& when) {
    ASSERT_TRUE(collected("모음", names)) << when;
    Names back(names.rbegin(), names.rend());
    ASSERT_TRUE(collected("거꾸로", back)) << when;
    for (const char* into : {"모음", "거꾸로"}) {
      const Map mine = files(into), one = files("하나");
      for (const auto& [name, content] : one) {
        const auto found = mine.find(name);
        ASSERT_NE(found, mine.end()) << when << ": " << into << " has no " << name;
        EXPECT_EQ(differing(content, found->second), "") << when << ": " << into << "/" << name;
      }
      EXPECT_EQ(mine.size(), one.size()) << when << ": " << into;
    }
  }
};

TEST(Collect, AsIfOneMachineHadReadAll) {
  Machines office;
  office.put("가", "2020.txt", report("가나국", 2020, 1000, 900));
  office.put("가", "월간.txt", report("마바국", 2021, 500, 400));
  office.put("나", "2021.txt", report("가나국", 2021, 1200, 1100));  // 2020 had 1000
  office.put("나", "빈 파일.txt", "");
  office.put("다", "2021 (수정).txt", report("가나국", 2021, 1250, 1000));
  office.put("다", "사본.txt", report("가나국", 2020, 1000, 900));  // the same bytes as in 가
  office.read_everywhere();
  office.expect_as_one("at first");
  const Map one = office.files("하나");
  EXPECT_NE(one.at("quarantine.ndjson").find("file_empty"), std::string::npos);

  office.put("가", "월간.txt", report("마바국", 2021, 550, 400));  // in its place
  office.read_everywhere();
  office.expect_as_one("replaced in place");

  fs::remove(office.in("다") / "2021 (수정).txt");
  office.read_everywhere();
  office.expect_as_one("the later edition is gone");

  fs::remove(office.in("가") / "2020.txt");
  office.put("나", "빈 파일.txt", report("사아국", 2019, 700, 600));
  office.read_everywhere();
  office.expect_as_one("one name of the same bytes is gone, and what failed is in");
}

TEST(Collect, EachIsCountedOnceThoughItsNameChanges) {
  Machines office;
  office.put("가", "2020.txt", report("가나국", 2020, 1000, 900));
  office.put("가", "2019.txt", report("가나국", 2019, 800, 700));  // so that its inbox is never empty, which would remove nothing
  office.put("나", "2021.txt", report("가나국", 2021, 1200, 1100));
  office.put("나", "빈 파일.txt", "");
  office.put("다", "사본.txt", report("가나국", 2020, 1000, 900));
  office.read_everywhere();
  const auto first = office.collected("모음", office.names);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->documents, 4u);
  EXPECT_EQ(first->failed, 1u);
  fs::remove(office.in("가") / "2020.txt");
  office.read_everywhere();
  const auto renamed = office.collected("모음", office.names);
  ASSERT_TRUE(renamed);
  EXPECT_EQ(renamed->documents, 3u);
  EXPECT_EQ(renamed->unchanged, 2u);
  EXPECT_EQ(renamed->failed, 1u);
  EXPECT_EQ(renamed->inputs, 4u);
  office.expect_as_one("another name");
}

TEST(Collect, AFileThatGotAnotherNameHasThat) {
  for (const char* name : {"2019 이전.txt", "2021 이후.txt"}) {
    Machines office;
    office.names = {"가"};
    office.put("가", "2020.txt", report("가나국", 2020, 1000, 900));
    office.put("가", "2022.txt", report("가나국", 2022, 1000, 900));
    office.read_everywhere();
    ASSERT_TRUE(office.collected("모음", office.names));
    fs::rename(office.in("가") / "2020.txt", office.in("가") / name);
    office.read_everywhere();
    ASSERT_TRUE(office.collected("모음", office.names));
    office.expect_as_one(name);
  }
}

TEST(Collect, OnlyWhatChangedIsTaken) {
  Machines office;
  for (int year = 2015; year < 2021; ++year) office.put("가", std::to_string(year) + ".txt", report("가나국", year, year, year - 1));
  office.read({office.in("가")}, office.out("가"));
  const auto first = office.collected("모음", {"가"}), again = office.collected("모음", {"가"});
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->outcomes.size(), 6u);
  EXPECT_EQ(first->documents, 6u);
  EXPECT_TRUE(again->outcomes.empty());
  EXPECT_EQ(again->unchanged, 6u);
  office.put("가", "2018.txt", report("가나국", 2018, 5, 400));
  office.read({office.in("가")}, office.out("가"));
  const auto changed = office.collected("모음", {"가"});
  ASSERT_TRUE(changed);
  EXPECT_TRUE(std::any_of(changed->outcomes.begin(), changed->outcomes.end(), [](const Outcome& one) { return one.path == "2018.txt"; }));
  EXPECT_EQ(office.files("모음"), office.files("가"));
}

TEST(Collect, FoldersThatAreNoOutputsAreRefusedAndNothingIsLost) {
  Machines office;
  office.put("가", "2020.txt", report("가나국", 2020, 1000, 900));
  office.read({office.in("가")}, office.out("가"));
  ASSERT_TRUE(office.collected("모음", {"가"}));
  const Map before = office.files("모음");
  fs::create_directories(office.out("없음"));
  EXPECT_EQ(office.collected("모음", {"가", "없음"}).error().code, ErrorCode::kPathMissing) << "the folder may just not be mounted";
  EXPECT_EQ(office.collected("모음", {"모음"}).error().code, ErrorCode::kOutputForeign);
  EXPECT_EQ(office.files("모음"), before);
  write_file(office.out("가") / "documents" / "x.json", "{}");
  EXPECT_EQ(office.collected("모음", {"가"}).error().code, ErrorCode::kOutputDamaged);
  EXPECT_EQ(office.files("모음"), before);
}

}  // namespace
}  // namespace jangbu
