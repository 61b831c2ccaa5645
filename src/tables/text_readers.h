// The readers behind text_tables.h. Each looks at lines from `at` on and says how many it took; none taken: 0.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "jangbu/document.h"
#include "meaning/lexicon.h"
#include "tables/text_line.h"

namespace jangbu {

struct TextReading {
  std::size_t lines = 0;          // taken from the input, blank ones inside included
  std::size_t looked = 0;         // where none were taken: how many were looked at before giving up
  Table table;                    // header_rows set where the reader knows them, else 0
  std::vector<Repair> repairs;    // table ids still empty
  std::string refused;            // why these lines are no table, where they say that they are one; they become paragraphs
  std::vector<std::size_t> left;  // indices of lines inside that are not the table's (captions between header and rows)
};

TextReading read_delimited_table(std::span<const SourceLine> lines, std::size_t at);
TextReading read_html_table(std::span<const SourceLine> lines, std::size_t at);
TextReading read_boxed_table(std::span<const SourceLine> lines, std::size_t at);
TextReading read_csv_table(std::span<const SourceLine> lines, std::size_t at);
TextReading read_gap_table(std::span<const SourceLine> lines, std::size_t at, const Lexicon& lexicon);
TextReading read_worded_table(std::span<const SourceLine> lines, std::size_t at, const Lexicon& lexicon);
TextReading read_one_line_table(std::span<const SourceLine> lines, std::size_t at, const Lexicon& lexicon);

// Makes the cells tile the table: places that none covers get blank ones. False where two cover one place.
bool fill_places(Table& table);

}  // namespace jangbu
