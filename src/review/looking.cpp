// SQL behind the views that lay figures side by side: departments of a budget, and one programme over the years.
#include "review/looking.h"

#include "store/search_text.h"

namespace jangbu {
namespace {

// A field of a record, as the views of record types have it, but only where the ledger knows it.
// The name of a field goes into the SQL: REQUIRES: one of those written here, never one from a request.
std::string value_as(const char* field) {
  return std::string("(SELECT f.value FROM _figure f WHERE f.record = r.id AND f.field = (SELECT id FROM _word WHERE word = '") + field +
         "') AND f.slot = (SELECT id FROM _word WHERE word = 'values')) AS " + field;
}

constexpr std::int64_t kMostRows = 2'000;

}  // namespace

// Rows that a profile calls departments; each field is a look-up of its own, null where the report does not print it.
Result<Json> departments(LedgerAsking& ledger, const Asked& asked) {
  std::string columns;
  for (const char* field : {"current_appropriation", "budget_amount", "payment", "execution", "payment_rate", "execution_rate"})
    columns += ", " + value_as(field);
  std::string where;
  std::vector<LedgerCell> values;
  const auto add = [&](const char* condition, LedgerCell value) {
    where += condition;
    values.push_back(std::move(value));
  };
  if (!asked.value("document").empty()) add(" AND d.document_id = ?", asked.value("document"));
  if (!asked.value("organization").empty()) add(" AND d.organization = ?", asked.value("organization"));
  if (!asked.value("year").empty()) add(" AND d.fiscal_year = ?", number_in(asked.value("year"), 0, 9999, 0));
  values.emplace_back(kMostRows);
  auto rows =
      rows_of(ledger,
              "SELECT r.record_id, d.document_id, d.title, d.organization, d.fiscal_year, n.word AS name, l.word AS level, r.page, b.word "
              "AS table_id, r.row" +
                  columns +
                  " FROM _document d JOIN _record r ON r.document = d.id AND d.speaks LEFT JOIN _word n ON n.id = r.name JOIN _word l ON "
                  "l.id = r.level AND l.word = 'department'"
                  " LEFT JOIN _word b ON b.id = r.table_id WHERE r.type IN (SELECT id FROM _word WHERE word IN ('budget', 'settlement'))" +
                  where + " ORDER BY d.fiscal_year DESC, d.document_id, r.table_id, r.row LIMIT ?",
              values);
  if (!rows) return rows.forward();
  return Json{{"rows", std::move(*rows)}};
}

// Series over most years first; of one year alone there is nothing to compare, but it is shown all the same. Only so many are looked at as
// kMostLookedAt says: of those that are asked for, those whose names or offices the index finds first; of all, the first by their numbers.
Result<Json> series_list(LedgerAsking& ledger, const Asked& asked) {
  constexpr std::int64_t kMostLookedAt = 5'000;
  const std::string question = search_question(asked.value("q").substr(0, 400));
  std::vector<LedgerCell> values;
  std::string candidates = "SELECT DISTINCT series FROM _record WHERE series IS NOT NULL LIMIT ?";
  if (!question.empty()) {
    candidates =
        "SELECT * FROM (SELECT r.series FROM _name_text CROSS JOIN _record r ON r.name = _name_text.rowid WHERE _name_text MATCH ? AND "
        "r.series IS NOT NULL LIMIT ?)"
        " UNION SELECT * FROM (SELECT r.series FROM _document_text CROSS JOIN _record r ON r.document = _document_text.rowid WHERE "
        "_document_text MATCH ? AND r.series IS NOT NULL LIMIT ?)";
    values = {question, kMostLookedAt, "organization : " + question};
  }
  values.emplace_back(kMostLookedAt);
  auto rows = rows_of(
      ledger,
      "SELECT r.series AS series_id, o.word AS organization, n.word AS name, t.word AS record_type, count(DISTINCT r.fiscal_year) AS years"
      " FROM (" +
          candidates +
          ") c CROSS JOIN _record r ON r.series = c.series JOIN _document d ON d.id = r.document AND d.speaks JOIN _word n ON n.id = "
          "r.name "
          "JOIN _word t ON t.id = r.type LEFT JOIN _word o ON o.id = r.organization GROUP BY r.series ORDER BY years DESC, 2, 3 LIMIT 100",
      values);
  if (!rows) return rows.forward();
  return Json{{"rows", std::move(*rows)}};
}

// What next year's report says of the same figure stands beside it, so that a change after the fact is seen.
Result<Json> series_of(LedgerAsking& ledger, const Asked& asked) {
  auto rows = rows_of(ledger,
                      "SELECT series_id, organization, record_type, name, fiscal_year, as_of, field, value, next_year_says, "
                      "next_year_field, document_id, record_id, next_document_id, next_record_id"
                      " FROM series WHERE series_id = ? ORDER BY field, fiscal_year LIMIT ?",
                      {number_in(asked.value("id"), 0, INT64_MAX, -1), kMostRows});
  if (!rows) return rows.forward();
  return Json{{"rows", std::move(*rows)}};
}

}  // namespace jangbu
