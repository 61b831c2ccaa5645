// SQL behind the lists of the start page, each with filters, a limit and an offset.
// Totals come from the ledger's own counts, and rows off an index in the order of the list, so that a page costs the same however large the
// folder is. Hard cases: findings worst first (one severity after the other is asked for, each in index order); several filters at once
// (their count is kept by nobody: rows are counted to a bound, and the answer says "at least").
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

// Conditions on tables as the query calls them, and their values.
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
std::int64_t year_of(const Asked& asked) { return number_in(asked.value("year"), 0, 9999, 0); }

// What documents can be listed by (store/ledger_totals.h), and how many have it.
struct Facet {
  const char* what;
  std::string name;
  std::int64_t documents = 0;
};

// Those that are asked for, the rarest first; all documents where none is.
Result<std::vector<Facet>> facets_of(LedgerAsking& ledger, const Asked& asked) {
  std::vector<Facet> out;
  for (const auto& [parameter, what] : {std::pair{"organization", "organization"}, std::pair{"year", "year"}, std::pair{"type", "record"},
                                        std::pair{"severity", "severity"}}) {
    if (const std::string& value = asked.value(parameter); !value.empty())
      out.push_back({what, std::string_view(what) == "year" ? std::to_string(year_of(asked)) : value});
  }
  if (out.empty()) out.push_back({"document", ""});
  for (Facet& facet : out) {
    const auto documents =
        count_of(ledger, "SELECT documents FROM _total WHERE what = ? AND name = ?", {std::string(facet.what), facet.name});
    if (!documents) return documents.forward();
    facet.documents = *documents;
  }
  std::stable_sort(out.begin(), out.end(), [](const Facet& a, const Facet& b) { return a.documents < b.documents; });
  return out;
}

std::vector<LedgerCell> followed_by(std::vector<LedgerCell> values, std::initializer_list<LedgerCell> more) {
  values.insert(values.end(), more);
  return values;
}

// How many rows, counted as far as a reader may care: `at_least` where there are more.
struct Count {
  std::int64_t rows = 0;
  bool at_least = false;
};

// `farthest`: rows that are shown or were passed, which are counted in any case.
Result<Count> counted(LedgerAsking& ledger, const std::string& from, const std::vector<LedgerCell>& values, std::int64_t farthest) {
  constexpr std::int64_t kCountedTo = 1'000;
  const std::int64_t most = std::max(kCountedTo, farthest + 1);
  const auto rows = count_of(ledger, "SELECT count(*) FROM (SELECT 1" + from + " LIMIT ?)", followed_by(values, {most}));
  if (!rows) return rows.forward();
  return Count{*rows, *rows == most};
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

// What the start page and its filters need: sums that the ledger keeps, read off indexes.
Result<Json> overview(LedgerAsking& ledger) {
  Json out = {{"documents", 0},
              {"silent", 0},
              {"failed", 0},
              {"failures", Json::array()},
              {"findings", Json::object()},
              {"records", Json::object()},
              {"kinds", Json::array()},
              {"organizations_total", 0},
              {"fields", Json::object()}};
  const auto totals =
      rows_of(ledger,
              "SELECT what, name, count, documents FROM _total WHERE what IN ('document', 'severity', 'record', 'finding', 'failed', "
              "'names') ORDER BY what, name",
              {});
  if (!totals) return totals.forward();
  std::int64_t failed = 0;
  for (const Json& total : *totals) {
    const std::string what = total["what"], name = total["name"];
    if (what == "document") {
      out["documents"] = total["count"];
      out["silent"] = total["documents"].get<std::int64_t>() - total["count"].get<std::int64_t>();
    }
    if (total["count"] == 0) continue;  // only documents that do not speak have it
    if (what == "severity") out["findings"][name] = total["count"];
    if (what == "record") out["records"][name] = total["count"];
    if (what == "finding") out["kinds"].push_back(name);
    if (what == "names" && name == "organization") out["organizations_total"] = total["count"];
    if (what == "failed") {
      out["failures"].push_back({{"error", name}, {"count", total["count"]}, {"meaning_ko", korean_meaning(name)}});
      failed += total["count"].get<std::int64_t>();
    }
  }
  out["failed"] = failed;
  std::stable_sort(out["failures"].begin(), out["failures"].end(), [](const Json& a, const Json& b) { return a["count"] > b["count"]; });
  auto offices = offices_list(ledger, {});
  if (!offices) return offices.forward();
  out["organizations"] = std::move((*offices)["rows"]);
  auto years =
      rows_of(ledger, "SELECT CAST(name AS INTEGER) AS year, documents FROM _total WHERE what = 'year' ORDER BY 1 DESC LIMIT 200", {});
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

// In the order of the index, so that a page reads no more than it shows. Names that hold the letters in whatever case: an office's own.
Result<Json> offices_list(LedgerAsking& ledger, const Asked& asked) {
  constexpr std::int64_t kMost = 100;
  auto rows = rows_of(
      ledger, "SELECT name, documents FROM _total WHERE what = 'organization' AND instr(name, ?) > 0 ORDER BY documents DESC, name LIMIT ?",
      {asked.value("q").substr(0, 400), kMost});
  if (!rows) return rows.forward();
  return Json{{"rows", std::move(*rows)}};
}

// Along the rarest of what is asked for, the others looked up for each. One alone has its count kept.
Result<Json> documents_list(LedgerAsking& ledger, const Asked& asked) {
  const auto facets = facets_of(ledger, asked);
  if (!facets) return facets.forward();
  std::string from = " FROM _tally l CROSS JOIN _document d ON d.id = l.document WHERE l.what = ? AND l.name = ?";
  std::vector<LedgerCell> values;
  for (const Facet& facet : *facets) {
    if (!values.empty()) from += " AND EXISTS (SELECT 1 FROM _tally o WHERE o.document = l.document AND o.what = ? AND o.name = ?)";
    values.insert(values.end(), {LedgerCell(std::string(facet.what)), LedgerCell(facet.name)});
  }
  const std::int64_t limit = limit_of(asked), offset = offset_of(asked);
  auto rows = rows_of(ledger, kDocument + from + " ORDER BY l.report_date DESC, l.document_id LIMIT ? OFFSET ?",
                      followed_by(values, {limit, offset}));
  if (!rows) return rows.forward();
  const auto shown = static_cast<std::int64_t>(rows->size());
  const bool ended = shown < limit && (shown > 0 || offset == 0);  // the last rows tell how many there are
  const auto total = facets->size() == 1 ? Result(Count{facets->front().documents, false})
                     : ended             ? Result(Count{offset + shown, false})
                                         : counted(ledger, from, values, offset + limit);
  if (!total) return total.forward();
  return Json{{"rows", std::move(*rows)}, {"total", total->rows}, {"at_least", total->at_least}};
}

// `offset` counts over all severities: what one of them has is taken off before the next is asked. Every filter but that by document has an
// index in the order of the list.
Result<Json> findings_list(LedgerAsking& ledger, const Asked& asked) {
  Filter filter;
  const bool of_document = !asked.value("document").empty(), of_office = !asked.value("organization").empty(),
             of_kind = !asked.value("kind").empty();
  // Findings of one document are few: its own key is better than any index, which a + keeps SQLite from.
  const std::string looked_up = of_document ? "+" : "";
  if (of_document) filter.add("f.document = (SELECT id FROM _document WHERE document_id = ?)", asked.value("document"));
  if (of_office) filter.add(looked_up + "f.organization = (SELECT id FROM _word WHERE word = ?)", asked.value("organization"));
  if (of_kind) filter.add(looked_up + "f.kind = ?", asked.value("kind"));
  if (!asked.value("year").empty()) filter.add(looked_up + "f.fiscal_year = ?", year_of(asked));
  const std::string index = of_document ? ""
                            : of_office ? " INDEXED BY _finding_of_office"
                            : of_kind   ? " INDEXED BY _finding_of_kind"
                                        : " INDEXED BY _finding_by_severity";
  const std::string from = " FROM _finding f" + index + " CROSS JOIN _document d ON d.id = f.document AND d.speaks WHERE " + looked_up +
                           "f.severity = ?" + filter.sql;
  // One severity after the other, each in the order of its index: no page asks for all findings to be sorted.
  constexpr std::array<const char*, 3> kWorstFirst = {"error", "warning", "info"};
  Json out = {{"rows", Json::array()}, {"total", 0}, {"at_least", false}, {"by_severity", Json::object()}};
  std::int64_t total = 0, offset = offset_of(asked), left = limit_of(asked);
  for (const char* severity : kWorstFirst) {
    if (!asked.value("severity").empty() && asked.value("severity") != severity) continue;
    std::vector<LedgerCell> values{std::string(severity)};
    values.insert(values.end(), filter.values.begin(), filter.values.end());
    // The ledger keeps count of all of them; what is filtered is counted here.
    Count there;
    if (filter.values.empty()) {
      const auto all = count_of(ledger, "SELECT count FROM _total WHERE what = 'severity' AND name = ?", values);
      if (!all) return all.forward();
      there.rows = *all;
    } else {
      const auto some = counted(ledger, from, values, offset + left);
      if (!some) return some.forward();
      there = *some;
    }
    total += there.rows;
    if (there.at_least) out["at_least"] = true;
    out["by_severity"][severity] = there.rows;
    if (offset < there.rows && left > 0) {
      auto rows = rows_of(ledger, kFinding + from + " ORDER BY f.fiscal_year DESC, f.document, f.serial LIMIT ? OFFSET ?",
                          followed_by(values, {left, offset}));
      if (!rows) return rows.forward();
      left -= static_cast<std::int64_t>(rows->size());
      for (Json& row : *rows) out["rows"].push_back(std::move(row));
    }
    offset = std::max<std::int64_t>(0, offset - there.rows);
  }
  add_acceptance(out["rows"]);
  out["total"] = total;
  return out;
}

// By the partial index over failed inputs.
Result<Json> failures_list(LedgerAsking& ledger, const Asked& asked) {
  Filter filter;
  if (!asked.value("error").empty()) filter.add("error = ?", asked.value("error"));
  auto rows = rows_of(ledger,
                      "SELECT path, code, error, message, advice, since, attempts FROM _input WHERE code IS NOT NULL" + filter.sql +
                          " ORDER BY path LIMIT ? OFFSET ?",
                      followed_by(filter.values, {limit_of(asked), offset_of(asked)}));
  if (!rows) return rows.forward();
  for (Json& row : *rows) {
    if (row["error"].is_string()) row["meaning_ko"] = korean_meaning(row["error"].get<std::string>());
  }
  const std::string of = filter.values.empty() ? "" : " AND name = ?";
  const auto total = count_of(ledger, "SELECT coalesce(sum(count), 0) FROM _total WHERE what = 'failed'" + of, filter.values);
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
