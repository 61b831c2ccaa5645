// What workers answered, put into an output folder as if the documents had been read here.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "loader/filed_result.h"

namespace jangbu {

struct ResultsOptions {
  std::filesystem::path output;
  std::string profiles;       // as of collect()
  bool wait = false;          // as of ingest()
  std::string now;            // ISO 8601 time to write where a time is due
  LedgerOptions ledger = {};  // as of ingest(); an error of it comes after the folder is whole
};

// Once it ends well all of them stand on the disk: whoever handed them over may forget them. The same again changes nothing, in any order:
// of one place the file that was handed in last counts, and of one task an answer that has a document. Outcomes are those of the results
// that counted. Errors: as of collect(), but for its folders.
Result<IngestSummary> collect_results(std::vector<FiledResult> results, const ResultsOptions& options, Observer& observer);

// Several batches of one run, told as one. Outcomes are kept only where `with_outcomes`: who goes on for months keeps counts.
void add_batch(IngestSummary& all, IngestSummary batch, bool with_outcomes);
// By path, as ingest() tells them; those of one path stay in the order in which they came.
void sort_outcomes(IngestSummary& all);

}  // namespace jangbu
