// A record with its figures, from the ledger (which documents speak, where their bytes are) and the file of records. A report without pages
// borrows those of its PDF: record ids are made of what a report says, so the same row has the same id there.
#include "jangbu/record_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "loader/atomic_file.h"
#include "store/ledger_asking.h"
#include "text/hash.h"
#include "text/json_text.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

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

struct Named {
  std::string record, type, document;
};

Result<Named> record_called(LedgerAsking& ledger, const std::string& id) {
  // The id itself, or what begins with it: GLOB takes none of its signs, since ids are hexadecimal.
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
Result<Json> record_in(const fs::path& output, const Named& named) {
  const fs::path file = output / "records" / named.type / (named.document + ".ndjson");
  const auto content = read_file(file, kLargestOwnFile);
  if (!content) return content.forward();
  for (std::size_t from = 0; from < content->size();) {
    const std::size_t end = std::min(content->find('\n', from), content->size());
    const std::string_view line = std::string_view(*content).substr(from, end - from);
    from = end + 1;
    if (line.find(named.record) == std::string_view::npos) continue;
    Json record = json_if_any<Json>(line);
    if (record.is_object() && record.contains("record_id") && record["record_id"] == named.record) return record;
  }
  return damaged(file);
}

std::optional<Box> box_in(const Json& cell) {
  const auto box = cell.find("bbox");
  if (box == cell.end() || !box->is_array() || box->size() != 4) return std::nullopt;
  for (const Json& number : *box) {
    if (!number.is_number()) return std::nullopt;
  }
  return Box{(*box)[0], (*box)[1], (*box)[2], (*box)[3]};
}

// Its page and boxes: of `record`, which is that of the document itself or of another form of it.
void place(RecordView& view, const Json& record) {
  view.page.reset();
  const auto cells = record.find("cells");
  if (cells == record.end() || !cells->is_object()) return;
  for (ViewedFigure& figure : view.figures) {
    figure.box.reset();
    const auto cell = cells->find(figure.field);
    if (cell == cells->end() || !cell->is_object()) continue;
    const auto page = cell->find("page");
    if (page == cell->end() || !page->is_number_integer()) continue;
    if (!view.page) view.page = page->get<int>();
    if (*view.page == page->get<int>()) figure.box = box_in(*cell);
  }
  if (std::none_of(view.figures.begin(), view.figures.end(), [](const ViewedFigure& figure) { return figure.box.has_value(); }))
    view.page.reset();
}

std::string string_in(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
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
    const Json document = json_if_any<Json>(*content);
    const auto records = document.is_object() ? document.find("records") : document.end();
    if (!document.is_object() || records == document.end() || !records->is_array()) continue;
    for (const Json& record : *records) {
      if (!record.is_object() || string_in(record, "record_id") != view.record_id) continue;
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
  const auto record = record_in(output, *named);
  if (!record) return record.forward();
  RecordView view;
  view.record_id = named->record;
  view.record_type = named->type;
  view.document_id = named->document;
  view.organization = string_in(*record, "organization");
  view.as_of = string_in(*record, "as_of");
  view.name = string_in(*record, "name");
  view.currency = string_in(*record, "currency");
  if (const auto path = record->find("path"); path != record->end() && path->is_array()) {
    for (const Json& label : *path) {
      if (label.is_string()) view.labels.push_back(label.get<std::string>());
    }
  }
  if (const auto source = record->find("source"); source != record->end() && source->is_object()) {
    view.path = string_in(*source, "path");
    view.table = string_in(*source, "table");
    if (const auto row = source->find("row"); row != source->end() && row->is_number_integer()) view.row = row->get<int>();
  }
  const auto cells = record->find("cells"), values = record->find("values");
  if (cells != record->end() && cells->is_object()) {
    for (const auto& [name, cell] : cells->items()) {
      if (!cell.is_object() || (!field.empty() && field != name)) continue;
      ViewedFigure& figure = view.figures.emplace_back();
      figure.field = name;
      figure.text = string_in(cell, "text");
      if (values != record->end() && values->is_object() && values->contains(name)) figure.value = json_text((*values)[name]);
    }
  }
  if (!field.empty() && view.figures.empty())
    return fail(ErrorCode::kPathMissing, "the record has no field " + field, "leave out --field to see those that it has");
  place(view, *record);
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
