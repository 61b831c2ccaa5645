// Groups the lines of a page into tables by union-find over crossings, then joins groups that belong together
// without touching: rows open at both sides, rows shaded in turn, steps joined by arrows, side lines of a cell that
// fills the page.
// The hard case is the row of an open table without inner borders: it lies between two horizontal rules that touch
// nothing. It is joined only where both parts are as wide, near, open at their sides, and where text of the table's
// own size stands between; a heading above a table is underlined just as wide. What stands between the parts is told by
// open_band.h. Distances are points: at most 45 for a row between two lines unless its text fills it, 9 between parts
// without text.
#include "tables/ruled_components.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "model/snapping.h"
#include "tables/columns_go_on.h"
#include "tables/open_band.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostLooks = 20'000'000;    // runs looked at to tell rows between parts of a table
constexpr double kOpenRow = 45.0, kSliver = 9.0;  // points: a row between two lines; between parts of one table
constexpr double kBelowRule = 1.8;                // of the font size: text that begins a cell is no farther from the rule above it
constexpr double kStripe = 2.2;                   // a white row against the shaded one below it
constexpr double kArrow = 30.0;                   // points between two steps
constexpr double kCutOff = 24.0;                  // points between a form and the line to cut along
constexpr double kSideLine = 0.3;                 // of the page's height: lines at the sides of a cell that goes on over pages
constexpr double kSameSide = 3.0;                 // points: sides of parts this close are one

// Union-find with path halving; the smaller index is the root, so that the order does not depend on the order of
// joins.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

 private:
  std::vector<std::size_t> parent_;
};

// Lines that cross or touch. Rules are sorted, horizontals first: each vertical line looks only at those within its
// height.
std::vector<RuledComponent> touching_lines(const std::vector<Rule>& rules) {
  const auto first_vertical = std::find_if(rules.begin(), rules.end(), [](const Rule& r) { return !r.horizontal(); });
  const auto horizontals = static_cast<std::size_t>(first_vertical - rules.begin());
  DisjointSets sets(rules.size());
  for (std::size_t v = horizontals; v < rules.size(); ++v) {
    const Box& vertical = rules[v].box;
    auto h = std::lower_bound(rules.begin(), first_vertical, vertical.y0, [](const Rule& r, double y) { return r.box.y0 < y; });
    for (; h != first_vertical && h->box.y0 <= vertical.y1; ++h) {
      if (h->box.x0 <= vertical.x0 && vertical.x0 <= h->box.x1) sets.unite(v, static_cast<std::size_t>(h - rules.begin()));
    }
  }
  std::map<std::size_t, RuledComponent> by_root;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    RuledComponent& component = by_root[sets.find(i)];
    (i < horizontals ? component.horizontals : component.verticals).push_back(rules[i]);
  }
  std::vector<RuledComponent> out;
  for (auto& [root, component] : by_root) out.push_back(std::move(component));
  return out;
}

// Of all lines of a component, drawn or not.
Box box_of(const RuledComponent& component) {
  Box box = component.horizontals.empty() ? component.verticals.front().box : component.horizontals.front().box;
  for (const Rule& rule : component.horizontals) box = united(box, rule.box);
  for (const Rule& rule : component.verticals) box = united(box, rule.box);
  return box;
}

// Lines of a component above or below a height.
struct Side {
  std::vector<Rule> horizontals, verticals;
  double x0 = 0, x1 = 0;  // of the verticals

  // One cell: nothing drawn between its sides.
  bool is_box() const {
    return horizontals.empty() &&
           std::all_of(verticals.begin(), verticals.end(), [&](const Rule& rule) { return rule.box.x0 == x0 || rule.box.x0 == x1; });
  }
};

// A title in a box right below (or above) a table and touching it: another table where it stands out on both sides, or stands in on both.
//
//   │ 가과 │ 100 │        all verticals end at one line, with one box beyond it
//  ┌┴──────┴─────┴┐
//  │ Ⅳ. 현안사항  │
//  └──────────────┘
bool part_box(RuledComponent& component, bool below, RuledComponent& box) {
  constexpr double kStandsOut = 1.5;  // points, on each side
  const Box all = box_of(component);
  // The inner line of the box is the last but one.
  double y = below ? all.y0 : all.y1;
  for (const Rule& rule : component.horizontals) {
    const double here = rule.box.y0;
    if (below ? here < all.y1 : here > all.y0) y = below ? std::max(y, here) : std::min(y, here);
  }
  if (y <= all.y0 || y >= all.y1) return false;
  Side table, other;
  double thickness = 0;
  for (const Rule& rule : component.horizontals) {
    if (rule.box.y0 == y) thickness = std::max(thickness, rule.thickness);
    if (rule.box.y0 != y && rule.box.y0 != (below ? all.y1 : all.y0)) table.horizontals.push_back(rule);
  }
  for (const Rule& rule : component.verticals) {
    const bool beyond = below ? rule.box.y0 >= y : rule.box.y1 <= y;
    if (!beyond && (below ? rule.box.y1 > y : rule.box.y0 < y)) return false;  // a column that goes on
    (beyond ? other : table).verticals.push_back(rule);
  }
  for (Side* side : {&table, &other}) {
    if (side->verticals.size() < 2) return false;
    const auto left = [](const Rule& a, const Rule& b) { return a.box.x0 < b.box.x0; };
    side->x0 = std::min_element(side->verticals.begin(), side->verticals.end(), left)->box.x0;
    side->x1 = std::max_element(side->verticals.begin(), side->verticals.end(), left)->box.x0;
  }
  const double out = table.x0 - other.x0, out_right = other.x1 - table.x1;
  const bool apart = (out >= kStandsOut && out_right >= kStandsOut) || (out <= -kStandsOut && out_right <= -kStandsOut);
  // A table reaches the line with both of its sides, and has a line of its own as wide as it: boxes of a chart hang on lines between them.
  const auto reaches = [&](double x) {
    return std::any_of(table.verticals.begin(), table.verticals.end(),
                       [&](const Rule& rule) { return rule.box.x0 == x && (below ? rule.box.y1 : rule.box.y0) == y; });
  };
  const bool ruled = std::any_of(table.horizontals.begin(), table.horizontals.end(),
                                 [&](const Rule& rule) { return rule.box.x0 <= table.x0 && rule.box.x1 >= table.x1; });
  if (!ruled || !reaches(table.x0) || !reaches(table.x1)) return false;
  if (!apart || !other.is_box() || table.is_box() || table.horizontals.empty()) return false;
  const double edge = below ? all.y1 : all.y0;
  for (const double height : {y, edge}) other.horizontals.push_back({{other.x0, height, other.x1, height}, thickness});
  table.horizontals.push_back({{table.x0, y, table.x1, y}, thickness});
  box = {std::move(other.horizontals), std::move(other.verticals)};
  component = {std::move(table.horizontals), std::move(table.verticals)};
  return true;
}

void part_touching_boxes(std::vector<RuledComponent>& components) {
  const std::size_t count = components.size();
  for (std::size_t i = 0; i < count; ++i) {
    for (const bool below : {false, true}) {
      RuledComponent box;
      if (components[i].horizontals.size() < 3 || components[i].verticals.size() < 4 || !part_box(components[i], below, box)) continue;
      components.push_back(std::move(box));
    }
  }
}

// The emptied component stays in its place, so that indices hold; it is erased at the end.
void move_into(RuledComponent& to, RuledComponent& from) {
  to.horizontals.insert(to.horizontals.end(), from.horizontals.begin(), from.horizontals.end());
  to.verticals.insert(to.verticals.end(), from.verticals.begin(), from.verticals.end());
  from = RuledComponent();
}

// No drawn line at its left or right border.
bool open_sided(const RuledComponent& component, const Box& box) {
  return std::none_of(component.verticals.begin(), component.verticals.end(),
                      [&](const Rule& rule) { return rule.thickness > 0 && (rule.box.x0 == box.x0 || rule.box.x0 == box.x1); });
}

// Nothing drawn at all: the edges come from fills.
bool shaded_only(const RuledComponent& component) {
  const auto edge = [](const Rule& rule) { return rule.thickness <= 0; };
  return std::all_of(component.horizontals.begin(), component.horizontals.end(), edge) &&
         std::all_of(component.verticals.begin(), component.verticals.end(), edge);
}

// A table, or a part of one, by its outline.
struct Part {
  Box box;
  std::size_t index;  // of its component
  bool line, open;    // a lone horizontal rule; no border at its sides
  bool shaded;        // nothing drawn: edges of shading only
};

// Sides that nearly agree are made to agree.
void snap_sides(std::vector<Part>& parts) {
  std::vector<WeightedPosition> sides;
  for (const Part& part : parts) {
    sides.push_back({part.box.x0, 1});
    sides.push_back({part.box.x1, 1});
  }
  const Snapping snapping(std::move(sides), kSameSide);
  for (Part& part : parts) {
    part.box.x0 = snapping.snapped(part.box.x0);
    part.box.x1 = snapping.snapped(part.box.x1);
  }
}

// Rows that are shaded in turn: the columns of the shaded ones go on through the white one between them.
void bridge_white_row(RuledComponent& above, const RuledComponent& below, double from, double to) {
  std::vector<Rule> bridges;
  for (const Rule& rule : above.verticals) {
    const bool on = rule.box.y1 == from && std::any_of(below.verticals.begin(), below.verticals.end(), [&](const Rule& other) {
                      return other.box.x0 == rule.box.x0 && other.box.y0 == to;
                    });
    if (on) bridges.push_back({{rule.box.x0, from, rule.box.x0, to}, 0});
  }
  above.verticals.insert(above.verticals.end(), bridges.begin(), bridges.end());
}

// Do these words, two at least, each stand below (or above) one of those, no two below the same?
bool stand_below(const std::vector<const Run*>& words, const std::vector<const Run*>& above) {
  std::set<const Run*> taken;
  for (const Run* word : words) {
    const Run* over = nullptr;
    for (const Run* other : above) {
      if (other->box.x0 < word->box.x1 && word->box.x0 < other->box.x1) over = other;
    }
    if (over == nullptr) return false;
    taken.insert(over);
  }
  return taken.size() >= 2;
}

// Such a table may end in a white row: it is there if the next text below keeps to the columns and fills two of them. Where the rows are
// shaded from side to side, the words of the last shaded row tell the columns.
void add_last_white_row(RuledComponent& table, const Page& page, double height) {
  // `xs`: columns that reach the lower end. With two of them or fewer, the words of the last shaded row tell.
  const Box box = box_of(table);
  std::vector<double> xs;
  double top = box.y0;  // of the last row
  for (const Rule& rule : table.verticals) {
    if (rule.box.y1 == box.y1) xs.push_back(rule.box.x0);
  }
  for (const Rule& rule : table.horizontals) {
    if (rule.box.y0 < box.y1) top = std::max(top, rule.box.y0);
  }
  std::sort(xs.begin(), xs.end());
  xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
  std::set<std::ptrdiff_t> filled;
  std::vector<const Run*> words, above;
  for (const Run& run : page.runs) {
    const double y = (run.box.y0 + run.box.y1) / 2;
    if (y < top || y > box.y1 + height || run.box.x1 < box.x0 || run.box.x0 > box.x1 || run.background) continue;
    if (y < box.y1) {
      above.push_back(&run);
      continue;
    }
    const auto left = std::upper_bound(xs.begin(), xs.end(), run.box.x0 + 1),
               right = std::upper_bound(xs.begin(), xs.end(), run.box.x1 - 1);
    // A run over a border, or outside of all: text below the table, not its last row.
    if (left != right || left == xs.begin() || left == xs.end()) return;
    filled.insert(left - xs.begin());
    words.push_back(&run);
  }
  if (xs.size() > 2 ? filled.size() < 2 : !stand_below(words, above)) return;
  for (const double x : xs) table.verticals.push_back({{x, box.y1, x, box.y1 + height}, 0});
  table.horizontals.push_back({{box.x0, box.y1 + height, box.x1, box.y1 + height}, 0});
}

// Where a table leaves its sides open, a row without inner borders hangs on nothing: it lies between horizontal rules of the
// table's own width that touch no vertical one. Such rules between two parts of a table join them. A rule above or below a
// table alone does not: headings are underlined as wide as the tables below them.
void join_open_rows(std::vector<RuledComponent>& components, const Page& page) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < components.size(); ++i) {
    const RuledComponent& component = components[i];
    if (component.horizontals.empty()) continue;
    const Box box = box_of(component);
    const bool line = component.verticals.empty() && component.horizontals.front().thickness > 0;
    if (line || component.verticals.size() > 0) parts.push_back({box, i, line, line || open_sided(component, box), shaded_only(component)});
  }
  // Each look asks for the text between two parts: bounded, or a page of many rules would take long.
  if (parts.size() * page.runs.size() > kMostLooks) parts.clear();
  snap_sides(parts);
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return std::tuple(a.box.x0, a.box.x1, a.box.y0, a.index) < std::tuple(b.box.x0, b.box.x1, b.box.y0, b.index);
  });
  // `table` lends the font size; `above` and `below` are neighbours in the sorted order.
  const auto belongs = [&](const Part& table, const Part& above, const Part& below) {
    if (above.box.x0 != below.box.x0 || above.box.x1 != below.box.x1 || !above.open || !below.open) return false;
    const double gap = below.box.y0 - above.box.y1;
    if (gap <= 0) return false;
    const OpenBand band = open_band(page, {above.box.x0, above.box.y1, above.box.x1, below.box.y0});
    // A white row may be somewhat higher than the shaded one below it.
    if (above.shaded && below.shaded) return gap <= kStripe * below.box.height() && is_row(page, table.box, band);
    if (!above.line && !below.line) {
      const RuledComponent &upper = components[above.index], &lower = components[below.index];
      // A box without columns below a table stands for itself.
      if (band.largest == 0) return gap <= kSliver && (has_columns(lower, below.box) || !has_columns(upper, above.box));
      return gap <= kOpenRow && band.centred() && may_be_row(page, table.box, band) && go_on_in_columns(page, upper, lower);
    }
    // A line drawn twice.
    if (above.line && band.largest == 0) return gap <= kSliver;
    return (gap <= kOpenRow || band.full()) && is_row(page, table.box, band);
  };
  // The end of a form: room to write in, and a last row below it (`2025. 7. 1. 신청인 (인)`), each closed by a rule and nothing else.
  // Three rules and more are a table of their own; one alone underlines a heading.
  const auto ends_open = [&](const Part& table, std::size_t last) {
    const auto line_of_table = [&](std::size_t j) {
      return j < parts.size() && parts[j].line && parts[j].box.x0 == table.box.x0 && parts[j].box.x1 == table.box.x1;
    };
    if (!parts[last].open || !line_of_table(last + 1) || !line_of_table(last + 2) || line_of_table(last + 3)) return false;
    // A shaded bar over two underlined headings is no form.
    const Part& end = parts[last];
    if (table.shaded && end.shaded && !has_columns(components[table.index], table.box) && !has_columns(components[end.index], end.box))
      return false;
    for (std::size_t j = last + 1; j <= last + 2; ++j) {
      const Box between{table.box.x0, parts[j - 1].box.y1, table.box.x1, parts[j].box.y0};
      const OpenBand band = open_band(page, between);
      // Figures in columns are rows of a table of which only the header is drawn (header_band.h).
      if (band.figures > 1 || !may_be_row(page, table.box, band) || band.above > kBelowRule * band.largest) return false;
    }
    return true;
  };
  // A form and the slip to be cut off below it: a line as wide as both in the middle of empty space, and columns that go on, may be
  // below a row of their heading. Where the slip's columns are among the parts; 0 if none is cut off.
  const auto cut_off = [&](std::size_t j) -> std::size_t {
    if (j + 2 >= parts.size() || parts[j].line || !parts[j + 1].line) return 0;
    const Part &form = parts[j], &line = parts[j + 1], &slip = parts[j + 2];
    const std::size_t columns = slip.line ? j + 3 : j + 2;
    if (columns >= parts.size() || parts[columns].line) return 0;
    for (std::size_t i = j + 1; i <= columns; ++i) {
      if (parts[i].box.x0 != form.box.x0 || parts[i].box.x1 != form.box.x1 || !parts[i].open) return 0;
    }
    const double above = line.box.y0 - form.box.y1, below = slip.box.y0 - line.box.y1;
    const bool cut = form.open && above > 0 && above <= kCutOff && std::abs(above - below) <= kSameSide &&
                     open_band(page, {form.box.x0, form.box.y1, form.box.x1, slip.box.y0}).largest == 0 &&
                     (!slip.line || belongs(form, slip, parts[columns])) &&
                     go_on_in_columns(page, components[form.index], components[parts[columns].index]);
    return cut ? columns : 0;
  };
  // A chain of parts from the first one that is no lone rule; it ends at the last one that is none: rules below a
  // table are left alone, but for the end of a form.
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].line) continue;
    std::size_t last = i;
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      if (const std::size_t slip = cut_off(j - 1); slip > 0) {
        last = j = slip;
        continue;
      }
      if (!belongs(parts[i], parts[j - 1], parts[j])) break;
      if (!parts[j].line) last = j;
    }
    if (ends_open(parts[i], last)) last += 2;
    for (std::size_t j = i + 1; j <= last; ++j) {
      if (parts[j - 1].shaded && parts[j].shaded) {
        bridge_white_row(components[parts[i].index], components[parts[j].index], parts[j - 1].box.y1, parts[j].box.y0);
      }
      move_into(components[parts[i].index], components[parts[j].index]);
    }
    if (last > i && parts[last].shaded && parts[last - 1].shaded) {
      add_last_white_row(components[parts[i].index], page, parts[last].box.y0 - parts[last - 1].box.y1);
    }
    i = last;
  }
  std::erase_if(components, [](const RuledComponent& c) { return c.horizontals.size() < 2 && c.verticals.size() < 2; });
}

// Three or more boxes in a row, of the same height and close to each other, are the steps of one table (joined by arrows).
void join_steps(std::vector<RuledComponent>& components) {
  std::vector<std::pair<Box, std::size_t>> order;
  for (std::size_t i = 0; i < components.size(); ++i) order.emplace_back(box_of(components[i]), i);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first.y0, a.first.y1, a.first.x0, a.second) < std::tuple(b.first.y0, b.first.y1, b.first.x0, b.second);
  });
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i + 1;
    for (; end < order.size(); ++end) {
      const Box &left = order[end - 1].first, &right = order[end].first;
      const double gap = right.x0 - left.x1;
      if (left.y0 != right.y0 || left.y1 != right.y1 || gap < 0 || gap > kArrow) break;
    }
    for (std::size_t j = i + 1; end - i >= 3 && j < end; ++j) {
      move_into(components[order[i].second], components[order[j].second]);
    }
    i = end;
  }
  std::erase_if(components, [](const RuledComponent& c) { return c.horizontals.empty() && c.verticals.empty(); });
}

// A cell that goes on over more than two pages leaves on those between nothing but the lines at its sides: three or more lines, all as
// long, between which text stands.
void join_side_lines(std::vector<RuledComponent>& components, const Page& page) {
  std::map<std::pair<double, double>, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < components.size(); ++i) {
    const RuledComponent& component = components[i];
    if (!component.horizontals.empty() || component.verticals.size() != 1) continue;
    const Box& line = component.verticals.front().box;
    if (line.height() >= kSideLine * page.height && component.verticals.front().thickness > 0) alike[{line.y0, line.y1}].push_back(i);
  }
  for (const auto& [ends, lines] : alike) {
    if (lines.size() < 3) continue;
    for (std::size_t j = 1; j < lines.size(); ++j) move_into(components[lines.front()], components[lines[j]]);
  }
}

}  // namespace

std::vector<RuledComponent> ruled_components_of(const Page& page) {
  std::vector<RuledComponent> components = touching_lines(page.rules);
  part_touching_boxes(components);
  join_side_lines(components, page);
  join_columns_that_go_on(components, page);
  join_open_rows(components, page);
  join_steps(components);
  return components;
}

}  // namespace jangbu
