// Structs of the state ↔ rows. Reading and binding go through the columns in one order, the one of kInputColumns and kDocumentColumns.
// Lists (paths, warnings, files of records) are JSON arrays in a text column: nothing is ever searched for in them.
// A making (tool, limits, profiles) is the same for thousands of rows and stands in a table of its own.
//
//   bind_input(): kInputColumns → ?, ?, …      input_in(): a row of kInputRows → KnownInput
#include "store/rows.h"
#include "text/json_text.h"

#include <nlohmann/json.hpp>

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// Reads one column after the other.
class Columns {
 public:
  explicit Columns(SqlStatement& row) : row_(row) {}
  std::string text() { return row_.getColumn(at_++).getString(); }
  std::int64_t number() { return row_.getColumn(at_++).getInt64(); }
  std::optional<int> number_or_none() {
    const SqlColumn column = row_.getColumn(at_++);
    return column.isNull() ? std::nullopt : std::optional(column.getInt());
  }
  // Four columns: size, inode, modified, changed.
  FileStamp stamp() {
    FileStamp out;
    out.size = static_cast<std::uint64_t>(number());
    out.inode = static_cast<std::uint64_t>(number());
    out.modified = number();
    out.changed = number();
    return out;
  }
  // From the makings' own columns.
  Making making() {
    Making out;
    for (std::string* part : {&out.tool, &out.limits, &out.profiles}) *part = text();
    return out;
  }

 private:
  SqlStatement& row_;
  int at_ = 0;
};

// The counterpart of Columns: parameters from 1 on.
class Binder {
 public:
  explicit Binder(SqlStatement& statement) : statement_(statement) {}
  void text(const std::string& value) { statement_.bind(++at_, value); }
  void bytes(const std::string& value) { statement_.bind_bytes(++at_, value); }
  void number(std::int64_t value) { statement_.bind(++at_, value); }
  void none() { statement_.bind(++at_); }
  // The same four, in the same order.
  void stamp(const FileStamp& stamp) {
    // Inode numbers may use all 64 bits; SQLite's integers are signed, and give back what was put in.
    number(static_cast<std::int64_t>(stamp.size));
    number(static_cast<std::int64_t>(stamp.inode));
    number(stamp.modified);
    number(stamp.changed);
  }

 private:
  SqlStatement& statement_;
  int at_ = 0;
};

std::string dumped(const Json& json) { return json_text(json); }

// [code, message, page or null] for each.
std::string as_json(const std::vector<Diagnostic>& warnings) {
  Json list = Json::array();
  for (const Diagnostic& warning : warnings)
    list.push_back({warning.code, warning.message, warning.page ? Json(*warning.page) : Json(nullptr)});
  return dumped(list);
}

// What is not as as_json() writes it throws, and is told as a damaged state.
std::vector<Diagnostic> warnings_in(const std::string& text) {
  std::vector<Diagnostic> warnings;
  for (const Json& entry : json_from<Json>(text)) {
    Diagnostic warning{entry.at(0).get<std::string>(), entry.at(1).get<std::string>(), std::nullopt};
    if (entry.at(2).is_number_integer()) warning.page = whole_from<int>(entry.at(2));
    warnings.push_back(std::move(warning));
  }
  return warnings;
}

// [type, size, inode, modified, changed] for each.
std::string as_json(const std::vector<KnownRecordsFile>& files) {
  Json list = Json::array();
  for (const auto& [type, stamp] : files) list.push_back({type, stamp.size, stamp.inode, stamp.modified, stamp.changed});
  return dumped(list);
}

std::vector<KnownRecordsFile> record_files_in(const std::string& text) {
  std::vector<KnownRecordsFile> files;
  for (const Json& entry : json_from<Json>(text)) {
    files.push_back({entry.at(0).get<std::string>(),
                     {whole_from<std::uint64_t>(entry.at(1)), whole_from<std::uint64_t>(entry.at(2)), whole_from<std::int64_t>(entry.at(3)),
                      whole_from<std::int64_t>(entry.at(4))}});
  }
  return files;
}

}  // namespace

// In the order of input_in() and bind_input(); kDocumentColumns in that of document_in() and bind_document().
const char* const kInputColumns =
    "location, shown, size, inode, modified, changed, stamp_proves, sha256, code, message, advice, since, attempts, document, making";
const char* const kDocumentColumns =
    "id, sha256, path, report, format, dated, paths, edition, supersedes, state, of, past, compared, warnings, records, findings, making, "
    "corrections, "
    "file_sha256, size, inode, modified, changed, record_files";
const char* const kInputRows =
    "SELECT location, shown, size, inode, modified, changed, stamp_proves, sha256, code, message, advice, since, attempts, document, "
    "coalesce(tool, ''), coalesce(limits, ''), coalesce(profiles, '') FROM inputs LEFT JOIN makings ON makings.id = making ";
const char* const kDocumentRows =
    "SELECT documents.id, sha256, path, report, format, dated, paths, edition, supersedes, state, of, past, compared, warnings, records, "
    "findings, "
    "coalesce(tool, ''), coalesce(limits, ''), coalesce(profiles, ''), corrections, file_sha256, size, inode, modified, changed, "
    "record_files "
    "FROM documents LEFT JOIN makings ON makings.id = making ";

KnownInput input_in(SqlStatement& row) {
  Columns column(row);
  KnownInput out;
  out.location = column.text();
  out.shown = column.text();
  out.stamp = column.stamp();
  out.stamp_proves = column.number() != 0;
  out.sha256 = column.text();
  // Without a code the texts beside it are NULL and read as empty.
  const std::optional<int> code = column.number_or_none();
  std::string message = column.text(), advice = column.text();
  if (code) out.error = Error{static_cast<ErrorCode>(*code), std::move(message), std::move(advice)};
  out.since = column.text();
  out.attempts = static_cast<int>(column.number());
  out.document = column.text();
  out.made = column.making();
  return out;
}

// NULL in `code` is what the index of failed inputs leaves out.
void bind_input(SqlStatement& statement, const KnownInput& input, std::int64_t making) {
  Binder binder(statement);
  binder.bytes(input.location);
  binder.text(input.shown);
  binder.stamp(input.stamp);
  binder.number(input.stamp_proves);
  binder.text(input.sha256);
  if (input.error) {
    binder.number(static_cast<int>(input.error->code));
    binder.text(input.error->message);
    binder.text(input.error->advice);
  } else {
    for (int i = 0; i < 3; ++i) binder.none();
  }
  binder.text(input.since);
  binder.number(input.attempts);
  binder.text(input.document);
  binder.number(making);
}

// In the order of kDocumentRows, where the three texts of the making stand in the place of its number.
KnownDocument document_in(SqlStatement& row) {
  Columns column(row);
  KnownDocument out;
  for (std::string* part : {&out.id, &out.sha256, &out.path, &out.report, &out.format, &out.dated}) *part = column.text();
  out.paths = json_from<Json>(column.text()).get<std::vector<std::string>>();
  out.edition = static_cast<int>(column.number());
  out.supersedes = column.text();
  out.state = document_state_named(column.text());
  out.of = column.text();
  out.past = column.number() != 0;
  out.compared = column.text();
  out.warnings = warnings_in(column.text());
  out.records = static_cast<std::size_t>(column.number());
  out.findings = static_cast<std::size_t>(column.number());
  out.made = column.making();
  out.made.corrections = column.text();
  out.file_sha256 = column.text();
  out.file = column.stamp();
  out.record_files = record_files_in(column.text());
  return out;
}

// In the order of kDocumentColumns.
void bind_document(SqlStatement& statement, const KnownDocument& document, std::int64_t making) {
  Binder binder(statement);
  for (const std::string* part : {&document.id, &document.sha256, &document.path, &document.report, &document.format, &document.dated})
    binder.text(*part);
  binder.text(dumped(Json(document.paths)));
  binder.number(document.edition);
  binder.text(document.supersedes);
  binder.text(std::string(document_state_name(document.state)));
  binder.text(document.of);
  binder.number(document.past);
  binder.text(document.compared);
  binder.text(as_json(document.warnings));
  binder.number(static_cast<std::int64_t>(document.records));
  binder.number(static_cast<std::int64_t>(document.findings));
  binder.number(making);
  binder.text(document.made.corrections);
  binder.text(document.file_sha256);
  binder.stamp(document.file);
  binder.text(as_json(document.record_files));
}

}  // namespace jangbu
