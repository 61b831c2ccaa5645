// Looks for stretches of a page that may hold a table without vertical lines; open_layout.h then decides. Two ways
// lead to one: a stack of horizontal rules of the same width with columns of text between them, or at least three
// lines with wide gaps that follow each other closely.
// The hard case is two tables side by side (tables_beside.h), and prose in two columns, which looks the same: prose_beside.h takes it out
// first.
#include "tables/open_areas.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>

#include "tables/open_columns.h"
#include "tables/open_lines.h"
#include "tables/prose_beside.h"
#include "tables/tables_beside.h"
#include "text/caption.h"
#include "text/outline_sign.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kNarrowest = 0.15;       // of the page's width
constexpr double kTallestGap = 0.5;       // of the page's height, between two rules of one table
constexpr double kRowGap = 2.4;           // of the height of a line, between two lines of one table
constexpr std::size_t kMostStacks = 100;  // of rules on a page; more is a drawing
constexpr double kHeadGap = 1.0;          // of the height of a line, between a heading and what it stands over
constexpr std::size_t kMostHeads = 4;
constexpr double kSameMargin = 1.5;  // points
constexpr int kMostPlain = 2;        // lines without a gap, one below the other, in a table
constexpr int kMostLabelLines = 3;   // the same, where they are labels

double middle(double a, double b) { return (a + b) / 2; }

std::vector<const Run*> runs_in(const std::vector<const Run*>& runs, const Box& box) {
  std::vector<const Run*> inside;
  for (const Run* run : runs) {
    const double x = middle(run->box.x0, run->box.x1), y = middle(run->box.y0, run->box.y1);
    if (box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1) inside.push_back(run);
  }
  return inside;
}

// Horizontal rules that were drawn (thickness above 0) and share some of the box's width.
std::vector<Rule> rules_in(const Page& page, const Box& box) {
  std::vector<Rule> rules;
  for (const Rule& rule : page.rules) {
    if (!rule.horizontal() || rule.thickness <= 0 || rule.box.y0 < box.y0 || rule.box.y0 > box.y1) continue;
    if (std::min(rule.box.x1, box.x1) > std::max(rule.box.x0, box.x0)) rules.push_back(rule);
  }
  return rules;
}

std::vector<std::vector<Rule>> rule_stacks(const Page& page, const std::vector<Box>& taken) {
  std::vector<Rule> rules;
  for (const Rule& rule : page.rules) {
    if (!rule.horizontal() || rule.thickness <= 0 || rule.box.width() < kNarrowest * page.width) continue;
    const bool inside = std::any_of(taken.begin(), taken.end(), [&](const Box& box) {
      return box.x0 <= rule.box.x1 && rule.box.x0 <= box.x1 && box.y0 <= rule.box.y0 && rule.box.y0 <= box.y1;
    });
    if (!inside) rules.push_back(rule);
  }
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
    if (a.box.x0 != b.box.x0) return a.box.x0 < b.box.x0;
    if (a.box.x1 != b.box.x1) return a.box.x1 < b.box.x1;
    return a.box.y0 < b.box.y0;
  });
  std::vector<std::vector<Rule>> stacks;
  for (const Rule& rule : rules) {
    const bool below = !stacks.empty() && stacks.back().back().box.x0 == rule.box.x0 && stacks.back().back().box.x1 == rule.box.x1 &&
                       rule.box.y0 - stacks.back().back().box.y0 < kTallestGap * page.height;
    if (!below) stacks.emplace_back();
    stacks.back().push_back(rule);
  }
  std::erase_if(stacks, [](const std::vector<Rule>& stack) { return stack.size() < 2; });
  if (stacks.size() > kMostStacks) stacks.resize(kMostStacks);
  return stacks;
}

// What stands between two rules of a stack.
enum class Between { kRows, kLine, kText };  // columns of text; one line; lines of text, or nothing over some height

// (단위 : 백만원): opens a table, and stands right of a heading or alone on its line.
bool is_unit_mark(const Piece& piece) {
  std::string text;
  for (const Run* run : piece.runs) text += run->text;
  return begins_with_unit(text);
}

// ○ 추진계획, 2 주민자치 활성화: a sign or a number, and a gap before what it stands in front of.
bool is_item_of_list(const OpenLine& line) {
  if (line.pieces.size() != 2) return false;
  std::string text;
  for (const Run* run : line.pieces.front().runs) text += run->text;
  text = trim(text);
  const bool number = text.size() <= 2 && text.find_first_not_of("0123456789") == std::string::npos;
  return number || (code_point_count(text) <= 3 && !outline_sign(text + " x").kind.empty());
}

// Several pieces on any line mean columns; without, one line may be a heading and more lines are text.
Between between(const std::vector<const Run*>& runs, double height) {
  // Blank between two rules: above 30 points, about two lines, it is the space between two tables, below that a
  // double rule.
  if (runs.empty()) return height > 30 ? Between::kText : Between::kLine;
  std::size_t lines = 0, several = 0, units = 0;
  for (const OpenLine& line : open_lines_of(runs)) {
    ++lines;
    const bool unit = line.pieces.size() <= 2 && is_unit_mark(line.pieces.back());
    units += unit ? 1 : 0;
    several += line.pieces.size() > 1 && !unit && !is_item_of_list(line) ? 1 : 0;
  }
  if (several == 0) return lines > 1 || units > 0 ? Between::kText : Between::kLine;
  return Between::kRows;
}

// A caption with its number, alone on the line.
bool is_caption(const RunLine& line) {
  return begins_caption(line) && line.runs.size() > 1 && line.text.find_first_of("0123456789") < 12 &&
         open_line_of(line).pieces.size() == 1;
}

bool holds_caption(const std::vector<const Run*>& runs) {
  const std::vector<RunLine> lines = lines_of(runs);
  return lines.size() > 1 && std::any_of(lines.begin(), lines.end(), is_caption);
}

// Is a rule drawn there that reaches beyond the sides of these, or a narrower stack of three that begins at the same margin? Then another
// table stands between them.
bool other_table_between(const Page& page, const Box& sides, double from, double to) {
  constexpr double kBeyond = 3;  // points
  constexpr int kNarrowStack = 3;
  std::map<double, int> ends;  // of rules that begin where these do
  for (const Rule& rule : page.rules) {
    if (!rule.horizontal() || rule.thickness <= 0 || rule.box.y0 <= from + kBeyond || rule.box.y0 >= to - kBeyond) continue;
    if (std::abs(rule.box.x0 - sides.x0) > kBeyond || rule.box.width() < kNarrowest * page.width || rule.box.x1 > sides.x1 - kBeyond)
      continue;
    if (++ends[rule.box.x1] >= kNarrowStack) return true;
  }
  return std::any_of(page.rules.begin(), page.rules.end(), [&](const Rule& rule) {
    return rule.horizontal() && rule.thickness > 0 && rule.box.y0 > from + kBeyond && rule.box.y0 < to - kBeyond &&
           rule.box.width() >= kNarrowest * page.width && rule.box.x0 < sides.x1 && rule.box.x1 > sides.x0 &&
           (rule.box.x0 < sides.x0 - kBeyond || rule.box.x1 > sides.x1 + kBeyond);
  });
}

// How many of the lines right above a table's are headings over several columns: one text, beyond the column of labels. A caption begins
// further left, a unit stands in brackets.
std::size_t heads_above(const std::vector<RunLine>& above, const std::vector<RunLine>& table) {
  std::vector<OpenLine> lines;
  Box box = table.front().box;
  for (const RunLine& line : table) {
    lines.push_back(open_line_of(line));
    box = united(box, line.box);
  }
  const OpenColumns columns = open_columns(lines);
  // The columns are those of the table below; a heading over several of them needs at least two besides the labels.
  if (columns.count() < 3) return 0;
  std::size_t count = 0;
  double top = box.y0;
  for (auto line = above.rbegin(); line != above.rend(); ++line) {
    const double size = line->font_size;
    if (top - line->box.y1 > kHeadGap * line->box.height() || line->box.x0 < columns.borders[0] - 0.5 * size ||
        line->box.x1 > box.x1 + size)
      break;
    // A title is centred over the whole table, not over its columns; or it is set larger. The first word of a heading may stand there too,
    // no wider than the rest of it below.
    const double place = middle(line->box.x0, line->box.x1);
    const OpenLine& first = lines.front();
    const bool of_heading = top == box.y0 && std::any_of(first.pieces.begin(), first.pieces.end(), [&](const Piece& piece) {
                              return std::abs(piece.centre() - place) <= 0.3 * size && line->box.width() <= 1.2 * (piece.x1 - piece.x0);
                            });
    const bool over_all = std::abs(place - middle(box.x0, box.x1)) < std::abs(place - middle(columns.borders[0], box.x1)) - size;
    if (size > 1.05 * table.front().font_size || (over_all && !of_heading)) break;
    if (begins_caption(*line) || line->text.find_first_of("([") == 0 || line->text.find("단위") != std::string::npos) break;
    top = line->box.y0;
    ++count;
  }
  return count;
}

// Takes the line right above the area (or below it) as a row of it, if its texts stand in the area's columns, one in each, and nothing but
// the rule parts it from the area's rows by more than these are parted.
void add_outer_row(const std::vector<const Run*>& outside, bool above, OpenArea& area) {
  const std::vector<OpenLine> lines = open_lines_of(area.runs);
  const OpenColumns columns = open_columns(lines);
  if (columns.count() < 3 || lines.empty()) return;
  const double height = lines.front().box.height(), edge = above ? area.box.y0 : area.box.y1;
  // As far from the rule as the row on its other side.
  const double apart = above ? lines.front().box.y0 - edge : edge - lines.back().box.y1;
  const double reach = std::max(apart, 0.0) + 0.6 * height;
  const Box strip =
      above ? Box{area.box.x0, edge - reach - height, area.box.x1, edge} : Box{area.box.x0, edge, area.box.x1, edge + reach + height};
  const std::vector<OpenLine> near = open_lines_of(without_leaders(runs_in(outside, strip)));
  if (near.size() != 1) return;
  const OpenLine& line = near.front();
  if (static_cast<int>(line.pieces.size()) < columns.count() - 1) return;
  int last = -1;
  for (const Piece& piece : line.pieces) {
    const int column = columns.at(piece.centre());
    if (column <= last) return;
    last = column;
  }
  for (const Piece& piece : line.pieces) area.runs.insert(area.runs.end(), piece.runs.begin(), piece.runs.end());
  std::sort(area.runs.begin(), area.runs.end());
  (above ? area.box.y0 : area.box.y1) = above ? line.box.y0 - 1 : line.box.y1 + 1;
}

OpenArea area_of(const Page& page, const std::vector<RunLine>& lines) {
  OpenArea area;
  area.box = lines.front().box;
  for (const RunLine& line : lines) {
    area.box = united(area.box, line.box);
    area.runs.insert(area.runs.end(), line.runs.begin(), line.runs.end());
  }
  std::sort(area.runs.begin(), area.runs.end());
  area.box = {area.box.x0 - 1, area.box.y0 - 1, area.box.x1 + 1, area.box.y1 + 1};
  area.rules = rules_in(page, area.box);
  return area;
}

// ○ 세입예산              (단위: 백만원): a line of words that ends with the unit of what stands below it.
bool names_unit_below(const RunLine& line, const OpenLine& look) {
  const std::size_t at = line.text.rfind("단위");
  if (at == std::string::npos || std::any_of(look.pieces.begin(), look.pieces.end(), [](const Piece& piece) { return piece.figure; }))
    return false;
  const bool bracket = at > 0 && (line.text[at - 1] == '(' || line.text[at - 1] == '[');
  return begins_with_unit(std::string_view(line.text).substr(bracket ? at - 1 : at));
}

// Lines of text that follow each other closely and, but for a few, have wide gaps. A rule of dots is no line, and
// leaves no gap. `depth`: how often the runs have been parted into sides already; three times at most.
void find_gapped(const Page& page, const std::vector<const Run*>& runs, int depth, std::vector<OpenArea>& areas) {
  std::vector<RunLine> area, above;  // `above`: lines without a gap before the area
  std::size_t gapped = 0;
  double bottom = 0;  // of the area
  int plain = 0;      // lines without a gap at its end
  const auto finish = [&] {
    // Lines without a gap at the end are what follows the table.
    area.resize(area.size() - static_cast<std::size_t>(plain));
    plain = 0;
    if (gapped >= kFewestOpenRows && area.size() >= kFewestOpenRows) {
      const std::size_t heads = heads_above(above, area);
      area.insert(area.begin(), above.end() - static_cast<std::ptrdiff_t>(heads), above.end());
      OpenArea found = area_of(page, area);
      // Within two lines above what was taken along.
      for (std::size_t i = above.size() - heads, looked = 0; i > 0 && looked < 2; --i, ++looked) {
        found.captioned =
            found.captioned || (begins_caption(above[i - 1]) && found.box.y0 - above[i - 1].box.y1 < 3 * above[i - 1].box.height());
      }
      const double gutter = depth < 3 ? between_tables(found.runs, area, found.rules) : 0;
      if (gutter > 0) {
        std::vector<const Run*> sides[2];
        for (const Run* run : found.runs) sides[run->box.x0 < gutter ? 0 : 1].push_back(run);
        for (const auto& side : sides) find_gapped(page, side, depth + 1, areas);
      } else {
        areas.push_back(std::move(found));
      }
    }
    area.clear();
    above.clear();
    gapped = 0;
  };
  // Stands the line below one of the texts of the last gapped line, or below a heading, the labels aside, and within its column? Then it
  // goes on with that text, or with one beside figures that stand in the middle of it.
  OpenLine gapped_line, headings;
  const auto below_text = [&](const RunLine& line) {
    const auto of = [&](const OpenLine& texts) {
      for (std::size_t i = 1; i < texts.pieces.size(); ++i) {
        const double room = i + 1 < texts.pieces.size() ? texts.pieces[i + 1].x0 : texts.box.x1 + line.font_size;
        if (!texts.pieces[i].figure && std::abs(texts.pieces[i].x0 - line.box.x0) < kSameMargin && line.box.x1 < room) return true;
      }
      return false;
    };
    return of(gapped_line) || of(headings);
  };
  double right_of_labels = 0;     // where the first pieces of gapped lines end
  double left_of_columns = 1e18;  // where the second ones begin
  for (RunLine& line : lines_of(runs)) {
    const bool near = area.empty() || line.box.y0 - bottom < kRowGap * std::max(line.box.height(), area.back().box.height());
    // A rule of dots carries on the distance to the next line without being a row itself.
    if (near) bottom = line.box.y1;
    if (std::all_of(line.runs.begin(), line.runs.end(), [](const Run* run) { return is_leader(*run); })) continue;
    bottom = line.box.y1;
    // Dots fill a gap, and are none of the text.
    bool led = false;
    if (std::any_of(line.runs.begin(), line.runs.end(), [](const Run* run) { return is_leader(*run); })) {
      line = lines_of(without_leaders(line.runs)).front();
      led = true;
    }
    OpenLine look;
    if (may_part(line)) look = open_line_of(line);
    const bool wide = look.pieces.size() >= 2;
    // A label that wraps: short, and within the column of labels. Two of them may follow each other, other plain
    // lines not.
    const bool below = !wide && !area.empty() && below_text(line);
    const bool label =
        below || (!wide && ((line.box.x1 <= right_of_labels + line.font_size || line.box.x1 + line.font_size < left_of_columns)));
    if (names_unit_below(line, look)) {  // the caption of what comes
      finish();
      continue;
    }
    if (!wide && !below && !area.empty() && begins_section(line.text)) finish();
    const int most_plain = label && !below ? kMostLabelLines : label || led ? kMostPlain : 1;
    // A caption begins the next table, and so does the first line of headings where it comes again below a line of text.
    const bool again = wide && plain > 0 && area.size() > kFewestOpenRows && line.text == area.front().text;
    std::vector<RunLine> heading;
    if (again) heading.assign(area.end() - plain, area.end());
    if (!near || again || (!wide && (plain >= most_plain || is_caption(line)))) finish();
    above.insert(above.end(), std::make_move_iterator(heading.begin()), std::make_move_iterator(heading.end()));
    if (area.empty() && !wide) {
      above.push_back(std::move(line));
      if (above.size() > kMostHeads) above.erase(above.begin());
      continue;
    }
    if (area.empty()) {
      right_of_labels = 0;
      left_of_columns = 1e18;
      headings = look;
    }
    if (wide) {
      right_of_labels = std::max(right_of_labels, look.pieces.front().x1);
      left_of_columns = std::min(left_of_columns, look.pieces[1].x0);
    }
    // What goes on with a text ends no table.
    plain = wide || (below && plain == 0) ? 0 : plain + 1;
    if (wide) gapped_line = look;
    gapped += wide ? 1 : 0;
    area.push_back(std::move(line));
  }
  finish();
}

}  // namespace

// A rule of dashes is longer than any sign for a figure that is none.
bool is_leader(const Run& run) {
  constexpr std::size_t kTypedRule = 10;
  return (run.text.size() >= 4 && run.text.find_first_not_of(".·…‥⋅ㆍ") == std::string::npos) ||
         (run.text.size() >= kTypedRule && run.text.find_first_not_of("-=_") == std::string::npos);
}

std::vector<const Run*> without_leaders(const std::vector<const Run*>& runs) {
  std::vector<const Run*> out;
  std::copy_if(runs.begin(), runs.end(), std::back_inserter(out), [](const Run* run) { return !is_leader(*run); });
  return out;
}

// Each stack is cut where text stands between two rules; headings and notes at the ends of a part are left out.
std::vector<OpenArea> ruled_areas(const Page& page, const std::vector<Box>& taken, const std::vector<const Run*>& outside) {
  std::vector<OpenArea> areas;
  for (const std::vector<Rule>& stack : rule_stacks(page, taken)) {
    // Rules closer than 3 points are one double rule.
    std::vector<double> ys;
    for (const Rule& rule : stack) {
      if (ys.empty() || rule.box.y0 - ys.back() > 3) ys.push_back(rule.box.y0);
    }
    const double x0 = stack.front().box.x0 - 2, x1 = stack.front().box.x1 + 2;
    // Downwards, so that a stretch between two rules is a slice of them.
    std::vector<const Run*> runs = without_leaders(runs_in(outside, {x0, ys.front(), x1, ys.back()}));
    const auto height = [](const Run* run) { return middle(run->box.y0, run->box.y1); };
    std::sort(runs.begin(), runs.end(), [&](const Run* a, const Run* b) { return height(a) != height(b) ? height(a) < height(b) : a < b; });
    const auto slice = [&](double from, double to) {
      const auto first = std::lower_bound(runs.begin(), runs.end(), from, [&](const Run* run, double y) { return height(run) < y; });
      const auto last = std::upper_bound(first, runs.end(), to, [&](double y, const Run* run) { return y < height(run); });
      std::vector<const Run*> inside(first, last);
      std::sort(inside.begin(), inside.end());
      return inside;
    };
    // Rows between neighbouring rules; text between two of them parts two tables, and so does a heading above or a note below.
    std::size_t begin = 0;
    std::vector<Between> kinds;
    for (std::size_t i = 0; i + 1 < ys.size(); ++i) {
      const std::vector<const Run*> runs_between = slice(ys[i], ys[i + 1]);
      const bool other = other_table_between(page, stack.front().box, ys[i], ys[i + 1]) || holds_caption(runs_between) ||
                         std::any_of(taken.begin(), taken.end(), [&](const Box& box) {  // lines under headings, and a table below one
                           return ys[i] <= box.y0 && box.y1 <= ys[i + 1] && box.x0 < x1 && x0 < box.x1;
                         });
      kinds.push_back(other ? Between::kText : between(runs_between, ys[i + 1] - ys[i]));
    }
    // A line between two stretches of rows that begin with the same headings parts two tables; so does a caption, and a title over
    // headings.
    const auto text_of = [&](std::size_t i) {
      std::string text;
      for (const RunLine& line : lines_of(slice(ys[i], ys[i + 1]))) text += line.text + "\n";
      return text;
    };
    std::size_t head = 0;
    while (head < kinds.size() && kinds[head] != Between::kRows) ++head;
    for (std::size_t i = head + 1; i + 1 < kinds.size(); ++i) {
      if (kinds[i] != Between::kLine || kinds[i + 1] != Between::kRows) continue;
      const std::vector<RunLine> line = lines_of(slice(ys[i], ys[i + 1]));
      if (line.size() != 1) continue;
      const bool titled = is_title(line.front()) && are_headings(lines_of(slice(ys[i + 1], ys[i + 2])));
      if (titled || begins_caption(line.front()) || text_of(head) == text_of(i + 1)) kinds[i] = Between::kText;
    }
    while (begin < kinds.size()) {
      std::size_t end = begin;
      while (end < kinds.size() && kinds[end] != Between::kText) ++end;
      std::size_t first = begin, last = end;
      while (first < last && kinds[first] != Between::kRows) ++first;
      if (first > begin && first < last) {
        // One heading over all columns, or headings that stand too close, between the first two rules.
        const std::vector<RunLine> heads = lines_of(slice(ys[first - 1], ys[first]));
        const std::vector<RunLine> rows = lines_of(slice(ys[first], ys[last]));
        if (heads.size() == 1 && heads_above(heads, rows) == 1) --first;
      }
      while (last > first && kinds[last - 1] != Between::kRows) --last;
      begin = end + 1;
      if (first == last) continue;
      OpenArea area;
      area.box = {x0, ys[first], x1, ys[last]};
      area.runs = slice(ys[first], ys[last]);
      // Rules between rows only: headings may stand above the first rule, and the last row below the last one.
      if (last - first >= kFewestOpenRows - 1) {
        if (first == 0) add_outer_row(outside, true, area);
        if (last == kinds.size()) add_outer_row(outside, false, area);
      }
      area.rules = rules_in(page, area.box);
      area.ruled = true;
      area.rows_ruled = static_cast<std::size_t>(std::count(kinds.begin() + static_cast<std::ptrdiff_t>(first),
                                                            kinds.begin() + static_cast<std::ptrdiff_t>(last), Between::kRows));
      areas.push_back(std::move(area));
    }
  }
  return areas;
}

std::vector<OpenArea> gapped_areas(const Page& page, const std::vector<const Run*>& outside) {
  std::vector<OpenArea> areas;
  // Text that runs downwards names the axis of a chart and stands in no row.
  std::vector<const Run*> level;
  std::copy_if(outside.begin(), outside.end(), std::back_inserter(level), [](const Run* run) { return !run->vertical; });
  find_gapped(page, without_prose_beside(level), 0, areas);
  return areas;
}

}  // namespace jangbu
