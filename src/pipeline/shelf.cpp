// Putting a document on the shelf and taking it away: each operation writes file, records, ledger and state in that order (shelf.h says
// why). The mutex guards ledger and state, which readers in several threads share; files are written outside of it, since each document has
// its own. Hard case: standing changes (another edition came) without the document being read again: only what depends on it is written.
#include "pipeline/shelf.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "loader/atomic_file.h"
#include "loader/standing.h"
#include "pipeline/ledger_rows.h"
#include "records/identity.h"
#include "text/hash.h"
#include "text/json_text.h"

namespace jangbu {
namespace fs = std::filesystem;

namespace {

// Places of records by type, in the order of their ids; where two have one id, their lines decide.
std::map<std::string, std::vector<std::size_t>> places_by_type(const RecordLines& lines) {
  std::map<std::string, std::vector<std::size_t>> out;
  for (std::size_t i = 0; i < lines.records.size(); ++i) out[lines.records[i].type].push_back(i);
  for (auto& [type, places] : out) {
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      const int order = lines.records[a].id.compare(lines.records[b].id);
      return order != 0 ? order < 0 : a != b && lines.line(a) < lines.line(b);
    });
  }
  return out;
}

}  // namespace

// Only a document that speaks has records in records/; files of types that it has no more are removed.
Status write_record_files(const fs::path& output, const RecordLines& lines, KnownDocument& known) {
  std::vector<KnownRecordsFile> files;
  if (known.state == DocumentState::kIngested) {
    for (const auto& [type, places] : places_by_type(lines)) {
      const fs::path path = output / records_file(type, known.id);
      std::error_code error;
      fs::create_directories(path.parent_path(), error);
      auto file = AtomicFile::begin(path);
      if (!file) return file.forward();
      for (const std::size_t place : places) {
        if (Status status = file->append(lines.line(place) + "\n"); !status) return status;
      }
      if (Status status = file->commit(); !status) return status;
      files.push_back({type, stamp_of(path).value_or(FileStamp{})});
    }
  }
  for (const KnownRecordsFile& old : known.record_files) {
    if (std::any_of(files.begin(), files.end(), [&](const KnownRecordsFile& file) { return file.type == old.type; })) continue;
    std::error_code error;
    fs::remove(output / records_file(old.type, known.id), error);
  }
  known.record_files = std::move(files);
  return Done{};
}

// The hash and the stamp of what was written tell later whether another hand changed the file.
Status write_document(const Shelf& shelf, const std::function<void(const TakeText&)>& write, KnownDocument& known) {
  const fs::path path = document_path(shelf.output, known.id);
  auto file = AtomicFile::begin(path);
  if (!file) return file.forward();
  Sha256 hash;
  Status written = Done{};
  write([&](std::string_view piece) {
    hash.add(piece);
    if (written) written = file->append(piece);
  });
  if (written) written = file->commit();
  if (!written) return written;
  known.file_sha256 = hash.hex();
  known.file = stamp_of(path).value_or(FileStamp{});
  return Done{};
}

namespace {

Status write_document(const Shelf& shelf, std::string_view json, KnownDocument& known) {
  if (shelf.files) {
    known.file_sha256 = sha256_hex(json);
    return shelf.files->put(known.id, json);
  }
  return write_document(
      shelf, [&](const TakeText& take) { take(json); }, known);
}

Result<std::string> document_file(const Shelf& shelf, const std::string& id) {
  return shelf.files ? shelf.files->get(id) : read_file(document_path(shelf.output, id), kLargestOwnFile);
}

// In PostgreSQL there are none: they are for who has no ledger to ask.
Status write_record_files(const Shelf& shelf, const FiledDocument& filed, KnownDocument& known) {
  if (shelf.files) return Done{};
  const std::vector<std::string> lines = filed.record_lines();
  return write_record_files(shelf.output, {filed.records(), [&](std::size_t place) { return lines[place]; }}, known);
}

LedgerDocument rows_of(const FiledDocument& filed, const KnownDocument& known) {
  return ledger_rows(filed.document(), filed.records(), filed.findings(), filed.finding_lines(), filed.outcomes(), known);
}

// Names of the offices and years that the document's records are of, as the ledger has it.
Result<std::vector<std::string>> years_of(Shelf& shelf, const std::string& id) {
  const auto years = shelf.ledger.office_years(id);
  if (!years) return years.forward();
  std::vector<std::string> out;
  for (const auto& year : *years) out.push_back(office_year_name(year));
  return out;
}

}  // namespace

// Years that it is of no more are due before the ledger forgets them, and those that it is of once both know it.
Status put_in_ledger(Shelf& shelf, const LedgerDocument& rows, const KnownDocument& known) {
  const auto before = years_of(shelf, known.id);
  if (!before) return before.forward();
  if (!before->empty()) {
    if (Status status = shelf.state.make_due("years", *before); !status) return status;
  }
  if (Status status = shelf.ledger.keep(rows); !status) return status;
  const auto now = years_of(shelf, known.id);
  if (!now) return now.forward();
  return shelf.state.keep(known, shelf.ledger.sequence(), *now);
}

// The separator stands in no name of an office.
std::string office_year_name(const Ledger::OfficeYear& of) { return of.first + "\x1f" + std::to_string(of.second); }

Ledger::OfficeYear office_year_named(const std::string& name) {
  const std::size_t at = name.rfind('\x1f');
  return {name.substr(0, at), at == std::string::npos ? 0 : std::atoi(name.c_str() + at + 1)};
}

fs::path document_path(const fs::path& output, const std::string& id) { return output / "documents" / (id + ".json"); }

Status shelve(Shelf& shelf, const FiledDocument& filed, KnownDocument& known) {
  if (Status status = write_document(shelf, filed.json(), known); !status) return status;
  if (Status status = write_record_files(shelf, filed, known); !status) return status;
  const LedgerDocument rows = rows_of(filed, known);
  const std::lock_guard lock(shelf.mutex);
  return put_in_ledger(shelf, rows, known);
}

// What the state knows of a document, from the document's own file. The report's key is that of the uncorrected cover: a correction of the
// date must not make another report of it.
KnownDocument known_from(const FiledDocument& filed) {
  KnownDocument known;
  const Document& document = filed.document();
  known.id = document.id;
  known.report = report_key(filed.uncorrected_cover());
  known.path = document.source.path;
  known.sha256 = document.source.sha256;
  known.format = format_name(document.source.format);
  known.paths = filed.paths();
  known.dated = document.metadata.modified;
  known.edition = filed.edition().number;
  known.supersedes = filed.edition().supersedes;
  known.records = filed.records().size();
  known.findings = filed.findings().size();
  return known;
}

Result<FiledDocument> filed(const Shelf& shelf, const std::string& id) {
  const auto content = document_file(shelf, id);
  if (!content) return content.forward();
  return FiledDocument::parse(*content, document_path(shelf.output, id).string());
}

// After a change to the file's own content (findings, judgement); years are not made due again, as records are as they were.
Status reshelve(Shelf& shelf, const FiledDocument& filed, KnownDocument& known) {
  known.records = filed.records().size();
  known.findings = filed.findings().size();
  if (Status status = write_document(shelf, filed.json(), known); !status) return status;
  if (Status status = write_record_files(shelf, filed, known); !status) return status;
  const std::lock_guard lock(shelf.mutex);
  if (Status status = shelf.ledger.keep(rows_of(filed, known)); !status) return status;
  return shelf.state.put_standing(known, shelf.ledger.sequence());
}

// `in_its_file`: edition or paths changed, which the document's file tells; state and `of` are told by the ledger only.
Status put_standing(Shelf& shelf, KnownDocument& known, bool in_its_file) {
  const bool speaks = known.state == DocumentState::kIngested;
  // It begins or ceases to speak: its files of records come or go.
  const bool other_records = !shelf.files && (speaks ? known.record_files.empty() && known.records > 0 : !known.record_files.empty());
  if (in_its_file) {
    auto json = document_file(shelf, known.id);
    if (!json) return json.forward();
    json = with_standing(std::move(*json), {known.edition, known.supersedes}, known.paths, document_path(shelf.output, known.id).string());
    if (!json) return json.forward();
    if (Status status = write_document(shelf, *json, known); !status) return status;
  }
  if (other_records) {
    if (speaks) {
      const auto own = filed(shelf, known.id);
      if (!own) return own.forward();
      if (Status status = write_record_files(shelf, *own, known); !status) return status;
    } else if (Status status = write_record_files(shelf.output, {}, known); !status) {
      return status;
    }
  }
  const std::lock_guard lock(shelf.mutex);
  if (Status status = shelf.ledger.put_standing(known.id, known.state, known.of, known.edition, known.supersedes, paths_json(known.paths));
      !status)
    return status;
  return shelf.state.put_standing(known, shelf.ledger.sequence());
}

// The file goes first: a kill in between leaves a document without a file, which is forgotten when stock is taken.
Status remove_document(Shelf& shelf, const std::string& id) {
  const auto known = shelf.state.document(id);
  if (!known) return known.forward();
  if (shelf.files) {
    if (Status status = shelf.files->forget(id); !status) return status;
  } else {
    std::error_code error;
    fs::remove(document_path(shelf.output, id), error);
  }
  if (*known) {
    KnownDocument gone = **known;
    gone.state = DocumentState::kSuperseded;
    if (Status status = write_record_files(shelf.output, {}, gone); !status) return status;
  }
  const std::lock_guard lock(shelf.mutex);
  const auto years = years_of(shelf, id);
  if (!years) return years.forward();
  if (Status status = shelf.state.make_due("years", *years); !status) return status;
  if (Status status = shelf.ledger.forget(id); !status) return status;
  return shelf.state.forget_document(id, shelf.ledger.sequence(), *years);
}

// An input without an error has no attempts to tell.
LedgerInput ledger_input(const KnownInput& input) {
  LedgerInput out{input.location, input.shown, input.sha256, input.document, std::nullopt, {}, {}, {}, {}, 0};
  if (!input.error) return out;
  out.code = static_cast<int>(input.error->code);
  out.error = error_name(input.error->code);
  out.message = input.error->message;
  out.advice = input.error->advice;
  out.since = input.since;
  out.attempts = input.attempts;
  return out;
}

Status put_input(Shelf& shelf, const KnownInput& input) {
  const std::lock_guard lock(shelf.mutex);
  if (Status status = shelf.ledger.put_input(ledger_input(input)); !status) return status;
  return shelf.state.put_input(input);
}

KnownInput failed_input(const QuarantineEntry& entry, std::string location) {
  KnownInput out;
  out.location = std::move(location);
  out.shown = entry.path;
  out.sha256 = entry.sha256;
  out.error = Error{static_cast<ErrorCode>(entry.code), entry.message, entry.advice};
  out.since = entry.since;
  out.attempts = entry.attempts;
  return out;
}

Status forget_input(Shelf& shelf, const std::string& location, const std::string& shown) {
  const std::lock_guard lock(shelf.mutex);
  if (Status status = shelf.ledger.forget_input(location); !status) return status;
  return shelf.state.forget_input(location, shown);
}

}  // namespace jangbu
