// What only several reports together show: last year's figures in this year's report (audit/cross_document.h), from the record
// lines of an output folder.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/cross_document.h"
#include "jangbu/record.h"
#include "jangbu/result.h"
#include "records/profile.h"

namespace jangbu {

// Most lines print nothing of the year before, and most reports have no neighbour in the folder: all lines are offered to ask(),
// and only where wants_answers() says so once more to answer(). Lines of other kinds are passed over.
class AcrossReports {
 public:
  void ask(std::string_view record_line);     // keeps rows that print last year's figures
  bool wants_answers() const { return !wanted_.empty(); }
  void answer(std::string_view record_line);  // keeps rows of the offices and years that were asked for

  // Findings of all lines together, in a fixed order, whatever the order of lines.
  std::vector<Finding> findings(const std::vector<Profile>& profiles) const;

 private:
  std::vector<YearRow> rows_;
  std::set<std::string> wanted_;  // `"organization":"…"` and year, as record lines spell them
};

// `document`: its file as it stands under documents/. Gives it with its `cross_document` findings made anew, before those of other
// renditions. Statuses of records follow. A pure function; doing it twice changes nothing. Errors: output_damaged.
Result<std::string> with_findings_across(std::string_view document, const std::vector<Finding>& findings);

}  // namespace jangbu
