// Forms that nobody ruled: lines whose fields are named.
//
//   수신    수신자 참조               보도시점  2024. 6. 21. 11:00    배포  2024. 6. 21. 09:00
//   (경유)
//   제목    훈련 계획 알림            시행  총무과-123  ( 2024. 6. 24. )  접수   (    )
//                                    우  04524  한빛시 새길 12  / http://…
// Heads and feet of letters, memos, press releases: tables without borders for whoever wrote them. The names are those of
// schemas/words.json (field_labels), so that a line of prose is none by chance.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/filled_grid.h"

namespace jangbu {

// Takes the runs of the tables it finds out of `outside`.
std::vector<FilledGrid> find_field_lines(const Page& page, std::vector<const Run*>& outside);

}  // namespace jangbu
