// What the ledger keeps count of (store/ledger_totals.h), and the same counted from the rows that are counted:
// "what<tab>name<tab>count<tab> documents", sorted.
#pragma once

#include "ledger_dump.h"

namespace jangbu {

inline std::vector<std::string> kept_counts(const std::string& ledger) {
  return ledger_select(ledger, "SELECT what, name, count, documents FROM _total ORDER BY what, name");
}

// From nothing that is kept for counting.
inline std::vector<std::string> counted_anew(const std::string& ledger) {
  return ledger_select(ledger, R"sql(
WITH thing (what, name, document, count) AS (
  SELECT 'document', '', id, 1 FROM _document
  UNION ALL SELECT 'organization', organization, id, 1 FROM _document WHERE organization IS NOT NULL
  UNION ALL SELECT 'year', CAST(fiscal_year AS TEXT), id, 1 FROM _document WHERE fiscal_year IS NOT NULL
  UNION ALL SELECT 'record', t.word, r.document, count(*) FROM _record r JOIN _word t ON t.id = r.type GROUP BY 2, 3
  UNION ALL SELECT 'finding', kind, document, count(*) FROM _finding GROUP BY 2, 3
  UNION ALL SELECT 'severity', severity, document, count(*) FROM _finding GROUP BY 2, 3
), total (what, name, count, documents) AS (
  SELECT what, name, sum(count * speaks), count(*) FROM thing JOIN _document d ON d.id = document GROUP BY 1, 2
)
SELECT * FROM total
UNION ALL SELECT 'names', what, count(*), count(*) FROM total GROUP BY 2
UNION ALL SELECT 'failed', error, count(*), count(*) FROM _input WHERE code IS NOT NULL GROUP BY 2
ORDER BY 1, 2)sql");
}

}  // namespace jangbu
