// Two parts are one table if every border that reaches the end of the upper one goes on at the top of the lower one, and what
// stands between keeps to these columns: no run crosses a border, and each row fills most of them. The lower part
// begins with figures: one that begins with headings is the next table, whose caption and unit would fit into columns, too. More than one
// lower part may follow: each group of rows may end with its shaded sum.
// Hard case: rules across the whole table part rows, but for a row of several lines they alone can; where there are none, each line
// of text is a row.
//
//   ┌────┬────┬────┐
//   │ 가 │ 10 │ 20 │   drawn, its borders end here
//     나   11   21     text between the columns of both: rows that nobody drew. They get borders of no thickness
//   │ 합 │ 21 │ 41 │   drawn again, its borders begin at the same places
//   └────┴────┴────┘
#include "tables/columns_go_on.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <utility>

#include "tables/open_lines.h"
#include "tables/run_lines.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostLooks = 10'000'000;  // at runs of the page
constexpr double kSamePlaces = 1.5;             // points: borders of both parts
constexpr double kSameEnds = 3.0;               // … and ends of rules between them
constexpr double kLineGap = 2.5;                // of the font size: between lines that no rule parts
constexpr double kRuledLineGap = 4.0;           // … and that one does

// A part of a table as its neighbours see it: its box, and where its borders reach out of it.
struct End {
  Box box;
  std::size_t index = 0;             // of its component
  std::vector<double> above, below;  // borders that reach its upper and its lower end
  double first_row = 0;              // where its first row ends
};

// A border that is drawn in pieces, or twice, counts once.
std::vector<double> without_doubles(std::vector<double> xs) {
  std::sort(xs.begin(), xs.end());
  std::vector<double> out;
  for (const double x : xs) {
    if (out.empty() || x - out.back() > kSamePlaces) out.push_back(x);
  }
  return out;
}

End end_of(const RuledComponent& component, std::size_t index) {
  End end;
  end.index = index;
  end.box = component.horizontals.front().box;
  for (const Rule& rule : component.horizontals) end.box = united(end.box, rule.box);
  for (const Rule& rule : component.verticals) end.box = united(end.box, rule.box);
  for (const Rule& rule : component.verticals) {
    if (rule.box.y0 <= end.box.y0 + kSamePlaces) end.above.push_back(rule.box.x0);
    if (rule.box.y1 >= end.box.y1 - kSamePlaces) end.below.push_back(rule.box.x0);
  }
  end.above = without_doubles(std::move(end.above));
  end.below = without_doubles(std::move(end.below));
  end.first_row = end.box.y1;
  for (const Rule& rule : component.horizontals) {
    if (rule.box.y0 > end.box.y0 + kSamePlaces) end.first_row = std::min(end.first_row, rule.box.y0);
  }
  return end;
}

bool same_places(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](double x, double y) { return std::abs(x - y) <= kSamePlaces; });
}

// Columns that hold text, and those that hold figures; nothing where a run crosses a border or stands outside.
struct Filled {
  bool keeps = true;
  std::set<std::ptrdiff_t> columns, figures;
};

Filled filled_by(const std::vector<const Run*>& runs, const std::vector<double>& xs) {
  Filled filled;
  for (const Run* run : runs) {
    const auto first = std::upper_bound(xs.begin(), xs.end(), run->box.x0 + 1),
               last = std::upper_bound(xs.begin(), xs.end(), run->box.x1 - 1);
    if (first != last || first == xs.begin() || first == xs.end()) {
      filled.keeps = false;
      return filled;
    }
    filled.columns.insert(first - xs.begin());
    if (is_figure_text({run})) filled.figures.insert(first - xs.begin());
  }
  return filled;
}

// Parts are tried from the top down, each against the next one below it. Looking for the runs between two parts costs a walk over the
// page, so the walks are counted, and a page of thousands of small boxes is left as it is.
class Joiner {
 public:
  Joiner(std::vector<RuledComponent>& components, const Page& page) : components_(components), page_(page) {}

  void join() {
    for (std::size_t i = 0; i < components_.size(); ++i) {
      if (components_[i].horizontals.size() >= 2 && components_[i].verticals.size() >= 2) ends_.push_back(end_of(components_[i], i));
    }
    std::sort(ends_.begin(), ends_.end(),
              [](const End& a, const End& b) { return std::pair(a.box.y0, a.index) < std::pair(b.box.y0, b.index); });
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      if (ends_[i].below.size() < 4) continue;  // three columns at least
      for (std::size_t j = i + 1; j < ends_.size(); ++j) {
        if (ends_[j].box.y0 < ends_[i].box.y1 || ends_[j].box.x0 > ends_[i].box.x1 || ends_[j].box.x1 < ends_[i].box.x0) continue;
        // The next part below: what stands behind it is none of this table's, but where this one is.
        if (same_places(ends_[i].below, ends_[j].above) && goes_on(ends_[i], ends_[j])) {
          unite(ends_[i], ends_[j]);
          ends_[j].below.clear();  // taken: begins nothing any more
          continue;
        }
        break;
      }
    }
    std::erase_if(components_, [](const RuledComponent& c) { return c.horizontals.empty() && c.verticals.empty(); });
  }

 private:
  std::vector<const Run*> runs_between(const Box& box) {
    looks_ += page_.runs.size();
    std::vector<const Run*> runs;
    if (looks_ > kMostLooks) return runs;
    for (const Run& run : page_.runs) {
      const double x = (run.box.x0 + run.box.x1) / 2, y = (run.box.y0 + run.box.y1) / 2;
      if (!run.background && !run.invisible && x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) runs.push_back(&run);
    }
    return runs;
  }

  // Components that are nothing but a rule across the whole table, between the two parts.
  void find_rules(const End& upper, const End& lower) {
    rules_.clear();
    for (std::size_t i = 0; i < components_.size(); ++i) {
      const RuledComponent& component = components_[i];
      if (!component.verticals.empty() || component.horizontals.size() != 1) continue;
      const Box& box = component.horizontals.front().box;
      const bool across = std::abs(box.x0 - upper.box.x0) <= kSameEnds && std::abs(box.x1 - upper.box.x1) <= kSameEnds;
      if (across && box.y0 > upper.box.y1 && box.y0 < lower.box.y0) rules_.push_back(i);
    }
    std::sort(rules_.begin(), rules_.end(), [&](std::size_t a, std::size_t b) { return rule_y(a) < rule_y(b); });
  }

  double rule_y(std::size_t component) const { return components_[component].horizontals.front().box.y0; }

  // Asks in the order of what costs least: the first row of the lower part, the gaps between lines, then each row against the columns.
  bool goes_on(const End& upper, const End& lower) {
    rows_.clear();
    const std::vector<double>& xs = upper.below;
    const auto columns = static_cast<std::ptrdiff_t>(xs.size()) - 1;
    const std::vector<const Run*> runs = runs_between({upper.box.x0, upper.box.y1, upper.box.x1, lower.box.y0});
    if (runs.empty()) return false;
    const Filled first = filled_by(runs_between({lower.box.x0, lower.box.y0, lower.box.x1, lower.first_row}), xs);
    if (2 * static_cast<std::ptrdiff_t>(first.figures.size()) < columns) return false;
    find_rules(upper, lower);
    const std::vector<RunLine> lines = lines_of(runs);
    double bottom = upper.box.y1;
    for (const RunLine& line : lines) {
      const bool ruled =
          std::any_of(rules_.begin(), rules_.end(), [&](std::size_t r) { return rule_y(r) > bottom - 1 && rule_y(r) < line.box.y1; });
      if (line.box.y0 - bottom > (ruled ? kRuledLineGap : kLineGap) * line.font_size) return false;
      bottom = std::max(bottom, line.box.y1);
    }
    if (lower.box.y0 - bottom > kRuledLineGap * lines.back().font_size) return false;
    // Rows between rules, or lines of text.
    std::vector<std::vector<const Run*>> rows;
    if (rules_.empty()) {
      for (std::size_t i = 0; i < lines.size(); ++i) {
        rows.push_back(lines[i].runs);
        if (i > 0) rows_.push_back((lines[i - 1].box.y1 + lines[i].box.y0) / 2);
      }
    } else {
      rows.resize(rules_.size() + 1);
      for (const Run* run : runs) {
        const double y = (run->box.y0 + run->box.y1) / 2;
        const auto row = std::count_if(rules_.begin(), rules_.end(), [&](std::size_t r) { return rule_y(r) < y; });
        rows[static_cast<std::size_t>(row)].push_back(run);
      }
    }
    std::size_t with_figures = 0;
    for (const auto& row : rows) {
      const Filled filled = filled_by(row, xs);
      if (!filled.keeps || static_cast<std::ptrdiff_t>(filled.columns.size()) < std::max<std::ptrdiff_t>(2, (columns + 1) / 2))
        return false;
      with_figures += filled.figures.empty() ? 0 : 1;
    }
    return 2 * with_figures >= rows.size();
  }

  // Thickness 0: nobody drew these.
  void unite(End& upper, const End& lower) {
    RuledComponent& table = components_[upper.index];
    for (const double x : upper.below) table.verticals.push_back({{x, upper.box.y1, x, lower.box.y0}, 0});
    for (const double y : rows_) table.horizontals.push_back({{upper.box.x0, y, upper.box.x1, y}, 0});
    for (const std::size_t rule : rules_) take(table, components_[rule]);
    take(table, components_[lower.index]);
    upper.box = united(upper.box, lower.box);
    upper.below = lower.below;
  }

  // What is left of the taken component is empty, and erased at the end: indices of the others must stand until then.
  static void take(RuledComponent& to, RuledComponent& from) {
    to.horizontals.insert(to.horizontals.end(), from.horizontals.begin(), from.horizontals.end());
    to.verticals.insert(to.verticals.end(), from.verticals.begin(), from.verticals.end());
    from = RuledComponent();
  }

  std::vector<RuledComponent>& components_;
  const Page& page_;
  std::vector<End> ends_;
  std::vector<std::size_t> rules_;  // components, of the pair that was looked at last
  std::vector<double> rows_;        // borders that no rule draws, likewise
  std::size_t looks_ = 0;
};

}  // namespace

void join_columns_that_go_on(std::vector<RuledComponent>& components, const Page& page) { Joiner(components, page).join(); }

}  // namespace jangbu
