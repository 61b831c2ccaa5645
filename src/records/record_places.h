// Where each record stands among the others of its table: parent, role, level, and the path from the total's children down.
#pragma once

#include <vector>

#include "records/profile.h"
#include "records/row_reader.h"

namespace jangbu {

// `rows`: of one table, or of those of its parts that belong together, in printed order. Parents are indices into `rows`.
void place_records(std::vector<ReadRow>& rows, const Profile& profile);

}  // namespace jangbu
