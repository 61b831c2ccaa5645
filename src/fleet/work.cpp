// Tasks from the broker, results to it. One thread speaks with the broker, the others read.
//
//   delivered ─▶ waiting ─▶ being read ─▶ its result published ─▶ the broker confirms that ─▶ acknowledged
//
// If this process dies, every task that is not acknowledged comes again to another worker. If it dies after a result was confirmed and
// before its task was acknowledged, the result comes twice, with the same bytes, and the collector takes it once. A broken connection is
// the same: tasks in hand are forgotten, and what is still being read is read to its end for nothing.
//
// More tasks are in hand than are being read, so that no reader waits for the broker. If one of them kills the process, the others count
// as delivered, too, and may come to NAME.alone (queues.h). A task from there is asked for only while nothing is being read, and nothing
// else is begun until it is done. It is asked for when there is nothing else to do, and every half minute in any case.
//
// At a stop signal what is being read is finished and answered, and the rest is given back.
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "fleet/metrics.h"
#include "fleet/reconnect.h"
#include "fleet/wait.h"
#include "jangbu/fleet.h"
#include "pipeline/workers.h"
#include "reading/owned_descriptor.h"
#include "worker/bench.h"
#include "worker/task.h"

namespace jangbu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned kAhead = 4;          // tasks for each reader beyond the one that it reads
constexpr std::uint64_t kAttempts = 3;  // of a task whose failures may pass

// What a reader was given, and what it made of it.
struct Piece {
  std::uint64_t connection = 0;  // the one that it came by
  Delivery delivery;
  Answer answer;
  std::uint64_t attempt = 1;
  double seconds = 0;  // that it was read
};

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

// Two sides meet here: the broker's connection is of one thread, and reading takes seconds. An eventfd stands beside the socket, so that
// one poll() waits for news of the broker and for finished pieces at once. Threads that read. Pieces go in and come out in any order;
// `descriptor` can be read while some have come out.
class Readers {
 public:
  Readers(Bench& bench, unsigned count) : bench_(bench), told_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { read(); });
  }
  ~Readers() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    begun_.notify_all();
  }

  int descriptor() const { return told_.get(); }
  void begin(Piece piece) {
    {
      const std::lock_guard lock(mutex_);
      in_.push_back(std::move(piece));
    }
    begun_.notify_one();
  }
  std::deque<Piece> done() {
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = ::read(told_.get(), &count, sizeof count);
    const std::lock_guard lock(mutex_);
    return std::exchange(out_, {});
  }

 private:
  void read() {
    for (;;) {
      Piece piece;
      {
        std::unique_lock lock(mutex_);
        begun_.wait(lock, [this] { return ended_ || !in_.empty(); });
        if (ended_) return;
        piece = std::move(in_.front());
        in_.pop_front();
      }
      Task task;
      const Status readable = read_task(piece.delivery.message.body, task, TasksFrom::kElsewhere);
      if (piece.delivery.message.attempt > 0) task.attempt = piece.delivery.message.attempt;
      piece.attempt = task.attempt;
      const Clock::time_point begin = Clock::now();
      piece.answer = bench_.answer(task, readable);
      piece.seconds = seconds_since(begin);
      if (piece.answer.line.size() > kLargestMessage)
        piece.answer.line =
            refusal(task, {ErrorCode::kLimitOutput, "what was read is larger than a message may be", "ingest it by itself"});
      {
        const std::lock_guard lock(mutex_);
        out_.push_back(std::move(piece));
      }
      const std::uint64_t one = 1;
      [[maybe_unused]] const ssize_t put = ::write(told_.get(), &one, sizeof one);
    }
  }

  Bench& bench_;
  const OwnedDescriptor told_;
  std::mutex mutex_;
  std::condition_variable begun_;
  std::deque<Piece> in_, out_;
  bool ended_ = false;
  std::vector<std::jthread> threads_;  // last: they use the others
};

class FleetWorker {
 public:
  FleetWorker(Bench& bench, unsigned jobs, const std::filesystem::path& metrics)
      : bench_(bench), jobs_(jobs), metrics_(metrics, "worker"), readers_(bench, jobs) {}

  // From a new connection to its loss, or to the stop: hear, answer what is read, begin more, wait for either side. What came by an earlier
  // connection is forgotten: the broker gives it to another worker.
  Status serve(Broker& broker, const Queues& queues) {
    ++connection_;
    waiting_.clear();
    unconfirmed_.clear();
    metrics_.add(Metrics::Family::kConnections, "", 1);
    bool stopping = false;
    if (Status status = broker.consume(queues.tasks, static_cast<std::uint16_t>(std::min(jobs_ * (1 + kAhead), 1000u))); !status)
      return status;
    for (;;) {
      if (Status status = hear(broker); !status) return status;
      for (Piece& piece : readers_.done()) {
        --reading_;
        if (piece.delivery.asked_for) alone_ = false;
        if (piece.connection != connection_) continue;
        if (piece.answer.error && piece.answer.error->code == ErrorCode::kSandboxUnavailable) return Unexpected{*piece.answer.error};
        if (Status status = answer(broker, queues, piece); !status) return status;
      }
      if (!stopping && bench_.stopping()) {
        stopping = true;  // before anything is given back, which would come again at once
        if (Status status = broker.consume_no_more(queues.tasks); !status) return status;
      }
      if (stopping) {
        for (; !waiting_.empty(); waiting_.pop_front()) {
          if (Status status = broker.give_back(waiting_.front()); !status) return status;
        }
        if (reading_ == 0 && unconfirmed_.empty()) return metrics_.tell(broker, queues, true);
      } else if (Status status = begin(broker, queues); !status) {
        return status;
      }
      if (Status status = metrics_.tell(broker, queues); !status) return status;
      wait_for(broker.descriptor(), readers_.descriptor(), kGlanceMilliseconds);
    }
  }

 private:
  struct Unconfirmed {
    Delivery delivery;
    Clock::time_point published;  // its result
  };

  // Takes all that the broker has sent: new tasks wait, and a confirmed result acknowledges its task. Only then is the task the broker's no
  // more, so that a death in between makes the result come twice and never get lost.
  Status hear(Broker& broker) {
    for (;;) {
      auto news = broker.next();
      if (!news) return news.forward();
      if (!*news) return Done{};
      if ((*news)->delivery) waiting_.push_back(std::move(*(*news)->delivery));
      if ((*news)->confirmed == 0) continue;
      const auto from = (*news)->and_all_before ? unconfirmed_.begin() : unconfirmed_.lower_bound((*news)->confirmed);
      for (auto one = from; one != unconfirmed_.end() && one->first <= (*news)->confirmed; one = unconfirmed_.erase(one)) {
        if (Status status = broker.acknowledge(one->second.delivery); !status) return status;
        metrics_.add(Metrics::Family::kSeconds, "confirm", seconds_since(one->second.published));
      }
    }
  }

  // A failure that may pass goes round once more; any other, and a document, is a result.
  Status answer(Broker& broker, const Queues& queues, Piece& piece) {
    Message& task = piece.delivery.message;
    const bool again = piece.answer.error && is_passing(piece.answer.error->code) && piece.attempt < kAttempts;
    const auto number = again ? broker.publish(queues.later, {task.id, task.body, piece.attempt + 1})
                              : broker.publish(queues.results, {task.id, std::move(piece.answer.line), 0});
    if (!number) return number.forward();
    task.body = {};  // only its tag is needed from here on
    unconfirmed_.emplace(*number, Unconfirmed{std::move(piece.delivery), Clock::now()});
    metrics_.add(Metrics::Family::kSeconds, "read", piece.seconds);
    if (piece.answer.error) {
      metrics_.add(Metrics::Family::kFailures, error_name(piece.answer.error->code), 1);
    } else {
      metrics_.add(Metrics::Family::kDocuments, "", 1);
      metrics_.add(Metrics::Family::kPages, "", piece.answer.pages);
    }
    return Done{};
  }

  // What may be begun now. A task that may have killed a worker before (NAME.alone) is read while nothing else is, so that its next death
  // takes nothing with it; asked for when there is nothing to do, and every half minute.
  Status begin(Broker& broker, const Queues& queues) {
    constexpr std::chrono::seconds kAskAgain{1}, kAskInAnyCase{30};
    if (alone_) return Done{};
    const bool due = Clock::now() - asked_ >= kAskInAnyCase;
    if (reading_ == 0 && (due || (waiting_.empty() && Clock::now() - asked_ >= kAskAgain))) {
      auto suspect = broker.ask(queues.alone);
      if (!suspect) return suspect.forward();
      if (*suspect) {
        alone_ = true;
        read(std::move(**suspect));
        return Done{};  // `asked_` stays: there may be more of them
      }
      asked_ = Clock::now();
    } else if (due) {
      return Done{};  // nothing more is begun until what is being read is done
    }
    while (reading_ < jobs_ && !waiting_.empty()) {
      read(std::move(waiting_.front()));
      waiting_.pop_front();
    }
    return Done{};
  }

  void read(Delivery delivery) {
    ++reading_;
    readers_.begin({connection_, std::move(delivery), {}, 1});
  }

  Bench& bench_;
  const unsigned jobs_;
  std::uint64_t connection_ = 0;
  unsigned reading_ = 0;  // pieces that the readers have
  bool alone_ = false;    // one of them has to be alone
  Clock::time_point asked_ = Clock::now();
  std::deque<Delivery> waiting_;
  Metrics metrics_;
  std::map<std::uint64_t, Unconfirmed> unconfirmed_;  // by the number of the publish that has to be confirmed first
  Readers readers_;
};

}  // namespace

Status work_for_fleet(const WorkerOptions& options, const BrokerOptions& broker, Observer& observer) {
  Bench bench(options, observer, Bench::AtStop::kFinish);
  if (Status status = bench.prepare(); !status) return status;
  FleetWorker worker(bench, jobs_or_processors(options.jobs), broker.metrics);
  return with_broker(
      broker, [&] { return bench.stopping(); },
      [&](const Error& error) {
        bench.notice(Observer::Level::kWarning, "log.broker_lost", {{"why", error.message}});
      },
      [&](Broker& connected, const Queues& queues) { return worker.serve(connected, queues); });
}

}  // namespace jangbu
