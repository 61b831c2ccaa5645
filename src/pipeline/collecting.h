// A run that puts what was read elsewhere into an output folder: the same beginning and end for output folders and for results of workers.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "loader/filed_result.h"
#include "pipeline/shelf.h"

namespace jangbu {

struct CollectingOptions {
  std::filesystem::path output;
  std::string profiles;  // as of collect()
  std::string now;       // as of hold()
  bool wait = false;     // as of ingest()
};

// `take` puts documents and inputs on the shelf, and their outcomes into the summary; what stood there is known to it. Its error ends the
// run. The order is that of ingest(): stock, inputs, settle(), then the gathered files; run.json and the stock's end come last.
Result<IngestSummary> collecting(const CollectingOptions& options, Observer& observer,
                                 const std::function<Status(Shelf&, IngestSummary&)>& take);

// What output folders say (collect.cpp), and what workers answered (collect_results.cpp), onto the shelf; not settled yet. Results may be
// put on another shelf afterwards.
Status take_folders(Shelf& shelf, const std::vector<std::filesystem::path>& folders, Observer& observer, IngestSummary& summary);
Status take_results(Shelf& shelf, std::vector<FiledResult>& results, const std::string& now, Observer& observer, IngestSummary& summary);

}  // namespace jangbu
