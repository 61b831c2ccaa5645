// The shelf: what an output folder holds, and which of its documents speak.
//
// Several files may carry one report: an edition that corrects another (same format, other bytes), and renditions (the same
// report as HWP and as PDF). Each keeps its own file under documents/; the records of a report come once, from its latest
// edition in the form with the most exact grid: HWPX, HWP, HWPML, HWP 3, PDF, text. Files that share few rows are two reports.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/result.h"
#include "loader/json_writer.h"

namespace jangbu {

struct ShelvedFinding {
  std::string severity, kind, line;
};

struct ShelvedDocument {
  std::string id, report, path, sha256, format;  // `report`: records/identity.h report_key; empty: never merged
  std::string dated;                             // when the file says it was last changed; orders editions
  std::vector<std::pair<std::string, std::string>> records;  // record id and line
  std::vector<std::string> record_types;                     // beside `records`
  std::vector<ShelvedFinding> findings;                      // in order
  std::string json;      // the whole file; empty for a document of an earlier run that is to stay as it is
  Edition edition, written;  // as it is, and as `json` says
  std::string state = "ingested";  // ingested | rendition | superseded
  std::string of;                  // the document that speaks for it
  bool fresh = false;              // read in this run
};

// The documents of earlier runs. Errors: output_damaged.
Result<std::vector<ShelvedDocument>> read_shelf(const std::filesystem::path& output);

// Sets state, of and edition; rewrites `json` where the edition is not the first. Sorted by id afterwards.
void settle_shelf(std::vector<ShelvedDocument>& documents);

}  // namespace jangbu
