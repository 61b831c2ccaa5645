// Figures and places as officials write them, in Korean and English, and what all findings have in common.
// Amounts are told in the table's own unit, so that a reader finds the figure on the page; negative ones with △, as reports print them.
//
//   printed 900,000 in a column of 천원 of a table in 백만원   told as 900,000천원: the unit of the figure itself speaks first
//   computed 65,410,160,000 won for it                        told as 65,410,160천원, in the unit of the figure that it is compared with
//
// Hard case: a unit without an English name (십억원): its factor tells it, ` x 1000000000 won`.
#include "audit/message.h"

#include <algorithm>
#include <cmath>

#include "records/hierarchy.h"
#include "text/caption.h"
#include "text/finding_id.h"
#include "text/spoken.h"
#include "text/unicode.h"

namespace jangbu {

namespace {

// The names of a unit, and how many won it is.
struct ShownUnit {
  std::string ko, en;
  std::int64_t factor;
};

// Units that have an English name; others are told by their factor. Where no name is at hand, the factor tells it.
ShownUnit unit_of(std::int64_t factor, const std::string& printed) {
  switch (factor) {
    case 1'000: return {"천원", " thousand won", 1'000};
    case 1'000'000: return {"백만원", " million won", 1'000'000};
    case 100'000'000: return {"억원", " x 100 million won", 100'000'000};
    default: break;
  }
  if (factor <= 1) return {"원", " won", 1};
  const std::string ko = printed.empty() ? std::string(money_unit_of(factor)) : printed;
  if (ko.empty()) return {"원", " won", 1};
  return {ko, " x " + std::to_string(factor) + " won", factor};
}

// The unit of the figure itself, else that of its record.
ShownUnit unit_of(const Figure& value, std::int64_t factor, const std::string& printed) {
  if (const auto own = unit_named(value.unit); own && own->money) return unit_of(own->factor, value.unit);
  return unit_of(factor, printed);
}

// What is counted. A count that does not say is of people.
std::string counted(const Figure& value) { return value.measure == Measure::kCount && value.unit.empty() ? "명" : value.unit; }

// Of the row, where its table runs over several pages.
std::optional<int> page_of(const Record& record, const Table& table) {
  for (const Figure& value : record.values) {
    if (value.place.page) return value.place.page;
  }
  return table.pages.empty() ? std::nullopt : std::optional(table.pages.front());
}

}  // namespace

// Rounded to so many places, without noughts at the end.
Decimal to_decimal(long double value, int places) {
  long double scaled = value;
  for (int i = 0; i < places; ++i) scaled *= 10;
  Decimal out{static_cast<std::int64_t>(std::llroundl(scaled)), places};
  while (out.scale > 0 && out.digits % 10 == 0) {
    out.digits /= 10;
    --out.scale;
  }
  return out;
}

// A worked-out value as the cell `like` would print it: its measure and unit.
Shown shown_value(long double value, const Figure& like, const Record& record, const Table& table) {
  if (like.measure == Measure::kRate) {
    const std::string text = grouped(to_decimal(value * 100, 2).to_string());
    return {text + "%", text + " %"};
  }
  if (like.measure == Measure::kCount || like.measure == Measure::kNumber) {
    const std::string text = grouped(to_decimal(value, like.measure == Measure::kCount ? 1 : 2).to_string());
    return {text + counted(like), text};
  }
  const auto unit = unit_of(like, record.unit_factor, table.unit);
  const std::string text = grouped(to_decimal(value / static_cast<long double>(unit.factor), 1).to_string());
  return {text + unit.ko, text + unit.en};
}

// The printed text itself, with the unit that stands elsewhere on the page.
Shown shown_figure(const Figure& value, std::int64_t unit_factor, const std::string& unit_name) {
  const std::string text = collapse_blanks(value.place.best_text());
  if (value.measure == Measure::kRate) {
    const std::string figure = text.ends_with('%') ? text.substr(0, text.size() - 1) : text;
    return {figure + "%", figure + " %"};
  }
  if (value.measure == Measure::kCount || value.measure == Measure::kNumber)
    return {text + (text.ends_with(counted(value)) ? "" : counted(value)), text};
  const auto unit = unit_of(value, unit_factor, unit_name);
  const std::string figure = trim(std::string_view(text).substr(0, text.size() - (text.ends_with(unit.ko) ? unit.ko.size() : 0)));
  return {figure + unit.ko, figure + unit.en};
}

Shown shown_printed(const Figure& value, const Record& record, const Table& table) {
  return shown_figure(value, record.unit_factor, table.unit);
}

Told shown_page(const std::optional<int>& page) {
  if (!page) return {};
  const Told said = told("place.page", {{"page", *page}});
  return {", " + said.ko, ", " + said.en};
}

Told shown_place(const Record& record, const Table& table) {
  // 일반회계 소계, where 소계 alone would not tell of what.
  const std::string& subject = row_subject(record);
  return told("finding.row", {{"name", subject == record.name ? subject : subject + " " + record.name},
                              {"table", table.id},
                              {"page", shown_page(page_of(record, table))}});
}

Finding make_finding(FindingKind kind, const Document& document, const std::vector<const Record*>& records, const Figure& value,
                     long double printed, long double computed, long double tolerance) {
  Finding finding;
  finding.kind = kind;
  finding.document_id = document.id;
  // A rate is a fraction: six places are a ten-thousandth of a per cent.
  const int places = value.measure == Measure::kRate ? 6 : 1;
  finding.field = value.key();
  finding.printed = to_decimal(printed, places);
  finding.computed = to_decimal(computed, places);
  finding.tolerance = to_decimal(tolerance, places);
  // Made of record ids, which stay over editions and forms of a report, and of figures:
  // a reissued report that prints the same has the same finding.
  std::string key =
      std::string(finding_kind_name(kind)) + "|" + finding.field + "|" + finding.printed->to_string() + "|" + finding.computed->to_string();
  for (const Record* record : records) {
    finding.record_ids.push_back(record->id);
    key += "|" + record->id;
  }
  finding.id = finding_id(key);
  const Record& first = *records.front();
  finding.table = document.tables[first.table_index].id;
  finding.row = value.place.row;
  finding.page = value.place.page;
  finding.severity = severity_of(value.measure, printed, computed, tolerance);
  return finding;
}

// One per cent of the figure (or one point of a rate) is an error; below it a miss beyond twice the rounding is a warning.
Severity severity_of(Measure measure, long double printed, long double computed, long double tolerance) {
  const long double miss = std::fabs(printed - computed);
  const long double share = measure == Measure::kRate ? miss : apart(printed, computed);
  return share >= 0.01L ? Severity::kError : miss > 2 * tolerance ? Severity::kWarning : Severity::kInfo;
}

}  // namespace jangbu
