// Which of this run's files have to be looked at more closely: all but those whose stamps prove that nothing changed.
//
// The folder's listing and what the state knows stand in one order, by location, and are walked side by side: one glance at each file, and
// nothing is kept of those that are as they were. What this costs is what listing the folders costs; where the caller knows what may have
// changed (inputs_at), it costs a glance at what the state knows.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/inputs.h"
#include "pipeline/shelf.h"

namespace jangbu {

struct Survey {
  std::vector<Input> files;                 // to be planned: new, changed, failed before, of doubtful stamps, made otherwise
  std::map<std::string, KnownInput> known;  // of these, by location
  std::vector<std::string> gone;            // locations of inputs that stood where this run looked, and are there no more
  std::set<std::string> gone_hashes;        // whose bytes these were
  std::size_t unchanged = 0;
  std::map<std::string, std::size_t> kept;  // empty folders: how many inputs with documents stood in each, and are not taken for gone
};

struct Surveying {
  const Inputs& inputs;  // of all that was given; or, of the locations that may have changed alone (inputs_at), where `given` says of what
  std::vector<std::string> given;  // locations of the given files and folders where the others are taken to stand as they stood
  std::function<bool(const std::string& location)> leave_out;  // files left for a later run; may be empty
  Making made;
  bool allow_empty = false;  // what stood in a folder that is empty now is gone
  bool everything = false;   // no stamp is trusted
};

// Of the inputs that the state knows those that are planned in any case, as no stamp is enough: they failed, are of doubtful stamps, or
// were made otherwise. Errors: those of the state.
Result<std::set<std::string>> doubtful_inputs(Shelf& shelf, const Making& made);

// Errors: those of the state.
Result<Survey> survey(Shelf& shelf, const Surveying& what);

}  // namespace jangbu
