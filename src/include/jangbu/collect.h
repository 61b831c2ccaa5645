// Collect: the output folders of several machines become one.
//
//   jangbu::CollectOptions options;
//   options.folders = {"서울/out", "부산/out"};
//   options.output = "모음";
//   auto summary = jangbu::collect(options, observer);
//
// No report is read again. Editions, renditions and comparisons over years are settled as if one machine had read all: documents/,
// records/, findings.ndjson and the ledger are what one ingest() over the inputs of all gives, in any order of the folders. Again, after
// the folders have changed: only what changed in them is taken, and what is gone from one of them leaves.
//
// Corrections were applied where the reports were read, and stay applied. The folders are only read; one that an ingest is writing into
// gives what stands in it at that moment.
//
// Thread rule: as ingest().
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"

namespace jangbu {

struct CollectOptions {
  std::vector<std::filesystem::path> folders;  // outputs of ingest() or collect()
  std::filesystem::path output;
  std::string profiles;  // those that the folders were read with; empty: those built in
  bool wait = false;     // as of ingest()
  LedgerOptions ledger;  // as of ingest()
};

// Outcomes are those of documents that came or changed. Errors: path_missing (a folder that is no output), output_foreign (one of them is
// the output, or stands in it), and those of ingest() but for its documents.
Result<IngestSummary> collect(const CollectOptions& options, Observer& observer);

// Files of lines that `jangbu worker` wrote: the folder becomes what one ingest() of the same documents gives. A document's place is its
// task's id, and the last line of a place counts; where two of a run are of different bytes, that is told.
struct ResultFilesOptions {
  std::vector<std::filesystem::path> files;  // "-": standard input
  std::filesystem::path output;
  std::string profiles;  // as of collect()
  bool wait = false;     // as of ingest()
  std::string now;       // ISO 8601 time to write where a time is due
  LedgerOptions ledger;  // as of ingest(); an error of it comes after the folder is whole
};

// Errors: path_missing (a file that cannot be read), output_damaged (lines that no worker wrote; all others are in), and those of ingest()
// but for its documents.
Result<IngestSummary> collect_files(const ResultFilesOptions& options, Observer& observer);

}  // namespace jangbu
