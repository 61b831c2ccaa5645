// Records that stand in lines instead of table rows: items of outlines, duties of units.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

// By profile, then in reading order, with their ids. `report_key`: records/identity.h. REQUIRES: tables are named and mapped.
std::vector<Record> read_line_records(Document& document, const std::vector<Profile>& profiles, const std::string& report_key);

// Few records in front of many: a report may have thousands of lines, a record is large, and what is put behind the few stands in memory
// twice until it is all there.
void put_before(std::vector<Record> few, std::vector<Record>& many);

}  // namespace jangbu
