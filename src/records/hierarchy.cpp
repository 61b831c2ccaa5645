// Rows with figures → which row is part of which. Three trees compete, each weighed by how many sums hold in it (a failure costs two):
// by sums (from the last row up, each row adopts the finished subtrees below it that add up to it), by offices (rows that name an office
// stand above those that do not) and by marks (□ above ○, or indentation). Printed marks win a tie, then offices; sums decide where nothing
// else speaks. Hard cases: small or round figures that add up by chance (kLeastDigits), one misprinted column (most columns are enough), a
// total below its parts (adopt_upwards), and two totals one below the other. Cost: rows times kMostParts times columns.
//
//   label        A      B         by sums, from below                          tree
//   합계       900    450        = 500 + 400, 250 + 200: adopts both offices    합계
//   가과       500    250        = 300 + 200, 150 + 100: adopts two rows        ├ 가과
//    (ㄱ)      300    150                                                       │ ├ ㄱ
//    (ㄴ)      200    100                                                       │ └ ㄴ
//   나과       400    200        no parts below it: stays a root so far         └ 나과
#include "records/hierarchy.h"

#include <algorithm>
#include <cmath>

#include "records/label_marks.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// How well one row equals a sum of others, over its columns.
struct Match {
  int held = 0, failed = 0;
  double digits = 0;   // of all figures that held: 4 = 3 + 1 says little, 4,371,137 = … says much
  double telling = 0;  // the same without the noughts at their ends: round figures add up by chance
  bool any() const { return held > 0; }
  bool strong(int columns) const { return failed == 0 && held >= std::min(2, columns); }
  bool weak() const { return held >= 2 && held > failed; }
};

// A sum that holds by chance among small figures makes no parent: so many digits must agree, unless the label says total.
constexpr double kLeastDigits = 4;

// Where the total over all of them holds as well, each sum needs no more than this: a figure of two digits.
constexpr double kLeastOfNested = 1;

// Every total in a report of real size has at most this many parts; keeps the search linear in practice.
constexpr std::size_t kMostParts = 400;

// A column holds if rounding of all its figures explains the difference.
Match compare(const HierarchyRow& total, const std::vector<long double>& sums, const std::vector<long double>& steps, std::size_t parts) {
  Match match;
  for (std::size_t c = 0; c < total.figures.size(); ++c) {
    const auto& printed = total.figures[c];
    const long double value = printed ? printed->value : 0;
    const long double step = std::max(printed ? printed->step : 0, steps[c]);
    if (value == 0 && sums[c] == 0) continue;  // says nothing
    if (!is_sum_of(value, sums[c], step, parts)) {
      ++match.failed;
      continue;
    }
    ++match.held;
    const long double size = (value < 0 ? -value : value) / (step > 0 ? step : 1);
    match.digits += size >= 1 ? std::log10(static_cast<double>(size) + 1) : 0;
    long double telling = std::round(size);
    // 1,200 and 300 tell as little as 12 and 3.
    while (telling >= 10 && std::fmod(telling, 10.0L) == 0) telling /= 10;
    match.telling += telling >= 1 ? std::log10(static_cast<double>(telling) + 1) : 0;
  }
  return match;
}

// A row of blanks, dashes or noughts.
bool is_silent(const HierarchyRow& row) {
  return std::all_of(row.figures.begin(), row.figures.end(), [](const auto& figure) { return !figure || figure->value == 0; });
}

// A row above its only part: two equal figures at least, none that differs.
bool same_figures(const HierarchyRow& a, const HierarchyRow& b) {
  int equal = 0;
  for (std::size_t c = 0; c < a.figures.size(); ++c) {
    const long double x = a.figures[c] ? a.figures[c]->value : 0, y = b.figures[c] ? b.figures[c]->value : 0;
    if (x != y) return false;
    equal += x != 0;
  }
  return equal >= 2;
}

// Sources of funds stand beside one another: 국비 of one half is the sum of 도비 and 군비 by the rules of its grant, and no total of
// theirs. Only 지방비 holds others.
bool may_hold(const HierarchyRow& whole, const HierarchyRow& part) {
  if (whole.source.empty() || part.source.empty()) return true;
  return whole.source == "source.local" &&
         (part.source == "source.city" || part.source == "source.province" || part.source == "source.district");
}

// A proposal, by row: its parent; and how many columns of sums hold and fail over all parents.
struct Tree {
  std::vector<std::optional<int>> parent;
  std::vector<int> roots;  // top-level rows from top to bottom
  int held = 0, failed = 0;
};

// Bottom-up: each row adopts the run of finished subtrees below it whose sum it is.
// `lone_columns`: a sum that holds in one column alone makes a parent, too.
Tree by_sums(const std::vector<HierarchyRow>& rows, bool single_children, bool lone_columns = false) {
  const std::size_t n = rows.size(), columns = rows.front().figures.size();
  Tree tree;
  tree.parent.resize(n);
  std::vector<int> stack;  // roots so far, nearest at the back
  for (std::size_t i = n; i-- > 0;) {
    std::vector<long double> sums(columns, 0), steps(columns, 0);
    Match best;
    std::size_t adopted = 0;
    const bool total = is_total_label(rows[i].label);
    const bool labelled = total || is_subtotal_label(rows[i].label);
    // Tries 1, 2, 3 … of the nearest subtrees as parts, adding one at a time; the best match is kept.
    const std::size_t most = std::min(stack.size(), kMostParts);
    for (std::size_t k = 1; k <= most; ++k) {
      const HierarchyRow& part = rows[static_cast<std::size_t>(stack[stack.size() - k])];
      if (!may_hold(rows[i], part)) break;
      for (std::size_t c = 0; c < columns; ++c) {
        if (!part.figures[c]) continue;
        sums[c] += part.figures[c]->value;
        steps[c] = std::max(steps[c], part.figures[c]->step);
      }
      const Match match = compare(rows[i], sums, steps, k);
      if (!(match.strong(static_cast<int>(columns)) || match.weak())) continue;
      // Where a column fails, only figures that are not round speak for the others.
      if (!labelled && (match.failed > 0 ? match.telling : match.digits) < (lone_columns ? kLeastOfNested : kLeastDigits)) continue;
      // What no label says, one column alone says by chance; the name of an office above what is none says it, too.
      if (!labelled && match.held < 2 && !lone_columns && !(rows[i].office && !part.office)) continue;
      // One part alone is equal by its nature: only a total, or an office over its single programme, may have it.
      if (k == 1 && !total && !(single_children && same_figures(rows[i], part))) continue;
      // A part that prints nothing changes no sum: it goes with the rows it stands among, an office aside.
      const bool idle = adopted + 1 == k && is_silent(part) && !part.office && match.held == best.held && match.failed == best.failed;
      const bool better = match.failed < best.failed || (match.failed == best.failed && match.held > best.held) || !best.any();
      if (better || idle) {
        best = match;
        adopted = k;
      }
    }
    if (total && i == 0) adopted = 0;  // the first row of all, and it says that it is the total: of every row below
    if (adopted == 0 && total && i == 0) {
      // A total that misses its parts is still their total: the audit will say so.
      // … up to the next one: 계(가대학) and 계(나대학) one below the other are totals of their own.
      while (adopted < stack.size() && !is_total_label(rows[static_cast<std::size_t>(stack[stack.size() - 1 - adopted])].label)) ++adopted;
      std::fill(sums.begin(), sums.end(), 0);
      for (std::size_t k = 1; k <= adopted; ++k) {
        for (std::size_t c = 0; c < columns; ++c) {
          const auto& figure = rows[static_cast<std::size_t>(stack[stack.size() - k])].figures[c];
          if (figure) sums[c] += figure->value;
        }
      }
      best = compare(rows[i], sums, steps, adopted);
    }
    // Adopted subtrees leave the stack; the row stands there for all of them.
    for (std::size_t k = 0; k < adopted; ++k) {
      tree.parent[static_cast<std::size_t>(stack.back())] = static_cast<int>(i);
      stack.pop_back();
    }
    // A row that adopted nothing adds nothing.
    tree.held += best.held;
    tree.failed += best.failed;
    stack.push_back(static_cast<int>(i));
  }
  // The back of the stack is the topmost row.
  tree.roots.assign(stack.rbegin(), stack.rend());
  return tree;
}

// Counts the sums that hold and fail over a tree that was made from something else than sums.
void weigh(const std::vector<HierarchyRow>& rows, Tree& tree) {
  const std::size_t columns = rows.front().figures.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<long double> sums(columns, 0), steps(columns, 0);
    std::size_t parts = 0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      if (tree.parent[k] != static_cast<int>(i)) continue;
      ++parts;
      for (std::size_t c = 0; c < columns; ++c) {
        if (!rows[k].figures[c]) continue;
        sums[c] += rows[k].figures[c]->value;
        steps[c] = std::max(steps[c], rows[k].figures[c]->step);
      }
    }
    if (parts == 0) continue;
    const Match match = compare(rows[i], sums, steps, parts);
    tree.held += match.held;
    tree.failed += match.failed;
  }
}

// The first row over all others.
Tree all_below_the_first(const std::vector<HierarchyRow>& rows) {
  Tree tree;
  tree.parent.assign(rows.size(), 0);
  tree.parent.front().reset();
  tree.roots = {0};
  weigh(rows, tree);
  return tree;
}

// Offices above what is not an office.
Tree by_offices(const std::vector<HierarchyRow>& rows) {
  Tree tree;
  tree.parent.resize(rows.size());
  const bool total = is_total_label(rows.front().label);
  std::optional<int> office;
  // The total at the top takes what stands below no office.
  for (std::size_t i = total ? 1 : 0; i < rows.size(); ++i) {
    if (rows[i].office) {
      office = static_cast<int>(i);
      if (total) tree.parent[i] = 0;
    } else if (office) {
      tree.parent[i] = office;
    } else if (total) {
      tree.parent[i] = 0;
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!tree.parent[i]) tree.roots.push_back(static_cast<int>(i));
  }
  weigh(rows, tree);
  return tree;
}

// Rows with deeper marks are parts of the nearest row above with a shallower one.
std::optional<Tree> by_marks(const std::vector<HierarchyRow>& rows) {
  std::vector<std::string> labels;
  std::vector<int> depths;
  bool indented = false;
  for (const HierarchyRow& row : rows) {
    labels.push_back(row.printed);
    depths.push_back(row.indent);
    indented = indented || row.indent > 0;
  }
  // Indentation that the format tells is surer than bullets in the text.
  if (!indented) depths = label_depths(labels);
  if (depths.empty()) return std::nullopt;
  Tree tree;
  tree.parent.resize(rows.size());
  const bool total = is_total_label(rows.front().label);
  std::vector<int> open;  // the row at the front of each depth so far
  for (std::size_t i = total ? 1 : 0; i < rows.size(); ++i) {
    while (!open.empty() && depths[static_cast<std::size_t>(open.back())] >= depths[i]) open.pop_back();
    if (!open.empty()) {
      tree.parent[i] = open.back();
    } else if (total) {
      tree.parent[i] = 0;
    }
    open.push_back(static_cast<int>(i));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!tree.parent[i]) tree.roots.push_back(static_cast<int>(i));
  }
  weigh(rows, tree);
  return tree;
}

// A total below its parts: 소계 after the rows it adds up, 합계 at the very bottom.
void adopt_upwards(const std::vector<HierarchyRow>& rows, Tree& tree) {
  const std::size_t columns = rows.front().figures.size();
  std::vector<bool> has_children(rows.size(), false);
  for (const auto& parent : tree.parent) {
    if (parent) has_children[static_cast<std::size_t>(*parent)] = true;
  }
  for (std::size_t at = 0; at < tree.roots.size(); ++at) {
    const auto i = static_cast<std::size_t>(tree.roots[at]);
    if (has_children[i] || !(is_total_label(rows[i].label) || is_subtotal_label(rows[i].label))) continue;
    std::vector<long double> sums(columns, 0), steps(columns, 0);
    std::size_t adopted = 0;
    for (std::size_t k = 1; k <= at; ++k) {
      const HierarchyRow& part = rows[static_cast<std::size_t>(tree.roots[at - k])];
      for (std::size_t c = 0; c < columns; ++c) {
        if (!part.figures[c]) continue;
        sums[c] += part.figures[c]->value;
        steps[c] = std::max(steps[c], part.figures[c]->step);
      }
      const Match match = compare(rows[i], sums, steps, k);
      if (match.strong(static_cast<int>(columns)) || match.weak()) {
        adopted = k;
        break;
      }
    }
    if (adopted == 0 && is_total_label(rows[i].label) && at + 1 == tree.roots.size()) adopted = at;
    for (std::size_t k = 1; k <= adopted; ++k) tree.parent[static_cast<std::size_t>(tree.roots[at - k])] = static_cast<int>(i);
    tree.roots.erase(tree.roots.begin() + static_cast<std::ptrdiff_t>(at - adopted), tree.roots.begin() + static_cast<std::ptrdiff_t>(at));
    at -= adopted;
  }
}

// A sum that fails weighs twice: two sums may hold by chance, a failure is rarely one.
double quality(const Tree& tree) { return tree.held - 2.0 * tree.failed; }

}  // namespace

// 총계, 합계, 계, and 계(본청): what stands in brackets names the part that is added up.
bool is_total_label(std::string_view label) {
  static const Pattern total(any_of("total_labels"));
  static const Pattern of_what(R"(\s*[(\[（][^)\]）]*[)\]）]\s*$)");  // 계(부경대)
  return total.matches(label_key(of_what.replaced(label, "")));
}

bool is_subtotal_label(std::string_view label) {
  static const Pattern subtotal(any_of("subtotal_labels"));  // 인건비 소계
  return subtotal.matches(label_key(label));
}

bool is_rest_label(std::string_view label) {
  static const Pattern rest(any_of("rest_labels"));
  return rest.matches(label_key(label));
}

const std::string& row_subject(const Record& record) {
  const bool sum = is_total_label(record.name) || is_subtotal_label(record.name);
  return sum && !record.path.empty() ? record.path.back() : record.name;
}

// The competition: sums, sums with single parts, offices, marks; then totals at the bottom, then roles.
std::vector<RowPlace> find_hierarchy(const std::vector<HierarchyRow>& rows) {
  std::vector<RowPlace> places(rows.size());
  if (rows.empty()) return places;
  Tree best = by_sums(rows, false);
  // A second try lets rows have one part only: 시민과 4,371 above its one programme of 4,371.
  if (best.roots.size() > 1 || best.failed > 0) {
    Tree singles = by_sums(rows, true);
    if (quality(singles) > quality(best)) best = std::move(singles);
  }
  // In a table of one column, a total that misses the sum of all rows, and is met by those that are no parts of others: 일반회계 700
  // (인건비 300, 물건비 400) and 특별회계 200 are 900. One sum alone may hold by chance; here the total holds with it, to the last digit.
  if (best.failed > 0 && rows.front().figures.size() == 1 && is_total_label(rows.front().label)) {
    Tree nested = by_sums(rows, false, true);
    if (nested.failed == 0 && nested.roots.size() == 1 && nested.held > best.held) best = std::move(nested);
  }
  // 합계 1,200 over 400, 150, 250 and 400: all rows are its parts, though 400 is by chance the sum of the next two.
  if (best.failed > 0 && is_total_label(rows.front().label)) {
    Tree flat = all_below_the_first(rows);
    if (flat.failed == 0 && flat.held > 0) best = std::move(flat);
  }
  const auto offices = std::count_if(rows.begin(), rows.end(), [](const HierarchyRow& row) { return row.office; });
  const auto others = static_cast<std::ptrdiff_t>(rows.size()) - offices - (is_total_label(rows.front().label) ? 1 : 0);
  if (best.failed > 0 && offices >= 2 && others > 0) {
    // What the labels say is believed before sums that fail as often.
    Tree tree = by_offices(rows);
    if (quality(tree) >= quality(best)) best = std::move(tree);
  }
  // What is printed on purpose is believed before sums that may hold by chance, unless they refute it.
  if (auto tree = by_marks(rows); tree && tree->held > 0 && quality(*tree) >= quality(best)) best = std::move(*tree);
  adopt_upwards(rows, best);
  std::vector<bool> has_children(rows.size(), false);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    places[i].parent = best.parent[i];
    if (best.parent[i]) has_children[static_cast<std::size_t>(*best.parent[i])] = true;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // A row without a parent that is called 계 is the total; called so inside of a group it is that group's.
    const bool top = !places[i].parent;
    if (top && is_total_label(rows[i].label) && (has_children[i] || rows.size() > 1)) {
      places[i].role = RowRole::kTotal;
    } else if (has_children[i] || is_subtotal_label(rows[i].label)) {
      places[i].role = RowRole::kSubtotal;
    } else if (is_total_label(rows[i].label)) {
      places[i].role = top ? RowRole::kTotal : RowRole::kSubtotal;
    }
  }
  // One row that all others make up is the total, whatever it is called; an office over its programmes is an office.
  std::size_t tops = 0, top = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (places[i].parent) continue;
    ++tops;
    top = i;
  }
  if (tops == 1 && rows.size() > 2 && (top == 0 || top + 1 == rows.size()) && !rows[top].office && has_children[top])
    places[top].role = RowRole::kTotal;
  return places;
}

}  // namespace jangbu
