// What became of a correction in one document.
//
// A correction is a person's change to what was read, kept in a file of its own and replayed on every run
// (schemas/v1/corrections.schema.json). It never changes what the source says: cells keep their text, ids come from the
// uncorrected report, and every correction that was meant for a document leaves an outcome there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

enum class CorrectionState {
  kApplied,
  kStale,      // the source does not say (any more) what the correction expects
  kUnmatched,  // nothing stands where it points
  kConflict,   // an earlier correction has changed the same thing to something else
};
std::string_view correction_state_name(CorrectionState state);

// A finding that stands on one side of a correction only.
struct ChangedFinding {
  std::string id, kind, message_ko, message_en;
};

struct CorrectionOutcome {
  std::string correction;  // its id
  CorrectionState state = CorrectionState::kUnmatched;
  std::string table;  // the cell, where it is about one; else empty and -1
  int row = -1, column = -1;
  std::string field;                     // of the record or the document, where it is about one
  std::string before, after;             // as printed; `after` is empty unless applied
  std::size_t places = 0;                // cells, headings and captions that it changed
  std::vector<std::string> record_ids;   // the records that it is listed on, sorted
  std::vector<ChangedFinding> vanished;  // findings that the report had without the corrections
  std::vector<ChangedFinding> appeared;  // findings that it has only with them
  std::string message_ko, message_en;    // why it is not applied; empty if it is
};

// What became of a correction over all documents of an output folder.
struct CorrectionStanding {
  std::string correction;            // its id; empty where it cannot be used
  std::string file;                  // where it is written: relative to the corrections folder
  std::optional<std::size_t> index;  // place in that file, from 0; nothing: the file as a whole
  std::string state;                 // applied | stale | unmatched | conflict | refused
  std::string message;               // why it is not applied
  std::string message_ko = {};       // the same in Korean; empty where there is only the other
};

}  // namespace jangbu
