// A label that stands in the middle of the rows it is of, in a grid without lines to tell how far it reaches.
//   before:         | 계   | 300        after: 가로 정비 | 계   | 300
//         가로 정비 | 국비 | 150                    ^    | 국비 | 150
//                   | 시비 | 150                    ^    | 시비 | 150
//                   | 계   | 500               나루 공원 | 계   | 500
//         나루 공원 | 국비 | 250                    ^    | 국비 | 250
//                   | 시비 | 250                    ^    | 시비 | 250
// The labels beside it begin again where the next one's rows begin: each such run of rows holds one label, or nothing is changed. A label
// that stands between two rows was read as a row of its own, which goes.
#include <algorithm>
#include <optional>

#include "normalize/normalize.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// The first two columns of a body, by row.
class TwoLabels {
 public:
  explicit TwoLabels(const Table& table) : table_(table), rows_(static_cast<std::size_t>(table.rows)) {
    for (const Cell& cell : table.cells) {
      if (cell.row < table.header_rows || cell.row >= table.rows) continue;
      Row& row = rows_[static_cast<std::size_t>(cell.row)];
      row.single = row.single && cell.row_span == 1 && cell.column_span == 1;
      if (trim(cell.best_text()).empty()) continue;
      if (cell.column == 0) row.label = true;
      if (cell.column == 1) row.inner = header_key(cell.best_text());
      row.only_label = row.only_label && cell.column == 0;
    }
  }

  struct Group {
    int first = 0, end = 0, label = 0;
    int rows = 0;  // without those that hold the label alone
  };

  // From top to bottom; empty where any of them has no label, or two.
  std::vector<Group> groups() const {
    int row = table_.header_rows;
    while (row < table_.rows && (at(row).label || at(row).inner.empty())) ++row;
    std::vector<Group> out;
    const std::string begin = row < table_.rows ? at(row).inner : std::string();
    for (; row < table_.rows; ++row) {
      const Row& now = at(row);
      if (now.inner.empty() && !(now.label && now.only_label)) break;
      if (!now.single) return {};
      if (now.inner == begin) {
        if (!out.empty() && out.back().label < 0) return {};
        out.push_back({row, row, -1, 0});
      }
      Group& group = out.back();
      group.end = row + 1;
      group.rows += !now.inner.empty();
      if (!now.label) continue;
      if (group.label >= 0) return {};
      group.label = row;
    }
    const bool whole =
        out.size() >= 2 && std::all_of(out.begin(), out.end(), [](const Group& group) { return group.label >= 0 && group.rows >= 2; });
    return whole ? out : std::vector<Group>();
  }

  bool holds_label_alone(int row) const { return at(row).label && at(row).inner.empty(); }

 private:
  struct Row {
    bool label = false, only_label = true, single = true;
    std::string inner;
  };
  const Row& at(int row) const { return rows_[static_cast<std::size_t>(row)]; }

  const Table& table_;
  std::vector<Row> rows_;
};

void remove_row(Table& table, int row) {
  std::erase_if(table.cells, [&](const Cell& cell) { return cell.row == row; });
  for (Cell& cell : table.cells) cell.row -= cell.row > row ? 1 : 0;
  --table.rows;
}

}  // namespace

// From the last group up, so that rows that go move none that are still to be looked at.
void spread_middle_labels(Table& table) {
  if (!table.guessed_grid || table.header_rows == 0 || table.columns < 3) return;
  const TwoLabels labels(table);
  std::vector<TwoLabels::Group> groups = labels.groups();
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    const auto is_label = [&](const Cell& cell) { return cell.row == group->label && cell.column == 0; };
    const auto found = std::find_if(table.cells.begin(), table.cells.end(), is_label);
    if (found == table.cells.end()) continue;
    Cell label = *found;
    std::erase_if(table.cells, [&](const Cell& cell) { return cell.column == 0 && cell.row >= group->first && cell.row < group->end; });
    if (labels.holds_label_alone(group->label)) remove_row(table, group->label);
    label.row = group->first;
    label.row_span = group->rows;
    const auto behind = [&](const Cell& cell) { return cell.row > label.row || (cell.row == label.row && cell.column > 0); };
    table.cells.insert(std::find_if(table.cells.begin(), table.cells.end(), behind), std::move(label));
  }
}

}  // namespace jangbu
