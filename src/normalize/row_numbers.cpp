// Numbers in front of row labels, where the labels of a column count on: they order the rows, and are no part of the names.
//   before: 1. 지방세수입 | 주민세 | 재산세 | 2. 세외수입      after: 지방세수입 | 주민세 | 재산세 | 세외수입
//   before: 200 세외수입 | 210 경상적세외수입 | 211 사용료      after: 세외수입 | 경상적세외수입 | 사용료 (codes of accounts, which rise)
//   before: 가. 인건비 | 나. 물건비       ① 국비 | ② 도비       Ⅰ 수입 | Ⅱ 지출
// Unchanged: one number alone (`1. 기타` beside names without), numbers that do not count (`3. 1. 기준`, `119. 구급`), and what counts in
// its own words (`1급 | 2급`, `1분기 | 2분기`). A count may begin again with 1 below each part.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "normalize/normalize.h"
#include "text/figure.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

struct Numbered {
  Cell* cell;
  int number;
  std::string rest;
};

struct NumberForm {
  Pattern pattern;
  std::u32string_view series;  // the signs in their order; empty: digits
};

// Each form counts for itself. What follows is a word: `1.5톤` is a figure.
const std::array<NumberForm, 7>& number_forms() {
  static const std::array<NumberForm, 7> instance{{
      {Pattern(R"(^\s*(\d{1,2})\s?[.．]\s*([\p{L}「『“"‘'].*)$)"), {}},
      {Pattern(R"(^\s*\d{1,2}\s?[-–.]\s?(\d{1,2})\s?[.．)]?\s+([\p{L}「『“"‘'].*)$)"), {}},  // 1-1. 가 | 1-2. 나 | 2-1. 다
      {Pattern(R"(^\s*(\d{1,2})\)\s*([\p{L}「『“"‘'].*)$)"), {}},
      {Pattern(R"(^\s*\((\d{1,2})\)\s*([\p{L}「『“"‘'].*)$)"), {}},
      {Pattern(R"(^\s*([가나다라마바사아자차카타파하])[.．)]\s*([\p{L}「『“"‘'].*)$)"), U"가나다라마바사아자차카타파하"},
      {Pattern(R"(^\s*([\x{2160}-\x{2169}])\s?[.．]?\s*([\p{L}「『“"‘'].*)$)"), U"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"},
      {Pattern(R"(^\s*([\x{2460}-\x{2473}])\s*([\p{L}「『“"‘'].*)$)"), U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"},
  }};
  return instance;
}

// The place of the sign in its series, from 1; 0: it is none of it.
int number_of(std::string_view sign, std::u32string_view series) {
  if (series.empty()) return std::stoi(std::string(sign));
  const std::u32string points = to_code_points(sign);
  const std::size_t at = points.empty() ? std::u32string_view::npos : series.find(points.front());
  return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

// From 1 by ones, again and again: 1 2 3 1 2. Two at least; a number that is left out may be part of a name.
bool counts_on(const std::vector<Numbered>& labels) {
  int last = 0, most = 0;
  for (const Numbered& label : labels) {
    if (label.number != last + 1 && label.number != 1) return false;
    last = label.number;
    most = std::max(most, last);
  }
  return most >= 2;
}

// Codes of accounts in front of most labels, of whatever level: they rise from row to row. Empty: none.
std::vector<Numbered> account_codes(Table& table, const std::set<int>& with_figures) {
  static const Pattern code(R"(^\s*(\d{3})(?:-\d{2})?\s+([\p{Hangul}·].*)$)");
  constexpr int kDeepestLabel = 2;  // 관 | 항 | 목
  constexpr std::size_t kLeast = 3;
  std::vector<Numbered> codes;
  std::set<int> rows;
  for (Cell& cell : table.cells) {
    if (cell.row < table.header_rows || cell.column > kDeepestLabel || !with_figures.contains(cell.row)) continue;
    const auto groups = code.groups(cell.best_text());
    if (groups.empty() || !rows.insert(cell.row).second) continue;
    codes.push_back({&cell, std::stoi(std::string(groups[1])), trim(groups[2])});
  }
  std::stable_sort(codes.begin(), codes.end(), [](const Numbered& a, const Numbered& b) { return a.cell->row < b.cell->row; });
  const bool rise = std::adjacent_find(codes.begin(), codes.end(),
                                       [](const Numbered& a, const Numbered& b) { return a.number > b.number; }) == codes.end();
  if (codes.size() < kLeast || codes.size() * 2 < with_figures.size() || !rise || codes.front().number == codes.back().number) return {};
  return codes;
}

}  // namespace

void strip_row_numbers(Document& document) {
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    Table& table = document.tables[t];
    // Rows without a figure are headings within the table, which keep their numbers.
    std::set<int> with_figures;
    for (const Cell& cell : table.cells) {
      if (cell.column > 0 && read_first_figure(cell.text)) with_figures.insert(cell.row);
    }
    std::map<std::pair<int, std::size_t>, std::vector<Numbered>> series;  // by column and form
    for (Cell& cell : table.cells) {
      if (cell.row < table.header_rows || cell.column > 1 || !with_figures.contains(cell.row)) continue;
      for (std::size_t form = 0; form < number_forms().size(); ++form) {
        const auto groups = number_forms()[form].pattern.groups(cell.best_text());
        if (groups.empty()) continue;
        series[{cell.column, form}].push_back({&cell, number_of(groups[1], number_forms()[form].series), trim(groups[2])});
        break;
      }
    }
    const auto strip = [&](const std::vector<Numbered>& labels) {
      for (const Numbered& label : labels) {
        document.repairs.push_back(
            {"row_number", "name", label.cell->best_text(), label.rest, std::to_string(t), label.cell->row, label.cell->column, 1.0});
        label.cell->repaired = label.rest;
      }
    };
    strip(account_codes(table, with_figures));
    for (auto& [place, labels] : series) {
      std::stable_sort(labels.begin(), labels.end(), [](const Numbered& a, const Numbered& b) { return a.cell->row < b.cell->row; });
      if (counts_on(labels)) strip(labels);
    }
  }
}

}  // namespace jangbu
