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
#include "jangbu/period.h"

namespace jangbu {

// What a field holds: won, a share, things counted, a number in a unit of its own; or words, or a date.
enum class Measure { kAmount, kRate, kCount, kNumber, kText, kDate };

std::string_view measure_name(Measure measure);  // "amount", as profiles write it
constexpr bool is_figure(Measure measure) { return measure != Measure::kText && measure != Measure::kDate; }

// Where a value stands.
struct CellPlace {
  int row = 0, column = 0;  // of Document::tables[record.table_index]
  std::string text;         // as printed
  std::optional<int> page;
  std::optional<Box> bbox;
  std::optional<std::string> corrected = {};  // what a person's correction says instead

  const std::string& best_text() const { return corrected ? *corrected : text; }
};

struct RecordValue {
  std::string field;  // "payment_rate"
  Measure measure = Measure::kAmount;
  std::optional<Decimal> value;  // in KRW, as a fraction, or heads
  Decimal step;                  // one unit of the last printed place: 1,000 won for figures in 천원; 0 for counts, which are exact
  CellPlace place;
  std::string unit = {};   // of a count: what is counted (명, 건); of an amount: its own unit, where it is not its record's
  std::string words = {};  // of a text or a date (ISO 8601, as far as it is printed), which has no value; empty: nothing is printed
};

// A figure of another period than the record's own.
struct YearlyValue {
  std::string period;  // EDTF: "2024", "../2023", "2026/..", "2026/2027"
  std::string phase;   // "budget", "execution", "plan", "settlement", "original", "final" …
  std::string field;   // whose words it has: "project_cost", "budget_amount"
  Measure measure = Measure::kAmount;
  std::optional<Decimal> value;
  Decimal step;
  CellPlace place;

  std::string key() const { return period + ":" + phase; }
};

// A printed column that no field names: kept under its header.
struct OtherValue {
  std::string header;
  std::string text;
  std::optional<Decimal> value;  // as printed: no unit factor
  CellPlace place;
};

struct BreakdownPart {
  std::string dimension;              // "직종별"
  std::string member;                 // "행정직"
  std::string measure;                // field: "actual_headcount"
  std::optional<std::int64_t> value;  // heads, or KRW
  CellPlace place;
  Decimal step = {};  // as RecordValue::step
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
  std::vector<RecordValue> values;  // in the profile's order of fields
  std::vector<YearlyValue> yearly;  // in the order of columns
  std::vector<BreakdownPart> breakdown;
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

  const RecordValue* find(std::string_view field) const {
    for (const RecordValue& value : values)
      if (value.field == field) return &value;
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
