// A task → its bytes → the reader → one line of JSON.
// The line is put together as text: a document is megabytes of JSON already and need not be parsed to be wrapped.
//
//   {"task_id":1,"attempt":1,"name":"보고.hwp","sha256":"…","ok":true,"document_id":"…","document":{…}}
#include "worker/bench.h"

#include <algorithm>

#include "loader/json_writer.h"
#include "pipeline/corrections_folder.h"
#include "reading/reader_pool.h"
#include "text/hash.h"
#include "text/json_text.h"

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

// All but the document, without the closing brace.
std::string head_of(const Task& task, const std::string& sha256, const std::optional<Error>& error, const std::string& document_id) {
  Json head{{"attempt", task.attempt}, {"name", name_of(task)}, {"sha256", sha256.empty() ? Json(nullptr) : Json(sha256)}, {"ok", !error}};
  if (error) {
    head["error"] = {{"code", static_cast<int>(error->code)},
                     {"error", error_name(error->code)},
                     {"message", error->message},
                     {"advice", error->advice},
                     {"passing", is_passing(error->code)}};
  } else {
    head["document_id"] = document_id;
  }
  std::string line = "{\"task_id\":" + task.id_json + "," + json_text(head).substr(1);
  line.pop_back();
  return line;
}

}  // namespace

// Also what the readers say of themselves goes to the observer, one call at a time.
Status Bench::prepare() {
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
  pool.interrupted = [this] { return at_stop_ == AtStop::kInterrupt && stopping(); };
  reader_ = reader_in_children(std::move(reading), std::move(pool));
  return Done{};
}

Answer Bench::answer(const Task& task, const Status& readable) {
  std::string sha256;
  const auto read = [&]() -> Result<Processed> {
    if (!readable) return readable.forward();
    const auto bytes = bytes_of(task, options_.limits);
    if (!bytes) return bytes.forward();
    sha256 = sha256_hex(*bytes);
    return reader_->read(*bytes, {name_of(task), sha256});
  };
  const auto processed = read();
  Answer out;
  if (!processed) out.error = processed.error();
  if (processed) out.pages = processed->document.source.pages.value_or(0);
  out.line = head_of(task, sha256, out.error, processed ? processed->document.id : std::string());
  if (processed)
    out.line += ",\"document\":" + on_one_line(document_json(processed->document, processed->records, processed->findings, {}));
  out.line += "}\n";
  return out;
}

bool Bench::stopping() {
  const std::lock_guard lock(asking_);
  return observer_.stop_signal() != 0;
}

void Bench::say(Observer::Level level, const std::string& words) {
  const std::lock_guard lock(asking_);
  observer_.log(level, words);
}

void Bench::notice(Observer::Level level, const std::string& code, const std::vector<std::pair<std::string, std::string>>& arguments) {
  const std::lock_guard lock(asking_);
  observer_.notice(level, code, arguments);
}

std::string refusal(const Task& task, const Error& error) { return head_of(task, task.sha256, error, {}) + "}\n"; }

}  // namespace jangbu
