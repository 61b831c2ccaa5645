// Rows of a typed view → records. Hierarchy among them comes afterwards (record_places.h).
//
// A cell gives its figure, and keeps what else it prints: marks and words as notes, a second figure in brackets as the field that the
// heading names for it or in `others`, parts by name (시비 10,541) as fields where the profile knows the name. Null means that nothing
// is printed; a cell whose text is no figure stands in `others` and gives no value.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "meaning/cell_figures.h"
#include "records/table_reading.h"

namespace jangbu {

// A record and what its label looked like before repair: bullets and blanks tell of rows below rows.
struct ReadRow {
  Record record;
  std::string printed_label;
  int indent = 0;           // the label column that its label stands in
  std::string source = {};  // of funds, where its name is one (Lexicon::source_of)
};

class RowReader {
 public:
  // All are borrowed.
  RowReader(const Document& document, std::size_t table_index, const PartReading& reading, const TableContext& context,
            const Lexicon& lexicon);

  // One a row that prints figures; one for the whole part where it is folded.
  std::vector<ReadRow> read() const;

 private:
  std::optional<ReadRow> read_row(int row, bool first) const;
  std::optional<ReadRow> read_folded() const;
  bool is_no_thing(const std::string& label) const;
  std::optional<int> year_above(int row) const;
  bool rows_have_letters() const;
  bool innermost_names_projects() const;
  bool holds_several_rows(int row) const;
  std::string summed_dimension() const;
  void start(Record& record) const;
  void read_cell(Record& record, const TypedColumn& column, const Cell& cell, bool anchor, bool several_rows = false) const;
  void read_words(Record& record, const TypedColumn& column, const Cell& cell) const;
  void read_member(Record& record, const TypedColumn& column, const FacetMember& member, const Cell& cell) const;
  void read_parts(Record& record, const TypedColumn& column, const Cell& cell, const std::vector<NamedFigure>& parts) const;
  void read_other(Record& record, const TypedColumn& column, const Cell& cell) const;
  void finish(Record& record) const;

  const Document& document_;
  const Table& table_;
  std::size_t index_;
  const PartReading& reading_;
  const TableContext& context_;
  const Lexicon& lexicon_;
  const bool lettered_;                             // rows are named by letters: 총지출(A+B), 예산(A), 기금(B)
  const bool names_projects_;                       // rows are projects, whoever has them: 부서명 | 사업명
  std::multimap<int, std::size_t> repairs_of_row_;  // indices into document.repairs
};

// `2,000주1)` → `2,000` … of a label: its name without note marks, which go to `notes`.
std::string without_notes(std::string label, std::vector<std::string>& notes);

}  // namespace jangbu
