// Outlines → `item` records: each initiative and, one record a line, what stands below it.
//
//   Ⅲ. 주요 추진 현안업무                              a chapter (schemas/profiles/item.json)
//     1 서울시민회의 구성·운영                          level initiative   path [서울시민회의 구성·운영]
//       더 많은 시민이 … 구성·운영                      level summary      before the first label
//       □ 사업개요                                   a label: no record, a step of the path
//         ○ 구 성 : 서울 시민 1,081명                  level overview     path […, 사업개요, 구성 : 서울 시민 1,081명]
//           - (임기) 2021. 5월 ~ 2022. 3월            nested in it, period 2021-05 … 2022-03
//       □ 추진현황 …                                  level result       □ 향후계획 … level plan
//
// An initiative is the innermost heading of a chapter, or any heading with labels of at least two kinds below it. Where a chapter
// has no headings, its outermost lines are the initiatives (󰊱 …, □ …). A line without any label above it has the level "line".
// A label may stand in the line itself: `○ (향후 계획) …` is of level plan. Prose without such headings gives no records.
// Steps of a path are cut at kLongestStep code points; a line's whole text is its name. Cost: linear in the document.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/outline_lines.h"
#include "records/profile.h"

namespace jangbu {

inline constexpr std::size_t kLongestStep = 120;

// REQUIRES: profile.outline. `lines`: outline_lines() of the document. Ids stay empty (records/identity.h); `line.above` counts among
// the records returned.
std::vector<Record> read_outline(const Document& document, const std::vector<SignedLine>& lines, const Profile& profile);

// What read_outline and read_duties share: markup and letter spacing off a line's text, logged as repairs of "name".
std::string repaired_line(const std::string& text, std::vector<Repair>& repairs);
// A step of a path.
std::string path_step(const std::string& text);

}  // namespace jangbu
