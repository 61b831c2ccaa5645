// (27,225,918): a figure in brackets is a second measure, and a negative only where the table's own identities prove it: the identity
// holds with the figure below zero, and does not with it above.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "records/profile.h"
#include "records/row_reader.h"

namespace jangbu {

void settle_brackets(std::vector<ReadRow>& rows, const Profile& profile, const Document& document);

}  // namespace jangbu
