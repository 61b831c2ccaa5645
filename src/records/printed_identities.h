// The identities that a table prints itself: letters over its columns, 증감(B-A), 집행률(C/A), 총사업비(A+B); and a 소계 or 계 that stands
// in one group with the columns it adds up.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "records/table_reading.h"

namespace jangbu {

// Only those whose columns all have fields of the reading's profile. `table`: an index into Document::tables.
void add_printed_identities(const PartReading& reading, std::size_t table, std::vector<PrintedIdentity>& out);

}  // namespace jangbu
