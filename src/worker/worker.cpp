// Tasks in, one line of JSON out for each, several at a time; no output folder and no state.
// Results come in the order in which they are done: `task_id` tells whose they are. A document that fails is a result; only what makes
// every result impossible (no sandbox, a closed output) ends the worker.
//
//   in   {"task_id": 1, "path": "보고.hwp"}
//   out  {"task_id":1,"attempt":1,"sha256":"…","ok":true,"document_id":"…","document":{…}}
#include "jangbu/worker.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "loader/json_writer.h"
#include "pipeline/corrections_folder.h"
#include "pipeline/workers.h"
#include "reading/reader_pool.h"
#include "text/hash.h"
#include "text/json_text.h"
#include "text/shown_path.h"
#include "worker/line_reader.h"
#include "worker/task.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// Our own JSON with line ends between its values, none of which holds one.
std::string on_one_line(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] != '\n') {
      out += json[at++];
      continue;
    }
    at = std::min(json.find_first_not_of(' ', at + 1), json.size());
  }
  return out;
}

// The reader and the way out, shared by all threads.
class Bench {
 public:
  Bench(const WorkerOptions& options, const std::function<bool(const std::string&)>& put, Observer& observer)
      : options_(options), put_(put), observer_(observer) {}

  // Profiles and corrections are read once, here: a reader in a child may open no files.
  Status prepare() {
    ReadingOptions reading{options_.limits, options_.password, {}, {}, options_.sandbox};
    if (!options_.profiles.empty()) {
      auto files = profiles_in(options_.profiles);
      if (!files) return files.forward();
      if (const auto parsed = parse_profiles(*files); !parsed) return parsed.forward();
      reading.profiles = std::move(*files);
    }
    if (!options_.corrections.empty()) {
      const auto folder = read_corrections_folder(options_.corrections, options_.limits);
      if (!folder) return folder.forward();
      for (const CorrectionProblem& problem : folder->problems)
        observer_.log(Observer::Level::kWarning, "corrections: " + describe(problem.error));
      reading.corrections = folder->set.all();
    }
    if (options_.reader.empty()) {
      reader_ = reader_in_process(std::move(reading));
      return Done{};
    }
    PoolOptions pool;
    pool.program = options_.reader;
    pool.ready = options_.ready_reader;
    pool.log = [this](const std::string& words) { say(Observer::Level::kDebug, words); };
    pool.warn = [this](const std::string& missing) {
      say(Observer::Level::kWarning, "readers are locked in only in part, this system does not let them: " + missing);
    };
    pool.interrupted = [this] { return stopping(); };
    reader_ = reader_in_children(std::move(reading), std::move(pool));
    return Done{};
  }

  // False: no more can be done.
  bool do_task(const Task& task, const Status& readable) {
    std::string sha256;
    const auto processed = !readable ? Result<Processed>(readable.forward()) : read(task, sha256);
    if (!processed && processed.error().code == ErrorCode::kSandboxUnavailable) return give_up(processed.forward());
    Json head{{"attempt", task.attempt}, {"sha256", sha256.empty() ? Json(nullptr) : Json(sha256)}, {"ok", processed.has_value()}};
    if (processed) {
      head["document_id"] = processed->document.id;
    } else {
      const Error& error = processed.error();
      head["error"] = {{"code", static_cast<int>(error.code)},
                       {"error", error_name(error.code)},
                       {"message", error.message},
                       {"advice", error.advice},
                       {"passing", is_passing(error.code)}};
    }
    // Put together as text: the document is megabytes of JSON already and need not be parsed to be wrapped.
    std::string line = "{\"task_id\":" + task.id_json + "," + json_text(head).substr(1);
    if (processed) {
      line.back() = ',';
      line += "\"document\":" + on_one_line(document_json(processed->document, processed->records, processed->findings, {})) + "}";
    }
    line += '\n';
    const std::lock_guard lock(telling_);
    if (ended_ && ended_->code == ErrorCode::kOutputNotWritable) return false;
    if (!put_(line)) ended_ = Error{ErrorCode::kOutputNotWritable, "a result cannot be written", ""};
    return !ended_;
  }

  bool stopping() {
    const std::lock_guard lock(asking_);
    return observer_.stop_signal() != 0;
  }

  Status end() {
    if (ended_) return Unexpected{*ended_};
    return Done{};
  }

 private:
  Result<Processed> read(const Task& task, std::string& sha256) {
    const auto bytes = bytes_of(task, options_.limits);
    if (!bytes) return bytes.forward();
    sha256 = sha256_hex(*bytes);
    return reader_->read(*bytes, {name_of(task), sha256});
  }

  // The first failure is the one that is told.
  bool give_up(const Unexpected& failure) {
    const std::lock_guard lock(telling_);
    if (!ended_) ended_ = failure.error;
    return false;
  }

  void say(Observer::Level level, const std::string& words) {
    const std::lock_guard lock(asking_);
    observer_.log(level, words);
  }

  const WorkerOptions& options_;
  const std::function<bool(const std::string&)>& put_;
  Observer& observer_;
  std::unique_ptr<DocumentReader> reader_;
  std::mutex asking_, telling_;
  std::optional<Error> ended_;
};

}  // namespace

// Tasks from a descriptor: threads take turns at reading a line and then work on it.
Status work(const WorkerOptions& options, int tasks, const std::function<bool(const std::string&)>& put, Observer& observer) {
  Bench bench(options, put, observer);
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
      if (!bench.do_task(task, readable)) return false;
    }
  });
  return bench.end();
}

// Tasks named on the command line; their ids are the paths.
Status work(const WorkerOptions& options, const std::vector<std::string>& paths, const std::function<bool(const std::string&)>& put,
            Observer& observer) {
  Bench bench(options, put, observer);
  if (Status status = bench.prepare(); !status) return status;
  in_parallel(paths.size(), options.jobs, [&](std::size_t i) {
    if (bench.stopping()) return false;
    Task task;
    task.path = paths[i];
    task.id_json = json_text(Json(shown_path(paths[i])));
    return bench.do_task(task, Done{});
  });
  return bench.end();
}

}  // namespace jangbu
