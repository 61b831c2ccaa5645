// What workers wrote into files becomes the folder that one ingest() of the same reports gives.
#include <gtest/gtest.h>

#include <algorithm>

#include "jangbu/collect.h"
#include "jangbu/worker.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNow = "2026-01-01T00:00:00Z";

std::string report(const std::string& organization, int budget) {
  return "주요업무보고\n2021. 2.\n" + organization + "\nⅠ. 예산 현황\n(단위: 천원)\n\n구분\t2020년 예산\t2021년 예산\n합계\t900\t" +
         std::to_string(budget) + "\n교육\t600\t" + std::to_string(budget - 300) + "\n상담\t300\t300\n";
}

// Notes which messages were told.
struct Listener : Observer {
  std::vector<std::string> told;
  void notice(Level, const std::string& code, const std::vector<std::pair<std::string, std::string>>&) override { told.push_back(code); }
};

struct Archive {
  TempFolder root;
  Listener listener;

  fs::path in() const { return root.path() / "in"; }
  fs::path lines(const std::string& name) const { return root.path() / name; }

  // A worker's lines for these reports, into a file.
  void work_on(const std::vector<std::string>& names, const std::string& into) {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back((in() / name).string());
    std::string out;
    ASSERT_TRUE(work(
        {}, paths, [&](const std::string& line) { return out += line, true; }, listener));
    write_file(lines(into), out);
  }
  Result<IngestSummary> collect(const std::vector<std::string>& files) {
    ResultFilesOptions options;
    for (const std::string& file : files) options.files.push_back(lines(file));
    options.output = root.path() / "out";
    options.now = kNow;
    return collect_files(options, listener);
  }
  // Byte for byte what a run over the inbox gives, but for what tells of the run.
  void expect_as_local() {
    IngestOptions options;
    options.inputs = {in()};
    options.output = root.path() / "local";
    options.now = kNow;
    const auto local = ingest(options, listener);
    ASSERT_TRUE(local);
    auto mine = files_below(root.path() / "out"), theirs = files_below(options.output);
    EXPECT_EQ(mine.erase("run.json"), theirs.erase("run.json"));
    EXPECT_GT(theirs.size(), 2u);
    EXPECT_EQ(mine, theirs);
  }
};

TEST(CollectFiles, AreWhatOneRunGives) {
  Archive archive;
  write_file(archive.in() / "가.txt", report("가나국", 1000));
  write_file(archive.in() / "나.txt", report("다라국", 1300));
  write_file(archive.in() / "사본.txt", report("가나국", 1000));
  archive.work_on({"가.txt", "나.txt"}, "one.ndjson");
  archive.work_on({"사본.txt"}, "two.ndjson");
  const auto summary = archive.collect({"one.ndjson", "two.ndjson"});
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->inputs, 3u);
  archive.expect_as_local();
  EXPECT_TRUE(archive.listener.told.empty());
  const auto before = files_below(archive.root.path() / "out/documents");
  ASSERT_TRUE(archive.collect({"two.ndjson", "one.ndjson"}));
  EXPECT_EQ(files_below(archive.root.path() / "out/documents"), before) << "the same again, in another order";
}

TEST(CollectFiles, LinesThatNoWorkerWroteAreToldByNumberAndTheOthersAreIn) {
  Archive archive;
  write_file(archive.in() / "가.txt", report("가나국", 1000));
  write_file(archive.in() / "나.txt", report("다라국", 1300));
  archive.work_on({"가.txt", "나.txt"}, "one.ndjson");
  const std::string lines = files_below(archive.root.path()).at("one.ndjson");
  const std::size_t second = lines.find('\n') + 1;
  // A worker was killed in the middle of its second line.
  write_file(archive.lines("one.ndjson"), lines.substr(0, second) + "{}\n\n" + lines.substr(second, 100));
  const auto summary = archive.collect({"one.ndjson"});
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().code, ErrorCode::kOutputDamaged);
  EXPECT_NE(summary.error().message.find("one.ndjson:2"), std::string::npos) << summary.error().message;
  EXPECT_NE(summary.error().message.find("one.ndjson:4"), std::string::npos) << summary.error().message;
  EXPECT_EQ(files_below(archive.root.path() / "out/documents").size(), 1u);
}

TEST(CollectFiles, TwoReportsByOneIdAreTold) {
  Archive archive;
  write_file(archive.in() / "가.txt", report("가나국", 1000));
  archive.work_on({"가.txt"}, "one.ndjson");
  write_file(archive.in() / "가.txt", report("다라국", 1300));
  archive.work_on({"가.txt"}, "two.ndjson");
  ASSERT_TRUE(archive.collect({"one.ndjson", "two.ndjson"}));
  EXPECT_EQ(archive.listener.told, std::vector<std::string>{"log.one_task_two_reports"});
  archive.expect_as_local();
}

TEST(CollectFiles, AFileThatIsNotThereIsTold) {
  Archive archive;
  const auto summary = archive.collect({"none.ndjson"});
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().code, ErrorCode::kPathMissing);
}

}  // namespace
}  // namespace jangbu
