// One grid may hold several tables, and print them in several ways.
//
// Side by side: the header stands there twice        Under a second header: the table goes on, or another one begins
//   | 직급 | 정원 | 현원 | 직급 | 정원 | 현원 |          | 구분 | 4급 | 5급 |
//   | 4급  | 2    | 2    | 7급  | 9    | 8    |          | 정원 | 2   | 5   |
//                                                       | 구분 | 6급 | 7급 |
// Measures as rows inside of units, made columns:       | 정원 | 9   | 8   |
//   | 부서 | 구분 | 계 | 4급 |                | 부서 | 계          | 4급         |
//   | 가과 | 정원 | 9  | 1   |       →        | ^    | 정원 | 현원 | 정원 | 현원 |
//   | ^    | 현원 | 8  | 1   |                | 가과 | 9    | 8    | 1    | 1    |
// Years as rows inside of projects, sources of money as columns, made rows of sources:
//   | 사업 | 연도 | 국비 | 시비 |            | 사업 | 연도 | 2025 | 2026 |
//   | 가길 | 2025 | 3    | 4    |     →      | 가길 | 국비 | 3    | 5    |
//   | ^    | 2026 | 5    | 6    |            | ^    | 시비 | 4    | 6    |
// Units over their measures, kinds of staff as rows, made rows of units with columns of kinds:
//   | 구분   | 합계        | 본원        |   | ^    | 계          | 의사직      |
//   | ^      | 정원 | 현원 | 정원 | 현원 |   | ^    | 정원 | 현원 | 정원 | 현원 |
//   | 계     | 9    | 8    | 7    | 6    | → | 합계 | 9    | 8    | 4    | 3    |
//   | 의사직 | 4    | 3    | 3    | 2    |   | 본원 | 7    | 6    | 3    | 2    |
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/lexicon.h"
#include "records/grid_view.h"

namespace jangbu {

// The tables in the grid of one table, in reading order; most grids hold one.
std::vector<GridView> parts_of(const Table& table, const Lexicon& lexicon);

// The levels of one tree that a heading over labels names: 부서·정책·단위(회계)·세부사업. One, where it names no more.
std::vector<std::string> levels_of_heading(std::string_view heading);

// `revenue` or `expenditure`, where a heading over labels says nothing but the side that its rows are of: 수입, 세출 과목, 지출 항목.
std::optional<std::string> side_of_labels(std::string_view heading, const Lexicon& lexicon);

// The view with its measures as columns; nothing if no label column holds measures. REQUIRES: a view that is not sideways.
std::optional<GridView> with_measures_as_columns(const GridView& view, const Lexicon& lexicon);

// The same, where all columns are sources of money and their total: these as rows of each unit, and the measures as columns.
std::optional<GridView> with_sources_as_rows(const GridView& view, const Lexicon& lexicon);

// The same, where each unit is printed over its measures, and the rows are parts of each. It says nothing of whether they are: what reads
// the columns of the view tells.
std::optional<GridView> with_units_as_rows(const GridView& view, const Lexicon& lexicon);

}  // namespace jangbu
