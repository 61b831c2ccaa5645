// Files and what is known of them → one step a file: read, keep, follow another with the same bytes, still fails, or stop.
// First pass, in parallel: stamp and hash (look_at). Second pass, in order of names: the first file of each hash leads and is decided, the
// others follow it. The name of the leader becomes the document's, so files that are as they were are drawn in where they share bytes with
// a planned one. Hard case: a file that changes while it is hashed. Its stamp does not prove anything, and the next run hashes it again.
// Cost: one stat a file, and one reading of those whose stamp does not prove that they are as they were.
//
//   known stamp, old enough                kKeep, by the survey, without opening it
//   other stamp, same hash, same making    kKeep, with the new stamp
//   same hash, another tool or profiles    kRead, "tool changed", "profiles changed"
//   same hash as a file before it          kFollow
//   same bytes that failed                 kStillFails, unless asked for or of a kind that passes
#include "pipeline/plan.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <tuple>

#include "corrections/correction_set.h"
#include "loader/atomic_file.h"
#include "pipeline/workers.h"
#include "text/hash.h"

namespace jangbu {
namespace {

// Why what was made by `then` has to be made again by `now`; empty if it has not.
// The reasons are words of run.json (`why`); the first that holds is told.
std::string why_again(const Making& then, const Making& now) {
  if (then.tool.empty()) return "state lost";
  if (then.tool != now.tool) return "tool changed";
  if (then.limits != now.limits) return "limits changed";
  if (then.profiles != now.profiles) return "profiles changed";
  if (!touched_alike(then.corrections, now.corrections)) return "corrections changed";
  return {};
}

// Files that are hashed here and not known yet are mostly read next. As far as they are small they are held until then, which saves opening
// and hashing them again; of a run of many files, the first.
constexpr std::uint64_t kSmall = 4ull << 20;
constexpr std::int64_t kHeldTogether = 32ll << 20;

// Fills in stamp, hash and bytes, from what is known if that can be trusted. A file that cannot be read is an error of its own.
// `room`: how much more may be held.
void look_at(Step& step, const KnownInput* known, const Limits& limits, std::atomic<std::int64_t>& room) {
  step.seen.location = step.input.location;
  step.seen.shown = step.input.shown;
  const auto stamp = stamp_of(step.input.path);
  if (known && known->stamp_proves && stamp && *stamp == known->stamp && !known->sha256.empty()) {
    // As it was: neither opened nor hashed.
    step.seen = *known;
    step.seen.shown = step.input.shown;
    step.remember = known->shown != step.input.shown;
    return;
  }
  step.remember = true;
  Sha256 hash;
  // The time before the file is opened: a stamp as young as this does not prove that nothing was written after.
  const std::int64_t begin = nanoseconds_now();
  const auto size = static_cast<std::int64_t>(stamp ? stamp->size : 0);
  bool held = stamp && stamp->size <= kSmall && room.fetch_sub(size) >= size;
  const auto read = read_in_pieces(
      step.input.path, limits.file_bytes,
      [&](std::string_view piece) {
        hash.add(piece);
        held = held && step.bytes.size() + piece.size() <= stamp->size;  // it may be growing
        if (held) step.bytes += piece;
      },
      step.input.within);
  if (!held) step.bytes.clear();
  if (!read) {
    step.error = read.error();
    return;
  }
  step.seen.stamp = *read;
  // The clock of file systems is coarse: a second write within its tick leaves the same stamp (the "racy" problem that git knows, too).
  step.seen.stamp_proves = !is_racily_young(*read, begin);
  step.seen.sha256 = hash.hex();
}

// The document that these bytes gave, best the one under this name.
const KnownDocument* document_of(const Step& step, const std::vector<KnownDocument>& documents) {
  const KnownDocument* found = nullptr;
  for (const KnownDocument& document : documents) {
    if (!found || document.path == step.input.shown) found = &document;
  }
  return found;
}

// Deleted or moved away since the folder was listed: no input any more. (A link that leads nowhere still stands there.)
bool vanished(const Step& step) {
  std::error_code error;
  return step.error && step.error->code == ErrorCode::kPathMissing &&
         std::filesystem::symlink_status(step.input.path, error).type() == std::filesystem::file_type::not_found;
}

void carry_failure(Step& step, const KnownInput* known) {
  // The same bytes: they have been failing since then.
  if (!known || !known->error || known->sha256 != step.seen.sha256) return;
  step.seen.since = known->since;
  step.seen.attempts = known->attempts;
}

// A failure that may end without the file changing: a passing one (is_passing), or an encrypted file now that a password is given.
bool may_go_away(const Error& error, const Planning& planning) {
  if (is_passing(error.code)) return true;
  return planning.has_password && (error.code == ErrorCode::kEncrypted || error.code == ErrorCode::kPasswordWrong);
}

// Three cases: the bytes cannot be read now; they failed before; they gave a document. What is left is new or changed.
Status decide(Step& step, const KnownInput* known, const KnownDocument* document, const Planning& planning) {
  carry_failure(step, known);
  if (step.error) {
    // Its bytes could not be read. That is tried in every run, and counts as another attempt only where one was asked for.
    step.what = Step::Do::kStillFails;
    const bool same = known && known->error && known->error->code == step.error->code;
    step.why = !same ? "new" : planning.force ? "forced" : planning.retry ? "retried" : "unchanged";
    if (step.why == "unchanged") {
      step.seen.error = step.error;
      step.seen.made = known->made;
      step.remember = *known->error != *step.error;
    }
    return Done{};
  }
  // The same bytes failed: whatever was read from this path before that is another matter.
  const bool failed_before = known && known->error && known->sha256 == step.seen.sha256;
  if (planning.force && (document || failed_before)) {
    step.why = "forced";
  } else if (failed_before) {
    step.why = why_again(known->made, planning.made);
    if (step.why.empty() && (planning.retry || may_go_away(*known->error, planning))) step.why = "retried";
    if (step.why.empty()) {
      step.what = Step::Do::kStillFails;
      step.why = "unchanged";
      step.error = known->error;
      step.seen.error = known->error;
      step.seen.made = known->made;
    }
  } else if (document) {
    Making now = planning.made;
    if (planning.corrections) {
      auto stamp = planning.corrections(*document);
      if (!stamp) return stamp.forward();
      now.corrections = std::move(*stamp);
    }
    // The name is part of the document (its title may come from it): a renamed file is read again.
    step.why = document->path != step.input.shown ? "renamed" : why_again(document->made, now);
    if (step.why.empty()) {
      step.what = Step::Do::kKeep;
      step.why = "unchanged";
      step.document = document->id;
      step.seen.made = planning.made;
      // Written only where the state would say something else: a run over unchanged files writes nothing.
      step.remember =
          step.remember || !known || known->document != document->id || known->made != planning.made || known->error.has_value();
      step.seen.document = document->id;
    }
  } else {
    step.why = known && !known->sha256.empty() ? "changed" : "new";
  }
  return Done{};
}

}  // namespace

Result<std::vector<Step>> make_plan(const std::vector<Input>& files, Planning planning) {
  std::vector<Step> steps;
  // By location, else as an input whose location got lost with the state.
  const auto known_of = [&](const Step& step) -> const KnownInput* {
    auto found = planning.inputs.find(step.input.location);
    if (found == planning.inputs.end()) found = planning.inputs.find(unknown_location(step.input.shown));
    return found == planning.inputs.end() ? nullptr : &found->second;
  };
  std::mutex asking;
  std::atomic<std::int64_t> room{kHeldTogether};
  // Steps are made before the threads start: the vector must not grow under them.
  const auto look_at_these = [&](const std::vector<Input>& more) {
    const std::size_t first = steps.size();
    for (const Input& input : more) {
      Step& step = steps.emplace_back();
      step.input = input;
      step.what = Step::Do::kStop;
    }
    // A step that no thread came to keeps kStop.
    in_parallel(more.size(), planning.jobs, [&](std::size_t i) {
      Step& step = steps[first + i];
      look_at(step, known_of(step), planning.limits, room);
      step.what = Step::Do::kRead;
      const std::lock_guard lock(asking);
      return !planning.stop();
    });
  };
  look_at_these(files);
  if (planning.others) {
    std::set<std::string> hashes;
    for (const Step& step : steps) {
      hashes.insert(step.seen.sha256);
      if (const KnownInput* known = known_of(step)) hashes.insert(known->sha256);
    }
    // Files without a hash (unreadable) have nothing in common.
    hashes.erase("");
    // Only now is it known which hashes are concerned; these files are looked at in a second round.
    const auto others = planning.others(hashes, planning.inputs);
    if (!others) return others.forward();
    look_at_these(*others);
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
      return std::tie(a.input.shown, a.input.location) < std::tie(b.input.shown, b.input.location);
    });
  }

  std::erase_if(steps, vanished);

  std::map<std::string, std::size_t> leaders;  // by hash: the first in order of names gives the document its name
  for (std::size_t i = 0; i < steps.size(); ++i) {
    Step& step = steps[i];
    if (step.what == Step::Do::kStop) continue;
    std::vector<KnownDocument> documents;
    if (!step.seen.sha256.empty()) {
      const auto [leader, first] = leaders.emplace(step.seen.sha256, i);
      if (!first) {
        carry_failure(step, known_of(step));
        step.what = Step::Do::kFollow;
        step.leader = leader->second;
        const KnownInput* known = known_of(step);
        step.why = !known ? "new" : known->sha256 == step.seen.sha256 ? "unchanged" : "changed";
        continue;
      }
      auto found = planning.documents_with_hash(step.seen.sha256);
      if (!found) return found.forward();
      documents = std::move(*found);
    }
    // The document that stood at this path until now: this one takes its place.
    if (const KnownInput* known = known_of(step); known && known->sha256 != step.seen.sha256) step.before = known->document;
    if (Status status = decide(step, known_of(step), document_of(step, documents), planning); !status) return status.forward();
  }
  for (Step& step : steps) {
    // Only those to be read need the bytes.
    if (step.what != Step::Do::kRead) step.bytes = {};
  }
  return steps;
}

std::string unknown_location(const std::string& shown) { return "?" + shown; }

// Every limit that may change what a document gives. One that is forgotten here would leave documents as an older limit made them.
std::string limits_key(const Limits& limits) {
  std::string key;
  const auto add = [&](auto limit) { key += std::to_string(limit) + ","; };
  add(limits.file_bytes);
  add(limits.pages);
  add(limits.nesting);
  add(limits.cells);
  add(limits.inflated_bytes);
  add(limits.text_code_points);
  add(limits.page_objects);
  add(limits.seconds);
  add(limits.cpu_seconds);
  add(limits.reader_bytes);
  add(limits.answer_bytes);
  return key;
}

}  // namespace jangbu
