// Money in prose: `656억원(국비26억, 시비 630억)` → 65,600,000,000 won, of which 국비 2,600,000,000 and 시비 63,000,000,000.
//
//   829,200천원      → 829,200,000              3천만원        → 30,000,000
//   35.84억원        → 3,584,000,000            1억 2,500만원   → 125,000,000
//   3조 2,500억원     → 3,250,000,000,000        30여억원        → 3,000,000,000 (about is not kept)
//   △125백만원       → -125,000,000             12,000원        → 12,000
//   700억 규모       → 70,000,000,000           국비 26억       → 2,600,000,000
//   20억 어절, 5만 개, 1,300명, 3원칙, 국립국어원 4대, (단위: 천원) → no money
//   10~20억원        → no amount: a range is no figure
//
// 원 may be missing only where something else says that it is money: the name of a source or of a budget in front (국비, 사업비),
// 규모 behind, or the brackets of an amount. A figure in such brackets that prints no unit at all has the unit of the amount.
//
// `국비 75, 시비 30억원` are two amounts of one unit. `(’22년) 444억원`, `30억원(’25)` and `’23~’27년 205억원` have a period of their own.
//
// Parts are read from brackets that stand right behind an amount and hold nothing but `name figure` items: by source of money or
// by anything else. Whether they add up is for src/audit to say. Cost: linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "jangbu/amount.h"

namespace jangbu {

// Every amount from left to right; those in brackets that were read as parts are parts only. Full-width digits and signs are
// read and given back as plain ones. Amounts beyond 10^17 won are passed over.
std::vector<Amount> amounts_in(std::string_view text);

}  // namespace jangbu
