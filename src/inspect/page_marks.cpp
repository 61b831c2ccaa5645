// A page and the tables found on it → boxes to draw, sorted by kind: fills at the bottom, table frames on top.
//
//   fill < header cell < cell < run < hidden run < rule < table frame
#include "inspect/page_marks.h"

#include <algorithm>
#include <optional>

namespace jangbu {

const Ink& ink_of(MarkKind kind) {
  // Name, red, green, blue, opacity inside, opacity of the outline, its width in points; in the order of MarkKind.
  static constexpr std::array<Ink, kMarkKinds.size()> kInks{{
      {"fill", 160, 160, 160, 0.20, 0, 0},
      {"header", 255, 170, 0, 0.25, 0, 0},
      {"cell", 0, 140, 60, 0.05, 0.9, 0.7},
      {"run", 30, 100, 230, 0, 0.6, 0.3},
      {"hidden", 200, 0, 200, 0.10, 0.6, 0.3},
      {"rule", 220, 30, 30, 0.8, 0, 0},
      {"table", 0, 110, 50, 0, 1, 1.6},
  }};
  return kInks[static_cast<std::size_t>(kind)];
}

// In the order of the kinds: what is painted later lies on top.
std::vector<Mark> marks_of(const Page& page, const std::vector<Table>& tables) {
  std::vector<Mark> marks;
  for (const Fill& fill : page.fills) marks.push_back({MarkKind::kFill, fill.box, {}, 0, false});
  std::vector<Mark> frames;
  for (const Table& table : tables) {
    std::optional<Box> frame;
    for (const Cell& cell : table.cells) {
      if (cell.page != page.number || !cell.bbox) continue;
      // The part of the table that is on this page: its cells tell, as a table may run over several.
      frame = frame ? united(*frame, *cell.bbox) : *cell.bbox;
      if (cell.row < table.header_rows) marks.push_back({MarkKind::kHeaderCell, *cell.bbox, {}, 0, false});
      marks.push_back({MarkKind::kCell, *cell.bbox, {}, 0, false});
    }
    if (!frame) continue;
    std::string label = table.id + " " + std::to_string(table.rows) + "x" + std::to_string(table.columns);
    if (!table.kind.empty()) label += " " + table.kind;
    frames.push_back({MarkKind::kTable, *frame, std::move(label), 0, false});
  }
  for (const Run& run : page.runs) {
    marks.push_back({run.invisible ? MarkKind::kHiddenRun : MarkKind::kRun, run.box, run.text, run.font_size, run.vertical});
  }
  for (const Rule& rule : page.rules) {
    // A hairline of no thickness would not be seen.
    const double half = std::max(rule.thickness, 0.4) / 2;
    Box box = rule.box;
    (rule.horizontal() ? box.y0 : box.x0) -= half;
    (rule.horizontal() ? box.y1 : box.x1) += half;
    marks.push_back({MarkKind::kRule, box, {}, 0, false});
  }
  marks.insert(marks.end(), std::make_move_iterator(frames.begin()), std::make_move_iterator(frames.end()));
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.kind < b.kind; });
  return marks;
}

}  // namespace jangbu
