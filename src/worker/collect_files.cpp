// Files of a worker's lines → an output folder, one batch after the other, so that no more than a batch is in memory.
#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "jangbu/collect.h"
#include "loader/atomic_file.h"
#include "pipeline/collect_results.h"
#include "reading/owned_descriptor.h"
#include "worker/line_reader.h"

namespace jangbu {
namespace {

constexpr std::size_t kBatch = 1024, kBatchBytes = 64 << 20;
constexpr std::size_t kTold = 5;  // lines that are no results, by number

class CollectingFiles {
 public:
  CollectingFiles(const ResultFilesOptions& options, Observer& observer) : options_(options), observer_(observer) {}

  Result<IngestSummary> run() {
    observer_.started(0);
    for (const std::filesystem::path& file : options_.files) {
      if (Status status = from(file); !status) return status.forward();
    }
    if (Status status = commit(); !status) return status.forward();
    if (refused_ > 0) {
      return fail(ErrorCode::kOutputDamaged,
                  std::to_string(refused_) + " lines are no results of a worker: " + told_ + (refused_ > kTold ? ", …" : ""),
                  "all others are in; hand the documents of these in again");
    }
    sort_outcomes(summary_);
    summary_.stop_signal = observer_.stop_signal();
    return std::move(summary_);
  }

 private:
  Status from(const std::filesystem::path& file) {
    const bool standard_input = file == "-";
    OwnedDescriptor opened(standard_input ? -1 : ::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!standard_input && opened.get() < 0)
      return fail(ErrorCode::kPathMissing, file.string() + " cannot be read", "give the file that 'jangbu worker' wrote");
    LineReader lines(standard_input ? STDIN_FILENO : opened.get(), kLargestOwnFile, [this] { return observer_.stop_signal() != 0; });
    std::size_t number = 0;
    while (const auto line = lines.next()) {
      ++number;
      if (line->text.empty() && !line->too_long) continue;
      auto result = line->too_long ? Result<FiledResult>(fail(ErrorCode::kOutputDamaged, "a line is larger than a result may be"))
                                   : parse_result(line->text);
      if (!result) {
        refuse(file, number);
        continue;
      }
      tell_if_other_bytes(*result);
      bytes_ += line->text.size();
      batch_.push_back(std::move(*result));
      if (batch_.size() < kBatch && bytes_ < kBatchBytes) continue;
      if (Status status = commit(); !status) return status;
    }
    return Done{};
  }

  // Numbers that each worker begins at 1 with, for one: of such reports only the last would be there.
  void tell_if_other_bytes(const FiledResult& result) {
    if (!result.document) return;
    const auto [before, is_new] = sha256_of_.try_emplace(result.task.location, result.sha256);
    if (is_new || before->second == result.sha256) return;
    before->second = result.sha256;
    observer_.notice(Observer::Level::kWarning, "log.one_task_two_reports", {{"task", result.task.location}, {"name", result.name}});
  }

  void refuse(const std::filesystem::path& file, std::size_t number) {
    if (++refused_ <= kTold) told_ += (told_.empty() ? "" : ", ") + file.string() + ":" + std::to_string(number);
  }

  // The first one without a result, too: an empty file gives an empty folder, as a folder without reports does.
  Status commit() {
    if (batch_.empty() && committed_) return Done{};
    auto summary =
        collect_results(std::move(batch_), {options_.output, options_.profiles, options_.wait, options_.now, options_.ledger}, observer_);
    if (!summary) return summary.forward();
    committed_ = true;
    batch_.clear();
    bytes_ = 0;
    observer_.batch(*summary);
    add_batch(summary_, std::move(*summary), true);
    return Done{};
  }

  const ResultFilesOptions& options_;
  Observer& observer_;
  std::vector<FiledResult> batch_;
  std::size_t bytes_ = 0, refused_ = 0;
  bool committed_ = false;
  std::string told_;
  std::unordered_map<std::string, std::string> sha256_of_;  // by place
  IngestSummary summary_;
};

}  // namespace

Result<IngestSummary> collect_files(const ResultFilesOptions& options, Observer& observer) {
  return CollectingFiles(options, observer).run();
}

}  // namespace jangbu
