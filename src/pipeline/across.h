// What only several reports together show: last year's figures in this year's report (audit/cross_document.h), from the record
// lines of an output folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/cross_document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

class AcrossReports {
 public:
  // One line of records/*.ndjson of a document that speaks for its report. A line that prints nothing of a year to compare is
  // passed over, and so is one that is no record.
  void add(std::string_view record_line);

  // Findings of all lines together, in a fixed order, whatever the order of lines.
  std::vector<Finding> findings(const std::vector<Profile>& profiles) const;

 private:
  std::vector<YearRow> rows_;
};

}  // namespace jangbu
