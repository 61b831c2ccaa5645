// What an export shows, as one table of typed cells, whatever format it is written in.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "jangbu/export_output.h"
#include "store/ledger_reader.h"

namespace jangbu {

using ExportRow = std::function<bool(const std::vector<LedgerCell>&)>;  // says false to stop

struct ExportTable {
  std::string name, korean;
  std::vector<LedgerColumn> columns;
  std::function<Status(const ExportRow&)> rows;
};

// `options.what`: not kEverything. REQUIRES: `reader` and `options` outlive it. Errors: path_missing.
Result<ExportTable> export_table(const LedgerReader& reader, const ExportOptions& options);

// Wide records of one type, a column a field. Errors: path_missing.
Result<ExportTable> records_of_type(const LedgerReader& reader, const ExportOptions& options, const std::string& type);

// A table that is none of the ledger's views, such as a list as the review page shows it: a workbook with one sheet, whole or not there,
// and CSV with its titles as names. A unit of "%" shows fractions as per cent. Errors: output_not_writable; whatever its rows or `take`
// answer.
Result<ExportSummary> table_as_workbook(const ExportTable& table, const std::filesystem::path& file);
Status table_as_csv(const ExportTable& table, bool bom, const std::function<Status(std::string_view)>& take);

// Ids of documents that speak, or the one of the options. Errors: path_missing.
Result<std::vector<std::string>> exported_documents(const LedgerReader& reader, const ExportOptions& options);

// A JSON list of a cell as one text: ["가", "나"] is `가 > 나`.
std::string joined(const std::string& json);

}  // namespace jangbu
