// Figures with what they count, in running text: `656억원`, `26억`, `3억 5천만원`, `1,081명`, `41개소`, `신규19`.
//
//   656억원       → 65,600,000,000 of 원, printed to 100,000,000      1조 2,345억원 → one quantity
//   41개소        → 41 of 개소, exact                                 1,815.6㎡     → printed to 0.1
//   신규19        → 19 of nothing that is said
//   ’21.8.13., 5.12.~6.10., 15.2%, 제10조, 3층, 2~3건, 약 20명, 30여명 → none: dates, shares, names, ranges, about so many
//
// Positions are code points of the text as given to the function. Cost: linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "arithmetic/interval.h"

namespace jangbu {

struct Quantity {
  std::size_t begin = 0, end = 0;  // code points, the counter included
  Printed figure;                  // in won where the counter is 원; step 0: counted, exact
  long double scale = 1;           // what one unit of the printed number stands for: 100,000,000 for 억원 and 억
  std::string counter;             // "원", "명", "개소"; empty where nothing follows the number (or only 억, 만 …)
  bool plain = false;              // a number alone: neither counter nor scale
};

// From left to right, none overlapping.
std::vector<Quantity> quantities_in(std::u32string_view text);

// Full-width digits, letters and signs as plain ones, code point for code point.
std::u32string plain_width(std::u32string text);

}  // namespace jangbu
