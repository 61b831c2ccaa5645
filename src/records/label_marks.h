// How deep a row's label stands by what is printed in front of it: bullets, else blanks.
//
//   합 계            0
//   □ 국어 진흥      1      bullets have an order of their own: □ above ○ above - above ⋅
//    - 기초 연구     2      rows without one stand above rows with one
//   □ 청사 관리      1
#pragma once

#include <string>
#include <vector>

namespace jangbu {

// For each label its depth; empty where the marks tell nothing apart.
std::vector<int> label_depths(const std::vector<std::string>& printed_labels);

}  // namespace jangbu
