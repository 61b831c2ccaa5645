// One grid → the tables in it, as views; and measures printed as rows → columns.
// A table begins again where a row without figures repeats the header, or where a header column repeats the first (side by side).
// Both ask the lexicon: a blank row of words inside of a table (a remark) must not cut it.
// Measures as rows (정원 / 현원 inside of each unit) become one column for each measure, so that a row of the view is one unit; or, where
// the columns are sources of money, one source of one unit.
// Hard case: a unit that prints a measure twice, or none; the second time begins another unit.
#include "records/table_views.h"

#include <algorithm>
#include <map>

#include "records/hierarchy.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// More rows than this without figures are text, no header.
constexpr int kMostHeaderRows = 6;

// `3. 공원` is a numbered label.
bool is_figure(const std::string& text) { return read_counting_figure(text).has_value(); }

// The innermost heading of a column.
std::string leaf_key(const GridView& view, int column) {
  const auto path = view.header_path(column);
  return path.empty() ? std::string() : path.back().key;
}

// The first column is left out: it holds labels, which may be numbers.
bool prints_figures(const GridView& view, int row) {
  for (int c = 1; c < view.columns(); ++c) {
    if (view.is_anchor(row, c) && is_figure(text_of(view.cell(row, c)))) return true;
  }
  return false;
}

// A row without figures that begins like the header, or with words that head labels and measures.
bool is_header_again(const GridView& view, int row, const Lexicon& lexicon) {
  if (!view.is_anchor(row, 0) || prints_figures(view, row)) return false;
  const std::string key = header_key(text_of(view.cell(row, 0)));
  if (key.empty() || !lexicon.is_row_label(key)) return false;
  int others = 0, measures = 0;
  for (int c = 1; c < view.columns(); ++c) {
    if (!view.is_anchor(row, c)) continue;
    const std::string other = header_key(text_of(view.cell(row, c)));
    if (other.empty()) continue;
    ++others;
    measures += lexicon.is_measure(other);
  }
  return others > 0 && (key == leaf_key(view, 0) || measures * 2 >= others);
}

// 관서 | 정원 | 현원 | 관서 | 정원 | 현원: two or more parts with the same headings throughout, the first of words and the others measures.
// Then it does not matter whether a list knows what the rows are called.
std::optional<std::vector<int>> equal_parts(const GridView& view, const Lexicon& lexicon) {
  std::vector<std::string> keys;
  for (int c = 0; c < view.columns(); ++c) keys.push_back(leaf_key(view, c));
  const Cell* head = view.cell(view.header_rows() - 1, 0);
  for (std::size_t width = 2; width * 2 <= keys.size(); ++width) {
    if (keys.size() % width != 0 || keys[0].empty()) continue;
    std::vector<int> begin;
    bool same = true;
    for (std::size_t c = 0; c < keys.size() && same; ++c) {
      const int column = static_cast<int>(c);
      same = keys[c] == keys[c % width];
      if (c % width == 0) {
        same = same && (c == 0 || view.cell(view.header_rows() - 1, column) != head);
        begin.push_back(column);
        int figures = 0, texts = 0;
        for (int r = view.header_rows(); r < view.rows(); ++r) {
          const std::string text = view.is_anchor(r, column) ? text_of(view.cell(r, column)) : std::string();
          if (!text.empty()) ++(is_figure(text) ? figures : texts);
        }
        same = same && texts > figures;
      } else {
        same = same && lexicon.is_measure(keys[c]);
      }
    }
    if (same) return begin;
  }
  return std::nullopt;
}

// Columns at which the header begins once more.
// 직급 | 정원 | 현원 | 직급 | 정원 | 현원: a later column of words with the first one's heading. Another heading of labels (구분 after
// 직급) needs the first half's second heading behind it as well; so does the other side of 수입 | ’25년 | ’24년 | 지출 | ’25년 | ’24년.
std::vector<int> beginnings(const GridView& view, const Lexicon& lexicon) {
  std::vector<int> out{0};
  if (view.header_rows() == 0) return out;
  if (const auto halves = equal_parts(view, lexicon)) return *halves;
  const std::string first = leaf_key(view, 0), second = view.columns() > 1 ? leaf_key(view, 1) : std::string();
  const auto own_side = side_of_labels(first, lexicon);
  if (first.empty() || (!own_side && !lexicon.is_row_label(first))) return out;
  const Cell* head = view.cell(view.header_rows() - 1, 0);
  for (int c = 2; c + 1 < view.columns(); ++c) {
    const std::string key = leaf_key(view, c);
    if (key.empty() || view.cell(view.header_rows() - 1, c) == head ||
        view.cell(view.header_rows() - 1, c) == view.cell(view.header_rows() - 1, c - 1))
      continue;
    const auto other_side = own_side && key != first ? side_of_labels(key, lexicon) : std::nullopt;
    const bool across = other_side && *other_side != *own_side && leaf_key(view, c + 1) == second;
    if (own_side && !across) continue;
    if (!own_side && key != first && !(lexicon.is_row_label(key) && leaf_key(view, c + 1) == second && lexicon.is_measure(second)))
      continue;
    int figures = 0, texts = 0;
    for (int r = view.header_rows(); r < view.rows(); ++r) {
      const std::string text = view.is_anchor(r, c) ? text_of(view.cell(r, c)) : std::string();
      if (!text.empty()) ++(is_figure(text) ? figures : texts);
    }
    if (texts > figures) out.push_back(c);
  }
  return out;
}

void add_side_by_side(const GridView& view, const Lexicon& lexicon, std::vector<GridView>& out) {
  const std::vector<int> begin = beginnings(view, lexicon);
  if (begin.size() == 1) {
    out.push_back(view);
    return;
  }
  for (std::size_t i = 0; i < begin.size(); ++i) {
    const int end = i + 1 < begin.size() ? begin[i + 1] : view.columns();
    out.push_back(view.part(0, view.header_rows(), view.rows(), begin[i], end));
  }
}

}  // namespace

// The words of one side alone; of the heading as a whole, or of what stands in front of a word for rows.
std::vector<std::string> levels_of_heading(std::string_view heading) {
  static const std::u32string kBetween = U"·ㆍ•/,()（）";
  std::vector<std::string> out;
  std::u32string level;
  for (const char32_t c : to_code_points(heading) + U"/") {
    if (kBetween.find(c) == std::u32string::npos) {
      level.push_back(c);
      continue;
    }
    if (std::string text = trim(to_utf8(level)); !text.empty()) out.push_back(std::move(text));
    level.clear();
  }
  return out;
}

std::optional<std::string> side_of_labels(std::string_view heading, const Lexicon& lexicon) {
  const auto side = [&](std::string_view word) -> std::optional<std::string> {
    const Facets facets = lexicon.read(word);
    if (!facets.understood() || facets.period || facets.atoms.empty()) return std::nullopt;
    const auto all = [&](std::string_view one, std::string_view other) {
      return std::all_of(facets.atoms.begin(), facets.atoms.end(), [&](const std::string& atom) { return atom == one || atom == other; });
    };
    if (all("revenue", "income")) return "revenue";
    if (all("expenditure", "spending")) return "expenditure";
    return std::nullopt;
  };
  const std::u32string letters = to_code_points(header_key(heading));
  if (auto whole = side(to_utf8(letters))) return whole;
  for (std::size_t at = 2; at < letters.size(); ++at) {
    if (!lexicon.is_row_label(to_utf8(letters.substr(at)))) continue;
    if (auto front = side(to_utf8(letters.substr(0, at)))) return front;
  }
  return std::nullopt;
}

// 사업명, or 정책사업/단위사업, all of which are.
bool heads_labels(const std::string& heading, const Lexicon& lexicon) {
  if (lexicon.is_row_label(heading)) return true;
  const std::vector<std::string> levels = levels_of_heading(heading);
  return levels.size() > 1 &&
         std::all_of(levels.begin(), levels.end(), [&](const std::string& level) { return lexicon.is_row_label(level); });
}

// First cut into stretches of rows, then each into halves; a grid that is not cut keeps its whole view.
std::vector<GridView> parts_of(const Table& table, const Lexicon& lexicon) {
  const GridView whole(table, false);
  // Rows [header, body) and [body, last) of the grid.
  struct Stretch {
    int header, body, last;
  };
  std::vector<Stretch> stretches{{0, whole.header_rows(), whole.rows()}};
  for (int r = whole.header_rows() + 1; whole.header_rows() > 0 && r + 1 < whole.rows(); ++r) {
    if (!is_header_again(whole, r, lexicon)) continue;
    int body = r + 1;
    // The second header may have several rows: all below its first that print no figures and go on at the left.
    while (body < whole.rows() && body - r < kMostHeaderRows && !prints_figures(whole, body) &&
           (whole.cell(body, 0) == whole.cell(r, 0) || text_of(whole.cell(body, 0)).empty())) {
      ++body;
    }
    if (body >= whole.rows()) break;
    stretches.back().last = r;
    stretches.push_back({r, body, whole.rows()});
    r = body;
  }
  std::vector<GridView> out;
  for (const Stretch& stretch : stretches) {
    const bool all = stretches.size() == 1;
    add_side_by_side(all ? whole : whole.part(stretch.header, stretch.body, stretch.last, 0, whole.columns()), lexicon, out);
  }
  for (GridView& view : out) {
    view.limit_labels([&](const std::string& key) { return heads_labels(key, lexicon); });
    view.drop_labels_of_figures([&](const std::string& heading) {
      if (lexicon.is_measure(heading) || is_total_label(heading)) return true;
      if (lexicon.is_row_label(heading)) return false;
      const Facets said = lexicon.read(heading);  // 사업량(명), 지원대상(개소)
      return !said.units.empty() || said.has("of_project");
    });
  }
  return out;
}

namespace {

// Rows that say a measure each, by the units that they are of.
struct UnitsOfMeasures {
  int column = 0;                                // of the measures
  std::vector<std::vector<int>> units;           // their rows
  std::vector<std::string> order;                // measures as they come
  std::map<std::string, const Cell*> header_of;  // the first cell that prints each
  std::vector<std::string> measure_of;           // by row

  // The cells that a unit prints in a column, one for each measure; a measure that it does not print is an empty place.
  void add_measures(const GridView& view, const std::vector<int>& unit, int at, std::vector<const Cell*>& row) const {
    for (const std::string& key : order) {
      const auto of = std::find_if(unit.begin(), unit.end(), [&](int r) { return measure_of[static_cast<std::size_t>(r)] == key; });
      row.push_back(of == unit.end() ? nullptr : view.cell(*of, at));
    }
  }
};

// Two steps: the column of measures, then the rows of each unit.
std::optional<UnitsOfMeasures> units_of_measures(const GridView& view, const Lexicon& lexicon) {
  const int first = view.header_rows();
  // The label column that holds measures, behind one that holds units.
  int measures = -1;
  for (int c = 1; c < view.columns() - 1 && c <= view.label_columns() && measures < 0; ++c) {
    int known = 0, all = 0;
    for (int r = first; r < view.rows(); ++r) {
      const std::string key = header_key(text_of(view.cell(r, c)));
      if (key.empty() || view.cell(r, c) == view.cell(r, c - 1)) continue;
      ++all;
      known += lexicon.is_measure(key);
    }
    // Four of five: one misspelt measure does not spoil the column, words in general do not make one.
    if (known >= 2 && known * 5 >= all * 4) measures = c;
  }
  if (measures < 0) return std::nullopt;

  // Rows of one unit stand together: its outer labels are the same cells, or are printed once above blanks.
  UnitsOfMeasures out;
  out.column = measures;
  out.measure_of.resize(static_cast<std::size_t>(view.rows()));
  auto& [column, units, order, header_of, measure_of] = out;
  for (int r = first; r < view.rows(); ++r) {
    const Cell* cell = view.cell(r, measures);
    const std::string key = header_key(text_of(cell));
    if (key.empty()) continue;
    // A row that is no measure would be lost: then the table stays as it is printed.
    if (!lexicon.is_measure(key)) return std::nullopt;
    measure_of[static_cast<std::size_t>(r)] = key;
    if (header_of.emplace(key, cell).second) order.push_back(key);
    const auto repeats = [&](int row) { return out.measure_of[static_cast<std::size_t>(row)] == key; };
    bool same = !units.empty() && std::none_of(units.back().begin(), units.back().end(), repeats);
    std::vector<std::string> labels;
    for (int c = 0; c < measures; ++c) labels.push_back(text_of(view.cell(r, c)));
    for (int c = 0; c < measures && same; ++c) {
      const std::string& label = labels[static_cast<std::size_t>(c)];
      same = label.empty() || label == text_of(view.cell(units.back().front(), c));
    }
    // Rows of nothing that is named: whose they are cannot be told.
    if (!same && std::none_of(labels.begin(), labels.end(), [](const std::string& label) { return !label.empty(); })) return std::nullopt;
    if (!same) units.emplace_back();
    units.back().push_back(r);
  }
  // One row a unit: years that tell something of it (설립 1980), and no measures of one.
  const bool several = std::any_of(units.begin(), units.end(), [](const std::vector<int>& unit) { return unit.size() > 1; });
  if (order.size() < 2 || !several) return std::nullopt;
  return out;
}

}  // namespace

std::optional<GridView> with_measures_as_columns(const GridView& view, const Lexicon& lexicon) {
  const auto found = units_of_measures(view, lexicon);
  if (!found) return std::nullopt;
  const auto& [measures, units, order, header_of, measure_of] = *found;
  const int first = view.header_rows();
  GridView::Places places;
  // The header of the view: that of the table, each column once for every measure, and below it a row with the measures themselves.
  places.header_rows = first + 1;
  places.label_columns = measures;
  for (int r = 0; r <= first; ++r) {
    std::vector<const Cell*> row;
    for (int c = 0; c < measures; ++c) row.push_back(first > 0 ? view.cell(std::min(r, first - 1), c) : nullptr);
    for (int c = measures + 1; c < view.columns(); ++c) {
      for (const std::string& key : order) row.push_back(r == first ? header_of.at(key) : view.cell(r, c));
    }
    places.rows.push_back(std::move(row));
    places.printed_rows.push_back(view.printed_row(std::min(r, view.rows() - 1)));
  }
  for (const std::vector<int>& unit : units) {
    std::vector<const Cell*> row;
    for (int c = 0; c < measures; ++c) row.push_back(view.cell(unit.front(), c));
    for (int c = measures + 1; c < view.columns(); ++c) found->add_measures(view, unit, c, row);
    places.rows.push_back(std::move(row));
    places.printed_rows.push_back(view.printed_row(unit.front()));
  }
  places.printed_columns.assign(places.rows.front().size(), 0);
  return GridView(std::move(places));
}

// A row for each unit and source, and a column for each measure.
std::optional<GridView> with_sources_as_rows(const GridView& view, const Lexicon& lexicon) {
  const auto found = units_of_measures(view, lexicon);
  if (!found || view.header_rows() == 0) return std::nullopt;
  const int measures = found->column, head = view.header_rows() - 1;
  int sources = 0;
  for (int c = measures + 1; c < view.columns(); ++c) {
    const std::string heading = text_of(view.cell(head, c));
    const bool source = lexicon.is_source(heading);
    if (!source && !is_total_label(heading)) return std::nullopt;
    sources += source;
  }
  if (sources == 0) return std::nullopt;
  GridView::Places places;
  places.header_rows = 1;
  places.label_columns = measures + 1;
  std::vector<const Cell*> headings;
  for (int c = 0; c <= measures; ++c) headings.push_back(view.cell(head, c));
  for (const std::string& key : found->order) headings.push_back(found->header_of.at(key));
  places.rows.push_back(std::move(headings));
  places.printed_rows.push_back(view.printed_row(head));
  for (const std::vector<int>& unit : found->units) {
    for (int c = measures + 1; c < view.columns(); ++c) {
      std::vector<const Cell*> row;
      for (int label = 0; label < measures; ++label) row.push_back(view.cell(unit.front(), label));
      row.push_back(view.cell(head, c));
      found->add_measures(view, unit, c, row);
      places.rows.push_back(std::move(row));
      places.printed_rows.push_back(view.printed_row(unit.front()));
    }
  }
  places.printed_columns.assign(places.rows.front().size(), 0);
  return GridView(std::move(places));
}

// Columns are cut into groups by the heading over their measures; each group becomes a row.
std::optional<GridView> with_units_as_rows(const GridView& view, const Lexicon& lexicon) {
  if (view.sideways() || view.label_columns() != 1 || view.header_rows() < 2 || view.rows() - view.header_rows() < 2) return std::nullopt;
  const int measures = view.header_rows() - 1, outer = measures - 1;
  std::vector<std::vector<int>> groups;
  for (int c = 1; c < view.columns(); ++c) {
    const Cell *heading = view.cell(outer, c), *measure = view.cell(measures, c);
    if (!heading || !measure || heading == measure || !lexicon.is_measure(text_of(measure))) return std::nullopt;
    if (groups.empty() || heading != view.cell(outer, groups.back().front())) groups.emplace_back();
    groups.back().push_back(c);
  }
  if (groups.size() < 2) return std::nullopt;
  for (const std::vector<int>& group : groups) {
    if (group.size() != groups.front().size() || group.size() < 2) return std::nullopt;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (header_key(text_of(view.cell(measures, group[i]))) != header_key(text_of(view.cell(measures, groups.front()[i]))))
        return std::nullopt;
    }
    // 4급 and 국비 over measures are parts of the rows, and years are times of them.
    const std::string heading = text_of(view.cell(outer, group.front()));
    const Facets said = lexicon.read(heading);
    if (!is_total_label(heading) && (said.understood() || !said.members.empty() || said.period)) return std::nullopt;
  }
  GridView::Places places;
  places.header_rows = 2;
  places.label_columns = 1;
  places.sideways = true;
  for (const int head : {0, 1}) {
    std::vector<const Cell*> row{view.cell(outer, 0)};
    for (int r = view.header_rows(); r < view.rows(); ++r) {
      for (const int c : groups.front()) row.push_back(head == 0 ? view.cell(r, 0) : view.cell(measures, c));
    }
    places.rows.push_back(std::move(row));
    places.printed_rows.push_back(0);
  }
  for (const std::vector<int>& group : groups) {
    std::vector<const Cell*> row{view.cell(outer, group.front())};
    for (int r = view.header_rows(); r < view.rows(); ++r) {
      for (const int c : group) row.push_back(view.cell(r, c));
    }
    places.rows.push_back(std::move(row));
    places.printed_rows.push_back(group.front());
  }
  places.printed_columns.assign(places.rows.front().size(), 0);
  return GridView(std::move(places));
}

}  // namespace jangbu
