// Tells for each line of an open table whether it begins a row. With figures, a line that has label and figures is a
// row, and a label alone goes up, goes down, or is a row of its own. Without figures, a wider step from line to line
// parts rows; where all steps are alike, a line goes on where each of its texts goes on.
// The hard case is a label alone: it is part of another label only where the line break was forced (the next word
// would not have fitted, see full) or a small letter follows. Whether labels end or begin beside their figures is
// asked of the whole table once (labels_end_level).
#include "tables/open_rows.h"

#include <algorithm>
#include <cmath>

#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kBlank = 0.3, kSlack = 0.3, kNearer = 0.15;  // shares of the font size
constexpr double kRowSpace = 1.35;                            // of the leading inside of cells: lines farther apart are of two rows
constexpr std::size_t kFewestSpaces = 2;

// What stands of a line in one column.
struct Part {
  bool any = false, figure = false;
  double x0 = 0, x1 = 0, first_word = 0, size = 0;
  bool lower = false, colon = false;  // begins with a small letter; ends with a colon
  bool upper = false;                 // begins with a capital or a digit
  std::size_t words = 0;
};

class Rows {
 public:
  // widest_[c]: how far text reaches in column c on any line, which is where lines break.
  Rows(const std::vector<OpenLine>& lines, std::size_t first, const OpenColumns& columns, const std::vector<bool>& parted)
      : lines_(lines),
        first_(first),
        columns_(columns),
        parted_(parted),
        widest_(static_cast<std::size_t>(columns.count()), -1e18),
        single_(widest_.size(), true) {
    parts_.resize(lines.size());
    for (std::size_t i = first; i < lines.size(); ++i) {
      parts_[i].resize(widest_.size());
      for (const Piece& piece : lines[i].pieces) {
        for (const Run* run : piece.runs) add(parts_[i], *run);
      }
      for (std::size_t c = 0; c < widest_.size(); ++c) {
        if (parts_[i][c].any) widest_[c] = std::max(widest_[c], parts_[i][c].x1);
        single_[c] = single_[c] && parts_[i][c].words <= 1;
      }
    }
  }

  // Rows of figures. `pending` holds the next line to the label that began on this one.
  std::vector<bool> of_figures() {
    std::vector<bool> begins(lines_.size(), false);
    const bool from_below = labels_end_level();
    bool pending = false;  // the line before begins a label that ends on this one
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      const Kind kind = kind_of(i);
      if (i == first_ || parted_[i]) {
        begins[i] = true;
      } else if (pending) {
        begins[i] = false;
      } else if (level(i)) {
        begins[i] = false;
      } else if (kind == Kind::kRow) {
        begins[i] = true;
      } else if (kind == Kind::kRest) {
        begins[i] = begins_above_figures(i);
      } else {
        begins[i] = !goes_on(i, from_below);
      }
      pending = (kind == Kind::kLabel && begins_label(i, begins[i], from_below)) || (kind == Kind::kRest && begins[i] && i > first_);
      // The second line of a label above its figures waits for them too.
      if (kind == Kind::kLabel && !begins[i] && i > first_ && kind_of(i - 1) == Kind::kLabel)
        pending = pending || begins_label(i, true, from_below);
    }
    return begins;
  }

  // Rows of words, such as `담당 부서 | 주요 내용`.
  std::vector<bool> of_text() const {
    std::vector<bool> begins(lines_.size(), false);
    const double leading = leading_inside();
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      if (i == first_ || parted_[i]) {
        begins[i] = true;
      } else if (level(i)) {
        begins[i] = false;
      } else if (leading > 0) {
        begins[i] = lines_[i].box.y0 - lines_[i - 1].box.y0 > leading;
      } else {
        begins[i] = parts_[i][0].any && !all_go_on(i);
      }
    }
    return begins;
  }

 private:
  enum class Kind { kRow, kLabel, kRest };  // figures; a label alone; text without label

  // Runs come from left to right, so that the first one begins the part and the last one ends it.
  void add(std::vector<Part>& parts, const Run& run) const {
    Part& part = parts[static_cast<std::size_t>(columns_.at((run.box.x0 + run.box.x1) / 2))];
    const bool figure = is_figure_text({&run});
    const std::u32string text = to_code_points(run.text);
    if (!part.any) {
      part.any = true;
      part.figure = figure;
      part.x0 = run.box.x0;
      part.first_word = run.box.width();
      part.upper = !text.empty() && ((text[0] >= U'A' && text[0] <= U'Z') || (text[0] >= U'0' && text[0] <= U'9'));
      part.lower = !text.empty() && text[0] >= U'a' && text[0] <= U'z';
    }
    part.figure = part.figure && figure;
    ++part.words;
    part.x1 = std::max(part.x1, run.box.x1);
    part.size = run.font_size;
    part.colon = !text.empty() && text.back() == U':';
  }

  Kind kind_of(std::size_t i) const {
    bool others = false, figures = false;
    for (std::size_t c = 1; c < parts_[i].size(); ++c) {
      others = others || parts_[i][c].any;
      figures = figures || (parts_[i][c].any && parts_[i][c].figure);
    }
    if (!others) return Kind::kLabel;
    return figures || parts_[i][0].any ? Kind::kRow : Kind::kRest;
  }

  // Was the upper line full? The first word of the lower one would not have fitted behind it, so that the break was
  // forced.
  bool full(std::size_t upper, std::size_t lower, std::size_t column) const {
    const Part &a = parts_[upper][column], &b = parts_[lower][column];
    return a.x1 + kBlank * a.size + b.first_word > widest_[column] + kSlack * a.size;
  }

  // Stands the line beside the one before, half a line lower (a label of two lines beside figures in the middle of them)?
  bool level(std::size_t i) const {
    const Box &a = lines_[i - 1].box, &b = lines_[i].box;
    return a.y1 - b.y0 > 0.15 * std::min(a.height(), b.height());
  }

  // Further than the label above: the second line of one, or a member of the group that it names.
  bool indented(std::size_t i) const { return parts_[i][0].x0 > parts_[i - 1][0].x0 + kSlack * parts_[i][0].size; }

  // Does an indented line stand alone, with the next label back at the margin? A group has more than one member.
  bool hangs(std::size_t i) const {
    if (kind_of(i - 1) != Kind::kLabel && kind_of(i) != Kind::kLabel) return false;
    return i + 1 >= lines_.size() || (parts_[i + 1][0].any && parts_[i + 1][0].x0 < parts_[i][0].x0 - kSlack * parts_[i][0].size);
  }

  // Is the line clearly nearer to one neighbour? Lines of one label stand closer than rows do. 1: the one above, -1: below.
  int nearer(std::size_t i) const {
    if (i <= first_ || i + 1 >= lines_.size()) return 0;
    const double up = lines_[i].box.y0 - lines_[i - 1].box.y0, down = lines_[i + 1].box.y0 - lines_[i].box.y0;
    return std::abs(up - down) < kNearer * lines_[i].size ? 0 : up < down ? 1 : -1;
  }

  bool may_go_on(std::size_t i) const { return goes_up(i) && !(nearer(i) < 0 && goes_down(i)); }
  bool may_begin(std::size_t i) const { return goes_down(i) && !(nearer(i) > 0 && goes_up(i)); }

  // A colon ends a label, bold and plain are two texts, and what goes on does not stand further left.
  bool goes_up(std::size_t i) const {
    if (i <= first_ || parted_[i] || !parts_[i - 1][0].any || parts_[i - 1][0].colon || lines_[i].bold != lines_[i - 1].bold) return false;
    return (parts_[i][0].lower && (!indented(i) || hangs(i))) ||
           (full(i - 1, i, 0) && parts_[i][0].x0 >= parts_[i - 1][0].x0 - kSlack * parts_[i][0].size);
  }
  bool goes_down(std::size_t i) const {
    if (i + 1 >= lines_.size() || parted_[i + 1] || !parts_[i + 1][0].any || parts_[i][0].colon || lines_[i].bold != lines_[i + 1].bold)
      return false;
    return (parts_[i + 1][0].lower && (!indented(i + 1) || hangs(i + 1))) || full(i, i + 1, 0);
  }

  // Do labels of several lines have their figures on the last one? Told by those that may go on one way only.
  bool labels_end_level() const {
    std::size_t above = 0, below = 0;
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      if (kind_of(i) != Kind::kLabel) continue;
      const bool up = may_go_on(i), down = may_begin(i);
      above += up && !down ? 1 : 0;
      below += down && !up ? 1 : 0;
    }
    return below > above;
  }

  // Does a label alone name a group: the labels below it are indented?
  bool names_group(std::size_t i) const {
    return i + 1 < lines_.size() && !parted_[i + 1] && kind_of(i + 1) == Kind::kRow && parts_[i + 1][0].any && indented(i + 1) &&
           !parts_[i][0].lower && !full(i, i + 1, 0);
  }

  bool goes_on(std::size_t i, bool from_below) const {
    if (names_group(i)) return false;

    return may_go_on(i) && !(may_begin(i) && from_below && kind_of(i - 1) == Kind::kRow);
  }
  bool begins_label(std::size_t i, bool begins, bool from_below) const { return begins && may_begin(i) && (from_below || !may_go_on(i)); }

  // Does the line begin a new text in every column, as the one above it does: capitals, figures? What wraps leaves some column blank.
  bool begins_anew(std::size_t i) const {
    return parts_[i].size() >= 3 &&
           std::all_of(parts_[i].begin(), parts_[i].end(), [](const Part& part) { return part.any && part.upper; }) &&
           std::all_of(parts_[i - 1].begin(), parts_[i - 1].end(), [](const Part& part) { return part.any; });
  }

  // Does a text without label begin here whose row is told by the next line, in the middle of it? That line stands half beside this one,
  // or clearly nearer to it than the line above does.
  bool begins_above_figures(std::size_t i) const {
    if (i <= first_ || i + 1 >= lines_.size() || parted_[i + 1] || kind_of(i + 1) != Kind::kRow || !parts_[i + 1][0].any) return false;
    if (level(i + 1)) return true;
    for (std::size_t c = 1; c < parts_[i].size(); ++c) {
      if (parts_[i][c].any && (parts_[i][c].figure || !parts_[i + 1][c].any)) return false;
    }
    return nearer(i) < 0;
  }

  // Is each text of the line the rest of the one above it?
  bool all_go_on(std::size_t i) const {
    if (begins_anew(i)) return false;
    bool any = false;
    for (std::size_t c = 0; c < parts_[i].size(); ++c) {
      if (!parts_[i][c].any) continue;
      any = true;
      if (!parts_[i - 1][c].any || single_[c] || (parts_[i - 1][c].figure && parts_[i][c].figure) || !full(i - 1, i, c)) return false;
    }
    return any;
  }

  // The step from line to line above which a new row begins; 0 if lines are spaced alike.
  double leading_inside() const {
    std::vector<double> steps;
    for (std::size_t i = first_ + 1; i < lines_.size(); ++i) {
      if (!parted_[i] && !level(i)) steps.push_back(lines_[i].box.y0 - lines_[i - 1].box.y0);
    }
    // Sorted steps fall into two heaps where rows are set apart; the cut is the largest ratio, with two steps on each
    // side at least.
    if (steps.size() < 2 * kFewestSpaces) return 0;
    std::sort(steps.begin(), steps.end());
    std::size_t cut = 0;
    double ratio = 0;
    for (std::size_t i = kFewestSpaces; i + kFewestSpaces <= steps.size(); ++i) {
      const double here = steps[i] / std::max(steps[i - 1], 0.1);
      if (here <= ratio) continue;
      ratio = here;
      cut = i;
    }
    return ratio >= kRowSpace - 0.15 ? (steps[cut - 1] + steps[cut]) / 2 : 0;
  }

  const std::vector<OpenLine>& lines_;
  std::size_t first_;
  const OpenColumns& columns_;
  const std::vector<bool>& parted_;
  std::vector<double> widest_;
  std::vector<bool> single_;  // has the column one word on each line at most?
  std::vector<std::vector<Part>> parts_;
};

}  // namespace

std::vector<bool> row_beginnings(const std::vector<OpenLine>& lines, std::size_t first_body, const OpenColumns& columns,
                                 const std::vector<bool>& parted) {
  Rows rows(lines, first_body, columns, parted);
  return columns.of_figures ? rows.of_figures() : rows.of_text();
}

}  // namespace jangbu
