// Rows of a table → records with their values; where each stands among the others is worked out afterwards (placing.h).
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/table_reading.h"
#include "text/caption.h"

namespace jangbu {

// A record and what its label looked like before repair: bullets and blanks tell of rows below rows.
struct ReadRow {
  Record record;
  std::string printed_label;
};

class RowReader {
 public:
  // `unit`: of amounts that name none of their own. All are borrowed.
  RowReader(const Document& document, std::size_t table_index, const PartReading& reading, const Unit& unit);

  // One a row that has a label and prints figures; for one of the reading's years.
  std::vector<ReadRow> read(std::size_t year) const;

 private:
  std::optional<ReadRow> read_row(int row, const ColumnReading& columns, std::optional<int> year) const;
  void read_cell(Record& record, const Column& column, const Cell& cell, bool anchor) const;
  void read_member(Record& record, const Column& column, const Cell& cell) const;
  void read_other(Record& record, const Column& column, const Cell& cell) const;
  const Unit& unit_of(const Column& column, std::optional<Unit>& own) const;

  const Document& document_;
  const Table& table_;
  std::size_t index_;
  const PartReading& reading_;
  const Unit& unit_;
  std::multimap<int, std::size_t> repairs_of_row_;  // indices into document.repairs
};

}  // namespace jangbu
