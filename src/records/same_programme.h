// Rows of two tables that name one programme though their letters differ: another spelling, or damage by OCR.
//
//   서울혁신파크 조성          643,497  550,061      서울혁신파크 조성사업        643,497  550,061
//   시민참여형 의사결정을 위한 …  295,000  130,000      사민참여형 와일정을 위한 …   295,000  130,000
//
// The figures beside the names are the evidence: no pair without an amount that both print, and none where more of the amounts
// differ than agree. A name that stands letter by letter in both tables is not looked at, nor one with two candidates alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

struct SameProgramme {
  std::size_t a = 0, b = 0;        // indices of records of different tables, a < b
  double likeness = 0;             // 1: letter by letter
  int agreeing = 0, compared = 0;  // amounts that both print
};

// All letters of the shorter name stand in the longer one, in their order: 조성 and 조성사업, 갈등 조정 and 맞춤형 갈등 조정. That is
// another spelling, never damage. Over label_key().
bool one_shortens_other(std::string_view a, std::string_view b);

// Cost: pairs that share an amount, and no amount that more than a few dozen rows share.
std::vector<SameProgramme> same_programmes(const std::vector<Record>& records, const std::vector<Profile>& profiles);

}  // namespace jangbu
