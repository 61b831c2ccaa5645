// CSV as RFC 4180 has it (lines end with CR LF, texts with commas, quotes or line ends in quotes, quotes doubled), and NDJSON with the
// columns as keys. Numbers are written so that reading them back gives the same bits.
//
//   name,path,budget_amount            {"name": "가, 나", "path": ["가과", "가, 나"], "budget_amount": 1200000}
//   "가, 나","가과 > 가, 나",1200000
#include <charconv>
#include <nlohmann/json.hpp>

#include "export/rows.h"
#include "jangbu/export_output.h"
#include "loader/atomic_file.h"
#include "loader/filed_document.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// Excel takes CSV without it for the system's old encoding, and Hangul becomes rubbish.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// Bytes handed over at once.
constexpr std::size_t kPiece = 1u << 16;

// The shortest decimal that reads back as the same number, whatever the locale.
std::string shown(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

void add_csv(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  out += '"';
}

// NULL is an empty cell; lists are joined by > for people.
std::string csv_line(const std::vector<LedgerColumn>& columns, const std::vector<LedgerCell>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (const auto* whole = std::get_if<std::int64_t>(&cells[i])) out += std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&cells[i])) out += shown(*real);
    if (const auto* text = std::get_if<std::string>(&cells[i])) add_csv(out, columns[i].type == "array" ? joined(*text) : *text);
  }
  return out + "\r\n";
}

// Lists and objects, which the ledger keeps as text, become JSON again.
std::string ndjson_line(const std::vector<LedgerColumn>& columns, const std::vector<LedgerCell>& cells) {
  Json::object_t row;
  row.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Json value = nullptr;
    if (const auto* whole = std::get_if<std::int64_t>(&cells[i])) value = *whole;
    if (const auto* real = std::get_if<double>(&cells[i])) value = *real;
    if (const auto* text = std::get_if<std::string>(&cells[i])) {
      value = columns[i].type == "array" || columns[i].type == "object" ? json_if_any<Json>(*text) : Json(*text);
      if (value.is_discarded()) value = *text;
    }
    row.emplace_back(columns[i].name, std::move(value));
  }
  return json_text(Json(std::move(row))) + "\n";
}

// The table as it stands, line by line; `take` may refuse a piece.
Result<ExportSummary> lines_of(const ExportTable& table, bool csv, bool bom, const std::function<Status(std::string_view)>& take) {
  std::string piece;
  if (csv) {
    if (bom) piece += kByteOrderMark;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) piece += ',';
      add_csv(piece, table.columns[i].name);
    }
    piece += "\r\n";
  }
  ExportSummary summary;
  Status taken = Done{};
  const Status status = table.rows([&](const std::vector<LedgerCell>& cells) {
    piece += csv ? csv_line(table.columns, cells) : ndjson_line(table.columns, cells);
    ++summary.rows;
    if (piece.size() < kPiece) return true;
    taken = take(piece);
    piece.clear();
    return taken.has_value();
  });
  if (!taken) return taken.forward();
  if (!status) return status.forward();
  if (taken = take(piece); !taken) return taken.forward();
  return summary;
}

}  // namespace

Status table_as_csv(const ExportTable& table, bool bom, const std::function<Status(std::string_view)>& take) {
  const auto done = lines_of(table, true, bom, take);
  if (!done) return done.forward();
  return Done{};
}

// `take` may refuse a piece (a full disk, a closed pipe): that ends the export.
Result<ExportSummary> export_text(const ExportOptions& options, const std::function<Status(std::string_view)>& take) {
  const auto reader = LedgerReader::open(options.folder);
  if (!reader) return reader.forward();
  const auto table = export_table(*reader, options);
  if (!table) return table.forward();
  return lines_of(*table, options.format == ExportFormat::kCsv, options.bom, take);
}

// The old file stays until the new one is whole.
Result<ExportSummary> export_file(const ExportOptions& options, const std::filesystem::path& file) {
  auto out = AtomicFile::begin(file);
  if (!out) return out.forward();
  auto summary = export_text(options, [&](std::string_view piece) { return out->append(piece); });
  if (!summary) return summary;
  if (Status status = out->commit(); !status) return status.forward();
  return summary;
}

}  // namespace jangbu
