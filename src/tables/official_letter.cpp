// Finds head and foot of an official letter among the runs that no drawn table holds. Lines are asked for words in
// the order of the form (수신, (경유), 제목; 협조자, 시행 … 접수, 우, 전화); what they name is put into a grid of one cell for each
// field.
// The hard case is the line of approvals: who approved stands in two lines (`전결 06/24` above the name) beside titles
// and names that stand in one. The level of most runs parts the three heights. A page that lacks one of the words is
// no letter.
#include "tables/official_letter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tables/run_lines.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// Shares of the font size.
constexpr double kFieldGap = 0.9, kFarGap = 4, kTitle = 1.3, kLevel = 0.25;
constexpr double kSamePlace = 3;                    // points: borders of fields this close are one
constexpr double kHeadLines = 120, kApproval = 40;  // points: how far the name of the body, the approvals stand from what follows

struct Field {
  Box box;
  std::vector<const Run*> runs;
  int row = 0, row_span = 1;
};

// Words that are a field by themselves, however close their neighbours stand: `시행 총무과-123 ( 2024. 6. 24. )`.
bool sign_or_label(std::string_view text) { return is_in("letter_fields", text); }

std::string squeezed(const RunLine& line) { return without_blanks(line.text); }

// A postcode, of the old form `123-456` too.
bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

void put(Field& field, const Run* run) {
  field.box = field.runs.empty() ? run->box : united(field.box, run->box);
  field.runs.push_back(run);
}

using Runs = std::vector<const Run*>;

// The fields of a row of the foot, whose text may stand in two lines side by side with others in one. In the row of the address
// only the postcode and signs part fields.
std::vector<Field> fields_of(Runs runs, int row, bool address) {
  std::sort(runs.begin(), runs.end(), [](const Run* a, const Run* b) { return a->box.x0 != b->box.x0 ? a->box.x0 < b->box.x0 : a < b; });
  std::vector<Field> fields;
  const Run* before = nullptr;
  for (const Run* run : runs) {
    bool begins = before == nullptr || sign_or_label(before->text) || sign_or_label(run->text);
    if (before != nullptr && !address) begins = begins || run->box.x0 - before->box.x1 > kFieldGap * run->font_size;
    // In the address the fields are `우`, the postcode, then everything up to the next sign: blanks part words there.
    if (before != nullptr && address) begins = begins || (fields.size() == 2 && fields[1].runs.size() == 1 && is_digits(before->text));
    if (begins) fields.push_back({{}, {}, row, 1});
    put(fields.back(), run);
    before = run;
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

std::optional<std::size_t> line_that(const std::vector<RunLine>& lines, std::size_t from, bool (*asked)(const std::string&)) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (asked(squeezed(lines[i]))) return i;
  }
  return std::nullopt;
}

// The rows of the foot, from top to bottom.
class Foot {
 public:
  Foot(const std::vector<RunLine>& lines, double right) : lines_(lines), right_(right) {}

  void add_row(std::size_t begin, std::size_t end, bool address) {
    open_row(begin);
    for (Field& field : fields_of(runs_in(begin, end), row_, address)) fields_.push_back(std::move(field));
    close_row(end);
  }

  // The first of the lines close above 협조자 that are no larger than it.
  std::size_t first_approval(std::size_t helper) const {
    std::size_t first = helper;
    while (first > 0 && lines_[first].box.y0 - lines_[first - 1].box.y1 < kApproval &&
           lines_[first - 1].font_size <= kTitle * lines_[helper].font_size &&
           lines_[helper].box.y0 - lines_[first - 1].box.y0 < kApproval && !begins_in("letter_recipients", squeezed(lines_[first - 1])))
      --first;
    return first;
  }

  // Who approved stands in two lines beside the others: `전결 06/24` above the name.
  void add_approvals(std::size_t begin, std::size_t end) {
    const Runs runs = runs_in(begin, end);
    std::vector<double> middles;
    for (const Run* run : runs) middles.push_back(middle(run->box));
    std::nth_element(middles.begin(), middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2), middles.end());
    const double level = middles[middles.size() / 2];
    Runs parts[3];  // above, level, below
    for (const Run* run : runs) {
      const double shift = middle(run->box) - level;
      parts[std::abs(shift) < kLevel * run->font_size ? 1 : shift < 0 ? 0 : 2].push_back(run);
    }
    const bool two_lines = !parts[0].empty() && !parts[2].empty();
    open_row(begin);
    for (Field& field : fields_of(parts[1], row_, false)) {
      field.row_span = two_lines ? 2 : 1;
      fields_.push_back(std::move(field));
    }
    for (const int part : {0, 2}) {
      for (Field& field : fields_of(parts[part], two_lines && part == 2 ? row_ + 1 : row_, false)) fields_.push_back(std::move(field));
    }
    if (two_lines) {
      ys_.push_back(level);
      ++row_;
    }
    close_row(end);
  }

  // Above the approvals: 수신자 with its list, and above it in large letters who sends the letter. A letter to one
  // recipient has no list.
  void add_sender_and_recipients(std::size_t approvals) {
    constexpr std::size_t kMostLines = 6;
    std::size_t recipients = approvals;
    for (std::size_t i = approvals; i > 0 && approvals - i < kMostLines; --i) {
      if (!begins_in("letter_recipients", squeezed(lines_[i - 1]))) continue;
      recipients = i - 1;
      break;
    }
    if (recipients > 0) {
      const RunLine& sender = lines_[recipients - 1];
      const bool large = sender.font_size >= kTitle * lines_[approvals].font_size && lines_[recipients].box.y0 - sender.box.y1 < kHeadLines;
      if (large) {
        double left = right_;
        for (const RunLine& line : lines_) left = std::min(left, line.box.x0);
        Field field;
        for (const Run* run : sender.runs) put(field, run);
        field.row = row_;
        // Its cell is the middle of the form, whatever the length of the name.
        const double margin = (right_ - left) / 5;
        field.box.x0 = std::min(field.box.x0, left + margin);
        field.box.x1 = std::max(field.box.x1, right_ - margin);
        open_row(recipients - 1);
        fields_.push_back(std::move(field));
        close_row(recipients);
      }
    }
    if (recipients == approvals) return;
    open_row(recipients);
    Field label, list;
    for (const Run* run : runs_in(recipients, approvals)) put(is_in("letter_recipients", run->text) ? label : list, run);
    for (Field* field : {&label, &list}) {
      field->row = row_;
      if (!field->runs.empty()) fields_.push_back(std::move(*field));
    }
    close_row(approvals);
  }

  // Nothing if rows overlap: then the words stood in the order of the form by chance.
  std::optional<FilledGrid> grid() {
    for (std::size_t i = 1; i < ys_.size(); ++i) {
      if (ys_[i] <= ys_[i - 1]) return std::nullopt;
    }
    return grid_of(fields_, std::move(ys_), right_);
  }

 private:
  Runs runs_in(std::size_t begin, std::size_t end) const {
    Runs runs;
    for (std::size_t i = begin; i < end; ++i) runs.insert(runs.end(), lines_[i].runs.begin(), lines_[i].runs.end());
    return runs;
  }
  // The upper border of the first row, two points above its text; further rows begin where the row before ends.
  void open_row(std::size_t line) {
    if (ys_.empty()) ys_.push_back(lines_[line].box.y0 - 2);
  }
  // `next`: the first line below the row.
  void close_row(std::size_t next) {
    ys_.push_back(next < lines_.size() ? (lines_[next - 1].box.y1 + lines_[next].box.y0) / 2 : lines_[next - 1].box.y1 + 2);
    ++row_;
  }

  const std::vector<RunLine>& lines_;
  double right_;
  std::vector<Field> fields_;
  std::vector<double> ys_;
  int row_ = 0;
};

// From 시행 down to the telephone, at most six lines further; then upwards from 협조자, where there is one.
std::optional<FilledGrid> foot_of(const std::vector<RunLine>& lines, double right) {
  // `시행 총무과-123 (2024. 6. 24.) 접수 ( )`: both words on one line. Prose has 시행 alone.
  const auto enforced = line_that(lines, 0, [](const std::string& t) {
    return begins_in("letter_enforced", t) && t.find(words_in("letter_received").front()) != std::string::npos;
  });
  if (!enforced) return std::nullopt;
  // `우` and directly a digit: the postcode.
  const auto address = line_that(lines, *enforced + 1, [](const std::string& t) {
    const std::string& postcode = words_in("letter_postcode").front();
    return t.starts_with(postcode) && t.size() > postcode.size() && t[postcode.size()] >= '0' && t[postcode.size()] <= '9';
  });
  if (!address) return std::nullopt;
  const auto phone = line_that(lines, *address + 1, [](const std::string& t) { return begins_in("letter_telephone", t); });
  if (!phone || *phone - *enforced > 6) return std::nullopt;

  Foot foot(lines, right);
  const auto helper = line_that(lines, 0, [](const std::string& t) { return begins_in("letter_helpers", t); });
  if (helper && *helper < *enforced) {
    const std::size_t first = foot.first_approval(*helper);
    foot.add_sender_and_recipients(first);
    if (first < *helper) foot.add_approvals(first, *helper);
    foot.add_row(*helper, *helper + 1, false);
  }
  foot.add_row(*enforced, *enforced + 1, false);
  foot.add_row(*enforced + 1, *phone, true);
  foot.add_row(*phone, *phone + 1, false);
  return foot.grid();
}

// Label and value of a line of the head; the label may be letter-spaced.
// `수 신` printed letter by letter is several runs: they are put together until they are the label.
std::optional<std::pair<Field, Field>> labelled(const RunLine& line, const std::vector<std::string>& labels) {
  Field label, value;
  std::string text;
  for (const Run* run : line.runs) {
    const bool done = std::find(labels.begin(), labels.end(), text) != labels.end();
    if (!done) text += run->text;
    put(done ? value : label, run);
  }
  if (std::find(labels.begin(), labels.end(), text) == labels.end()) return std::nullopt;
  return std::pair(std::move(label), std::move(value));
}

// Three lines in a row: 수신, (경유), 제목, with the body's name in larger type above.
std::optional<FilledGrid> head_of(const std::vector<RunLine>& lines, double right) {
  for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
    auto to = labelled(lines[i], words_in("letter_to")), via = labelled(lines[i + 1], words_in("letter_via")),
         subject = labelled(lines[i + 2], words_in("letter_subject"));
    if (!to || !via || !subject || to->second.runs.empty() || subject->second.runs.empty()) continue;
    const RunLine& body = lines[i - 1];
    if (body.font_size < kTitle * lines[i].font_size || lines[i].box.y0 - body.box.y1 > kHeadLines) continue;
    // A slogan of the body may stand above its name.
    const bool motto = i >= 2 && body.box.y0 - lines[i - 2].box.y1 < kHeadLines / 2;
    FilledGrid filled;
    filled.guessed = true;
    Grid& grid = filled.grid;
    const double left = std::min({to->first.box.x0, via->first.box.x0, subject->first.box.x0});
    // Columns: the labels; what stands beside them, up to where the name of the body ends; the rest of the width.
    const double value = std::min(to->second.box.x0, subject->second.box.x0) - 1;
    const double end = std::max({right, body.box.x1 + 2});
    // Edges have to ascend: the name of the body must reach into the column of values.
    if (value <= left + 1 || body.box.x1 <= value || end <= body.box.x1 + 1) continue;
    grid.xs = {left, value, body.box.x1 + 1, end};
    std::vector<std::vector<const Run*>> runs;
    const auto add_row = [&](std::vector<std::pair<int, const std::vector<const Run*>*>> cells) {
      const int row = grid.rows();
      int column = 0;
      for (const auto& [span, own] : cells) {
        grid.cells.push_back({row, column, 1, span});
        runs.push_back(own != nullptr ? *own : std::vector<const Run*>());
        for (int c = 0; c < span; ++c) grid.owner.push_back(static_cast<int>(runs.size()) - 1);
        column += span;
      }
    };
    const auto border = [&](std::size_t above, std::size_t below) { grid.ys.push_back((lines[above].box.y1 + lines[below].box.y0) / 2); };
    grid.ys.push_back(lines[motto ? i - 2 : i - 1].box.y0 - 2);
    // A row is added before its lower border: rows() counts those that are closed.
    if (motto) {
      add_row({{3, &lines[i - 2].runs}});
      border(i - 2, i - 1);
    }
    add_row({{1, nullptr}, {1, &body.runs}, {1, nullptr}});
    border(i - 1, i);
    add_row({{1, &to->first.runs}, {2, &to->second.runs}});
    border(i, i + 1);
    add_row({{1, &via->first.runs}, {2, &via->second.runs}});
    border(i + 1, i + 2);
    add_row({{1, &subject->first.runs}, {2, &subject->second.runs}});
    grid.ys.push_back(lines[i + 2].box.y1 + 2);
    filled.runs = std::move(runs);
    return filled;
  }
  return std::nullopt;
}

}  // namespace

// A letter of several pages has its head on the first and its foot on the last: each is found by itself.
std::vector<FilledGrid> find_official_letter(const Page& page, std::vector<const Run*>& outside) {
  std::vector<FilledGrid> found;
  // Most pages have neither word: they cost no more than this look.
  const std::string &enforced = words_in("letter_enforced").front(), &via = words_in("letter_via").front();
  const bool likely =
      std::any_of(outside.begin(), outside.end(), [&](const Run* run) { return run->text == enforced || run->text == via; });
  if (!likely) return found;
  const std::vector<RunLine> lines = lines_of(outside);
  double right = 0;
  for (const RunLine& line : lines) right = std::max(right, line.box.x1 + 2);
  // No cell reaches beyond the paper, whatever is printed there.
  right = std::min(right, page.width);
  for (std::optional<FilledGrid> part : {head_of(lines, right), foot_of(lines, right)}) {
    if (!part || part->grid.cells.empty()) continue;
    take_out(outside, *part);
    found.push_back(std::move(*part));
  }
  return found;
}

}  // namespace jangbu
