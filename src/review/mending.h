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

namespace jangbu {

class Mender {
 public:
  // `base.corrections`: the folder to write to; empty: nothing can be mended. `clock` gives the time now, ISO 8601.
  Mender(IngestOptions base, std::string (*clock)(), FiledJson& documents) : base_(std::move(base)), clock_(clock), documents_(documents) {}

  bool can_mend() const { return !base_.corrections.empty(); }

  // Body: {"document", "target", "expect", "value", "reason", "author"}, or with "accept": true in place of expect and value.
  // Answer: {"file", "index", "correction", "state", "message", "gone", "new", "waiting"}; `waiting`: why it is not carried out yet, or
  // null.
  Answered correct(const std::string& body);

  // Body: {"document", "file", "index", "correction", "author"}. Answer: {"gone", "new", "waiting"}.
  Answered undo(const std::string& body);

  // Two names of one programme made one. Body: {"from", "into" (series), "reason", "author"}. Answer: as of correct(), with "document" (for
  // undo), "documents" (how many were read again), "joined" (do they stand in one series now?) and "series" (which).
  Answered join(const std::string& body);

  // {"rows": [{"file", "index", "correction", "state", "message", "outcomes"}], "can_mend"}: the last written first.
  Answered list();

 private:
  // What a correction touches, with the findings that it had: by document.
  using Touched = std::map<std::string, Json>;
  Result<Touched> touched_by(const std::string& document, const Json& correction);
  Json carried_out(const Touched& before);
  Result<Json> written_and_carried_out(Json correction, const Touched& before);

  IngestOptions base_;
  std::string (*clock_)();
  FiledJson& documents_;
  std::mutex mending_;
};

}  // namespace jangbu
