// SQL behind the lists of the start page, each with filters, a limit and an offset.
// Totals come from the ledger's own counts where nothing is filtered, so that the first page costs the same however large the folder is.
// Hard case: findings worst first. Sorting all of them for one page would read all; so one severity after the other is asked for, in index
// order.
#include "review/lists.h"

#include <algorithm>
#include <array>
#include <utility>

#include "store/search_text.h"

namespace jangbu {
namespace {

// Rows of one answer: at most, by default; and how far a list can be leafed.
constexpr std::int64_t kMostAsked = 200, kMostForFile = 10'000, kRows = 50, kFarthest = 10'000'000, kFarthestFound = 100'000;

std::int64_t limit_of(const Asked& asked) { return number_in(asked.value("limit"), 1, asked.for_file ? kMostForFile : kMostAsked, kRows); }
std::int64_t offset_of(const Asked& asked) { return number_in(asked.value("offset"), 0, kFarthest, 0); }

// Conditions on _document as d, and their values.
// Values are bound and never become part of the SQL.
struct Filter {
  std::string sql;
  std::vector<LedgerCell> values;

  void add(const std::string& condition, LedgerCell value) {
    sql += " AND " + condition;
    values.push_back(std::move(value));
  }
};

// A year that is no number is 0, and finds nothing.
Filter office_and_year(const Asked& asked) {
  Filter out;
  if (!asked.value("organization").empty()) out.add("d.organization = ?", asked.value("organization"));
  if (!asked.value("year").empty()) out.add("d.fiscal_year = ?", number_in(asked.value("year"), 0, 9999, 0));
  return out;
}

std::vector<LedgerCell> followed_by(std::vector<LedgerCell> values, std::initializer_list<LedgerCell> more) {
  values.insert(values.end(), more);
  return values;
}

// Columns of a document, finding and record as the page shows them.
constexpr const char* kDocument =
    "SELECT d.document_id, d.path, d.title, d.organization, d.report_kind, d.report_date, d.fiscal_year, d.format, d.pages, d.state, d.of, "
    "d.degraded, d.edition, d.records, d.findings ";
constexpr const char* kFinding =
    "SELECT f.finding_id, d.document_id, d.title, d.organization, d.fiscal_year, d.path, f.kind, f.severity, f.record_id, f.record_ids, "
    "f.field, f.printed, f.computed, f.tolerance, f.message_ko,"
    " f.message_en, f.table_id, f.row, f.page, f.accepted_by, f.accepted_reason, f.accepted_author, f.accepted_date ";
// Of records whose names an index of texts holds. Nothing is sorted: rows come as the index finds them (words that were there first,
// first), so that a word that stands in every report costs no more than the rows that are shown. CROSS JOIN keeps SQLite to this order of
// tables.
std::string records_by(const std::string& index, const char* types) {
  return "SELECT r.record_id, t.word AS record_type, d.document_id, d.title, o.word AS organization, r.fiscal_year, p.word AS path, n.word "
         "AS name, l.word AS level, r.page, b.word AS table_id, r.row FROM " +
         index + " CROSS JOIN _record r ON r.name = " + index +
         ".rowid JOIN _document d ON d.id = r.document AND d.speaks JOIN _word t ON t.id = r.type LEFT JOIN _word o ON o.id = "
         "r.organization LEFT JOIN _word p ON p.id = r.path LEFT JOIN _word n ON n.id = r.name LEFT JOIN _word l ON l.id = r.level LEFT "
         "JOIN _word b ON b.id = r.table_id WHERE " +
         index + " MATCH ? AND t.word " + types + " LIMIT ? OFFSET ?";
}

// The four columns of who accepted a finding → one object, where somebody has.
void add_acceptance(Json& rows) {
  constexpr std::array<std::pair<const char*, const char*>, 4> kMembers{
      {{"accepted_by", "correction_id"}, {"accepted_reason", "reason"}, {"accepted_author", "author"}, {"accepted_date", "date"}}};
  for (Json& row : rows) {
    Json accepted = Json::object();
    for (const auto& [column, member] : kMembers) {
      if (row[column].is_string()) accepted[member] = row[column];
      row.erase(column);
    }
    if (accepted.contains("correction_id")) row["accepted"] = std::move(accepted);
  }
}

}  // namespace

// What the start page and its filters need, in a few queries over small tables.
Result<Json> overview(LedgerAsking& ledger) {
  Json out = {{"documents", 0},          {"failed", 0}, {"findings", Json::object()}, {"records", Json::object()}, {"kinds", Json::array()},
              {"fields", Json::object()}};
  const auto failed = count_of(ledger, "SELECT count(*) FROM _input WHERE code IS NOT NULL", {});
  if (!failed) return failed.forward();
  out["failed"] = *failed;
  const auto totals = rows_of(
      ledger, "SELECT what, name, count FROM _total WHERE what IN ('document', 'severity', 'record', 'finding') ORDER BY what, name", {});
  if (!totals) return totals.forward();
  for (const Json& total : *totals) {
    const std::string what = total["what"], name = total["name"];
    if (what == "document") out["documents"] = total["count"];
    if (what == "severity") out["findings"][name] = total["count"];
    if (what == "record") out["records"][name] = total["count"];
    if (what == "finding") out["kinds"].push_back(name);
  }
  auto offices =
      rows_of(ledger, "SELECT name, count AS documents FROM _total WHERE what = 'organization' ORDER BY 2 DESC, 1 LIMIT 500", {});
  if (!offices) return offices.forward();
  out["organizations"] = std::move(*offices);
  const auto all_offices = count_of(ledger, "SELECT count(*) FROM _total WHERE what = 'organization'", {});
  if (!all_offices) return all_offices.forward();
  out["organizations_total"] = *all_offices;
  auto years = rows_of(
      ledger, "SELECT CAST(name AS INTEGER) AS year, count AS documents FROM _total WHERE what = 'year' ORDER BY 1 DESC LIMIT 200", {});
  if (!years) return years.forward();
  out["years"] = std::move(*years);
  const auto fields = rows_of(ledger, "SELECT type, of_type, name, korean, measure FROM _field ORDER BY type, place", {});
  if (!fields) return fields.forward();
  for (const Json& field : *fields) {
    Json& type = out["fields"][field["type"].get<std::string>()];
    type["korean"] = field["of_type"];
    type["fields"][field["name"].get<std::string>()] = {{"korean", field["korean"]}, {"measure", field["measure"]}};
  }
  return out;
}

Result<Json> documents_list(LedgerAsking& ledger, const Asked& asked) {
  Filter filter = office_and_year(asked);
  // The ledger's own count of each document: its rows would be looked through for each of 100,000 documents.
  constexpr const char* kCounts = "EXISTS (SELECT 1 FROM _tally c WHERE c.document = d.id AND c.what = '";
  if (!asked.value("type").empty()) filter.add(std::string(kCounts) + "record' AND c.name = ?)", asked.value("type"));
  if (!asked.value("severity").empty()) filter.add(std::string(kCounts) + "severity' AND c.name = ?)", asked.value("severity"));
  auto rows = rows_of(ledger, kDocument + (" FROM _document d WHERE 1" + filter.sql) + " ORDER BY d.document_id LIMIT ? OFFSET ?",
                      followed_by(filter.values, {limit_of(asked), offset_of(asked)}));
  if (!rows) return rows.forward();
  const auto total = count_of(ledger, "SELECT count(*) FROM _document d WHERE 1" + filter.sql, filter.values);
  if (!total) return total.forward();
  return Json{{"rows", std::move(*rows)}, {"total", *total}};
}

// `offset` counts over all severities: what one of them has is taken off before the next is asked.
Result<Json> findings_list(LedgerAsking& ledger, const Asked& asked) {
  Filter filter = office_and_year(asked);
  if (!asked.value("document").empty()) filter.add("d.document_id = ?", asked.value("document"));
  if (!asked.value("kind").empty()) filter.add("f.kind = ?", asked.value("kind"));
  const std::string from = " FROM _finding f JOIN _document d ON d.id = f.document AND d.speaks WHERE f.severity = ?" + filter.sql;
  // One severity after the other, each in the order of its index: no page asks for all findings to be sorted.
  constexpr std::array<const char*, 3> kWorstFirst = {"error", "warning", "info"};
  Json out = {{"rows", Json::array()}, {"total", 0}, {"by_severity", Json::object()}};
  std::int64_t total = 0, offset = offset_of(asked), left = limit_of(asked);
  for (const char* severity : kWorstFirst) {
    if (!asked.value("severity").empty() && asked.value("severity") != severity) continue;
    std::vector<LedgerCell> values{std::string(severity)};
    values.insert(values.end(), filter.values.begin(), filter.values.end());
    // The ledger keeps count of all of them; only what is filtered is counted here.
    const auto there = filter.values.empty() ? count_of(ledger, "SELECT count FROM _total WHERE what = 'severity' AND name = ?", values)
                                             : count_of(ledger, "SELECT count(*)" + from, values);
    if (!there) return there.forward();
    total += *there;
    out["by_severity"][severity] = *there;
    if (offset < *there && left > 0) {
      auto rows = rows_of(ledger, kFinding + from + " ORDER BY f.document, f.serial LIMIT ? OFFSET ?", followed_by(values, {left, offset}));
      if (!rows) return rows.forward();
      left -= static_cast<std::int64_t>(rows->size());
      for (Json& row : *rows) out["rows"].push_back(std::move(row));
    }
    offset = std::max<std::int64_t>(0, offset - *there);
  }
  add_acceptance(out["rows"]);
  out["total"] = total;
  return out;
}

// By the partial index over failed inputs.
Result<Json> failures_list(LedgerAsking& ledger, const Asked& asked) {
  auto rows = rows_of(
      ledger,
      "SELECT path, code, error, message, advice, since, attempts FROM _input WHERE code IS NOT NULL ORDER BY path LIMIT ? OFFSET ?",
      {limit_of(asked), offset_of(asked)});
  if (!rows) return rows.forward();
  for (Json& row : *rows) {
    if (row["error"].is_string()) row["meaning_ko"] = korean_meaning(row["error"].get<std::string>());
  }
  const auto total = count_of(ledger, "SELECT count(*) FROM _input WHERE code IS NOT NULL", {});
  if (!total) return total.forward();
  return Json{{"rows", std::move(*rows)}, {"total", *total}};
}

// By the ledger's indexes of texts (store/search_text.h): what is not found costs nothing, and what is found only what is shown. They are
// not counted for the same reason: one more than is shown is asked for, and tells that there is more.
Result<Json> search(LedgerAsking& ledger, const Asked& asked) {
  constexpr std::size_t kLongest = 400;
  const std::string question = search_question(asked.value("q").substr(0, kLongest));
  const std::pair<const char*, std::string> lists[] = {
      {"documents",
       std::string(kDocument) +
           " FROM _document_text CROSS JOIN _document d ON d.id = _document_text.rowid WHERE _document_text MATCH ? LIMIT ? OFFSET ?"},
      {"records", records_by("_name_text", "NOT IN ('item', 'duty')")},
      {"prose", records_by("_prose_text", "IN ('item', 'duty')")}};
  const std::int64_t most = limit_of(asked), offset = number_in(asked.value("offset"), 0, kFarthestFound, 0);
  Json out = Json::object(), more = Json::object();
  for (const auto& [name, sql] : lists) {
    out[name] = Json::array();
    if (question.empty() || (!asked.value("list").empty() && asked.value("list") != name)) continue;
    auto rows = rows_of(ledger, sql, {question, most + 1, offset});
    if (!rows) return rows.forward();
    more[name] = cut_to(*rows, static_cast<std::size_t>(most));
    out[name] = std::move(*rows);
  }
  out["more"] = std::move(more);
  return out;
}

}  // namespace jangbu
