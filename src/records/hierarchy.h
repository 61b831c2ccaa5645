// Which row is part of which: 합계 → 부서 → 세부사업.
//
// Reports show it by bullets, by indentation, by label or not at all, and extraction loses some of these. The figures tell it best: a row
// that is the sum of the rows below it, in most of its columns, is their parent, even where one of the columns is misprinted.
// Where sums are silent or contradict themselves, bullets and indentation decide (□ above ○ above -), and then labels: rows that
// name offices stand above rows that do not.
//
//   합 계        78,850 67,988        total
//   시민참여과    4,371  3,562          ├ subtotal
//   서울시민회의    475    451          │  └ item
//   …
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "arithmetic/interval.h"
#include "jangbu/record.h"

namespace jangbu {

struct HierarchyRow {
  std::string label;                            // repaired
  bool office = false;                          // the label names an office (과, 담당관, 국 …)
  std::vector<std::optional<Printed>> figures;  // additive columns only; all rows of one table have as many
  std::string printed = {};                     // the label before repair: bullets and blanks in front (label_marks.h)
  int indent = 0;                               // the label column it stands in, where those further out are left blank for it
  std::string source = {};                      // of funds, as an atom of the lexicon: source.central of 국비
};

struct RowPlace {
  std::optional<int> parent;
  RowRole role = RowRole::kItem;
};

bool is_total_label(std::string_view label);     // 합계, 총계, 계, 총합계, 총괄
bool is_subtotal_label(std::string_view label);  // 소계, 중계
bool is_rest_label(std::string_view label);      // 기타, 그 밖의 사업, 나머지: whatever the rows beside it are not

// What a row is of: its own label; of 소계 or 계 the label that it is printed beside (일반회계 | 소계). Its figures are those of no other
// thing.
const std::string& row_subject(const Record& record);

std::vector<RowPlace> find_hierarchy(const std::vector<HierarchyRow>& rows);

}  // namespace jangbu
