// Results from the broker → an output folder, some hundred at a time: taken, committed (collect_results), acknowledged. A collector that
// dies in between gets the same again, and what the folder has already is passed over.
//
// What died with the broker after six deliveries (queues.h) comes from NAME.dead and stands in quarantine as worker_lost, by the name that
// its task has. A message that no worker wrote, and that can be read as none, is told and stands in quarantine by its hash: put back, it
// would come again for ever.
//
// How much is in memory: one batch of at most 64 MB and a message, and what the library has read ahead of a message. The broker sends no
// more than `kAheadOfCommit` messages beyond those that are acknowledged, and what is not read waits in its socket.
#include <chrono>
#include <future>

#include "fleet/metrics.h"
#include "fleet/reconnect.h"
#include "fleet/wait.h"
#include "jangbu/fleet.h"
#include "loader/filed_result.h"
#include "pipeline/collect_results.h"
#include "text/hash.h"

namespace jangbu {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kBatch = 256, kBatchBytes = 64 << 20;
constexpr std::uint16_t kAheadOfCommit = 2 * kBatch;
constexpr Seconds kQuiet{0.3};  // without a message: a batch that is not full is committed

class FleetCollector {
 public:
  FleetCollector(const FleetCollectOptions& options, Observer& observer)
      : options_(options), observer_(observer), metrics_(options.broker.metrics, "collect") {}

  Result<IngestSummary> run() {
    observer_.started(0);
    const Status status = with_broker(
        options_.broker, [&] { return observer_.stop_signal() != 0; },
        [&](const Error& error) {
          observer_.notice(Observer::Level::kWarning, "log.broker_lost", {{"why", error.message}});
        },
        [&](Broker& broker, const Queues& queues) { return serve(broker, queues); });
    if (!status) return status.forward();
    summary_.stop_signal = observer_.stop_signal();
    sort_outcomes(summary_);
    return std::move(summary_);
  }

 private:
  Status serve(Broker& broker, const Queues& queues) {
    batch_.clear();
    bytes_ = 0;
    last_.reset();
    for (const std::string& queue : {queues.results, queues.dead}) {
      if (Status status = broker.consume(queue, kAheadOfCommit); !status) return status;
    }
    metrics_.add(Metrics::Family::kConnections, "", 1);
    came_ = Clock::now();
    for (;;) {
      if (Status status = hear(broker, queues); !status) return status;
      const Seconds quiet = Clock::now() - came_;
      const bool stopping = observer_.stop_signal() != 0;
      if (!batch_.empty() && (is_full() || quiet >= kQuiet || stopping)) {
        if (Status status = commit(broker); !status) return status;
        continue;
      }
      if (stopping) return metrics_.tell(broker, queues, true);
      if (Status status = metrics_.tell(broker, queues); !status) return status;
      if (batch_.empty() && options_.idle && quiet.count() >= *options_.idle) {
        const auto none = nothing_waits(broker, queues);
        if (!none) return none.forward();
        if (*none) return metrics_.tell(broker, queues, true);
        came_ = Clock::now();
      }
      wait_for(broker.descriptor(), -1, kGlanceMilliseconds);
    }
  }

  bool is_full() const { return batch_.size() >= kBatch || bytes_ >= kBatchBytes; }

  Status hear(Broker& broker, const Queues& queues) {
    while (!is_full()) {
      auto news = broker.next();
      if (!news) return news.forward();
      if (!*news) return Done{};
      if (!(*news)->delivery) continue;
      Delivery& delivery = *(*news)->delivery;
      bytes_ += delivery.message.body.size();
      batch_.push_back(delivery.queue == queues.dead ? lost(delivery) : result_in(delivery));
      delivery.message.body = {};
      last_ = std::move(delivery);
      came_ = Clock::now();
    }
    return Done{};
  }

  static FiledResult lost(const Delivery& delivery) {
    return result_of_lost(
        delivery.message.body,
        {ErrorCode::kWorkerLost,
         "every worker that read it ended before it had answered, also where it read nothing else (" + delivery.died_of + ")",
         "look at the document and at the logs of the workers, then hand it in again"});
  }

  FiledResult result_in(const Delivery& delivery) {
    auto result = parse_result(delivery.message.body);
    if (result) return std::move(*result);
    observer_.log(Observer::Level::kWarning, describe(result.error()));
    return result_of_lost(delivery.message.body, result.error());
  }

  // Settling what came may take longer than the broker waits for a sign of life.
  Status commit(Broker& broker) {
    constexpr std::chrono::seconds kBreath{10};
    const ResultsOptions options{options_.output, options_.profiles, options_.wait, options_.now, options_.ledger};
    const Clock::time_point begin = Clock::now();
    auto committing = std::async(std::launch::async, [&] { return collect_results(std::move(batch_), options, observer_); });
    Status alive = Done{};
    while (committing.wait_for(kBreath) == std::future_status::timeout) {
      if (alive) alive = broker.breathe();
    }
    auto summary = committing.get();
    metrics_.add(Metrics::Family::kSeconds, "commit", Seconds(Clock::now() - begin).count());
    batch_.clear();
    bytes_ = 0;
    if (!summary) return summary.forward();
    add(std::move(*summary));
    if (!alive) return alive;
    came_ = Clock::now();
    return broker.acknowledge(*last_, true);
  }

  void add(IngestSummary one) {
    observer_.batch(one);
    metrics_.add(Metrics::Family::kDocuments, "", static_cast<double>(one.documents));
    for (const Outcome& outcome : one.outcomes) {
      if (outcome.error) metrics_.add(Metrics::Family::kFailures, error_name(outcome.error->code), 1);
    }
    add_batch(summary_, std::move(one), options_.idle.has_value());
  }

  static Result<bool> nothing_waits(Broker& broker, const Queues& queues) {
    for (const std::string& queue : {queues.tasks, queues.alone, queues.later, queues.dead, queues.results}) {
      const auto waiting = broker.waiting(queue);
      if (!waiting) return waiting.forward();
      if (*waiting > 0) return false;
    }
    return true;
  }

  const FleetCollectOptions& options_;
  Observer& observer_;
  std::vector<FiledResult> batch_;
  std::size_t bytes_ = 0;
  std::optional<Delivery> last_;
  Metrics metrics_;
  Clock::time_point came_ = Clock::now();  // when a message came last
  IngestSummary summary_;
};

}  // namespace

Result<IngestSummary> collect_fleet(const FleetCollectOptions& options, Observer& observer) {
  return FleetCollector(options, observer).run();
}

}  // namespace jangbu
