// Three lines and more below each other that begin with a name of a field are a form; so is a line that names two, each by
// itself. Fields are parted by names, by signs that stand alone and by wide gaps.
// The hard cases: prose may begin with such a word, which is why names inside of a line count behind a gap only, and lines have to begin
// at one place; fields of two lines beside others of one (`전결 06/24` above who signed): the level of most parts the heights.
//
//   수신자   가나구청장              three lines that begin with names, at one place: a form of two columns
//   (경유)
//   제목     회의 결과 알림
//   시행 총무과-123 ( 2025.3.4. )   접수 구정과-45        one line with two names, each by itself: a form of its own
#include "tables/field_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tables/run_lines.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// Shares of the font size: a gap that parts fields, one that ends a field before its neighbour; what still is one level or one size; how
// far down the next line and the next name may stand; where lines begin; the gap within a name that is printed letter by letter.
constexpr double kFieldGap = 0.9, kFarGap = 4, kLevel = 0.25, kOtherSize = 0.3, kNextLine = 3.0, kNextName = 5.0, kBegin = 1.2,
                 kLetter = 1.3;
constexpr double kSamePlace = 3;  // points: borders of fields this close are one, and so are the places where lines begin
constexpr std::size_t kFewestLines = 3, kFewestApart = 2, kMostAbove = 3, kLongestName = 5;

// A name or what is written behind it, with the rows that it reaches over.
struct Field {
  Box box;
  std::vector<const Run*> runs;
  int row = 0, row_span = 1;
  bool name = false;
};

using Runs = std::vector<const Run*>;

bool is_name(std::string_view text) {
  constexpr std::size_t kLongest = 24;  // bytes
  if (text.size() > kLongest) return false;
  static const Pattern names("/?[(]?(?:" + any_of("field_labels") + ")[)]?");
  return names.matches(text);
}

bool is_sign(std::string_view text) { return text == "(" || text == ")" || text == "/"; }

// A postcode, of the old form `123-456` too.
bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

// How many runs from `first` on are a name, which may be printed letter by letter; 0 if none.
std::size_t name_at(const Runs& runs, std::size_t first) {
  std::string text;
  std::size_t found = 0;
  for (std::size_t i = first; i < runs.size() && i < first + kLongestName; ++i) {
    text += without_blanks(runs[i]->text);
    if (is_name(text)) found = i + 1 - first;
  }
  return found;
}

// The box grows with what is put in.
void put(Field& field, const Run* run) {
  field.box = field.runs.empty() ? run->box : united(field.box, run->box);
  field.runs.push_back(run);
}

// The fields of a row, from left to right.
std::vector<Field> fields_of(Runs runs, int row) {
  std::sort(runs.begin(), runs.end(), [](const Run* a, const Run* b) { return a->box.x0 != b->box.x0 ? a->box.x0 < b->box.x0 : a < b; });
  std::vector<Field> fields;
  for (std::size_t i = 0; i < runs.size();) {
    const Run* before = i > 0 ? runs[i - 1] : nullptr;
    const bool apart = before == nullptr || is_sign(before->text) || is_sign(runs[i]->text) ||
                       runs[i]->box.x0 - before->box.x1 > kFieldGap * runs[i]->font_size;
    const std::size_t name = apart ? name_at(runs, i) : 0;
    const bool behind_name = !fields.empty() && fields.back().name;
    const bool behind_postcode = fields.size() == 2 && fields[0].name && is_digits(fields[1].runs.back()->text);
    if (apart || behind_name || behind_postcode) fields.push_back({{}, {}, row, 1, name > 0});
    for (const std::size_t end = i + std::max<std::size_t>(name, 1); i < end; ++i) put(fields.back(), runs[i]);
  }
  return fields;
}

// A grid with a cell for each field; what lies between them is blank. `ys`: borders of the rows.
FilledGrid grid_of(const std::vector<Field>& fields, std::vector<double> ys, double right) {
  FilledGrid filled;
  filled.guessed = true;
  std::vector<Box> boxes;
  std::vector<double> xs;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    // A field reaches to the next one of its row, unless that stands far away.
    double end = fields[i].box.x1 + 1;
    double next = right;
    for (const Field& other : fields) {
      const bool level = other.row < fields[i].row + fields[i].row_span && fields[i].row < other.row + other.row_span;
      if (level && other.box.x0 > fields[i].box.x0) next = std::min(next, other.box.x0);
    }
    const double size = fields[i].runs.front()->font_size;
    end = next - end < kFarGap * size ? next : end + size;
    boxes.push_back({fields[i].box.x0, 0, end, 0});
    xs.push_back(fields[i].box.x0);
    xs.push_back(end);
  }
  xs.push_back(right);
  std::sort(xs.begin(), xs.end());
  for (const double x : xs) {
    if (filled.grid.xs.empty() || x - filled.grid.xs.back() > kSamePlace) filled.grid.xs.push_back(x);
  }
  filled.grid.ys = std::move(ys);
  // Index of the column in which x lies; 1e-6 for sums of coordinates that differ in their last bit.
  const auto place = [&](double x) {
    const auto after = std::upper_bound(filled.grid.xs.begin(), filled.grid.xs.end(), x + 1e-6);
    return std::max(0, static_cast<int>(after - filled.grid.xs.begin()) - 1);
  };
  const int columns = filled.grid.columns(), rows = filled.grid.rows();
  if (columns < 1 || rows < 1) return {};
  GridWalls walls(rows, columns);
  for (int line = 0; line <= rows; ++line) walls.add_horizontal(line, 0, columns);
  for (int side : {0, columns}) walls.add_vertical(side, 0, rows);
  std::vector<std::pair<int, int>> spans;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const int from = place(boxes[i].x0), to = std::max(from + 1, place(boxes[i].x1));
    walls.add_vertical(from, fields[i].row, fields[i].row + fields[i].row_span);
    walls.add_vertical(std::min(to, columns), fields[i].row, fields[i].row + fields[i].row_span);
    spans.emplace_back(fields[i].row, from);
  }
  Grid& grid = filled.grid;
  // build_cells drops edges that no cell uses: places have to be asked by coordinates of the edges as they were.
  const std::vector<double> before = grid.xs;
  build_cells(grid, walls);
  filled.runs.resize(grid.cells.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const double x = (before[static_cast<std::size_t>(spans[i].second)] + before[static_cast<std::size_t>(spans[i].second) + 1]) / 2;
    const double y = (grid.ys[static_cast<std::size_t>(fields[i].row)] + grid.ys[static_cast<std::size_t>(fields[i].row) + 1]) / 2;
    const int cell = grid.cell_at(x, y);
    if (cell < 0) continue;
    auto& runs = filled.runs[static_cast<std::size_t>(cell)];
    runs.insert(runs.end(), fields[i].runs.begin(), fields[i].runs.end());
  }
  return filled;
}

double middle(const Box& box) { return (box.y0 + box.y1) / 2; }

std::size_t names_in(const std::vector<Field>& fields) {
  return static_cast<std::size_t>(std::count_if(fields.begin(), fields.end(), [](const Field& field) { return field.name; }));
}

class Form {
 public:
  Form(const std::vector<RunLine>& lines, double right) : lines_(lines), right_(right) {}

  // The forms of the page, from top to bottom.
  std::vector<FilledGrid> find() {
    std::vector<FilledGrid> found;
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t end = end_of_form(i);
      if (end == i) {
        ++i;
        continue;
      }
      const auto [first, last] = end > i + 1 ? std::pair(i, end) : with_overlapping(i, end);
      if (std::optional<FilledGrid> form = grid_of_lines(first_above(first), first, last)) found.push_back(std::move(*form));
      i = last;
      taken_ = last;
    }
    return found;
  }

 private:
  bool begins_with_name(std::size_t line) const { return name_at(lines_[line].runs, 0) > 0; }

  // Does the name that a line begins with stand by itself? Words of prose are a blank apart.
  bool stands_apart(std::size_t line) const {
    const Runs& runs = lines_[line].runs;
    const std::size_t name = name_at(runs, 0);
    return name == runs.size() || runs[name]->box.x0 - runs[name - 1]->box.x1 > kFieldGap * runs[name]->font_size;
  }

  bool follows(std::size_t above, std::size_t below, double most) const {
    const RunLine &a = lines_[above], &b = lines_[below];
    return b.box.y0 - a.box.y1 <= most * a.font_size && std::abs(a.font_size - b.font_size) <= kOtherSize * a.font_size;
  }

  // Lines with those that overlap them: values of two lines stand above and below the line of their name.
  std::pair<std::size_t, std::size_t> with_overlapping(std::size_t begin, std::size_t end) const {
    std::size_t first = begin, last = end;
    while (first > taken_ && lines_[first - 1].box.y1 > lines_[begin].box.y0) --first;
    while (last < lines_.size() && lines_[last].box.y0 < lines_[end - 1].box.y1) ++last;
    return {first, last};
  }

  // Behind the last line of a form that begins here; the line itself where none does. One line or two may stand between two that are named:
  // values of several lines.
  std::size_t end_of_form(std::size_t first) const {
    if (!begins_with_name(first)) return first;
    std::size_t named = 1, apart = stands_apart(first) ? 1 : 0, end = first + 1;
    for (std::size_t i = first + 1; i < lines_.size() && i <= end + 2 && follows(i - 1, i, kNextName); ++i) {
      if (std::abs(lines_[i].box.x0 - lines_[first].box.x0) > kBegin * lines_[first].font_size || !begins_with_name(i)) continue;
      ++named;
      apart += stands_apart(i) ? 1 : 0;
      end = i + 1;
    }
    if (named >= kFewestLines && apart >= kFewestApart) return end;
    const auto [begin, last] = with_overlapping(first, first + 1);
    const std::vector<Field> fields = fields_of(runs_in(begin, last), 0);
    const bool pairs = names_in(fields) >= 2 && fields.size() >= 4 && !fields.back().name;
    return pairs ? first + 1 : first;
  }

  // Lines of fields that stand apart, right above the first that is named: who drafted and who signed.
  std::size_t first_above(std::size_t first) const {
    std::size_t above = first;
    while (above > taken_ && first - above < kMostAbove && follows(above - 1, above, kNextLine) && !begins_with_name(above - 1)) --above;
    // The letters of a name that is printed letter by letter stand apart, too, and are no fields.
    std::size_t fields = 0, widest = 0;
    for (std::size_t i = above; i < first; ++i) {
      const std::vector<Field> own = fields_of(lines_[i].runs, 0);
      const auto words = static_cast<std::size_t>(std::count_if(
          own.begin(), own.end(), [](const Field& field) { return field.box.width() > kLetter * field.runs.front()->font_size; }));
      fields += words;
      widest = std::max(widest, words);
    }
    return widest >= 3 && fields >= 4 ? above : first;
  }

  double gap(std::size_t above, std::size_t below) const { return std::abs(middle(lines_[below].box) - middle(lines_[above].box)); }

  Runs runs_in(std::size_t begin, std::size_t end) const {
    Runs runs;
    for (std::size_t i = begin; i < end; ++i) runs.insert(runs.end(), lines_[i].runs.begin(), lines_[i].runs.end());
    return runs;
  }

  // Nothing where rows overlap: then the words stood so by chance.
  std::optional<FilledGrid> grid_of_lines(std::size_t above, std::size_t first, std::size_t end) {
    fields_.clear();
    ys_ = {lines_[above].box.y0 - 2};
    row_ = 0;
    if (above < first) add_in_two_heights(above, first);
    for (std::size_t i = first; i < end;) {
      std::size_t named = i;
      while (named + 1 < end && !begins_with_name(named)) ++named;
      std::size_t next = named + 1;
      while (next < end && !begins_with_name(next)) ++next;
      // Lines of a value in the middle of its row stand above and below the name: each goes to the name that is nearer.
      const std::size_t following = next;
      while (next < end && following < end && next > named + 1 && gap(next - 1, following) < gap(named, next - 1)) --next;
      for (Field& field : fields_of(runs_in(i, next), row_)) fields_.push_back(std::move(field));
      close_row(next);
      i = next;
    }
    for (std::size_t i = 1; i < ys_.size(); ++i) {
      if (ys_[i] <= ys_[i - 1]) return std::nullopt;
    }
    return grid_of(fields_, std::move(ys_), right_);
  }

  void add_in_two_heights(std::size_t begin, std::size_t end) {
    const Runs runs = runs_in(begin, end);
    std::vector<double> middles;
    for (const Run* run : runs) middles.push_back(middle(run->box));
    std::nth_element(middles.begin(), middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2), middles.end());
    const double level = middles[middles.size() / 2];
    std::array<Runs, 3> parts;  // above, level, below
    for (const Run* run : runs) {
      const double shift = middle(run->box) - level;
      parts[std::abs(shift) < kLevel * run->font_size ? 1 : shift < 0 ? 0 : 2].push_back(run);
    }
    const bool two = !parts[0].empty() && !parts[2].empty();
    for (Field& field : fields_of(parts[1], row_)) {
      field.row_span = two ? 2 : 1;
      fields_.push_back(std::move(field));
    }
    for (const std::size_t part : {std::size_t{0}, std::size_t{2}}) {
      for (Field& field : fields_of(parts[part], two && part == 2 ? row_ + 1 : row_)) fields_.push_back(std::move(field));
    }
    if (two) {
      ys_.push_back(level);
      ++row_;
    }
    close_row(end);
  }

  // `next`: the first line below the row.
  void close_row(std::size_t next) {
    const double bottom = lines_[next - 1].box.y1;
    const bool near = next < lines_.size() && lines_[next].box.y0 - bottom <= kNextLine * lines_[next - 1].font_size;
    ys_.push_back(near ? (bottom + lines_[next].box.y0) / 2 : bottom + 2);
    ++row_;
  }

  const std::vector<RunLine>& lines_;
  double right_;
  std::size_t taken_ = 0;  // lines before this one are of forms
  std::vector<Field> fields_;
  std::vector<double> ys_;
  int row_ = 0;
};

}  // namespace

std::vector<FilledGrid> find_field_lines(const Page& page, std::vector<const Run*>& outside) {
  // Most pages have no such word: they cost no more than this look.
  if (std::none_of(outside.begin(), outside.end(), [](const Run* run) { return is_name(run->text); })) return {};
  const std::vector<RunLine> lines = lines_of(outside);
  double right = 0;
  for (const RunLine& line : lines) right = std::max(right, line.box.x1 + 2);
  // No cell reaches beyond the paper, whatever is printed there.
  right = std::min(right, page.width);
  std::vector<FilledGrid> found;
  for (FilledGrid& form : Form(lines, right).find()) {
    if (form.grid.cells.empty()) continue;
    take_out(outside, form);
    found.push_back(std::move(form));
  }
  return found;
}

}  // namespace jangbu
