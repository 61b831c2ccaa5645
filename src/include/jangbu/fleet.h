// Fleet: reports handed to workers on many machines through RabbitMQ, and what they read put into one output folder.
//
//   submit()           files and folders → tasks            the program: jangbu submit PATH... --amqp URL
//   work_for_fleet()   tasks → results                                   jangbu worker --amqp URL
//   collect_fleet()    results → an output folder                        jangbu collect --amqp URL --out DIR
//
// Tasks and results are those of worker.h. Nothing is lost and nothing is there twice, whoever is killed at whatever moment: a message goes
// once its outcome is safe elsewhere, a task that comes again gives the same bytes, and what comes twice is taken once. docs/fleet.md tells
// the queues, and what happens when what dies.
//
// A document that kills whoever reads it is tried three times among others and three times alone, and then stands in quarantine as
// worker_lost.
//
// Thread rule: each is called from one thread; the observer is called one call at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "jangbu/worker.h"

namespace jangbu {

struct BrokerOptions {
  std::string url;                // amqp://user:password@host:port/virtual-host; amqps:// with TLS
  std::string queue = "jangbu";   // what the names of the queues begin with
  std::string ca;                 // file of certificates (PEM) that amqps:// trusts; empty: those that the system trusts
  std::string certificate, key;   // files (PEM) by which amqps:// tells who we are; empty: the URL's name and password do
  unsigned patience = 300;        // seconds without a broker until it is an error
  std::filesystem::path metrics;  // file to tell of itself in, for Prometheus; empty: none
};

struct SubmitOptions {
  BrokerOptions broker;
  std::vector<std::filesystem::path> inputs;  // as of ingest()
  bool follow_links = false;
  bool bytes = false;  // the report's bytes travel in its task; false: its path does, which workers have to see as the same file
  Limits limits;
};

struct Submitted {
  std::size_t tasks = 0;        // that the broker has confirmed
  std::vector<Outcome> failed;  // inputs that could not be handed in, by path
  int stop_signal = 0;          // as of ingest()
};

// The same inputs may be handed in again at any time. Errors: broker_unavailable, broker_refused; what was confirmed before is in.
Result<Submitted> submit(const SubmitOptions& options, Observer& observer);

// Until the observer says to stop: what is being read is finished then, and the rest given back. Errors: as of work(), and broker_….
Status work_for_fleet(const WorkerOptions& options, const BrokerOptions& broker, Observer& observer);

struct FleetCollectOptions {
  BrokerOptions broker;
  std::filesystem::path output;
  std::string profiles;        // as of collect()
  bool wait = false;           // as of ingest()
  std::optional<double> idle;  // ends once no message has come for so many seconds and none waits in any queue; none: goes on
  std::string now;             // ISO 8601 time to write where a time is due
  LedgerOptions ledger;        // gets each batch after the folder has it; only then it is acknowledged
};

// Outcomes are those of all messages that counted, by path, where it ends by itself; Observer::batch hears of each commit. Errors:
// broker_…, ledger_…, and those of collect().
Result<IngestSummary> collect_fleet(const FleetCollectOptions& options, Observer& observer);

}  // namespace jangbu
