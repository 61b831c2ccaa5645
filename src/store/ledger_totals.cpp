// Totals as differences. A total that nothing stands behind any more is removed, so that no list of choices offers what is not there.
//
//   count_document(d, kOut)   totals of d's tally  -= what d counts      (count: only where it speaks; documents: 1)
//   … d's rows change …
//   count_document(d, kIn)    totals of d's tally  += what d counts
#include "store/ledger_totals.h"

#include <map>
#include <utility>

namespace jangbu {
namespace {

constexpr const char* kAdded =
    " ON CONFLICT (what, name) DO UPDATE SET count = _total.count + excluded.count, documents = _total.documents + excluded.documents";

}  // namespace

// Counted in a map first: a document of 10,000 findings has three severities.
void put_tally(LedgerInside& inside, std::int64_t document, const LedgerDocument& rows) {
  std::map<std::pair<std::string, std::string>, std::int64_t> tally;
  tally[{"document", ""}] = 1;
  if (!rows.organization.empty()) tally[{"organization", rows.organization}] = 1;
  if (rows.fiscal_year) tally[{"year", std::to_string(*rows.fiscal_year)}] = 1;
  for (const LedgerRecord& record : rows.records) ++tally[{"record", record.type}];
  for (const LedgerFinding& finding : rows.findings) {
    ++tally[{"finding", finding.kind}];
    ++tally[{"severity", finding.severity}];
  }
  for (const auto& [key, number] : tally) {
    SqlStatement& put =
        inside.prepared("INSERT INTO _tally (what, name, report_date, document_id, document, count) VALUES (?, ?, ?, ?, ?, ?)");
    LedgerBinder(put)
        .exact_text(key.first)
        .exact_text(key.second)
        .exact_text(rows.report_date)
        .exact_text(rows.id)
        .number(document)
        .number(number);
    put.exec();
  }
}

// The names of a `what` change by those totals that have just become the first document's (in), or nobody's (out).
void count_document(LedgerInside& inside, std::int64_t document, Counted counted) {
  if (inside.database->is_shared()) return;
  const auto sign = static_cast<int>(counted);
  SqlStatement& add = inside.prepared(
      std::string("INSERT INTO _total (what, name, count, documents) SELECT t.what, t.name, ?2 * t.count * d.speaks, ?2 FROM _tally t "
                  "JOIN _document d ON d.id = t.document WHERE t.document = ?1") +
      kAdded);
  add.bind(1, document);
  add.bind(2, sign);
  add.exec();
  SqlStatement& names = inside.prepared(
      std::string("INSERT INTO _total (what, name, count, documents) SELECT 'names', t.what, ?2 * count(*), ?2 * count(*) FROM _tally t "
                  "JOIN _total s ON s.what = t.what AND s.name = t.name WHERE t.document = ?1 AND s.documents = ?3 GROUP BY t.what") +
      kAdded);
  names.bind(1, document);
  names.bind(2, sign);
  names.bind(3, counted == Counted::kIn ? 1 : 0);
  names.exec();
  if (counted == Counted::kIn) return;
  SqlStatement& none =
      inside.prepared("DELETE FROM _total WHERE documents = 0 AND (what, name) IN (SELECT what, name FROM _tally WHERE document = ?)");
  none.bind(1, document);
  none.exec();
  inside.prepared("DELETE FROM _total WHERE what = 'names' AND documents = 0").exec();
}

void count_failure(LedgerInside& inside, const std::string& location, Counted counted) {
  if (inside.database->is_shared()) return;
  SqlStatement& add = inside.prepared(
      std::string("INSERT INTO _total (what, name, count, documents) SELECT 'failed', coalesce(error, ''), ?2, ?2 FROM _input WHERE "
                  "location = ?1 AND code IS NOT NULL") +
      kAdded);
  LedgerBinder(add).bytes(location).number(static_cast<std::int64_t>(counted));
  add.exec();
  if (counted == Counted::kOut) inside.prepared("DELETE FROM _total WHERE what = 'failed' AND documents = 0").exec();
}

}  // namespace jangbu
