// Totals in running text that print their parts beside them:
//
//   656억원(국비26억, 시비 630억)             총 1,234명(남 600, 여 634)
//   총 61개소 (운영 41개소, 조성 중 20개소)     18명 별도(시민참여과 1명, 시민숙의예산과 4명, …)
//   서면(22회)·화상(53회)·대면회의(39회), 총 114회
//   총 114회: 서면 22회, 화상 53회, 대면 39회
//
// Not every list in brackets is one of parts: `100명 중(남 20명)`, `5개 기관(… 등 3개)`, dates, shares and lists whose items count
// other things are left alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/quantity.h"

namespace jangbu {

struct ListedTotal {
  std::string text;  // the words themselves, as printed
  Quantity total;
  std::vector<Quantity> parts;  // at least two, of the total's counter
  bool sure = false;            // the words say that these are all: 총 in front, or 국비 and 시비, 남 and 여
};

// `text` is one paragraph.
std::vector<ListedTotal> listed_totals(std::string_view text);

}  // namespace jangbu
