// Columns that hold parts of a measure: 4급 and 5급 under 정원, 일반회계 beside 계, 행정직 under 직종별 현원.
//
//   | 부서 | 정원 | <   | <   |      | 부서 | 계   | <    | 일반직 | <    |      | 부서 | 현원 | 일반직 | 임기제 |
//   | ^    | 계   | 4급 | 5급 |      | ^    | 정원 | 현원 | 정원   | 현원 |
//   member under measure             measure under member                    measure beside members, proved by their sum
//
// Which words are members of what stands in the profile (breakdowns).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "records/column_evidence.h"
#include "records/columns.h"

namespace jangbu {

// The field that a header means by itself; nullptr: none.
using FieldOfHeader = std::function<const ProfileField*(const std::string& key)>;

// Fills field, dimension and member of columns that have no field yet.
void find_members(std::vector<Column>& columns, const Profile& profile, const std::vector<ColumnEvidence>& evidence, const FieldOfHeader& field_of);


}  // namespace jangbu
