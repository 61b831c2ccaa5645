// What workers answered, put into a folder: once or twice, early or late, it becomes what one ingest() of the same files gives.
#include "pipeline/collect_results.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "jangbu/worker.h"
#include "loader/task_name.h"
#include "temp_folder.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Map = std::map<std::string, std::string>;

std::string report(const std::string& organization, int year, int budget) {
  const std::string y = std::to_string(year);
  return "주요업무보고\n" + y + ". 2.\n" + organization + "\nⅠ. 예산 현황\n(단위: 천원)\n\n구분\t" + std::to_string(year - 1) +
         "년 예산\t" + y + "년 예산\n합계\t900\t" + std::to_string(budget) + "\n교육\t600\t" + std::to_string(budget - 300) +
         "\n상담\t300\t300\n";
}

// A ministry whose files are handed in and read, and whose answers come as they come.
struct Fleet {
  TempFolder root;
  Observer silent;
  std::int64_t now = 1;

  fs::path in() const { return root.path() / "in"; }
  fs::path out() const { return root.path() / "out"; }
  void put(const std::string& name, const std::string& content) { write_file(in() / name, content); }

  // The answers to these files, handed in now.
  std::vector<std::string> read(const std::vector<std::string>& names) {
    std::string tasks;
    for (const std::string& name : names) {
      const std::string path = (in() / name).string();
      tasks += json_text(Json{{"task_id", TaskName{now, path}.text()}, {"path", path}, {"config", {{"name", name}}}}) + "\n";
    }
    ++now;
    write_file(root.path() / "tasks", tasks);
    const int descriptor = ::open((root.path() / "tasks").c_str(), O_RDONLY);
    std::vector<std::string> lines;
    WorkerOptions options;
    const Status status = work(
        options, descriptor, [&](const std::string& line) { return lines.push_back(line), true; }, silent);
    ::close(descriptor);
    EXPECT_TRUE(status);
    return lines;
  }
  IngestSummary collect(const std::vector<std::string>& lines) {
    std::vector<FiledResult> results;
    for (const std::string& line : lines) {
      auto result = parse_result(line);
      if (!result) throw std::runtime_error(describe(result.error()));
      results.push_back(std::move(*result));
    }
    return taken(std::move(results));
  }
  IngestSummary taken(std::vector<FiledResult> results) {
    auto summary = collect_results(std::move(results), {out(), "", false, "2026-01-01T00:00:00Z"}, silent);
    if (!summary) throw std::runtime_error(describe(summary.error()));
    return *summary;
  }
  Map files(const fs::path& folder) const {
    Map all = files_below(folder);
    all.erase("run.json");  // tells of the run
    return all;
  }
  void expect_as_local(const std::string& when) {
    IngestOptions options;
    options.inputs = {in()};
    options.output = root.path() / "local";
    options.jobs = 1;
    options.now = "2026-01-01T00:00:00Z";
    ASSERT_TRUE(ingest(options, silent)) << when;
    const Map local = files(options.output), mine = files(out());
    for (const auto& [name, content] : local) {
      const auto found = mine.find(name);
      ASSERT_NE(found, mine.end()) << when << ": no " << name;
      EXPECT_EQ(found->second, content) << when << ": " << name;
    }
    EXPECT_EQ(mine.size(), local.size()) << when;
  }
};

std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(CollectResults, AsIfTheFilesHadBeenReadHere) {
  Fleet fleet;
  fleet.put("가/2020.txt", report("가나국", 2020, 1000));
  fleet.put("가/2021.txt", report("가나국", 2021, 1200));  // last year's figures are others
  fleet.put("나/사본.txt", report("가나국", 2020, 1000));  // the same bytes
  fleet.put("나/빈 파일.txt", "");
  const auto answers = fleet.read({"가/2020.txt", "가/2021.txt", "나/사본.txt", "나/빈 파일.txt"});
  auto backwards = answers;
  std::reverse(backwards.begin(), backwards.end());
  for (const std::string& one : backwards) fleet.collect({one});
  fleet.expect_as_local("one by one, backwards");
  EXPECT_TRUE(fleet.collect(answers + answers).outcomes.empty()) << "doubles count for nothing";
  fleet.expect_as_local("again and twice");
}

TEST(CollectResults, OfOnePlaceWhatWasHandedInLastCounts) {
  Fleet fleet;
  fleet.put("월간.txt", report("가나국", 2021, 1000));
  fleet.put("그대로.txt", report("다라국", 2021, 1000));
  const auto first = fleet.read({"월간.txt", "그대로.txt"});
  fleet.collect(first);
  fleet.expect_as_local("at first");
  fleet.put("월간.txt", report("가나국", 2021, 1100));
  const auto second = fleet.read({"월간.txt"});
  fleet.collect(second);
  fleet.expect_as_local("a later edition in its place");
  EXPECT_TRUE(fleet.collect(first).outcomes.empty()) << "what comes late changes nothing";
  fleet.expect_as_local("the first once more");
  fleet.put("월간.txt", "");
  fleet.collect(fleet.read({"월간.txt"}) + second);
  fleet.expect_as_local("empty in the end");
}

TEST(CollectResults, ADocumentIsMoreThanAFailureOfTheSameTask) {
  Fleet fleet;
  fleet.put("보고.txt", report("가나국", 2021, 1000));
  const auto good = fleet.read({"보고.txt"});
  const std::string task =
      json_text(Json{{"task_id", TaskName{1, (fleet.in() / "보고.txt").string()}.text()}, {"config", {{"name", "보고.txt"}}}});
  const auto lost = [&] {
    std::vector<FiledResult> out;
    out.push_back(result_of_lost(task, {ErrorCode::kWorkerLost, "gone", ""}));
    return out;
  };
  EXPECT_EQ(fleet.taken(lost()).failed, 1u);
  EXPECT_NE(fleet.files(fleet.out()).at("quarantine.ndjson").find("worker_lost"), std::string::npos);
  EXPECT_TRUE(fleet.taken(lost()).outcomes.empty()) << "the same again is no other attempt";
  EXPECT_EQ(fleet.collect(good).documents, 1u);
  fleet.expect_as_local("a worker had answered before it died");
  EXPECT_TRUE(fleet.taken(lost()).outcomes.empty());
  fleet.expect_as_local("and the death comes once more");
}

TEST(CollectResults, WhatPassesTakesNoDocumentAway) {
  Fleet fleet;
  fleet.put("보고.txt", report("가나국", 2021, 1000));
  fleet.collect(fleet.read({"보고.txt"}));
  const std::string path = (fleet.in() / "보고.txt").string();
  const std::string passing =
      R"({"task_id":"9 )" + path +
      R"(","attempt":3,"name":"보고.txt","sha256":null,"ok":false,"error":{"code":102,"error":"path_unreadable","message":"busy","advice":"","passing":true}})";
  const IngestSummary summary = fleet.collect({passing});
  EXPECT_EQ(summary.failed, 1u);
  EXPECT_TRUE(summary.removed.empty());
  std::size_t documents = 0;
  for (const auto& [name, content] : fleet.files(fleet.out())) documents += name.starts_with("documents/");
  EXPECT_EQ(documents, 1u);
}

}  // namespace
}  // namespace jangbu
