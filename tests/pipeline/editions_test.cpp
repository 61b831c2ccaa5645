// Editions in the order in which people mean them: what stands at a path now, the file's date, words in the name; never the bytes' hash.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "drawn_table.h"
#include "jangbu/ingest.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Its cover names nobody: organization and date come from the file's name.
std::string table(int payment, const std::string& first = "교육", const std::string& second = "상담") {
  return "Ⅰ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" +
         std::to_string(payment) + "\n" + first + "\t700\t500\t420\n" + second + "\t300\t200\t180\n";
}

std::string report(int payment, const std::string& first = "교육", const std::string& second = "상담") {
  return "주요업무보고\n2021. 8.\n가나국\n" + table(payment, first, second);
}

class Listener : public Observer {
 public:
  void log(Level level, const std::string& message) override {
    if (level == Level::kWarning) warnings.push_back(message);
  }
  std::vector<std::string> warnings;
};

struct Office {
  TempFolder root;
  Listener listener;
  fs::path in = root / "in", out = root / "out";

  void put(const std::string& name, const std::string& content) { write_file(in / name, content); }
  IngestSummary run() {
    IngestOptions options;
    options.inputs = {in};
    options.output = out;
    options.jobs = 1;
    auto summary = ingest(options, listener);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    return *summary;
  }
  // The payment of the total of every budget table that is in.
  std::vector<long long> totals() const {
    std::vector<long long> out_;
    for (const std::string& line : drawing::lines_of(records_in(files_below(out), "budget"))) {
      const Json record = Json::parse(line);
      if (record["name"] == "합계") out_.push_back(record["values"]["payment"]);
    }
    return out_;
  }
};

using Totals = std::vector<long long>;

TEST(Editions, WhatStandsAtAPathNowIsLaterThanWhatStoodThereBefore) {
  Office office;
  for (const int payment : {600, 601, 602, 603, 604, 605, 606, 607, 603, 600}) {
    office.put("report.txt", report(payment));
    office.run();
    ASSERT_EQ(office.totals(), (Totals{payment * 1000})) << "edited in place";
  }
}

TEST(Editions, AnEditionThatSharesNoRowTakesItsPlaceAndIsTold) {
  Office office;
  office.put("report.txt", report(600));
  office.run();
  office.put("report.txt", report(601, "도로", "하천") + "\n");
  const IngestSummary summary = office.run();
  EXPECT_EQ(office.totals(), (Totals{601000}));  // the total's row is shared: nothing to tell
  EXPECT_TRUE(office.listener.warnings.empty());
  office.put("report.txt",
             "주요업무보고\n2021. 8.\n가나국\nⅡ. 부서별 집행 내역\n(단위: 천원, ’21.8.13. "
             "기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t100\t70\t60\n도로과\t70\t50\t42\n하천과\t30\t20\t18\n");
  const IngestSummary other = office.run();
  EXPECT_EQ(office.totals(), (Totals{60000}));
  ASSERT_EQ(office.listener.warnings.size(), 1u);
  EXPECT_NE(office.listener.warnings[0].find("report.txt"), std::string::npos);
  EXPECT_EQ(other.outcomes.at(0).warnings.back().code, "edition_shares_no_row");
  EXPECT_EQ(other.records.at("budget"), 3u);  // nothing of the earlier ones is left in records/
}

TEST(Editions, WordsInTheNameAreLaterThanThePlainName) {
  for (const char* added : {" (수정)", " 수정본", " (1)", "_v2", "-최종", " 정정"}) {
    for (const bool original_first : {true, false}) {
      Office office;
      const std::string plain = "2021-08 시민협력국 주요업무보고.txt",
                        later = "2021-08 시민협력국 주요업무보고" + std::string(added) + ".txt";
      office.put(original_first ? plain : later, table(original_first ? 600 : 601));
      office.run();
      office.put(original_first ? later : plain, table(original_first ? 601 : 600));
      office.run();
      EXPECT_EQ(office.totals(), (Totals{601000})) << added << (original_first ? "" : ", the original last");
    }
  }
}

TEST(Editions, OfWordsTheLaterOneCounts) {
  Office office;
  office.put("2021-08 시민협력국 주요업무보고_최종.txt", table(604));
  office.put("2021-08 시민협력국 주요업무보고 (재수정).txt", table(603));
  office.put("2021-08 시민협력국 주요업무보고.txt", table(600));
  office.put("2021-08 시민협력국 주요업무보고 (수정).txt", table(602));
  office.put("2021-08 시민협력국 주요업무보고 (1).txt", table(601));
  office.run();
  EXPECT_EQ(office.totals(), (Totals{604000}));
  std::map<int, std::string> paths;
  for (const auto& [name, content] : files_below(office.out)) {
    if (!name.starts_with("documents/")) continue;
    const Json document = Json::parse(content);
    EXPECT_EQ(document["organization"], "시민협력국");
    EXPECT_EQ(document["report_kind"], "주요업무보고");
    paths[document["edition"]["number"]] = document["source"]["path"];
  }
  EXPECT_EQ(paths.size(), 5u);
  EXPECT_NE(paths[2].find("(1)"), std::string::npos);
  EXPECT_NE(paths[3].find("(수정)"), std::string::npos);
  EXPECT_NE(paths[4].find("(재수정)"), std::string::npos);
}

TEST(Editions, ACopyTakesNobodysPlace) {
  Office office;
  office.put("2021-08 시민협력국 주요업무보고.txt", table(600));
  office.put("2021-08 시민협력국 주요업무보고 - 복사본.txt", table(601));
  office.run();
  EXPECT_EQ(office.totals(), (Totals{600000}));
  fs::remove(office.in / "2021-08 시민협력국 주요업무보고 - 복사본.txt");
  office.put("2021-08 시민협력국 주요업무보고 - 복사본.txt", table(600));
  office.run();
  EXPECT_EQ(office.totals(), (Totals{600000}));
}

TEST(Editions, ANameWithSuchWordsTellsWhatThePlainOneTells) {
  Office office;
  office.put("2021-08 시민협력국 주요업무보고.txt", table(600));
  office.run();
  const std::string before = records_in(files_below(office.out), "budget");
  fs::rename(office.in / "2021-08 시민협력국 주요업무보고.txt", office.in / "2021-08 시민협력국 주요업무보고 (수정).txt");
  office.run();
  const std::string after = records_in(files_below(office.out), "budget");
  const auto ids = [](const std::string& lines) {
    std::vector<std::string> out;
    for (const std::string& line : drawing::lines_of(lines)) out.push_back(Json::parse(line)["record_id"]);
    return out;
  };
  EXPECT_EQ(ids(before), ids(after));
  EXPECT_EQ(ids(after).size(), 3u);
}

TEST(Editions, TheirOrderOutlivesTheState) {
  Office office;
  for (const int payment : {600, 604, 602}) {
    office.put("report.txt", report(payment));
    office.run();
  }
  const auto before = files_below(office.out);
  fs::remove_all(office.out / ".jangbu");
  office.run();
  auto after = files_below(office.out);
  EXPECT_EQ(office.totals(), (Totals{602000}));
  for (const char* history : {"run.json"}) EXPECT_TRUE(after.erase(history) == 1);
  for (const auto& [name, content] : after) EXPECT_EQ(content, before.at(name)) << name;
}

}  // namespace
}  // namespace jangbu
