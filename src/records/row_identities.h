// Which identities a record's figures are to keep, and its figures as the arithmetic asks for them.
#pragma once

#include <string>
#include <vector>

#include "arithmetic/identity.h"
#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

// Of one table: those that it prints itself; and those of the profile, for fields of which it prints none.
// REQUIRES: `record` is of that table and of the profile's type. Several forms of one result are alternatives.
std::vector<IdentityForm> identities_of(const Document& document, const Profile& profile, const Record& record);

// A figure of the record by the name of its field, or by `period:phase`. Nothing where the cell prints no figure of one row.
std::optional<RowFigure> figure_of(const Record& record, const std::string& field);

}  // namespace jangbu
