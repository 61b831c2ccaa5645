// What an ingest has to do with each input, and why: decided from stamps and hashes before any document is read.
//
// A stamp that is as it was (and was old enough to prove it) saves the hash; a hash that is as it was, made by the same tool with the
// same profiles, limits and corrections under the same name, saves the reading. Nothing else does.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "jangbu/error.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "pipeline/inputs.h"
#include "store/known.h"

namespace jangbu {

struct Step {
  enum class Do {
    kRead,        // the document has to be read
    kKeep,        // `document` is what it would give
    kStillFails,  // with `error`, as it did before
    kFollow,      // the same bytes as step `leader`: whatever becomes of that one
    kStop,        // not reached: the run was stopped
  };
  Do what = Do::kRead;
  std::string why;  // "new", "changed", "unchanged", … one of those in schemas/v1/run.schema.json
  Input input;
  KnownInput seen;        // to be remembered: stamp, hash, and for a failure since when and how often
  std::string bytes;      // kRead: those that were hashed, where they are few enough to be held until then; else empty
  bool remember = false;  // `seen` is not what the state holds
  std::size_t leader = 0;
  std::string document;  // id
  std::string before;    // the document that other bytes gave which stood at this place; empty: none
  std::optional<Error> error;
};

// What is known of the files to be planned, and the answers to what comes up while they are looked at.
struct Planning {
  std::map<std::string, KnownInput> inputs;  // by location; more come from `others`
  std::function<Result<std::vector<KnownDocument>>(const std::string& sha256)> documents_with_hash;
  // Files of this run that are not in the plan, though what becomes of them depends on what becomes of files with these bytes: those that
  // have the same. Puts what is known of them into `inputs`. May be empty: there are none.
  std::function<Result<std::vector<Input>>(const std::set<std::string>& hashes, std::map<std::string, KnownInput>& inputs)> others;
  // The stamp of corrections that a document would have now. May be empty: none touches any.
  std::function<Result<std::string>(const KnownDocument&)> corrections;
  Making made;  // what a document read now would be made with, but for corrections
  Limits limits;
  bool force = false;         // read everything
  bool retry = false;         // read again what failed
  bool has_password = false;  // what was encrypted may open now
  unsigned jobs = 0;
  std::function<bool()> stop;  // asked between files, by one thread at a time
};

// One step for each file that is still there, in the order of shown paths and locations. Errors: those of the functions above.
Result<std::vector<Step>> make_plan(const std::vector<Input>& files, Planning planning);

// In place of a location, for an input of which only its shown path is known (from quarantine.ndjson, after the state was lost).
std::string unknown_location(const std::string& shown);

// All limits as one text: another limit may give another outcome.
std::string limits_key(const Limits& limits);

}  // namespace jangbu
