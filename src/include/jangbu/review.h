// Review: a page in the browser of this computer, to look at findings beside their source, to correct what was misread and to accept what
// is so.
//
//   jangbu::ReviewOptions options;
//   options.ingest.output = "out";
//   options.ingest.corrections = "corrections";
//   jangbu::review(options, observer, [](const std::string& address) { … });   // returns when observer.stop_signal() says so
//
// It listens on 127.0.0.1 only and asks nothing of the network; who is to see the page needs the address with its token. What changes in
// the output folder meanwhile shows up. A correction is written into the corrections folder, and its document read again by ingest() with
// these options, so they should be those that the folder is filled with (profiles, limits, corrections).
//
// Thread rule: as ingest(); the output folder is held only while a document is read again.
#pragma once

#include <functional>
#include <string>

#include "jangbu/ingest.h"
#include "jangbu/result.h"

namespace jangbu {

struct ReviewOptions {
  IngestOptions ingest;              // `inputs` are not used; no `corrections`: nothing can be corrected
  int port = 0;                      // 0: a free one
  std::string (*clock)() = nullptr;  // the time now, ISO 8601; REQUIRED
};

// `opened` is told the address once the page can be asked for. Errors: path_missing (no ledger there, or no corrections folder),
// output_damaged, profile_invalid, internal (the port is taken).
Status review(const ReviewOptions& options, Observer& observer, const std::function<void(const std::string& address)>& opened);

}  // namespace jangbu
