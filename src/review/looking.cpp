// SQL behind the views that lay figures side by side: tables of budgets with their rows, and one programme over the years.
// Hard case: a folder of 100,000 reports. Tables are found by their totals, in the order of an index (the newest year first), so that one
// more page of them costs the same wherever the folder ends; what is filtered by office begins at its documents.
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
constexpr std::int64_t kTables = 6, kMostTables = 50, kMostOfTable = 300;  // tables of an answer, by default and at most; rows of one

std::string figures_of_record() {
  std::string out;
  for (const char* field : {"current_appropriation", "budget_amount", "payment", "execution", "payment_rate", "execution_rate"})
    out += ", " + value_as(field);
  return out;
}

// The rows of one table, as they are printed.
Result<Json> rows_of_table(LedgerAsking& ledger, const Json& table) {
  auto rows = rows_of(
      ledger,
      "SELECT r.record_id, n.word AS name, p.word AS path, l.word AS level, a.word AS row_role, r.page, r.row" + figures_of_record() +
          " FROM _record r INDEXED BY _record_of_document LEFT JOIN _word n ON n.id = r.name LEFT JOIN _word p ON p.id = r.path LEFT JOIN "
          "_word l ON l.id = "
          "r.level LEFT JOIN _word a ON a.id = r.role WHERE r.document = ? AND r.type = ? AND r.table_id = ? ORDER BY r.row, "
          "r.id LIMIT ?",
      {table["document"].get<std::int64_t>(), table["type"].get<std::int64_t>(), table["table_number"].get<std::int64_t>(),
       kMostOfTable + 1});
  if (!rows) return rows.forward();
  const bool more = cut_to(*rows, static_cast<std::size_t>(kMostOfTable));
  return Json{{"records", std::move(*rows)}, {"more", more}};
}

}  // namespace

// A table with two totals is one table; `next` counts totals, so that no table is told twice or left out.
Result<Json> budgets(LedgerAsking& ledger, const Asked& asked) {
  std::string where;
  std::vector<LedgerCell> values{std::string(asked.value("type") == "settlement" ? "settlement" : "budget")};
  const auto add = [&](const char* condition, LedgerCell value) {
    where += condition;
    values.push_back(std::move(value));
  };
  const bool few = !asked.value("document").empty() || !asked.value("organization").empty();
  if (!asked.value("document").empty()) add(" AND d.document_id = ?", asked.value("document"));
  if (!asked.value("organization").empty()) add(" AND d.organization = ?", asked.value("organization"));
  if (!asked.value("year").empty())
    add(few ? " AND d.fiscal_year = ?" : " AND r.fiscal_year = ?", number_in(asked.value("year"), 0, 9999, 0));
  const std::int64_t most = number_in(asked.value("limit"), 1, kMostTables, kTables);
  std::int64_t at = number_in(asked.value("offset"), 0, 1'000'000, 0);
  // The total before tells which table was the last of the answer before.
  const std::int64_t before = at > 0 ? 1 : 0;
  values.emplace_back(4 * most + 1 + before);
  values.emplace_back(at - before);
  // CROSS JOIN keeps SQLite to this order of tables.
  const std::string from = few ? " FROM _document d CROSS JOIN _record r INDEXED BY _record_of_document ON r.document = d.id"
                               : " FROM _record r INDEXED BY _record_of_type CROSS JOIN _document d ON d.id = r.document";
  const auto totals =
      rows_of(ledger,
              "SELECT r.document, r.type, r.table_id AS table_number, d.document_id, d.title, d.organization, r.fiscal_year, r.page, "
              "b.word AS table_id, t.word AS record_type" +
                  from +
                  " JOIN _word t ON t.id = r.type LEFT JOIN _word b ON b.id = r.table_id WHERE d.speaks AND r.type = (SELECT id "
                  "FROM _word WHERE word = ?) AND r.level = (SELECT id FROM _word WHERE word = 'total') AND r.table_id IS "
                  "NOT NULL" +
                  where + " ORDER BY r.fiscal_year DESC, r.id DESC LIMIT ? OFFSET ?",
              values);
  if (!totals) return totals.forward();
  Json out = {{"rows", Json::array()}, {"next", nullptr}};
  Json last;
  for (std::size_t i = 0; i < totals->size(); ++i) {
    const Json& total = (*totals)[i];
    const Json place = {total["document"], total["table_number"]};
    if (static_cast<std::int64_t>(i) < before) {
      last = place;
      continue;
    }
    if (place != last) {
      if (static_cast<std::int64_t>(out["rows"].size()) == most) {
        out["next"] = at;
        return out;
      }
      last = place;
      auto rows = rows_of_table(ledger, total);
      if (!rows) return rows.forward();
      Json table = total;
      for (const char* inner : {"document", "type", "table_number"}) table.erase(inner);
      table.update(*rows);
      out["rows"].push_back(std::move(table));
    }
    ++at;
  }
  if (static_cast<std::int64_t>(totals->size()) > 4 * most + before) out["next"] = at;
  return out;
}

// Lines of prose print no figures to be compared, and are left out. Series over most years first; of one year alone there is nothing to
// compare, but it is shown all the same. Only so many are looked at as kMostLookedAt says: of those that are asked for, those whose names
// or offices the index finds first; of all, the first by their numbers.
Result<Json> series_list(LedgerAsking& ledger, const Asked& asked) {
  constexpr std::int64_t kMostLookedAt = 2'000;
  const std::string question = search_question(asked.value("q").substr(0, 400));
  std::vector<LedgerCell> values;
  std::string candidates =
      "SELECT DISTINCT series FROM _record WHERE series IS NOT NULL AND type NOT IN (SELECT id FROM _word WHERE word IN ('item', 'duty')) "
      "LIMIT ?";
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
          "JOIN _word t ON t.id = r.type AND t.word NOT IN ('item', 'duty') LEFT JOIN _word o ON o.id = r.organization GROUP BY r.series "
          "ORDER BY years DESC, 2, 3 LIMIT 101",
      values);
  if (!rows) return rows.forward();
  const bool more = cut_to(*rows, 100);
  return Json{{"rows", std::move(*rows)}, {"more", more}};
}

// What next year's report says of the same figure stands beside it, so that a change after the fact is seen.
Result<Json> series_of(LedgerAsking& ledger, const Asked& asked) {
  auto rows = rows_of(ledger,
                      "SELECT series_id, organization, record_type, name, fiscal_year, as_of, field, value, next_year_says, "
                      "next_year_field, document_id, record_id, next_document_id, next_record_id"
                      " FROM series WHERE series_id = ? ORDER BY field, fiscal_year LIMIT ?",
                      {number_in(asked.value("id"), 0, INT64_MAX, -1), kMostRows + 1});
  if (!rows) return rows.forward();
  const bool more = cut_to(*rows, static_cast<std::size_t>(kMostRows));
  return Json{{"rows", std::move(*rows)}, {"more", more}};
}

}  // namespace jangbu
