// Files → tasks with the broker. A task is out of hand once the broker has confirmed it; what is unconfirmed when the connection breaks is
// published again, and a task that is there twice gives the same bytes.
//
//   보고/2021.hwp  →  {"task_id": "1764359478123456789 /archive/보고/2021.hwp", "sha256": "…",
//                      "config": {"name": "보고/2021.hwp"}, "path": "/archive/보고/2021.hwp"}
//
// The id is what a collector goes by (fleet/task_name.h): when the file was handed in, and where it stands. The same file handed in later
// is another task for the same place, and the later one counts, whichever is read first.
#include <chrono>
#include <deque>
#include <nlohmann/json.hpp>

#include "fleet/reconnect.h"
#include "fleet/wait.h"
#include "jangbu/fleet.h"
#include "loader/atomic_file.h"
#include "loader/task_name.h"
#include "model/file_stamp.h"
#include "pipeline/inputs.h"
#include "text/base64.h"
#include "text/hash.h"
#include "text/json_text.h"
#include "text/shown_path.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// How much may be published and not yet confirmed.
constexpr std::size_t kUnderWay = 200, kBytesUnderWay = 32 << 20;

// Outlives connections: what has no confirmation yet is kept with its message, so that a new connection can publish it again. That bounds
// how far it may be ahead of the broker: in tasks, and in bytes, since a task may hold a whole document.
class Submitting {
 public:
  Submitting(const SubmitOptions& options, Observer& observer)
      : options_(options),
        observer_(observer),
        inputs_(collect_inputs(options.inputs, {}, options.follow_links)),
        now_(nanoseconds_now()) {}

  Result<Submitted> run() {
    observer_.started(inputs_.files.size() + inputs_.bad.size());
    for (const std::string& link : inputs_.links) observer_.notice(Observer::Level::kWarning, "log.link_not_followed", {{"path", link}});
    for (const BadInput& bad : inputs_.bad) failed(bad.shown, bad.error);
    const Status status = with_broker(
        options_.broker, [&] { return observer_.stop_signal() != 0; },
        [&](const Error& error) {
          observer_.notice(Observer::Level::kWarning, "log.broker_lost", {{"why", error.message}});
        },
        [&](Broker& broker, const Queues& queues) { return hand_in(broker, queues); });
    if (!status) return status.forward();
    out_.stop_signal = observer_.stop_signal();
    return std::move(out_);
  }

 private:
  struct UnderWay {
    std::uint64_t number = 0;  // 0: not published on this connection
    std::string shown;
    Message message;
  };

  // All that is left; on a new connection what was under way first.
  Status hand_in(Broker& broker, const Queues& queues) {
    const auto publish = [&](UnderWay& task) -> Status {
      const auto number = broker.publish(queues.tasks, task.message);
      if (!number) return number.forward();
      task.number = *number;
      return Done{};
    };
    for (UnderWay& task : under_way_) {
      if (Status status = publish(task); !status) return status;
    }
    for (;;) {
      if (Status status = hear(broker); !status) return status;
      const bool more = next_ < inputs_.files.size() && observer_.stop_signal() == 0;
      if (!more && under_way_.empty()) return Done{};
      if (more && under_way_.size() < kUnderWay && bytes_ < kBytesUnderWay) {
        const Input& input = inputs_.files[next_++];
        auto message = task_of(input);
        if (!message) {
          failed(input.shown, message.error());
          continue;
        }
        bytes_ += message->body.size();
        under_way_.push_back({0, input.shown, std::move(*message)});
        if (Status status = publish(under_way_.back()); !status) return status;
        continue;
      }
      wait_for(broker.descriptor(), -1, kGlanceMilliseconds);
    }
  }

  // Confirmed tasks leave what is under way, and only then count as handed in.
  Status hear(Broker& broker) {
    for (;;) {
      const auto news = broker.next();
      if (!news) return news.forward();
      if (!*news) return Done{};
      if ((*news)->confirmed == 0) continue;
      // They stand in the order of their numbers.
      for (auto task = under_way_.begin(); task != under_way_.end() && task->number <= (*news)->confirmed;) {
        if (!(*news)->and_all_before && task->number != (*news)->confirmed) {
          ++task;
          continue;
        }
        Outcome outcome;
        outcome.path = task->shown;
        outcome.state = "submitted";
        bytes_ -= task->message.body.size();
        task = under_way_.erase(task);
        ++out_.tasks;
        observer_.finished(outcome, 0);
      }
    }
  }

  // The hash is taken here in both cases: it tells a worker that it sees the same file, whole.
  Result<Message> task_of(const Input& input) {
    // JSON has only names that are UTF-8: a file with another one is not found by its path.
    const bool by_bytes = options_.bytes || !is_valid_utf8(input.location);
    std::string bytes;
    Sha256 hash;
    const auto read = read_in_pieces(
        input.path, options_.limits.file_bytes,
        [&](std::string_view piece) {
          hash.add(piece);
          if (by_bytes) bytes += piece;
        },
        input.within);
    if (!read) return read.forward();
    const std::string sha256 = hash.hex();
    Message out;
    out.id = sha256_hex(input.location + "\n" + sha256);
    Json task{{"task_id", TaskName{now_, is_valid_utf8(input.location) ? input.location : shown_path(input.location)}.text()},
              {"sha256", sha256},
              {"config", {{"name", input.shown}}}};
    if (!by_bytes) task["path"] = input.location;
    out.body = json_text(task);
    if (by_bytes) {
      out.body.pop_back();
      out.body += ",\"bytes_base64\":\"" + to_base64(bytes) + "\"}";
    }
    if (out.body.size() > kLargestMessage)
      return fail(ErrorCode::kLimitBytes, "the report is too large to travel in a message", "hand it in by its path, without --bytes");
    return out;
  }

  void failed(const std::string& shown, const Error& error) {
    Outcome outcome;
    outcome.path = shown;
    outcome.state = "quarantined";
    outcome.error = error;
    observer_.finished(outcome, 0);
    out_.failed.push_back(std::move(outcome));
  }

  const SubmitOptions& options_;
  Observer& observer_;
  const Inputs inputs_;
  const std::int64_t now_;
  std::size_t next_ = 0;  // of the files
  std::deque<UnderWay> under_way_;
  std::size_t bytes_ = 0;  // of these
  Submitted out_;
};

}  // namespace

Result<Submitted> submit(const SubmitOptions& options, Observer& observer) { return Submitting(options, observer).run(); }

}  // namespace jangbu
