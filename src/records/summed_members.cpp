// Columns under a heading that no list knows, proved to be members by the sums. In: the words of a view's columns and their figures. Out:
// the same, with such a column made a member of the dimension that its siblings are of.
//
//   계 | 전임교원 | 직원         계 = 전임교원 + 직원 likewise: a word for people is a member here
//   정원 | 4급 | 5급 | 연구직군 | 정원 = 4급 + 5급 + 연구직군 in every row, twice at least: 연구직군 is a member
//
// Which columns belong together: those that say the same measure and time, but for members, 계, and words that no list knows. Arithmetic
// then decides, over all rows. Hard case: a column that stands beside the parts without being one (비고 in figures, 겸임): the sums fail,
// and all stays as it was. A sign for nothing counts as nought; a row without its whole tells nothing.
#include "records/summed_members.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "meaning/cell_figures.h"
#include "records/hierarchy.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// The one heading of the path that no list knows, where it says nothing else; nothing if there are others.
std::optional<std::string> unknown_name(const TypedColumn& column, const Lexicon& lexicon) {
  std::optional<std::string> name;
  for (const HeaderCell& cell : column.path) {
    const Facets own = lexicon.read(cell.text);
    if (own.understood()) continue;
    if (name || !own.atoms.empty() || own.period || own.against || !own.members.empty() || !own.units.empty() || own.percent)
      return std::nullopt;
    name = without_blanks(cell.text);
  }
  return name;
}

// 직원 beside 전임교원 and their 계: a word for people, which by itself says no part.
std::optional<std::string> people_name(const TypedColumn& column, const Lexicon& lexicon) {
  for (const HeaderCell& cell : column.path) {
    const Facets own = lexicon.read(cell.text);
    if (own.understood() && own.atoms == std::set<std::string>{"people"}) return without_blanks(cell.text);
  }
  return std::nullopt;
}

// Atoms and time of a column, without what tells parts from the whole.
std::string measure_of(const Facets& facets) {
  std::string out;
  for (const std::string& atom : facets.atoms) {
    if (atom != "total" && atom != "people") out += atom + " ";
  }
  return out + "\x1f" + (facets.period ? edtf(*facets.period, std::nullopt) : "");
}

}  // namespace

void take_summed_members(ViewWords& words, const Lexicon& lexicon) {
  std::map<std::string, std::vector<std::size_t>> measures;
  for (std::size_t c = 0; c < words.columns.size(); ++c) {
    if (words.columns[c].numeric) measures[measure_of(words.columns[c].facets)].push_back(c);
  }
  std::map<std::string, std::string> proved;  // names and their dimensions
  std::vector<std::pair<std::size_t, std::string>> all_strangers;
  for (const auto& [measure, columns] : measures) {
    std::vector<std::size_t> wholes, parts;
    std::vector<std::pair<std::size_t, std::string>> strangers;
    std::map<std::string, int> dimensions;
    bool plain = !measure.starts_with('\x1f');
    for (std::size_t c : columns) {
      const Facets& facets = words.columns[c].facets;
      const auto people = facets.understood() && facets.members.empty() ? people_name(words.columns[c], lexicon) : std::nullopt;
      if (people) {
        strangers.emplace_back(c, *people);
        parts.push_back(c);
      } else if (facets.understood() && facets.members.empty()) {
        wholes.push_back(c);
      } else if (facets.understood()) {
        ++dimensions[facets.members.front().dimension];
        parts.push_back(c);
      } else if (const auto name = unknown_name(words.columns[c], lexicon)) {
        strangers.emplace_back(c, *name);
        parts.push_back(c);
      } else {
        plain = false;
      }
    }
    all_strangers.insert(all_strangers.end(), strangers.begin(), strangers.end());
    if (!plain || wholes.size() != 1 || strangers.empty() || dimensions.empty()) continue;
    // One row that fails ends it: a column that is no part would hold by chance in some rows, but not in all.
    int held = 0;
    bool fails = false;
    const auto& whole = words.evidence[wholes.front()].figures;
    for (std::size_t row = 0; row < whole.size() && !fails; ++row) {
      if (!whole[row]) continue;
      long double sum = 0;
      for (std::size_t c : parts) {
        if (row < words.evidence[c].figures.size() && words.evidence[c].figures[row]) sum += words.evidence[c].figures[row]->value;
      }
      fails = sum != whole[row]->value;
      held += !fails;
    }
    if (fails || held < 2) continue;
    // 임원 beside 간호직 and 사무직 is of another dimension: the new one is of that which most are of.
    const auto most =
        std::max_element(dimensions.begin(), dimensions.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [c, name] : strangers) proved.emplace(name, most->first);
  }
  // What 정원 proves of a name holds for 현원 too, where one of its sums may be misprinted.
  for (const auto& [c, name] : all_strangers) {
    const auto dimension = proved.find(name);
    if (dimension == proved.end()) continue;
    words.columns[c].facets.unknown.clear();
    words.columns[c].facets.atoms.erase("people");
    words.columns[c].facets.members = {{dimension->second, name}};
  }
}

std::optional<FacetMember> member_of_labels(const std::vector<const Cell*>& labels, const Lexicon& lexicon) {
  if (labels.empty()) return std::nullopt;
  const std::string& label = labels.back()->best_text();
  if (labels.size() > 1 && !is_total_label(label) && !is_subtotal_label(label)) {
    if (const Facets outer = lexicon.read(labels[labels.size() - 2]->best_text()); outer.understood() && !outer.dimension.empty())
      return FacetMember{outer.dimension, without_blanks(label)};
  }
  return lexicon.member(label);
}

// The same question of rows: is the one row 계 the sum of all others, in each additive column that the view has?
bool rows_add_up(const GridView& view, const std::vector<TypedColumn>& columns, int misprints) {
  std::vector<std::vector<std::optional<Decimal>>> rows;  // figures by column; the total's first
  std::optional<std::vector<std::optional<Decimal>>> total;
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    const auto labels = view.labels(r);
    if (labels.size() != 1) return false;
    const std::string label = labels.front()->best_text();
    if (is_subtotal_label(label) || (is_total_label(label) && total)) return false;
    std::vector<std::optional<Decimal>> figures;
    for (const TypedColumn& column : columns) {
      if (!column.typed() || column.yearly() || column.member || !column.field->additive) continue;
      const Cell* cell = view.cell(r, column.index);
      const CellFigures read = cell ? read_cell_figures(cell->best_text()) : CellFigures{};
      figures.push_back(read.figure ? read.figure->value : std::nullopt);
    }
    if (is_total_label(label)) {
      total = std::move(figures);
    } else {
      rows.push_back(std::move(figures));
    }
  }
  if (!total || total->size() < 2) return false;
  int held = 0, failed = 0;
  for (std::size_t c = 0; c < total->size(); ++c) {
    if (!(*total)[c]) return false;
    long double sum = 0;
    for (const auto& row : rows) sum += row[c] ? Printed::of(*row[c], Decimal{0, 0}).value : 0;
    ++(sum == Printed::of(*(*total)[c], Decimal{0, 0}).value ? held : failed);
  }
  return failed == 0 || (held >= 2 && failed <= misprints);
}

}  // namespace jangbu
