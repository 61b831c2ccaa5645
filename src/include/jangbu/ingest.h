// Ingest: reports in, audited records out. The command `jangbu ingest` is a thin wrapper around this.
//
//   jangbu::IngestOptions options;
//   options.inputs = {"inbox"};
//   options.output = "out";
//   auto summary = jangbu::ingest(options, observer);
//
// What it writes is described in schemas/v1. Files are replaced atomically; documents of earlier runs into the same folder
// stay. The same inputs give the same bytes, whatever `jobs`, the machine, the order of arrival or what earlier runs did; only
// run.json, which tells what the run had to do, and since when and how often something failed are history.
//
// What a run costs depends on what changed, not on what is there, but for one glance at each file of the given folders.
//
// What is in already is not read again, unless its bytes, its name, the tool, the limits, the profiles or a correction that touches it
// changed: `.jangbu/` in the output folder remembers. Deleting that costs a run that reads everything, never data. A run that is killed at
// any moment leaves whole files; the next run brings the output to where an undisturbed one would have.
//
// Thread rule: one ingest per output folder at a time, across processes too; the observer is called from several threads, one call at a
// time.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "jangbu/correction.h"
#include "jangbu/diagnostic.h"
#include "jangbu/limits.h"
#include "jangbu/reader_child.h"
#include "jangbu/result.h"

namespace jangbu {

// What became of one input.
struct Outcome {
  std::string path;    // as shown: relative to the folder that was given
  std::string sha256;  // empty where the bytes could not be read
  std::string state;   // "ingested", "unchanged", "duplicate" (same bytes as another), "rendition", "superseded", "quarantined", "stopped";
                       // of submit(): "submitted"
  std::string why;  // why it was read, "new", "changed", "profiles changed", …, or "unchanged": it was not (schemas/v1/run.schema.json)
  std::string document_id;  // empty if failed
  std::string of;           // document that a duplicate, rendition or superseded edition belongs to
  std::optional<Error> error;
  std::vector<Diagnostic> warnings;
  std::size_t records = 0, findings = 0;
};

struct IngestSummary;
struct WatchStatus;  // watch.h

// Told about progress and problems; does nothing by default. The library itself never prints.
class Observer {
 public:
  enum class Level { kDebug, kInfo, kWarning, kError };
  virtual ~Observer() = default;
  virtual void started(std::size_t /*inputs*/) {}
  virtual void finished(const Outcome& /*outcome*/, double /*seconds*/) {}
  virtual void log(Level /*level*/, const std::string& /*message*/) {}
  // The same, of what the catalogue has a message for (schemas/messages.json): its code, and its arguments as names and values. Without an
  // own one it is logged in English.
  virtual void notice(Level level, const std::string& code, const std::vector<std::pair<std::string, std::string>>& arguments);
  // Another process holds the output folder, and options.wait is set: called until it does not.
  virtual void waiting(const std::string& /*holder*/) {}
  // Of watch() only: how it stands, told often; and each time that something was read.
  virtual void watching(const WatchStatus& /*status*/) {}
  virtual void batch(const IngestSummary& /*summary*/) {}
  virtual int stop_signal() { return 0; }  // asked between documents: the number of the signal that asks to stop, or 0
};

// A ledger in PostgreSQL that many processes fill, beside the output folder (docs/scale.md). What the URI leaves out comes from where libpq
// looks: PGHOST, PGPASSWORD, .pgpass, service files. Nothing that is told or written names its password.
struct LedgerOptions {
  std::string url;          // postgresql://user@host:port/database; empty: none
  unsigned patience = 300;  // seconds without a server until it is an error
};

struct IngestOptions {
  std::vector<std::filesystem::path> inputs;  // files and folders; folders are walked, hidden files passed over
  std::filesystem::path output;
  std::string profiles;  // folder of table profiles; empty: those built in
  // Folder of corrections to replay, which the output remembers; empty: the one that it remembers, if there is one.
  std::filesystem::path corrections;
  bool no_corrections = false;  // leave out those that it remembers, in this run
  std::string password;         // for encrypted documents
  unsigned jobs = 0;            // documents at a time; 0: one for each processor
  bool force = false;           // read everything again
  bool retry = false;           // read again what failed, though nothing changed
  // What is gone from a folder that was read whole leaves the output; but for a given folder that has no file at all, which may only be not
  // mounted: true: also then.
  bool allow_empty = false;
  // Documents to take out of the output, each by its id, the beginning of its id, or its path; with the inputs that gave them.
  std::vector<std::string> forget;
  bool wait = false;  // where another process holds the output folder: wait for it, rather than fail
  // Files, by absolute path, that are left for a later run as if they had not been looked at; empty: none.
  std::function<bool(const std::string& location)> leave_out;
  // For callers that hear of changes, as watch() does: the files, by absolute path, that came or changed since a run over the same inputs
  // went to its end. The folders are not listed then, and what is not named is taken to stand as it stood; nothing is noticed to be gone.
  // None: everything is looked at.
  std::optional<std::set<std::string>> changed;
  Limits limits;
  std::filesystem::path reader;  // program that reads documents in child processes (reader_child.h); empty: they are read in this process
  std::shared_ptr<ReadyReader> ready_reader;  // the first of these children, if it is there already (reader_child.h)
  Sandbox sandbox = Sandbox::kAuto;           // of these children
  // Links in a folder that lead out of it are passed over and told, so that who may write into an inbox cannot have the files of others
  // read; true: they are followed, but for those to folders.
  bool follow_links = false;
  std::string now;       // ISO 8601 time to write where a time is due (quarantine)
  LedgerOptions ledger;  // gets what stands in the output once that is whole
};

// A document that left the output, since its file left the folders that were read, or it was to be forgotten.
struct Removed {
  std::string path, document_id;
  std::vector<std::string> still_at;  // forgotten: where its file stands nevertheless; the next run over that folder reads it again
};

struct IngestSummary {
  // Of the inputs that this run had to look at, sorted by path: new, changed, failing, and those that depend on such. The others, whose
  // stamps proved that nothing had changed, are only counted: how all inputs stand is in the ledger.
  std::vector<Outcome> outcomes;
  std::size_t inputs = 0;     // all files that were given, but for those left out
  std::size_t documents = 0;  // inputs that are in
  std::size_t unchanged = 0;  // of these, not read in this run: nothing had changed
  std::size_t failed = 0;
  int stop_signal = 0;                          // what the observer answered; 0: the run went to its end
  std::map<std::string, std::size_t> records;   // by type: of the whole output folder
  std::map<std::string, std::size_t> findings;  // by severity: of the whole output folder
  std::map<std::string, std::size_t> findings_by_kind;
  std::vector<std::pair<std::string, std::size_t>>
      unknown_words;                            // of headings of what was read: how many columns each kept without a field; most first
  std::vector<CorrectionStanding> corrections;  // in the order of corrections.ndjson
  std::string corrections_folder;               // where they are, if there are any; absolute
  bool corrections_left_out = false;            // this run did without them
  std::vector<Removed> removed;                 // by path
  std::string ledger;                           // in PostgreSQL that was to get it, without its password; empty: none
  std::optional<Error> ledger_error;            // why it did not get all: the output folder is whole, and the next run puts what is missing
  std::vector<std::string> other_formats;       // files in the given folders that are of no format that is read (.xlsx, .zip): sorted paths
};

// 0 all documents are in, and all corrections; 3 some failed, or some corrections were refused, stale, unmatched or in conflict, or the
// ledger in PostgreSQL did not get all, the rest is in; 1 none is in; 128 + signal where one stopped the run.
int exit_code_of(const IngestSummary& summary);

// What ingest() with these options would read, and why, without doing it: outcomes of the state "ingested" for what would be read;
// "duplicate" where it has the bytes of another; "quarantined" for what failed and would not be tried again; those that nothing has changed
// of are counted. The output folder is left as it is. Errors: as of ingest().
Result<IngestSummary> look_ahead(const IngestOptions& options, Observer& observer);

// Errors: output_not_writable, output_damaged, output_held, profile_invalid, path_missing (the corrections folder), ledger_refused (known
// before anything was read). A document or a correction that fails is an outcome, not an error.
Result<IngestSummary> ingest(const IngestOptions& options, Observer& observer);

}  // namespace jangbu
