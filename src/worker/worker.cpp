// Tasks in, one line of JSON out for each, several at a time; no output folder and no state.
// Results come in the order in which they are done: `task_id` tells whose they are. A document that fails is a result; only what makes
// every result impossible (no sandbox, a closed output) ends the worker.
//
//   in   {"task_id": 1, "path": "보고.hwp"}
//   out  {"task_id":1,"attempt":1,"sha256":"…","ok":true,"document_id":"…","document":{…}}
#include "jangbu/worker.h"

#include <chrono>
#include <mutex>
#include <optional>

#include "loader/filed_result.h"
#include "pipeline/shared_ledger.h"
#include "pipeline/workers.h"
#include "text/json_text.h"
#include "text/shown_path.h"
#include "worker/bench.h"
#include "worker/line_reader.h"
#include "worker/task.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// The way out, shared by all threads: into the ledger, where there is one, then on to who asked.
class WayOut {
 public:
  WayOut(const std::function<bool(const std::string&)>& put, const WorkerOptions& options, Observer& observer)
      : put_(put), options_(options), observer_(observer) {}

  // Errors: those of the ledger.
  Status prepare() {
    if (options_.ledger.url.empty()) return Done{};
    auto ledger = SharedLedger::open(options_.ledger, options_.profiles, {}, observer_);
    if (!ledger) return ledger.forward();
    ledger_ = std::move(*ledger);
    return Done{};
  }

  // False: no more can be done. The first failure is the one that is told.
  bool give(const Answer& answer) {
    const std::lock_guard lock(telling_);
    if (answer.error && answer.error->code == ErrorCode::kSandboxUnavailable) {
      if (!ended_) ended_ = answer.error;
      return false;
    }
    if (ended_ && ended_->code != ErrorCode::kSandboxUnavailable) return false;
    if (ledger_ && !(answer.error && answer.error->code == ErrorCode::kInterrupted)) {
      if (Status status = put_in_ledger(answer.line); !status) {
        ended_ = status.error();
        return false;
      }
    }
    if (!put_(answer.line)) ended_ = Error{ErrorCode::kOutputNotWritable, "a result cannot be written", ""};
    return !ended_;
  }

  Status end() {
    if (ledger_ && !ended_ && observer_.stop_signal() == 0) {  // else another worker settles it
      if (Status status = ledger_->settle(); !status) return status;
    }
    if (ended_) return Unexpected{*ended_};
    return Done{};
  }

 private:
  // Settled now and then, since a worker may go on for days.
  Status put_in_ledger(const std::string& line) {
    constexpr std::chrono::seconds kSettleAfter{60};
    std::vector<FiledResult> result;
    auto parsed = parse_result(line);
    if (!parsed) return parsed.forward();
    result.push_back(std::move(*parsed));
    if (Status status = ledger_->put_results(result, options_.now); !status) return status;
    if (std::chrono::steady_clock::now() - settled_ < kSettleAfter) return Done{};
    settled_ = std::chrono::steady_clock::now();
    return ledger_->settle();
  }

  const std::function<bool(const std::string&)>& put_;
  const WorkerOptions& options_;
  Observer& observer_;
  std::unique_ptr<SharedLedger> ledger_;
  std::chrono::steady_clock::time_point settled_ = std::chrono::steady_clock::now();
  std::mutex telling_;
  std::optional<Error> ended_;
};

}  // namespace

// Tasks from a descriptor: threads take turns at reading a line and then work on it.
Status work(const WorkerOptions& options, int tasks, const std::function<bool(const std::string&)>& put, Observer& observer) {
  Bench bench(options, observer, Bench::AtStop::kInterrupt);
  WayOut out(put, options, observer);
  if (Status status = bench.prepare(); !status) return status;
  if (Status status = out.prepare(); !status) return status;
  constexpr std::size_t kAround = 64 << 10;  // of a task, beside its bytes
  // Base64 takes four bytes for three.
  LineReader lines(tasks, static_cast<std::size_t>(options.limits.file_bytes / 3 * 4) + kAround, [&] { return bench.stopping(); });
  std::mutex taking;
  const unsigned jobs = jobs_or_processors(options.jobs);
  in_parallel(jobs, jobs, [&](std::size_t) {
    for (;;) {
      std::optional<LineReader::Line> line;
      {
        // One thread reads at a time; the others are at work or wait their turn.
        const std::lock_guard lock(taking);
        line = lines.next();
      }
      if (!line) return true;
      if (line->text.empty() && !line->too_long) continue;
      Task task;
      const Status readable = line->too_long ? Status(fail(ErrorCode::kLimitBytes, "the task has more bytes than a report may have"))
                                             : read_task(line->text, task);
      if (!out.give(bench.answer(task, readable))) return false;
    }
  });
  return out.end();
}

// Tasks named on the command line; their ids are the paths.
Status work(const WorkerOptions& options, const std::vector<std::string>& paths, const std::function<bool(const std::string&)>& put,
            Observer& observer) {
  Bench bench(options, observer, Bench::AtStop::kInterrupt);
  WayOut out(put, options, observer);
  if (Status status = bench.prepare(); !status) return status;
  if (Status status = out.prepare(); !status) return status;
  in_parallel(paths.size(), options.jobs, [&](std::size_t i) {
    if (bench.stopping()) return false;
    Task task;
    task.path = paths[i];
    task.id_json = json_text(Json(shown_path(paths[i])));
    return out.give(bench.answer(task, Done{}));
  });
  return out.end();
}

}  // namespace jangbu
