// Lists of duties → `duty` records: one for each duty of each unit.
//
//   부 서       | 주 요 업 무                       a table: cells of several lines, each duty behind a sign
//   시민참여과    | ･ 시민회의 운영 ⏎ ･ 제안 창구 관리   → [시민참여과, 시민회의 운영], [시민참여과, 제안 창구 관리]
//
//   □ 부서별 주요업무                             or lines: units without a sign, or with a higher one than their duties'
//     시 민 참 여 과
//     ･ 시민회의 운영
// What such tables and lists are called, and what a unit's name looks like, stands in schemas/profiles/duty.json. Other columns
// (names, telephone numbers) are not read. A cell that lost its line ends is cut at its own sign: `○ 가 ○ 나`.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/outline_lines.h"
#include "records/profile.h"

namespace jangbu {

// REQUIRES: profile.duties. `lines`: outline_lines() of the document. Sets Table::kind of the tables it reads. Ids stay empty
// (records/identity.h).
std::vector<Record> read_duties(Document& document, const std::vector<SignedLine>& lines, const Profile& profile);

}  // namespace jangbu
