// A figure counts once. Reports print the same figures again and again: an overview and the details, a programme under its initiative and
// in the list at the end. Over the records that count, a sum has nothing twice and gives the report's own total, as far as that adds up.
//
// - A record that says again what another record says, `repeats` it: the same kind, year and date, the same name (or a total beside a
//   total), and more of the amounts that both print agree than differ. The one of the longer table stands for it, as the more detailed.
// - Only leaves count: rows that have no rows below them in their table; and none below a row that repeats another.
// - Rows of tables without a total are parts of what the office's own table adds up, where there is one of the same kind, year and
//   amounts: they do not count, though nothing may repeat them to the letter.
#pragma once

#include <vector>

#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

// Sets `counted` and `repeats` of records that are all of one document, once their values stand. Records that have no figure do not count.
void count_once(std::vector<Record>& records, const std::vector<Profile>& profiles);

}  // namespace jangbu
