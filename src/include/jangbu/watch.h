// Watch: ingest, as files arrive.
//
//   jangbu::WatchOptions options;
//   options.ingest.inputs = {"inbox"};
//   options.ingest.output = "out";
//   auto ended = jangbu::watch(options, observer);   // returns when observer.stop_signal() says so
//
// It is ingest() over the same folders again and again, each time for all that has come to rest since: a file is left alone until it has
// not changed for a while and nobody is known to be writing it, so that a slow copy is read once, whole. What ingest() promises holds after
// every batch. The output folder is held only during a batch; another process may use it in between.
//
// Changes are heard of through inotify, and looked for every so often where that cannot see (network file systems, too many folders).
// An inbox that is moved away or unmounted, and an output that cannot be written, are waited for, with growing pauses.
//
// Thread rule: as ingest().
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "jangbu/error.h"
#include "jangbu/ingest.h"
#include "jangbu/result.h"

namespace jangbu {

struct WatchOptions {
  IngestOptions ingest;                            // `inputs`: the folders to watch; `wait` is taken as set
  std::chrono::milliseconds poll{0};               // look this often instead of listening; 0: only where listening cannot see, every 10 s
  std::chrono::milliseconds settle{1000};          // how long a file has to stay as it is
  bool once = false;                               // returns after a batch once nothing is arriving; what would be waited for is an error
  std::chrono::milliseconds longest_wait{10'000};  // files that have settled are read after this time, though others are still arriving
  std::string (*clock)() = nullptr;                // gives IngestOptions::now for each batch; nullptr: it stays as given
};

struct WatchStatus {
  std::string state;                // "watching", "inbox_missing", "output_failing", "stopped"
  std::size_t arriving = 0;         // files that have not settled yet
  std::string problem;              // what is waited for, in English; empty while all is well
  std::string missing = {};         // inbox_missing: the folder
  std::optional<Error> error = {};  // output_failing: why
};

// Returns when it was asked to stop, or has done what `once` asks for, with the summary of the last batch (documents and failures of the
// whole inbox); everything finished is kept. Errors: those of ingest() that waiting cannot mend (a bad profile at the start, a damaged
// output).
Result<IngestSummary> watch(const WatchOptions& options, Observer& observer);

}  // namespace jangbu
