// One document from bytes to records and findings: the order of all stages.
// Ids are given before repairs of names and before corrections, since they must come from what the source says and not from what we made of
// it. Corrections are replayed on the document as it was normalized, and the reading is done again from there (with_corrections.h).
//
//   bytes ─ read_document() ─▶ Document ─ normalize() ─ map_records() ─ names, ids ─ repairs ─ audit() ─ lines ─ corrections ─ count_once()
#include "reading/process.h"

#include <utility>

#include "audit/audit.h"
#include "model/without_exceptions.h"
#include "normalize/normalize.h"
#include "reading/read_document.h"
#include "reading/with_corrections.h"
#include "records/counting.h"
#include "records/identity.h"
#include "records/line_records.h"
#include "records/mapper.h"
#include "records/repairs.h"
#include "records/table_projects.h"

namespace jangbu {

std::vector<Record> read_table_records(Document& document, const std::string& report, const Toolbox& tools) {
  std::vector<Record> records = map_records(document, tools.profiles, tools.lexicon);
  // Names, figures, labels: figures first, as the amounts beside two labels tell which of them is damaged.
  name_tables(document);
  name_records(document, report, records);
  repair_figures(document, records, tools.profiles);
  repair_names(document, records, tools.profiles);
  return records;
}

Result<Processed> understand(Document read, const Toolbox& tools) {
  // Exceptions of libraries end here.
  return without_exceptions<Processed>([&]() -> Result<Processed> {
    Processed out{std::move(read), {}, {}, {}, {}};
    Document& document = out.document;
    normalize(document);
    name_document(document);
    out.report = report_key(document);
    std::optional<Document> normalized;  // reading records changes the document
    if (!tools.corrections.empty()) normalized = document;
    out.records = read_table_records(document, out.report, tools);
    out.findings = audit(document, out.records, tools.profiles);
    // Lines come after the audit: they have no columns to add up.
    std::vector<Record> lines = read_line_records(document, tools.profiles, out.report);
    put_before(std::exchange(out.records, {}), lines);
    out.records = std::move(lines);
    name_projects(document, tools.profiles, tools.lexicon, out.records);
    for (const Record& record : out.records) out.addressed.push_back(record.id);
    if (normalized) out = with_corrections(*normalized, std::move(out), tools);
    count_once(out.records, tools.profiles);
    return out;
  });
}

// The name belongs to the source before anything is understood: titles may come from it.
Result<Document> read_named(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools,
                            const std::function<void()>& page_read) {
  auto read = read_document(
      bytes, tools.limits, tools.password, [&] { return Result<const Lexicon*>(&tools.lexicon); }, nullptr, page_read);
  if (!read) return read;
  read->source.path = path;
  read->source.sha256 = sha256;
  return read;
}

Result<Processed> process(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools) {
  auto read = read_named(bytes, path, sha256, tools);
  if (!read) return read.forward();
  return understand(std::move(*read), tools);
}

}  // namespace jangbu
