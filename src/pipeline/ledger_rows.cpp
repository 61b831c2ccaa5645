// A document with its records and findings → flat rows of the ledger. A pure function of what the document's own file says, so that a
// document that was just read and one that is read back from documents/ give the same rows. Lists (paths, sections) become JSON text, since
// SQL has no lists; -1 in the types means "none" and becomes NULL.
//
//   Document, Record, Finding, Repair, CorrectionOutcome  →  LedgerDocument {records, figures, findings, repairs, corrections}
#include "pipeline/ledger_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "loader/json_writer.h"
#include "model/record_status.h"
#include "text/hash.h"
#include "text/json_text.h"
#include "text/label.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

std::string list(const std::vector<std::string>& items) { return json_text(Json(items)); }

// -1 → NULL.
template <typename T>
std::optional<T> if_there(T value) {
  return value < 0 ? std::nullopt : std::optional(value);
}

// The same thing over the years: of one office, of one kind, under the same labels. A total row stands for whatever its table adds up,
// which no label tells: it is in no series. 52 bits, which every program holds exactly.
std::optional<std::int64_t> series_of(const Record& record) {
  if (record.organization.empty() || !record.fiscal_year || record.path.empty() || !record.in_table()) return std::nullopt;
  std::string key = label_key(record.organization) + "\x1f" + record.type + "\x1f" + record.level;
  for (const std::string& step : record.path) key += "\x1f" + label_key(step);
  constexpr std::size_t kDigits = 13;
  const std::string digits = sha256_hex(key).substr(0, kDigits);
  std::int64_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out, 16);
  return out;
}

// The page is that of the first printed figure, else of the line, else of the table's beginning.
LedgerRecord record_row(const Document& document, const Record& record) {
  const Table* table = record.in_table() && record.table_index < document.tables.size() ? &document.tables[record.table_index] : nullptr;
  LedgerRecord out;
  out.id = record.id;
  out.type = record.type;
  out.organization = record.organization;
  out.office = record.organization.empty() ? std::string() : label_key(record.organization);
  out.fiscal_year = record.fiscal_year;
  out.as_of = record.as_of;
  out.section = list(record.section);
  out.path = list(record.path);
  out.name = record.name;
  out.level = record.level;
  out.role = row_role_name(record.role);
  out.counted = record.counted;
  out.repeats = record.repeats;
  out.status = status_of(record);
  if (record.money) out.currency = "KRW";
  out.unit_factor = record.unit_factor;
  for (const Figure& value : record.values) {
    if (!out.page) out.page = value.place.page;
  }
  if (!out.page && record.line) out.page = record.line->page;
  if (!out.page && table && !table->pages.empty()) out.page = table->pages.front();
  if (table) {
    out.table = table->id;
    out.row = record.row;
  }
  out.series = series_of(record);
  return out;
}

// Confidence is rounded as in documents/: both must print the same.
LedgerRepair repair_row(const Repair& repair, const std::string& record_id) {
  return {record_id,
          repair.table,
          if_there(repair.row),
          if_there(repair.column),
          repair.rule,
          repair.field,
          repair.before,
          repair.after,
          std::round(repair.confidence * 100) / 100,
          repair.applied};
}

// All but its records, their repairs and its figures. Strings that are empty become NULL in the ledger; what must be there is written
// exactly.
LedgerDocument document_row(const Document& document, const std::vector<Finding>& findings, const std::vector<std::string>& finding_lines,
                            std::string outcomes, const KnownDocument& known) {
  LedgerDocument out;
  out.id = document.id;
  out.path = document.source.path;
  out.paths = paths_json(known.paths);
  out.sha256 = document.source.sha256;
  out.format = format_name(document.source.format);
  out.producer = document.source.producer;
  out.title = document.title;
  out.organization = document.organization;
  out.report_kind = document.report_kind;
  out.report_date = document.report_date;
  out.bytes = document.source.bytes;
  out.pages = document.source.pages;
  out.fiscal_year = document.fiscal_year;
  out.degraded = document.degraded;
  out.edition = known.edition;
  out.supersedes = known.supersedes;
  out.state = known.state;
  out.of = known.of;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& f = findings[i];
    LedgerFinding row;
    row.id = f.id;
    row.kind = finding_kind_name(f.kind);
    row.severity = severity_name(f.severity);
    row.record_ids = list(f.record_ids);
    if (!f.record_ids.empty()) row.first_record = f.record_ids.front();
    row.field = f.field;
    row.printed = f.printed;
    row.computed = f.computed;
    row.tolerance = f.tolerance;
    row.message_ko = f.message_ko;
    row.message_en = f.message_en;
    row.table = f.table;
    row.row = if_there(f.row);
    row.page = f.page;
    if (f.assessed) row.assessed = severity_name(*f.assessed);
    if (f.accepted) {
      row.accepted_by = f.accepted->correction;
      row.accepted_reason = f.accepted->reason;
      row.accepted_author = f.accepted->author;
      row.accepted_date = f.accepted->date;
    }
    if (i < finding_lines.size()) row.line = finding_lines[i];
    out.findings.push_back(std::move(row));
  }
  for (const Repair& repair : document.repairs) out.repairs.push_back(repair_row(repair, {}));
  for (const CorrectionOutcome& c : document.corrections) {
    out.corrections.push_back({c.correction, std::string(correction_state_name(c.state)), c.table, if_there(c.row), if_there(c.column),
                               c.field, c.before, c.after, list(c.record_ids), c.message_ko, c.message_en, c.places});
  }
  out.outcomes = std::move(outcomes);
  return out;
}

void add_record(const Document& document, const Record& record, LedgerDocument& out) {
  out.records.push_back(record_row(document, record));
  for (const Repair& repair : record.repairs) out.repairs.push_back(repair_row(repair, record.id));
}

}  // namespace

LedgerDocument ledger_rows(const Document& document, const std::vector<Record>& records, const std::vector<Finding>& findings,
                           const std::vector<std::string>& finding_lines, std::string outcomes, const KnownDocument& known) {
  LedgerDocument out = document_row(document, findings, finding_lines, std::move(outcomes), known);
  out.records.reserve(records.size());
  for (const Record& record : records) add_record(document, record, out);
  out.figures = figure_rows(document, records);
  return out;
}

// Empty for the usual case of one path, which `path` holds.
std::string paths_json(const std::vector<std::string>& paths) { return paths.empty() ? std::string() : list(paths); }

// Records of lines have no figures: once they are rows nothing is made of them any more.
LedgerDocument ledger_rows(Document document, std::vector<Record> records, const std::vector<Finding>& findings,
                           const KnownDocument& known) {
  document.blocks = {};
  std::vector<std::string> finding_lines;
  for (const Finding& finding : findings) finding_lines.push_back(finding_json(finding));
  LedgerDocument out = document_row(document, findings, finding_lines, outcomes_json(document), known);
  out.records.reserve(records.size());
  for (Record& record : records) {
    add_record(document, record, out);
    if (record.in_table()) continue;
    record = {};
    record.table_index = Record::kNoTable;
  }
  out.figures = figure_rows(document, records);
  return out;
}

std::vector<LedgerType> ledger_types(const std::vector<Profile>& profiles) {
  std::vector<LedgerType> out;
  for (const Profile& profile : profiles) {
    // Several profiles may read tables of one type.
    auto found = std::find_if(out.begin(), out.end(), [&](const LedgerType& type) { return type.name == profile.type; });
    if (found == out.end()) found = out.insert(out.end(), {profile.type, profile.korean, {}});
    LedgerType& type = *found;
    for (const ProfileField& field : profile.fields) {
      const std::string measure(measure_name(field.measure));
      if (std::none_of(type.fields.begin(), type.fields.end(), [&](const LedgerField& known) { return known.name == field.name; })) {
        type.fields.push_back({field.name, field.korean, measure, field.year_before});
      }
    }
  }
  std::erase_if(out, [](const LedgerType& type) { return type.fields.empty(); });
  std::sort(out.begin(), out.end(), [](const LedgerType& a, const LedgerType& b) { return a.name < b.name; });
  return out;
}

}  // namespace jangbu
