// The readings of one table: its parts (table_views.h), each the way round in which its words make sense, with typed columns.
//
// A part is read as it is printed; or turned, where the words of its rows are what is measured (정원 / 현원 as rows, 세입 / 세출 as rows).
// Rows of a turned part that are all members of one dimension (3급, 4급 …) are one record with a breakdown: `folded`.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "records/column_typing.h"

namespace jangbu {

struct PartReading {
  GridView view;
  ColumnTyping typing;
  std::vector<bool> rows;  // by row of the view: is it one of this reading's?
  bool folded = false;
  std::string dimension;                   // of the parts, where a title says it; empty: their labels do
  std::shared_ptr<std::deque<Cell>> made;  // cells that stand for halves of printed ones: 84 and 90 of 84/90
};

// What is told of a table besides its readings.
struct TableNotes {
  std::map<std::string, int> unknown;  // words that kept columns of figures from having a field, and how many
  bool unit_missing = false;           // only a unit of money kept a column from one
  std::vector<HeadingWords> headings;  // sorted by column, row and where they begin to hold
};

std::vector<PartReading> read_table(const Table& table, const TableContext& context, const std::vector<Profile>& profiles,
                                    const Lexicon& lexicon, TableNotes& notes);

}  // namespace jangbu
