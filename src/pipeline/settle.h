// Which documents speak: editions, renditions, and the names under which the same bytes came.
//
// Several files may carry one report: an edition that corrects another (same format, other bytes), and renditions (the same
// report as HWP and as PDF). Each keeps its own file under documents/; the records of a report come once, from its latest
// edition in the form with the most exact grid: HWPX, HWP, HWPML, HWP 3, PDF, text. Files that share few rows are two reports.
// The renditions are compared with the one that speaks, and where figures differ that one has a finding.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "jangbu/result.h"
#include "records/profile.h"
#include "store/state.h"

namespace jangbu {

// The documents of this run's inputs: id → every path under which its bytes came, sorted.
using Present = std::map<std::string, std::vector<std::string>>;

// Settles all documents of the folder, those of earlier runs too. A document of an earlier run whose file now holds another report
// altogether, or whose bytes now have another id, goes. Files are rewritten only where their edition or paths changed. What is written
// depends on the documents and `present`, not on the order in which they came. Gives the documents as they stand, by id.
// `profiles` name the fields in
// messages. Errors: output_not_writable, output_damaged, those of the state.
Result<std::vector<KnownDocument>> settle(const std::filesystem::path& output, State& state, const Present& present, const std::vector<Profile>& profiles);

}  // namespace jangbu
