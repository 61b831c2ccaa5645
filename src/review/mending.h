// Mending: what a person found to be misread is written as a correction, what it touches is read again, and what changed is told. Undo
// takes it back.
//
// A correction against what does not stand there (any more) is not written: the answer is 409, with what stands there now. One that the
// reading then finds stale, unmatched or in conflict stays in its file and is told as such. Thread rule: any number of threads; one after
// the other is carried out.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "jangbu/ingest.h"
#include "review/filed_json.h"
#include "store/open_ledgers.h"

namespace jangbu {

class Mender {
 public:
  // `base.corrections`: the folder to write to; empty: nothing can be mended. `clock` gives the time now, ISO 8601.
  Mender(IngestOptions base, std::string (*clock)(), OpenLedgers& ledgers, FiledJson& documents)
      : base_(std::move(base)), clock_(clock), ledgers_(ledgers), documents_(documents) {}

  bool can_mend() const { return !base_.corrections.empty(); }

  // Body: {"document", "target", "expect", "value", "reason", "author"}, or with "accept": true in place of expect and value.
  // Answer: {"file", "index", "correction", "state", "message", "gone", "gone_total", "new", "new_total", "waiting", "later"};
  // `waiting`: why it is not carried out yet, or null; `later`: how many more reports print the word, and are read again by the next run;
  // of findings the first are told, and how many there are.
  Answered correct(const std::string& body);

  // Body: {"document", "file", "index", "correction", "author"}. Answer: the same without what was written.
  Answered undo(const std::string& body);

  // Two names of one programme made one. Body: {"from", "into" (series), "reason", "author"}. Answer: as of correct(), with "document" (for
  // undo), "documents" (how many were read again), "joined" (do they stand in one series now?) and "series" (which).
  Answered join(const std::string& body);

  // ?offset=&limit= → {"rows": [{"file", "index", "correction", "state", "message", "outcomes"}], "total", "more", "can_mend"}: the last
  // written first. Of outcomes (documents) the first are told. `more`: there are more corrections than are counted.
  Answered list(const Asked& asked);

 private:
  // What a correction touches.
  struct Touched {
    std::map<std::string, Json> findings;  // that it had, by document
    std::size_t later = 0;                 // documents besides, which are too many to be read again while somebody waits
  };
  Result<Touched> touched_by(const std::string& document, const Json& correction);
  Json carried_out(const Touched& before);
  Result<Json> written_and_carried_out(Json correction, const Touched& before);

  IngestOptions base_;
  std::string (*clock_)();
  OpenLedgers& ledgers_;
  FiledJson& documents_;
  std::mutex mending_;
};

}  // namespace jangbu
