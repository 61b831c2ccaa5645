// The half of Story that is about tables, cells and captions. A table gets its entry in Document::tables when it
// begins, so that it stands before those in its cells; its grid is settled when it ends (grid.h). Sizes are charged
// against the limit on cells before any memory is taken for them.
// Hard case: a table that parts a paragraph, whose text goes on as another block behind it.
#include <algorithm>
#include <utility>

#include "extractors/hangul/story.h"
#include "text/unicode.h"

namespace jangbu::hangul {

// The table's block comes where the paragraph stands, even if the paragraph has no text yet.
void Story::begin_table() {
  if (failed_) return;
  // A table in the middle of a paragraph parts it: what is there so far comes before the table, the rest behind.
  const bool parts_paragraph = sinks_.empty() && !frames_.empty() && frames_.back() == Frame::kParagraph;
  if (parts_paragraph) settle_paragraph(paragraphs_.back());
  const std::size_t index = document_.tables.size();
  Table table;
  table.where = where_now();
  if (sinks_.empty()) {
    Block block;
    block.kind = Block::Kind::kTable;
    block.table = index;
    (parts_paragraph ? outer_list() : block_list()).push_back(std::move(block));
  } else {
    // In a cell the table takes the place of a line: text behind it begins a new one.
    holder().nested.push_back(std::to_string(index));
    Sink& sink = sinks_.back();
    sink.breaks = std::max(sink.breaks, 1);
    sink.part_break = true;
  }
  document_.tables.push_back(std::move(table));
  tables_.emplace_back();
  tables_.back().index = index;
  push(Frame::kTable);
}

// Rows and columns may be told before or behind the cells; the product is what costs memory.
void Story::table_size(std::int64_t rows, std::int64_t columns) {
  if (failed_ || tables_.empty()) return;
  OpenTable& open = tables_.back();
  constexpr std::int64_t kMost = 1 << 24;  // keeps the product far from overflow; the limit on cells is what bites
  if (rows < 0 || columns < 0) return give_up(ErrorCode::kFileDamaged, "a table has a negative number of rows or columns");
  const auto places = static_cast<std::size_t>(std::min(rows, kMost) * std::min(columns, kMost));
  // A size that is told twice counts once.
  cells_ -= open.charged;
  cells_ += places;
  open.charged = places;
  if (rows > kMost || columns > kMost || cells_ > limits_.cells)
    return give_up(ErrorCode::kLimitCells, "the tables have more places than the limit");
  open.sized = true;
  document_.tables[open.index].rows = static_cast<int>(rows);
  document_.tables[open.index].columns = static_cast<int>(columns);
}

void Story::begin_caption() {
  if (failed_ || tables_.empty()) return;
  Sink sink;
  sink.kind = Sink::Kind::kCaption;
  sink.table = tables_.size() - 1;
  sinks_.push_back(std::move(sink));
  push(Frame::kCaption);
}

void Story::end_caption() {
  if (failed_ || !unwind_to(Frame::kCaption, Frame::kCaption)) return;
  close_top();
}

void Story::begin_cell() {
  if (failed_ || tables_.empty()) return;
  Sink sink;
  sink.table = tables_.size() - 1;
  sinks_.push_back(std::move(sink));
  push(Frame::kCell);
}

void Story::end_cell(CellPlace place) {
  if (failed_ || !unwind_to(Frame::kCell, Frame::kCell)) return;
  frames_.pop_back();
  close_sink(&place);
}

// A cell or caption ends: its text becomes NFC, and the sink its owner's.
void Story::close_sink(const CellPlace* place) {
  Sink sink = std::move(sinks_.back());
  sinks_.pop_back();
  Table& table = document_.tables[tables_[sink.table].index];
  if (sink.kind == Sink::Kind::kCaption) {
    if (!sink.text.empty()) table.caption += (table.caption.empty() ? "" : "\n") + to_nfc(std::move(sink.text));
    // A table inside a caption is nobody's cell; it stays an entry of its own.
    return;
  }
  if (table.cells.size() >= limits_.cells) return give_up(ErrorCode::kLimitCells, "a table has more cells than the limit");
  Cell cell;
  if (place != nullptr) {
    cell.row = place->row;
    cell.column = place->column;
    cell.row_span = place->row_span;
    cell.column_span = place->column_span;
    cell.header = place->header;
  } else {
    // No place is known: grid.h gives it a free one.
    cell.row = cell.column = -1;
  }
  cell.text = to_nfc(std::move(sink.text));
  cell.drawn = to_nfc(std::move(sink.drawn));
  cell.tables = std::move(sink.nested);
  cell.font_size = sink.font_size;
  for (CellPart& part : sink.parts) part.text = to_nfc(std::move(part.text));
  cell.parts = std::move(sink.parts);
  table.cells.push_back(std::move(cell));
}

// The second place is kept beside the cells, in the same order.
void Story::end_cell(CellPlace place, CellPlace in_order) {
  const std::size_t before = cells_so_far();
  end_cell(place);
  // Kept only while every cell so far has one: used for a whole table or not at all.
  if (failed_ || tables_.empty() || cells_so_far() != before + 1 || tables_.back().in_order.size() != before) return;
  tables_.back().in_order.push_back(in_order);
}

// The grid as it stands in the file; else in the order of the cells, if that tiles; else mended.
void Story::settle_grid(const OpenTable& open) {
  Table& table = document_.tables[open.index];
  const auto note = [&](std::string what) {
    document_.diagnostics.push_back({"table_structure", "table " + std::to_string(open.index) + ": " + std::move(what), {}});
  };
  if (!open.in_order.empty() && open.in_order.size() == table.cells.size() && !cells_tile(table) &&
      places_tile(open.in_order, table.rows, table.columns)) {
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      table.cells[i].row = open.in_order[i].row;
      table.cells[i].column = open.in_order[i].column;
      table.cells[i].row_span = open.in_order[i].row_span;
      table.cells[i].column_span = open.in_order[i].column_span;
    }
    note("cells without proper addresses, placed in their order");
  }
  if (std::string wrong = make_cells_tile(table); !wrong.empty()) note(std::move(wrong));
}

std::size_t Story::cells_so_far() const { return tables_.empty() ? 0 : document_.tables[tables_.back().index].cells.size(); }

void Story::note_structure(std::string what) {
  if (failed_ || tables_.empty()) return;
  document_.diagnostics.push_back({"table_structure", "table " + std::to_string(tables_.back().index) + ": " + std::move(what), {}});
}

void Story::end_table() {
  if (failed_ || !unwind_to(Frame::kTable, Frame::kTable)) return;
  close_top();
}

}  // namespace jangbu::hangul
