// 결원 △3: a sign in front of what is short is a way of writing it and no negative. Fields that their profile calls `unsigned` lose it
// where the table's own figures prove that (정원 − 현원 = 3, in two rows or more and in no row the other way); else such a figure is no
// value and stays among the record's `others`.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "records/profile.h"
#include "records/row_reader.h"

namespace jangbu {

void settle_shortages(std::vector<ReadRow>& rows, const Profile& profile, Document& document);

}  // namespace jangbu
