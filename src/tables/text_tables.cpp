#include "tables/text_tables.h"

#include "tables/text_readers.h"
#include "text/unicode.h"

namespace jangbu {

Status find_text_tables(Document& document, const HeaderLexicon& lexicon, const Limits& limits) {
  std::vector<SourceLine> lines;
  lines.reserve(document.lines.size());
  for (const std::string& line : document.lines) lines.push_back(look_at(line));

  std::size_t cells = 0;
  const auto paragraph = [&](std::size_t i) {
    if (lines[i].blank) return;
    Block block;
    block.paragraph.text = trim(lines[i].text);
    document.blocks.push_back(std::move(block));
  };
  for (std::size_t at = 0; at < lines.size();) {
    if (lines[at].blank) {
      ++at;
      continue;
    }
    TextReading reading = read_delimited_table(lines, at);
    if (reading.lines == 0) reading = read_one_line_table(lines, at, lexicon);
    if (reading.lines == 0) reading = read_worded_table(lines, at, lexicon);
    if (reading.lines == 0) reading = read_gap_table(lines, at);
    if (reading.lines == 0) {
      paragraph(at);
      ++at;
      continue;
    }
    cells += reading.table.cells.size();
    if (cells > limits.cells) {
      return fail(ErrorCode::kLimitCells, "more than " + std::to_string(limits.cells) + " table cells in the text",
                  "raise the limit if the document is trusted");
    }
    for (std::size_t left : reading.left) paragraph(left);
    const std::size_t index = document.tables.size();
    for (Repair& repair : reading.repairs) {
      repair.table = std::to_string(index);  // the pipeline turns indices into ids
      document.repairs.push_back(std::move(repair));
    }
    document.tables.push_back(std::move(reading.table));
    Block block;
    block.kind = Block::Kind::kTable;
    block.table = index;
    document.blocks.push_back(std::move(block));
    at += reading.lines;
  }
  document.lines.clear();
  return Done{};
}

}  // namespace jangbu
