// What holds of every document that a Hangul reader gives, whatever the bytes were: cells tile, text is UTF-8, nested tables exist.
// What does not hold ends the fuzzer. Limits are small, so that each run is short.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "extractors/extractor.h"
#include "text/unicode.h"

namespace jangbu::fuzz {

inline void insist(bool holds) {
  if (!holds) std::abort();
}

inline ExtractOptions small_limits() {
  ExtractOptions options;
  options.limits.cells = 100'000;
  options.limits.inflated_bytes = 16u << 20;
  options.limits.text_code_points = 1'000'000;
  options.limits.cpu_seconds = 20;
  return options;
}

inline void insist_tiled(const Table& table) {
  std::vector<bool> covered(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), false);
  std::size_t count = 0;
  for (const Cell& cell : table.cells) {
    insist(is_valid_utf8(cell.text) && is_valid_utf8(cell.drawn));
    insist(cell.row >= 0 && cell.column >= 0 && cell.row_span > 0 && cell.column_span > 0);
    insist(cell.row_span <= table.rows - cell.row && cell.column_span <= table.columns - cell.column);
    for (int y = cell.row; y < cell.row + cell.row_span; ++y)
      for (int x = cell.column; x < cell.column + cell.column_span; ++x) {
        const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(x);
        insist(!covered[at]);
        covered[at] = true;
        ++count;
      }
  }
  insist(count == covered.size());
}

inline void insist_sound(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::kTable)
      insist(block.table < document.tables.size());
    else
      insist(is_valid_utf8(block.paragraph.text));
  }
  for (const Table& table : document.tables) {
    insist_tiled(table);
    for (const Cell& cell : table.cells)
      for (const std::string& index : cell.tables) insist(std::stoul(index) < document.tables.size());
  }
}

inline void insist_sound(const Result<Document>& document) {
  if (document) return insist_sound(*document);
  insist(document.error().code != ErrorCode::kInternal && !document.error().message.empty());
}

}  // namespace jangbu::fuzz
