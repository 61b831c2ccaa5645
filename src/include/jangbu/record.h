// Records: one row of one table, with its meaning; and findings: where a report disagrees with itself.
//
// Units: amounts in KRW, rates as fractions (71.5 % is 0.715), counts as they are. A printed `-` or blank is no value, never 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/amount.h"
#include "jangbu/decimal.h"
#include "jangbu/document.h"
#include "jangbu/figure.h"
#include "jangbu/period.h"

namespace jangbu {

// A printed column that no field names: kept under its header.
struct OtherValue {
  std::string header;
  std::string text;
  std::optional<Decimal> value;  // as printed: no unit factor
  CellPlace place;
};

enum class RowRole { kItem, kSubtotal, kTotal };
std::string_view row_role_name(RowRole role);

// A line of an outline and where it stands: what a record is read from where no table is.
struct OutlineLine {
  std::optional<Period> period;  // of the line
  std::vector<Period> periods;   // all that it prints
  std::vector<Amount> amounts;
  std::optional<int> page;
  std::optional<Box> bbox;           // on that page
  std::optional<std::size_t> block;  // of the document, where it was read from one; not in files
  int order = 0;                     // place among the records of its type, in reading order
  std::optional<std::size_t> above;  // index of the record that this line is nested in, among all records of the document
  std::string above_id;              // that record's id
};

struct Record {
  static constexpr std::size_t kNoTable = static_cast<std::size_t>(-1);

  std::string id;
  std::string type;  // "budget"
  std::string document_id;
  std::string organization;
  std::optional<int> fiscal_year;
  std::string as_of;  // empty if none is printed
  std::vector<std::string> section;
  std::vector<std::string> path;  // from the total row's children down to this row; empty for the total row
  std::string name;
  std::string level;
  RowRole role = RowRole::kItem;
  std::vector<Figure> values;      // of its own period, in the profile's order of fields
  std::vector<Figure> yearly;      // of other periods, in the order of columns
  std::vector<Figure> breakdown;   // parts of `values` by class or grade
  std::vector<OtherValue> others;  // in the order of columns
  std::string remarks;             // text of a 비고 column
  std::string project;             // the project that a project_cost belongs to
  std::vector<std::string> notes;  // note marks and words beside a label or a figure
  bool money = true;
  std::int64_t unit_factor = 1;
  std::size_t table_index = 0;  // kNoTable: read from lines of an outline
  int row = 0;                  // of the table (the column, where units are printed as columns)
  std::optional<int> parent;    // index among the records of the same table
  std::vector<Repair> repairs;
  std::vector<std::string> corrections;  // ids of those applied to it, in the order of their replay
  bool flagged = false;                  // a finding names it
  bool counted = false;                  // sums over such records of one type have nothing twice: records/counting.h
  std::string repeats;                   // id of the record that says the same and stands for this one; empty: none
  std::optional<OutlineLine> line;       // of items and duties

  bool in_table() const { return table_index != kNoTable; }

  const Figure* find(std::string_view field) const {
    for (const Figure& value : values)
      if (value.field == field) return &value;
    return nullptr;
  }
  // The same, or one of another period: `2025:budget`.
  const Figure* find_key(std::string_view key) const {
    if (const Figure* own = find(key)) return own;
    if (key.find(':') == std::string_view::npos) return nullptr;
    for (const Figure& other : yearly)
      if (other.key() == key) return &other;
    return nullptr;
  }
};

enum class FindingKind { kSum, kDifference, kRatio, kCrossTable, kCrossDocument, kCrossRendition, kStructure, kUnreadable, kDoubt };
std::string_view finding_kind_name(FindingKind kind);

enum class Severity { kInfo, kWarning, kError };
std::string_view severity_name(Severity severity);

// A person has looked at a finding and found that it may stand: what the corrections folder says of it.
struct Acceptance {
  std::string correction, reason, author, date;  // correction: its id
};

struct Finding {
  std::string id;  // of the rows, the field and the figures it speaks of: another figure makes another finding
  std::string document_id;
  FindingKind kind = FindingKind::kSum;
  Severity severity = Severity::kWarning;
  std::vector<std::string> record_ids;  // first the record whose printed figure fails
  std::string field;
  std::optional<Decimal> printed, computed, tolerance;  // in the field's unit
  std::string message_ko, message_en;
  std::optional<int> page;
  std::string table;
  int row = -1;
  std::optional<Severity> assessed;  // the severity by itself, where the folder's audit.json says otherwise
  std::optional<Acceptance> accepted;
};

}  // namespace jangbu
