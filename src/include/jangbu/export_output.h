// What is in an output folder, for people and their programs: as CSV (RFC 4180), NDJSON, or workbooks. The command `jangbu export` is a
// thin wrapper around this.
//
// Columns stand in the same order and have the same types whatever the folder holds. Memory does not grow with it, but for workbooks, which
// hold what is in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "jangbu/result.h"

namespace jangbu {

enum class ExportFormat { kCsv, kNdjson, kXlsx };
enum class ExportWhat {
  kTables,   // cells of all tables, a row a cell; NDJSON: a table a line
  kRecords,  // wide: a column a field
  kFigures,  // long: a row a printed figure
  kFindings,
  kSeries,  // the same thing over the years
  kDocuments,
  kInputs,     // how every file that was given stands
  kEverything  // workbooks only: tables, records and findings
};

struct ExportOptions {
  std::filesystem::path folder;  // an output folder of ingest
  ExportFormat format = ExportFormat::kCsv;
  ExportWhat what = ExportWhat::kRecords;
  std::string document;  // only of this document; empty: of all that speak
  std::string type;      // only records of this type, with its columns; empty: of all types, with the columns of all
  bool bom = false;      // CSV begins with a byte order mark: older Excel takes it for UTF-8 only then
};

struct ExportSummary {
  std::size_t rows = 0;  // or sheets of a workbook
};

// CSV and NDJSON, piece by piece. Errors: path_missing (no such folder or document, or kind of record), output_damaged, usage; whatever
// `take` answers.
Result<ExportSummary> export_text(const ExportOptions& options, const std::function<Status(std::string_view)>& take);

// A workbook, written beside `file` and then moved there. Errors: as above, and output_not_writable.
Result<ExportSummary> export_workbook(const ExportOptions& options, const std::filesystem::path& file);

// A workbook for each document that speaks, named after it, in a folder that is made where it is not there.
Result<ExportSummary> export_workbooks(const ExportOptions& options, const std::filesystem::path& folder);

// The same as export_text(), into a file that is whole or not there.
Result<ExportSummary> export_file(const ExportOptions& options, const std::filesystem::path& file);

}  // namespace jangbu
