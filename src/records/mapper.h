// Tables → records: picks the profile that reads a table, maps its columns to fields and its rows to records.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

// Sets Table::kind (and unit and as_of where only a caption further up has them) and adds repairs and diagnostics to the
// document. `lexicon`: of the same profiles. Records come in the order of tables and rows; their ids stay empty (records/identity.h).
std::vector<Record> map_records(Document& document, const std::vector<Profile>& profiles, const Lexicon& lexicon);

}  // namespace jangbu
