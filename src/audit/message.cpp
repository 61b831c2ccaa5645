#include "audit/message.h"

#include <algorithm>
#include <cmath>

#include "text/hash.h"

namespace jangbu {
namespace {

std::string with_commas(const std::string& digits) {
  const std::size_t point = digits.find('.');
  const bool negative = digits.starts_with('-');
  std::string whole = digits.substr(negative ? 1 : 0, point == std::string::npos ? point : point - (negative ? 1 : 0));
  for (std::size_t at = whole.size(); at > 3;) {
    at -= 3;
    whole.insert(at, ",");
  }
  return (negative ? "△" : "") + whole + (point == std::string::npos ? "" : digits.substr(point));
}

}  // namespace

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

std::string shown_value(long double value, Measure measure, const Record& record, const Table& table) {
  switch (measure) {
    case Measure::kRate: return with_commas(to_decimal(value * 100, 2).to_string()) + "%";
    case Measure::kCount: return with_commas(to_decimal(value, 1).to_string()) + "명";
    case Measure::kAmount: break;
  }
  const long double unit = static_cast<long double>(record.unit_factor);
  const std::string name = !table.unit.empty() && record.unit_factor > 1 ? table.unit : "원";
  return with_commas(to_decimal(name == "원" ? value : value / unit, 1).to_string()) + name;
}

std::string shown_place_ko(const Record& record, const Table& table) {
  std::string text = "「" + record.name + "」(표 " + table.id;
  if (!table.pages.empty()) text += ", " + std::to_string(table.pages.front()) + "쪽";
  return text + ")";
}

std::string shown_place_en(const Record& record, const Table& table) {
  std::string text = "\"" + record.name + "\" (table " + table.id;
  if (!table.pages.empty()) text += ", page " + std::to_string(table.pages.front());
  return text + ")";
}

Finding make_finding(FindingKind kind, const Document& document, const std::vector<const Record*>& records, const RecordValue& value,
                     long double printed, long double computed, long double tolerance) {
  Finding finding;
  finding.kind = kind;
  finding.document_id = document.id;
  const int places = value.measure == Measure::kRate ? 6 : 1;
  finding.field = value.field;
  finding.printed = to_decimal(printed, places);
  finding.computed = to_decimal(computed, places);
  finding.tolerance = to_decimal(tolerance, places);
  std::string key = document.id + "|" + std::string(finding_kind_name(kind)) + "|" + value.field;
  for (const Record* record : records) {
    finding.record_ids.push_back(record->id);
    key += "|" + record->id;
  }
  finding.id = sha256_hex(key).substr(0, 20);
  const Record& first = *records.front();
  finding.table = document.tables[first.table_index].id;
  finding.row = value.place.row;
  finding.page = value.place.page;
  // Severity: what share of the figure is in doubt. A rate is judged by its points.
  const long double miss = std::fabs(printed - computed);
  const long double share = value.measure == Measure::kRate ? miss : miss / std::max(1.0L, std::max(std::fabs(printed), std::fabs(computed)));
  finding.severity = share >= 0.01L ? Severity::kError : miss > 2 * tolerance ? Severity::kWarning : Severity::kInfo;
  return finding;
}

}  // namespace jangbu
