// Reports drawn as text, through normalize, records and audit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "built_in.h"
#include "drawn_table.h"
#include "normalize/normalize.h"
#include "records/identity.h"
#include "records/mapper.h"
#include "records/repairs.h"
#include "tables/text_tables.h"

namespace jangbu {

inline Processed checked(Document document, int year = 2021) {
  Processed out{std::move(document), {}, {}};
  out.document.source.path = "2021-08 가나국 주요업무보고.txt";
  normalize(out.document);
  out.document.fiscal_year = year;
  out.records = map_records(out.document, built_in().profiles, built_in().lexicon);
  name_document(out.document);
  name_tables(out.document);
  name_records(out.document, out.records);
  repair_figures(out.document, out.records, built_in().profiles);
  repair_names(out.document, out.records, built_in().profiles);
  out.findings = audit(out.document, out.records, built_in().profiles);
  return out;
}

inline Processed checked(std::string_view drawing, int year = 2021) { return checked(drawing::drawn_document(drawing), year); }

// One budget table, as a format with cells of its own gives it.
inline Document budget_document(const std::vector<std::vector<std::string>>& cells, const std::string& unit) {
  Document document = drawing::drawn_document("(단위: " + unit + ", ’21.8.13. 기준)\n" + R"(
| 구분 | 예산현액 | 집행액     | <      | 집행률   | <      |
| ^    | ^        | 원인행위액 | 지출액 | 원인행위 | 지출액 |
| ---- |
)");
  Table& table = document.tables[0];
  for (const auto& row : cells) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      Cell cell;
      cell.row = table.rows;
      cell.column = static_cast<int>(c);
      cell.text = row[c];
      table.cells.push_back(std::move(cell));
    }
    ++table.rows;
  }
  return document;
}

}  // namespace jangbu
