// A figure with its meaning: made once, where its cell is read (records/row_reader.h), and asked from there on. What it stands for, how
// exactly it is printed and what it is of are not worked out from texts again.
//
//   부서 | 예산액(백만원) | 집행률      가과 | 1,234.5 | 71.5%
//     budget_amount    value 1,234,500,000 (KRW), step 100,000, printed 1234.5
//     execution_rate   value 0.715, step 0.001, printed 71.5
//
// Units: amounts in KRW, rates as fractions, counts as they are. A printed `-` or blank is no value, never 0.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "jangbu/decimal.h"
#include "jangbu/geometry.h"

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

// What stands in the cell, whether or not it gives a value: a dash may hide less than one unit, words tell nothing, and brackets are a
// second figure unless the arithmetic says that they are a sign. A cell that reaches over several rows gives its value to the first.
enum class Imprint { kNothing, kDash, kFigure, kBrackets, kWords };

struct Figure {
  std::string field;  // "payment_rate"; of another period: the field whose words it has; of a part: that of the whole
  Measure measure = Measure::kAmount;
  std::optional<Decimal> value;  // in KRW, as a fraction, or heads
  Decimal step;                  // one unit of the last printed place: 1,000 won for figures in 천원; 0 for counts, which are exact
  CellPlace place;
  std::string unit = {};       // of a count: what is counted (명, 건); of an amount: its own unit, where it is not its record's
  std::string words = {};      // of a text or a date (ISO 8601, as far as it is printed), which has no value; empty: nothing is printed
  std::string period = {};     // EDTF: "2024", "../2023", "2026/..", "2026/2027"; empty: that of its record
  std::string phase = {};      // of a period: "budget", "execution", "plan", "settlement", "original", "final" …
  std::string dimension = {};  // of a part: "직종별"; empty: the whole
  std::string member = {};     // … and which one: "행정직"
  Imprint imprint = Imprint::kNothing;  // not filed: figures that are read back from JSON have none, and no step
  std::optional<Decimal> printed = {};  // the number as printed, before its unit; not filed either

  // The name by which identities and sums speak of it: its field, or `2025:budget`.
  std::string key() const { return period.empty() ? field : period + ":" + phase; }
  bool prints_nothing() const { return imprint == Imprint::kNothing || imprint == Imprint::kDash; }
};

}  // namespace jangbu
