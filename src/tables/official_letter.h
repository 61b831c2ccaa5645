// The head and the foot of an official letter (기안문·시행문).
//
// A regulation gives every Korean public body one form for its letters (「행정 효율과 협업 촉진에 관한 규정 시행규칙」 별지 제1호
// and 제2호서식). Its head names the body, 수신, (경유) and 제목; its foot names who drafted, reviewed and approved (결재), 협조자,
// 시행 with number and date, 접수, and the address. Both are tables without borders, told by these words in this order:
//
//        서 울 특 별 시                       주무관  홍길동   팀장  김철수   과장  전결 06/24
//   수신    수신자 참조                        협조자                              이영희
//   (경유)                                    시행  총무과-123  ( 2024. 6. 24. )  접수  (   )
//   제목    …                                 우  04524  서울특별시 …  / http://…
//                                             전화 02-…  /전송 02-…  / a@seoul.go.kr  / 공개
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/filled_grid.h"

namespace jangbu {

// Takes the runs of the tables it finds out of `outside`.
std::vector<FilledGrid> find_official_letter(const Page& page, std::vector<const Run*>& outside);

}  // namespace jangbu
