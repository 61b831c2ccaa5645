// Replays corrections on a Document that has been normalized and named, before records are read from it: cells get
// Cell::corrected, headings and captions their words, the document its metadata, and everything downstream follows.
//
// Words first, over the whole document; then cells (a record's field is the cell that it was read from), then metadata. Within
// each kind in the set's order. Several corrections of one thing chain: the next expects what the one before has put there. One
// that still expects the source, but wants something else, is a conflict, and the earlier one stays.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corrections/correction_set.h"
#include "jangbu/correction.h"
#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

struct ChangedCell {
  std::size_t table = 0;      // index
  int row = 0, column = 0;    // of the cell's upper left corner
  std::string before, after;  // as read, with blanks collapsed
};

struct ReplayedCorrection {
  const Correction* correction = nullptr;  // of the set
  CorrectionOutcome outcome;               // without records and findings: listing.h fills them in
  std::vector<ChangedCell> cells;
  std::vector<std::pair<std::string, std::string>> headings;  // before and after
  bool every_record = false;                                  // it changed what every record shows
};

// `known`: the records whose ids corrections may name, with their places. Corrections for other documents leave nothing; those
// for records that are not known are left to a later round. A field may be called by its name or by the Korean one that `profiles` give it.
// REQUIRES: Document::id.
std::vector<ReplayedCorrection> replay(Document& document, const CorrectionSet& corrections, const std::vector<Record>& known,
                                       const std::vector<Profile>& profiles = {});

// The steps, for replay.cpp.
void replay_terms(Document& document, const CorrectionSet& corrections, std::vector<ReplayedCorrection>& replayed);
void replay_metadata(Document& document, const std::vector<const Correction*>& corrections, std::vector<ReplayedCorrection>& replayed);

// Does what is printed say what a person has written? Blanks and line ends tell nothing apart, and a plain number stands for the figure
// with its commas; no text, or nothing but blanks, is what a blank cell or a dash prints.
bool same_print(const std::string& text, const std::optional<std::string>& written);

// One thing that corrections change: what the source says there, what corrections have made of it. For chaining.
class CorrectedText {
 public:
  explicit CorrectedText(std::vector<std::string> source) : source_(std::move(source)) {}  // its readings: printed, repaired

  // Sets state, before and messages. True: `correction.value` is what stands there now.
  bool apply(const Correction& correction, CorrectionOutcome& outcome);

 private:
  std::vector<std::string> source_;
  std::string now_, by_;  // the last value and whose it is
};

}  // namespace jangbu
