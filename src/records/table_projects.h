// Whose costs a table tells: the project that its own title names (〈무루항 정비사업 투자계획〉), else the item of the outline that it
// stands below.
//
//   ▣ 청과동 현대화 사업                    the project
//     ○ 사업비 : 1,240억원                  a line of it that says what it costs, how long it takes or how large it is
//       재원 | 총사업비 | '24년까지 | …      a table whose rows are sources of money: project = 청과동 현대화 사업
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "meaning/lexicon.h"
#include "records/profile.h"

namespace jangbu {

// Sets Record::project of records of costs that have none, where all rows of their table are sources of money, totals or measures: those of
// tables that list projects say by their own labels which they are. `records`: of tables and lines, with ids.
void name_projects(const Document& document, const std::vector<Profile>& profiles, const Lexicon& lexicon, std::vector<Record>& records);

}  // namespace jangbu
