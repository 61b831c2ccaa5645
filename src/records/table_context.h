// What stands over a table and says what its figures are: caption, lines above, the cell and table it stands in, headings.
//
//   □ 예산 (시 전체)                      headings: outer
//     ○ 세출 : 16조 6,830억원              caption: {expenditure}; nearer
//     (단위: 억원)                          the unit of amounts that name none of their own
//       구분 | 2025년 | 2024년             columns that say a year and nothing else are of what the title says: {expenditure}
//
// A title only speaks for columns that leave open what they are; a nearer title whose words no list knows (관리채무 : 3조) keeps those
// further out from speaking.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "jangbu/document.h"
#include "meaning/lexicon.h"

namespace jangbu {

// What each cell of a table prints two of, told by a line above it.
struct TwoMeasures {
  std::string first, second;  // 정원, 현원
  bool bracketed = false;     // 64(61), not 64/61
};

// 세입 or 지출, as an atom: one side of an account.
bool is_side_of_accounts(const std::string& atom);

struct TableContext {
  std::optional<int> document_year;
  std::optional<int> dated_year;   // of the day or month of the report
  std::vector<Facets> titles;      // nearest first
  std::vector<bool> parts;         // of each title: it says by what its figures are parted (사업별 예산)
  std::vector<bool> names_a_part;  // of each title: it is nothing but the name of a work or an office (고유목적사업)
  std::vector<bool> is_a_year;     // of each title: it is nothing but a year (○ 2024년도)
  bool guessed_grid = false;       // the table came as text: its headings may be damaged
  std::optional<Unit> money;       // of amounts
  std::string project;             // told by the cell around the table: 사업명 : …

  bool in_budget = false;           // the report's own title says that it is of a budget, and of nothing settled or spent
  std::set<std::string> substance;  // atoms of the nearest title that says what is measured
  std::optional<std::string> flow;  // "revenue" or "expenditure": the nearest title that says one of them
  std::optional<int> figures_year;  // told beside their unit: (2025년, 단위 : 천원)
  std::optional<int> title_year;    // of the nearest title that says what is measured, and when
  std::optional<int> done_year;     // of the nearest title with a year, where that title is of what was done: Ⅱ. 2024년 추진실적
  std::optional<int> stands_at;     // the year of the day that the figures stand at
  std::optional<int> as_of_year;    // the same, where the report is dated in or tells of a later year
  std::optional<TwoMeasures> pair;  // (단위 : 명, 정원/현원)
  bool of_other_head = false;       // the nearest title that says a flow is of something else than its budget: 세입 감소 현황
  bool any_title_says(const std::string& atom) const;
};

// `table`: an index into document.tables.
TableContext context_of(const Document& document, std::size_t table, const Lexicon& lexicon);

}  // namespace jangbu
