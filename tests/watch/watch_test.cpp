// The watch over a folder, as files come slowly, go again, and pile up.
#include "jangbu/watch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "effort.h"
#include "places.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using Files = std::map<std::string, std::string>;

std::string report(int number, const std::string& payment = "600") {
  return "주요업무보고\n2021. " + std::to_string(number % 12 + 1) + ".\n가" + std::string(1, static_cast<char>('A' + number / 12 % 26)) +
         std::to_string(number / 312) +
         "국\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t" + payment +
         "\n교육\t700\t500\t420\n상담\t300\t200\t180\n";
}

class Watched : public Observer {
 public:
  explicit Watched(bool poll = false) {
    fs::create_directory(in());
    options_.ingest.inputs = {in()};
    options_.ingest.output = out();
    options_.ingest.now = "2021-09-01T00:00:00Z";
    options_.settle = milliseconds(150);
    options_.longest_wait = milliseconds(500);
    if (poll) options_.poll = milliseconds(100);
  }
  ~Watched() override { [[maybe_unused]] const auto ended = stop(); }

  fs::path in() const { return root_ / "in"; }
  fs::path out() const { return root_ / "out"; }
  const TempFolder& root() const { return root_; }
  WatchOptions& options() { return options_; }
  void put(const std::string& name, const std::string& content) { write_file(in() / name, content); }

  void start() {
    thread_ = std::thread([this] { ended_ = watch(options_, *this); });
  }
  Result<IngestSummary> stop() {
    stopped_ = true;
    if (thread_.joinable()) thread_.join();
    return ended_;
  }

  // Waits until it is so: as long as a busy machine with a sanitizer may take; only a test that fails waits to the end.
  template <typename Condition>
  bool comes(const Condition& condition) {
    const auto last = std::chrono::steady_clock::now() + std::chrono::minutes(6);
    for (; std::chrono::steady_clock::now() < last; std::this_thread::sleep_for(milliseconds(20))) {
      const std::lock_guard lock(mutex_);
      if (condition()) return true;
    }
    return false;
  }
  bool are_in(std::size_t documents) {
    return comes([&] { return in_ == documents; });
  }
  std::map<std::string, int> reads() {
    const std::lock_guard lock(mutex_);
    return reads_;
  }
  std::string state() {
    const std::lock_guard lock(mutex_);
    return state_;
  }

  // What users read, without what tells of the last run.
  static Files files(const fs::path& folder) {
    Files files = files_below(folder);
    files.erase("run.json");
    return files;
  }
  Files undisturbed() {
    const TempFolder fresh;
    IngestOptions options = options_.ingest;
    options.output = fresh.path();
    Observer silent;
    EXPECT_TRUE(ingest(options, silent));
    return files(fresh.path());
  }
  nlohmann::json run_json() const { return nlohmann::json::parse(files_below(out()).at("run.json")); }

  void finished(const Outcome& outcome, double) override {
    const std::lock_guard lock(mutex_);
    if (outcome.why != "unchanged") ++reads_[outcome.path];
  }
  void batch(const IngestSummary& summary) override {
    const std::lock_guard lock(mutex_);
    in_ = summary.documents;
    failed_ = summary.failed;
  }
  void watching(const WatchStatus& status) override {
    const std::lock_guard lock(mutex_);
    state_ = status.state;
  }
  int stop_signal() override { return stopped_ ? 15 : 0; }

  std::size_t failed_ = 0;

 private:
  TempFolder root_;
  WatchOptions options_;
  std::thread thread_;
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::size_t in_ = 0;
  std::map<std::string, int> reads_;
  std::string state_;
  Result<IngestSummary> ended_ = IngestSummary{};
};

TEST(Watch, ReadsWhatIsThereAndWhatArrives) {
  for (const bool poll : {false, true}) {
    Watched watched(poll);
    watched.put("a.txt", report(1));
    watched.start();
    EXPECT_TRUE(watched.are_in(1));
    watched.put("b.txt", report(2));
    watched.put("새 폴더/더 깊이/c.txt", report(3));
    EXPECT_TRUE(watched.are_in(3));
    watched.put("새 폴더/더 깊이/d.txt", report(4));
    EXPECT_TRUE(watched.are_in(4));
    const auto summary = watched.stop();
    ASSERT_TRUE(summary);
    EXPECT_EQ(exit_code_of(*summary), 143);
    EXPECT_EQ(Watched::files(watched.out()), watched.undisturbed());
    for (const auto& [path, times] : watched.reads()) EXPECT_EQ(times, 1) << path;
    EXPECT_EQ(watched.run_json()["watch"]["state"], "stopped");
  }
}

TEST(Watch, OnceReadsWhatIsThereAndEnds) {
  Watched watched;
  watched.options().once = true;
  for (int i = 0; i < 3; ++i) watched.put(std::to_string(i) + ".txt", report(i));
  const auto ended = watch(watched.options(), watched);
  ASSERT_TRUE(ended) << describe(ended.error());
  EXPECT_EQ(ended->documents, 3u);
  EXPECT_EQ(exit_code_of(*ended), 0);
  EXPECT_EQ(watched.files(watched.out()), watched.undisturbed());
  fs::remove_all(watched.in());
  EXPECT_FALSE(watch(watched.options(), watched)) << "nobody waits for a folder that is not there";
}

TEST(Watch, ASlowCopyIsReadOnceAndWhole) {
  for (const bool poll : {false, true}) {
    Watched watched(poll);
    watched.options().settle = milliseconds(600);  // far above the pauses of the writer, on a busy machine too
    watched.start();
    const std::string whole = report(1);
    {
      std::ofstream slow(watched.in() / "slow.txt", std::ios::binary);
      for (std::size_t at = 0; at < whole.size(); at += 40) {
        slow << whole.substr(at, 40) << std::flush;
        // Where it cannot be heard that the file is still open, only a steady flow shows it.
        std::this_thread::sleep_for(milliseconds(poll ? 40 : at == 80 ? 1200 : 20));
      }
    }
    EXPECT_TRUE(watched.are_in(1));
    ASSERT_TRUE(watched.stop());
    EXPECT_EQ(watched.reads(), (std::map<std::string, int>{{"slow.txt", 1}}));
    EXPECT_EQ(Watched::files(watched.out()), watched.undisturbed());
  }
}

TEST(Watch, RenamedOverDeletedAndFailingFiles) {
  Watched watched;
  watched.put("a.txt", report(1));
  watched.put("bad.pdf", "");
  watched.start();
  EXPECT_TRUE(watched.comes([&] { return watched.failed_ == 1; }));
  // Deleted before it came to rest: never heard of.
  watched.put("short-lived.txt", report(2));
  fs::remove(watched.in() / "short-lived.txt");
  // Renamed over: another report in its place.
  write_file(watched.root() / "beside.txt", report(5));
  fs::rename(watched.root() / "beside.txt", watched.in() / "a.txt");
  EXPECT_TRUE(watched.comes([&] { return fs::exists(watched.out() / "run.json") && watched.run_json()["inputs"][0]["why"] == "changed"; }));
  fs::remove(watched.in() / "bad.pdf");
  EXPECT_TRUE(watched.comes([&] { return watched.failed_ == 0; }));
  ASSERT_TRUE(watched.stop());
  EXPECT_EQ(watched.reads().count("short-lived.txt"), 0u);
  EXPECT_EQ(Watched::files(watched.out()), watched.undisturbed());
}

TEST(Watch, AnInboxThatGoesAwayIsWaitedFor) {
  Watched watched;
  watched.put("a.txt", report(1));
  watched.start();
  EXPECT_TRUE(watched.are_in(1));
  const Files before = Watched::files(watched.out());
  fs::rename(watched.in(), watched.root() / "elsewhere");
  EXPECT_TRUE(watched.comes([&] {
    return fs::exists(watched.out() / "run.json") &&
           watched.run_json().value("watch", nlohmann::json::object()).value("state", "") == "inbox_missing";
  }));
  EXPECT_EQ(Watched::files(watched.out()), before);
  fs::create_directory(watched.in());
  watched.put("b.txt", report(2));
  EXPECT_TRUE(watched.comes([&] {
    return fs::exists(watched.out() / "run.json") && watched.run_json()["inputs"].size() == 1 &&
           watched.run_json()["inputs"][0]["path"] == "b.txt";
  }));
  EXPECT_EQ(watched.reads(), (std::map<std::string, int>{{"a.txt", 1}, {"b.txt", 1}}));
}

TEST(Watch, ProfilesAreTakenUpAsTheyChange) {
  Watched watched;
  fs::copy(checkout() / "schemas/profiles", watched.root() / "profiles");
  watched.options().ingest.profiles = (watched.root() / "profiles").string();
  watched.put("a.txt", report(1));
  watched.start();
  EXPECT_TRUE(watched.are_in(1));
  const auto state_is = [&](const char* state) {
    for (int i = 0; i < 1500 && watched.state() != state; ++i) std::this_thread::sleep_for(milliseconds(20));
    return watched.state() == state;
  };
  write_file(watched.root() / "profiles/mine.json", "{ not yet a profile");
  EXPECT_TRUE(state_is("output_failing"));
  fs::remove(watched.root() / "profiles/mine.json");
  EXPECT_TRUE(state_is("watching"));
  write_file(watched.root() / "profiles/grant.json", R"({"record_type": "grant", "korean": "보조금", "row_labels": ["구분"],
    "fields": [{"name": "granted", "korean": "교부결정액", "measure": "amount", "additive": true, "headers": ["교부결정액"]}], "any_of": [["granted"]]})");
  EXPECT_TRUE(watched.comes([&] { return watched.run_json()["inputs"][0]["why"] == "profiles changed"; }));
}

TEST(Watch, HundredsAtOnceAllComeInAndNoneTwice) {
  const int kDocuments = std::max(60, draws(300, 300));
  Watched watched;
  watched.options().ingest.jobs = 2;
  watched.start();
  for (int i = 0; i < kDocuments; ++i) watched.put(std::to_string(i % 7) + "/" + std::to_string(i) + ".txt", report(i));
  EXPECT_TRUE(watched.are_in(kDocuments));
  ASSERT_TRUE(watched.stop());
  const auto reads = watched.reads();
  EXPECT_EQ(reads.size(), static_cast<std::size_t>(kDocuments));
  for (const auto& [path, times] : reads) EXPECT_EQ(times, 1) << path;
  EXPECT_EQ(Watched::files(watched.out()), watched.undisturbed());
}

TEST(Watch, WhatNoWaitingMendsEndsIt) {
  Watched watched;
  watched.options().ingest.profiles = (watched.root() / "nothing").string();
  const auto ended = watch(watched.options(), watched);
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().code, ErrorCode::kProfileInvalid);
}

}  // namespace
}  // namespace jangbu
