// A record with its figures, from the ledger (which documents speak, where their bytes are) and the file of records. A report without pages
// borrows those of its PDF: record ids are made of what a report says, so the same row has the same id there.
//
//   "3ee2ef" → the one record whose id begins so (of several: which) → its line of records/TYPE/DOCUMENT.ndjson → figures with places
#include "jangbu/record_view.h"

#include <algorithm>
#include <optional>

#include "loader/atomic_file.h"
#include "loader/filed_document.h"
#include "loader/filed_records.h"
#include "loader/json_writer.h"
#include "store/ledger_asking.h"
#include "text/hash.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// A cell of the ledger as text; a number or nothing gives none.
std::string text_in(const LedgerCell& cell) {
  return std::holds_alternative<std::string>(cell) ? std::get<std::string>(cell) : std::string();
}

// Rows of a few texts, as they are asked for.
Result<std::vector<std::vector<std::string>>> rows_of(LedgerAsking& ledger, const std::string& sql, const std::vector<LedgerCell>& values) {
  constexpr std::size_t kMost = 100;
  std::vector<std::vector<std::string>> out;
  const Status asked = ledger.ask(sql, values, [&](const auto&, const std::vector<LedgerCell>& cells) {
    std::vector<std::string>& row = out.emplace_back();
    for (const LedgerCell& cell : cells) row.push_back(text_in(cell));
    return out.size() < kMost;
  });
  if (!asked) return asked.forward();
  return out;
}

// What a few letters of an id name.
struct Named {
  std::string record, type, document;
};

Result<Named> record_called(LedgerAsking& ledger, const std::string& id) {
  // The id itself, or all that begin with these letters, as a range of the index: ids are hexadecimal, and g is the letter behind f.
  if (id.empty() || id.find_first_not_of("0123456789abcdef") != std::string::npos)
    return fail(ErrorCode::kPathMissing, id + " is no record_id", "'jangbu audit' and records/ name them");
  const auto rows = rows_of(
      ledger, "SELECT record_id, record_type, document_id FROM record WHERE record_id >= ? AND record_id < ? ORDER BY record_id LIMIT 3",
      {id, id + "g"});
  if (!rows) return rows.forward();
  if (rows->empty()) return fail(ErrorCode::kPathMissing, "there is no record " + id, "'jangbu audit' and records/ name them");
  if (rows->size() > 1 && rows->front()[0] != id)
    return fail(ErrorCode::kPathMissing, "several records begin with " + id, "give more of it");
  return Named{rows->front()[0], rows->front()[1], rows->front()[2]};
}

Unexpected damaged(const fs::path& file) {
  return fail(ErrorCode::kOutputDamaged, file.string() + " is not what jangbu wrote", "run ingest again");
}

// The record as the file of records has it.
Result<FiledRecord> record_in(const fs::path& output, const Named& named) {
  const fs::path file = output / "records" / named.type / (named.document + ".ndjson");
  std::optional<FiledRecord> found;
  const Status read = each_filed_record(file, [&](FiledRecord&& one) {
    if (one.record.id != named.record) return true;
    found = std::move(one);
    return false;
  });
  if (!read) return read.forward();
  if (!found) return damaged(file);
  return std::move(*found);
}

// Its page and boxes: of `record`, which is that of the document itself or of another form of it.
void place(RecordView& view, const Record& record) {
  view.page.reset();
  for (ViewedFigure& figure : view.figures) {
    figure.box.reset();
    const Figure* value = record.find(figure.field);
    if (!value || !value->place.page) continue;
    if (!view.page) view.page = value->place.page;
    if (view.page == value->place.page) figure.box = value->place.bbox;
  }
  if (std::none_of(view.figures.begin(), view.figures.end(), [](const ViewedFigure& figure) { return figure.box.has_value(); }))
    view.page.reset();
}

// Where the bytes of a document were read from.
Status find_source(LedgerAsking& ledger, const std::string& document, RecordView& view) {
  const auto rows = rows_of(
      ledger,
      "SELECT CAST(i.location AS TEXT), i.path, i.sha256 FROM _input i WHERE i.document_id = ? AND i.code IS NULL ORDER BY i.path LIMIT 1",
      {document});
  if (!rows) return rows.forward();
  if (rows->empty()) return Done{};
  view.location = rows->front()[0];
  view.pictured = rows->front()[1];
  view.sha256 = rows->front()[2];
  return Done{};
}

// Another form of the same report that has pages and the same record: ids are those of what a report says, whatever its form.
Status look_in_renditions(LedgerAsking& ledger, const fs::path& output, RecordView& view) {
  const auto others =
      rows_of(ledger, "SELECT document_id FROM document WHERE \"of\" = ? AND state = 'rendition' AND format = 'pdf' ORDER BY document_id",
              {view.document_id});
  if (!others) return others.forward();
  for (const auto& other : *others) {
    const auto content = read_file(output / "documents" / (other[0] + ".json"), kLargestOwnFile);
    if (!content) continue;
    const auto filed = FiledDocument::parse(*content, other[0]);
    if (!filed) continue;
    for (const Record& record : filed->records()) {
      if (record.id != view.record_id) continue;
      place(view, record);
      if (view.page) return find_source(ledger, other[0], view);
    }
  }
  return Done{};
}

}  // namespace

Result<RecordView> view_record(const fs::path& output, const std::string& id, const std::string& field) {
  auto ledger = LedgerAsking::open(output);
  if (!ledger) return ledger.forward();
  const auto named = record_called(*ledger, id);
  if (!named) return named.forward();
  const auto filed = record_in(output, *named);
  if (!filed) return filed.forward();
  const Record& record = filed->record;
  RecordView view;
  view.record_id = named->record;
  view.record_type = named->type;
  view.document_id = named->document;
  view.organization = record.organization;
  view.as_of = record.as_of;
  view.name = record.name;
  if (record.money) view.currency = "KRW";
  view.labels = record.path;
  view.path = filed->path;
  view.table = filed->table;
  if (filed->row) view.row = *filed->row;
  for (const Figure& value : record.values) {
    if (field.empty() || field == value.field) view.figures.push_back({value.field, value.place.text, value_json(value), {}});
  }
  if (!field.empty() && view.figures.empty())
    return fail(ErrorCode::kPathMissing, "the record has no field " + field, "leave out --field to see those that it has");
  place(view, record);
  const Status found = view.page ? find_source(*ledger, view.document_id, view) : look_in_renditions(*ledger, output, view);
  if (!found) return found.forward();
  return view;
}

Result<std::string> picture_of(const RecordView& record, const InspectOptions& options) {
  if (!record.page)
    return fail(ErrorCode::kPageMissing, "no page prints the record: its file has none", "give 'jangbu ingest' the PDF of the report too");
  if (record.location.empty())
    return fail(ErrorCode::kPathMissing, "where the document was read from is not known", "run 'jangbu ingest' over its folder");
  const auto bytes = read_file(record.location, options.limits.file_bytes);
  if (!bytes) return bytes.forward();
  if (sha256_hex(std::string_view(*bytes)) != record.sha256)
    return fail(ErrorCode::kFileDamaged, "the source file has changed since it was read", "run 'jangbu ingest' again");
  InspectOptions drawn = options;
  drawn.form = InspectForm::kPage;
  drawn.page = *record.page;
  drawn.marked.clear();
  for (const ViewedFigure& figure : record.figures) {
    if (figure.box) drawn.marked.push_back(*figure.box);
  }
  return inspect(*bytes, drawn);
}

}  // namespace jangbu
