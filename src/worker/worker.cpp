// Tasks in, one line of JSON out for each, several at a time; no output folder and no state.
// Results come in the order in which they are done: `task_id` tells whose they are. A document that fails is a result; only what makes
// every result impossible (no sandbox, a closed output) ends the worker.
//
//   in   {"task_id": 1, "path": "보고.hwp"}
//   out  {"task_id":1,"attempt":1,"sha256":"…","ok":true,"document_id":"…","document":{…}}
#include "jangbu/worker.h"

#include <mutex>
#include <optional>

#include "pipeline/workers.h"
#include "text/json_text.h"
#include "text/shown_path.h"
#include "worker/bench.h"
#include "worker/line_reader.h"
#include "worker/task.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// The way out, shared by all threads.
class WayOut {
 public:
  explicit WayOut(const std::function<bool(const std::string&)>& put) : put_(put) {}

  // False: no more can be done. The first failure is the one that is told.
  bool give(const Answer& answer) {
    const std::lock_guard lock(telling_);
    if (answer.error && answer.error->code == ErrorCode::kSandboxUnavailable) {
      if (!ended_) ended_ = answer.error;
      return false;
    }
    if (ended_ && ended_->code == ErrorCode::kOutputNotWritable) return false;
    if (!put_(answer.line)) ended_ = Error{ErrorCode::kOutputNotWritable, "a result cannot be written", ""};
    return !ended_;
  }

  Status end() {
    if (ended_) return Unexpected{*ended_};
    return Done{};
  }

 private:
  const std::function<bool(const std::string&)>& put_;
  std::mutex telling_;
  std::optional<Error> ended_;
};

}  // namespace

// Tasks from a descriptor: threads take turns at reading a line and then work on it.
Status work(const WorkerOptions& options, int tasks, const std::function<bool(const std::string&)>& put, Observer& observer) {
  Bench bench(options, observer, Bench::AtStop::kInterrupt);
  WayOut out(put);
  if (Status status = bench.prepare(); !status) return status;
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
  WayOut out(put);
  if (Status status = bench.prepare(); !status) return status;
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
