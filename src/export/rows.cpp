// What an export shows → one table: columns with types, and a function that hands its rows over one by one, so that no export holds all
// rows. Views of the ledger are shown as they are; records of all types are laid side by side, each field once; cells of tables come from
// documents' own files. Every order is fixed, so that the same folder gives the same bytes.
//
//   records of all types:  record_type | record_id | … | budget_amount | payment | authorized_headcount | …
//                          budget      | …             | 1200000       | 800000  |                      |
//                          headcount   | …             |               |         | 20                   |
#include "export/rows.h"

#include <algorithm>

#include "loader/atomic_file.h"
#include "loader/filed_document.h"
#include "store/list_cell.h"

namespace jangbu {
namespace {

LedgerCell page_cell(const std::optional<int>& page) { return page ? LedgerCell{std::int64_t{*page}} : LedgerCell{}; }

namespace fs = std::filesystem;

// REQUIRES: there is one of this name.
const LedgerView& view_named(const std::vector<LedgerView>& views, const std::string& name) {
  return *std::find_if(views.begin(), views.end(), [&](const LedgerView& view) { return view.name == name; });
}

using Equals = std::vector<std::pair<std::string, std::string>>;

// The reader is borrowed by the function that is handed back.
ExportTable whole_view(const LedgerReader& reader, const LedgerView& view, Equals where, std::vector<std::string> order) {
  return {view.name, view.korean, view.columns, [&reader, view, where = std::move(where), order = std::move(order)](const ExportRow& each) {
            return reader.each(view, where, order, each);
          }};
}

Equals of_document(const ExportOptions& options) { return options.document.empty() ? Equals{} : Equals{{"document_id", options.document}}; }

// Records of all types in one table: the columns of a record, its type, and the fields of all types, each once.
ExportTable records_of_all(const LedgerReader& reader, const ExportOptions& options, const std::vector<LedgerView>& views) {
  // A record type, and where its columns go.
  struct Part {
    LedgerView view;
    std::vector<std::size_t> to;  // place of each column of the view among those of the table
  };
  ExportTable out{"records", view_named(views, "record").korean, {}, {}};
  std::vector<Part> parts;
  // Columns of one name are one column: `name`, `level`, `page` are common to all types.
  const auto place_of = [&](const LedgerColumn& column) {
    const auto found =
        std::find_if(out.columns.begin(), out.columns.end(), [&](const LedgerColumn& known) { return known.name == column.name; });
    if (found != out.columns.end()) return static_cast<std::size_t>(found - out.columns.begin());
    out.columns.push_back(column);
    return out.columns.size() - 1;
  };
  const std::vector<LedgerColumn>& record = view_named(views, "record").columns;
  place_of(*std::find_if(record.begin(), record.end(), [](const LedgerColumn& column) { return column.name == "record_type"; }));
  for (const LedgerType& type : reader.types()) {
    Part part{view_named(views, type.name), {}};
    for (const LedgerColumn& column : part.view.columns) part.to.push_back(place_of(column));
    parts.push_back(std::move(part));
  }
  out.rows = [&reader, parts, width = out.columns.size(), where = of_document(options)](const ExportRow& each) -> Status {
    std::vector<LedgerCell> row(width);
    for (const Part& part : parts) {
      bool on = true;
      const Status status =
          reader.each(part.view, where, {"document_id", "table_id", "row", "record_id"}, [&](const std::vector<LedgerCell>& cells) {
            std::fill(row.begin(), row.end(), LedgerCell{});
            row[0] = part.view.name;
            for (std::size_t i = 0; i < cells.size(); ++i) row[part.to[i]] = cells[i];
            // False from the caller ends this part and the ones after it.
            return on = each(row);
          });
      if (!status || !on) return status;
    }
    return Done{};
  };
  return out;
}

LedgerCell or_null(const std::string& text) { return text.empty() ? LedgerCell{} : LedgerCell{text}; }

// A row a cell of every table, from the documents' own files.
ExportTable cells_of_tables(const LedgerReader& reader, const ExportOptions& options) {
  LedgerView cells = columns_of_cells();
  ExportTable out{std::move(cells.name), std::move(cells.korean), std::move(cells.columns), {}};
  // Document by document: only one is in memory at a time.
  out.rows = [&reader, &options](const ExportRow& each) -> Status {
    const auto documents = exported_documents(reader, options);
    if (!documents) return documents.forward();
    for (const std::string& id : *documents) {
      const fs::path path = options.folder / "documents" / (id + ".json");
      const auto content = read_file(path, kLargestOwnFile);
      if (!content) return content.forward();
      const auto filed = FiledDocument::parse(*content, path.string());
      if (!filed) return filed.forward();
      for (const Table& table : filed->document().tables) {
        const std::optional<int> page = table.pages.empty() ? std::nullopt : std::optional(table.pages.front());
        for (const Cell& cell : table.cells) {
          const std::vector<LedgerCell> row{id,
                                            table.id,
                                            or_null(table.caption),
                                            or_null(table.unit),
                                            or_null(table.as_of),
                                            page_cell(cell.page ? cell.page : page),
                                            or_null(table.kind),
                                            std::int64_t{table.header_rows},
                                            std::int64_t{cell.row},
                                            std::int64_t{cell.column},
                                            std::int64_t{cell.row_span},
                                            std::int64_t{cell.column_span},
                                            cell.text,
                                            cell.best_text()};
          if (!each(row)) return Done{};
        }
      }
    }
    return Done{};
  };
  return out;
}

}  // namespace

// Superseded editions and renditions only where they are named.
Result<std::vector<std::string>> exported_documents(const LedgerReader& reader, const ExportOptions& options) {
  const std::vector<LedgerView> views = ledger_columns(reader.types());
  LedgerView ids = view_named(views, "document");
  std::erase_if(ids.columns, [](const LedgerColumn& column) { return column.name != "document_id"; });
  std::vector<std::string> out;
  Equals where = of_document(options);
  if (where.empty()) where.emplace_back("state", "ingested");
  const Status status = reader.each(ids, where, {"document_id"}, [&](const std::vector<LedgerCell>& cells) {
    out.push_back(std::get<std::string>(cells[0]));
    return true;
  });
  if (!status) return status.forward();
  if (out.empty() && !options.document.empty()) {
    return fail(ErrorCode::kPathMissing, options.folder.string() + " has no document " + options.document,
                "see " + (options.folder / "documents").string());
  }
  return out;
}

// The names of all types stand in the error: a misspelt one is the usual mistake.
Result<ExportTable> records_of_type(const LedgerReader& reader, const ExportOptions& options, const std::string& type) {
  const auto known = std::find_if(reader.types().begin(), reader.types().end(), [&](const LedgerType& one) { return one.name == type; });
  if (known == reader.types().end()) {
    std::string names;
    for (const LedgerType& one : reader.types()) names += (names.empty() ? "" : ", ") + one.name;
    return fail(ErrorCode::kPathMissing, "there are no records of the type " + type, "one of " + names);
  }
  return whole_view(reader, view_named(ledger_columns(reader.types()), type), of_document(options),
                    {"document_id", "table_id", "row", "record_id"});
}

// A document that is not there is an error, not an empty table.
Result<ExportTable> export_table(const LedgerReader& reader, const ExportOptions& options) {
  if (!options.document.empty()) {
    if (const auto documents = exported_documents(reader, options); !documents) return documents.forward();
  }
  const std::vector<LedgerView> views = ledger_columns(reader.types());
  const Equals document = of_document(options);
  switch (options.what) {
    case ExportWhat::kTables: return cells_of_tables(reader, options);
    case ExportWhat::kRecords:
      return options.type.empty() ? Result<ExportTable>(records_of_all(reader, options, views))
                                  : records_of_type(reader, options, options.type);
    case ExportWhat::kFigures:
      return whole_view(reader, view_named(views, "figure"), document, {"document_id", "table_id", "row", "column", "nth"});
    case ExportWhat::kFindings:
      return whole_view(reader, view_named(views, "finding"), document, {"document_id", "table_id", "row", "field", "finding_id"});
    case ExportWhat::kSeries:
      return whole_view(reader, view_named(views, "series"), document,
                        {"series_id", "fiscal_year", "field", "document_id", "record_id", "next_record_id"});
    case ExportWhat::kDocuments: return whole_view(reader, view_named(views, "document"), document, {"document_id"});
    case ExportWhat::kInputs: return whole_view(reader, view_named(views, "input"), document, {"path", "sha256"});
    case ExportWhat::kEverything: break;
  }
  return fail(ErrorCode::kInternal, "no single table holds everything");
}

// What is no list stays as it is.
std::string joined(const std::string& json) {
  const auto list = texts_in_cell(json);
  if (!list) return json;
  std::string out;
  for (const std::string& step : *list) out += (out.empty() ? "" : " > ") + step;
  return out;
}

}  // namespace jangbu
