// Tables and lists of duties → one record for each duty of each unit.
// A table counts if one heading names units and a later one duties, and its rows (or its title) confirm it: `구분 | 주요업무` heads many
// tables that are no such list. A list counts below a title such as 부서별 주요업무, with units as lines and duties as deeper signed lines.
// Hard case: a cell that lost its line ends, `○ 가 ○ 나`: a word that is the cell's own sign, between blanks, starts the next duty.
//
//   부서       | 주요업무
//   가과       | ○ 예산 편성 ⏎ ○ 결산      two records: [가과, 예산 편성] and [가과, 결산]
#include "records/duties.h"

#include <algorithm>

#include "records/grid_view.h"
#include "records/outline.h"
#include "records/outline_headings.h"
#include "records/outline_lines.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/unfinished.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// The duties of one cell.
std::vector<std::string> duties_of(std::string_view cell) {
  std::vector<std::string> out;
  std::string_view first_kind;
  bool open = false;
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t end = std::min(cell.find('\n', from), cell.size());
    std::string_view line = cell.substr(from, end - from);
    from = end + 1;
    if (is_all_blank(line)) continue;
    const OutlineSign sign = outline_sign(line);
    if (out.empty()) first_kind = sign.kind;
    // A line without a sign goes on where the others have one; without any signs a line is a duty.
    if (open && sign.kind.empty() && (!first_kind.empty() || unfinished(out.back()))) {
      out.back() += " " + collapse_blanks(sign.rest);
      continue;
    }
    // `○ 가 ○ 나`: the line ends were lost, the signs stand between blanks.
    std::string duty;
    for (std::string_view word : words_of(sign.rest)) {
      const std::string alone = std::string(word) + " .";  // a sign needs something to stand before
      const OutlineSign inner = outline_sign(alone);
      if (!sign.kind.empty() && inner.kind == sign.kind && sign.kind != "-" && inner.rest == "." && !duty.empty()) {
        out.push_back(std::move(duty));
        duty.clear();
        continue;
      }
      duty += (duty.empty() ? "" : " ") + std::string(word);
    }
    if (!duty.empty()) out.push_back(std::move(duty));
    open = true;
  }
  return out;
}

class DutyReader {
 public:
  DutyReader(Document& document, const std::vector<SignedLine>& lines, const Profile& profile)
      : document_(document), lines_(lines), profile_(profile), rules_(*profile.duties) {}

  // Tables first; numbers of lines are given at the end, over both.
  std::vector<Record> run() {
    for (std::size_t t = 0; t < document_.tables.size(); ++t) read_table(t);
    read_lists();
    for (std::size_t i = 0; i < out_.size(); ++i) out_[i].line->order = static_cast<int>(i);
    return std::move(out_);
  }

 private:
  // The unit is the path, the duty the last step and the name. No table and no row unless the caller knows them.
  Record& add(std::vector<std::string> units, const std::string& text) {
    Record record;
    record.type = profile_.type;
    record.organization = document_.organization;
    record.fiscal_year = document_.fiscal_year;
    record.money = false;
    record.level = "duty";
    record.table_index = Record::kNoTable;
    record.line.emplace();
    record.name = repaired_line(text, record.repairs);
    record.path = std::move(units);
    for (std::string& unit : record.path) unit = path_step(unit);
    record.path.push_back(path_step(record.name));
    out_.push_back(std::move(record));
    return out_.back();
  }

  // The caption says it, or the innermost heading above.
  bool titled(const Table& table) const {
    if (rules_.is_title(title_key(table.caption))) return true;
    return !table.section.empty() && rules_.is_title(title_key(without_number(table.section.back())));
  }

  // `Ⅱ. 부서별 주요업무`, `□ 부서별 주요업무`: the title is what stands behind the number.
  static std::string without_number(const std::string& heading) {
    static const Pattern number(R"(^(?:□|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX]+\.?|\d{1,2}\.?|[가-하]\.)\s+)");
    return number.replaced(heading, "");
  }

  // ---- tables ----------------------------------------------------------------------------------------------------------------

  // The columns are found by their innermost headings.
  void read_table(std::size_t t) {
    Table& table = document_.tables[t];
    if (!table.kind.empty() || table.header_rows < 1 || table.columns < 2 || table.rows <= table.header_rows) return;
    const GridView grid(table, false);
    int duties = -1, units = -1;
    for (int c = 0; c < grid.columns(); ++c) {
      const auto path = grid.header_path(c);
      if (path.empty()) continue;
      if (units < 0 && rules_.heads_units(path.back().key)) units = c;
      if (duties < 0 && rules_.heads_duties(path.back().key)) duties = c;
    }
    // Units stand at the left of their duties; the other way round it is another kind of table.
    if (duties <= units || units < 0) return;
    // 구분 | 주요업무 heads many tables: its rows must name units, or its title must say so.
    int rows = 0, named = 0;
    for (int r = grid.header_rows(); r < grid.rows(); ++r) {
      const Cell* unit = grid.cell(r, units);
      if (!unit || !grid.is_anchor(r, units)) continue;
      ++rows;
      named += rules_.is_unit(label_key(unit->best_text()));
    }
    // Titled: half of the rows must name units. Untitled: all of them.
    if (rows == 0 || named * 2 < rows + (titled(table) ? 0 : named)) return;
    const std::size_t before = out_.size();
    for (int r = grid.header_rows(); r < grid.rows(); ++r) read_row(table, t, grid, r, units, duties);
    if (out_.size() > before) table.kind = profile_.type;
  }

  // A cell that reaches over several rows is read at its first one.
  void read_row(const Table& table, std::size_t t, const GridView& grid, int r, int units, int duties) {
    const Cell* cell = grid.cell(r, duties);
    if (!cell || !grid.is_anchor(r, duties)) return;
    std::vector<std::string> path;
    const Cell* last = nullptr;
    for (int c = units; c < duties; ++c) {
      const Cell* unit = grid.cell(r, c);
      if (!unit || unit == last || unit == cell) continue;
      last = unit;
      const std::string name = collapse_blanks(without_letter_spacing(unit->best_text()));
      if (name.empty() || is_plain_figure(name)) continue;
      // Beside the first column only what names a unit is one; the others hold names and numbers.
      if (c == units || rules_.is_unit(label_key(name))) path.push_back(name);
    }
    if (path.empty()) return;
    for (const std::string& duty : duties_of(cell->text)) {  // as printed: its lines are duties, not a wrapped label
      Record& record = add(path, duty);
      record.table_index = t;
      record.row = cell->row;
      record.section = table.section;
      record.line->page = cell->page;
      record.line->bbox = cell->bbox;
      if (!record.line->page && !table.pages.empty()) record.line->page = table.pages.front();
    }
  }

  // ---- lists -----------------------------------------------------------------------------------------------------------------

  // One pass: the sections above, whether a list of duties is open, and its unit.
  void read_lists() {
    std::vector<std::pair<int, std::string>> section;
    bool inside = false;
    int title_rank = 0;
    std::optional<SignedLine> unit;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const SignedLine& line = lines_[i];
      if (line.boxed || line.in_cell) continue;
      if (line.heading_rank > 0) {
        while (!section.empty() && section.back().first >= line.heading_rank) section.pop_back();
        section.emplace_back(line.heading_rank, line.heading);
        if (rules_.is_title(title_key(line.heading_title))) {
          inside = true;
          title_rank = line.heading_rank;
          unit.reset();
          continue;
        }
        // A unit's name may look like a heading; any other heading ends the list.
        if (inside && (line.heading_rank < title_rank || !names_unit(line))) inside = false;
      }
      if (!inside) continue;
      if (names_unit(line) && opens_list(lines_, i)) {
        unit = line;
        continue;
      }
      if (!unit || line.kind.empty()) continue;
      // A line as high as the unit's is no duty of it.
      if (!unit->kind.empty() && line.rank <= unit->rank) continue;
      Record& record = add({unit_name(*unit)}, line.text);
      record.line->page = line.page;
      record.line->bbox = line.bbox;
      for (const auto& [rank, shown] : section) record.section.push_back(shown);
    }
  }

  static std::string unit_name(const SignedLine& line) {
    return collapse_blanks(without_letter_spacing(without_markup(line.heading_rank > 0 ? line.heading_title : line.text)));
  }

  // At most two words: `시민참여과`, `본부 시민참여과`, but no sentence that ends like a unit.
  bool names_unit(const SignedLine& line) const {
    return rules_.is_unit(title_key(unit_name(line))) && words_of(unit_name(line)).size() <= 2;
  }

  // What follows is a line with a sign deeper than its own.
  static bool opens_list(const std::vector<SignedLine>& lines, std::size_t i) {
    return i + 1 < lines.size() && !lines[i + 1].kind.empty() && (lines[i].kind.empty() || lines[i + 1].rank > lines[i].rank);
  }

  Document& document_;
  const std::vector<SignedLine>& lines_;
  const Profile& profile_;
  const DutyRules& rules_;
  std::vector<Record> out_;
};

}  // namespace

std::vector<Record> read_duties(Document& document, const std::vector<SignedLine>& lines, const Profile& profile) {
  return DutyReader(document, lines, profile).run();
}

}  // namespace jangbu
