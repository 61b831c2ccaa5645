// Documents, questions and errors as bytes between a reader and its parent, and the checks of what comes back.
// The bytes are from a process that a hostile file may have taken over. So everything is checked that later code takes for granted:
// indices, places, sizes, names that become file names. What passes may be wrong about the report, but cannot lead out of the arrays or out
// of the output folder.
//
//   version, Processed ─ Packer ─▶ bytes ─ socket ─▶ Unpacker ─▶ check() ─▶ Processed
#include "reading/document_bytes.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_set>

#include "reading/document_fields.h"
#include "reading/packing.h"

namespace jangbu {
namespace {

Unexpected garbled(const std::string& why) {
  return fail(ErrorCode::kReaderGarbled, "the reader's answer cannot be followed: " + why,
              "please report it, with the document if you may");
}

// The names of a document's tables: before it is understood a table is called by its index, then by its id.
class TableNames {
 public:
  explicit TableNames(const Document& document) : count_(document.tables.size()) {
    for (const Table& table : document.tables) ids_.insert(table.id);
  }
  bool has(const std::string& name) const {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    return (error == std::errc() && end == name.data() + name.size() && index < count_) || (!name.empty() && ids_.contains(name));
  }

 private:
  std::size_t count_;
  std::unordered_set<std::string_view> ids_;
};

// Pages count from 1.
bool page_holds(const std::optional<int>& page, const Limits& limits) { return !page || (*page >= 1 && *page <= limits.pages); }

// `places`: over all tables so far. A table of few cells may claim a billion places.
Status check_table(const Table& table, const TableNames& names, const Limits& limits, std::uint64_t& places) {
  if (table.rows < 0 || table.columns < 0 || table.header_rows < 0 || table.header_rows > table.rows)
    return garbled("a table of impossible size");
  places += static_cast<std::uint64_t>(table.rows) * static_cast<std::uint64_t>(table.columns);
  // Later stages lay tables out place by place.
  if (places > limits.cells)
    return fail(ErrorCode::kLimitCells, "more than " + std::to_string(limits.cells) + " places in the document's tables");
  for (const int page : table.pages) {
    if (!page_holds(page, limits)) return garbled("a page that cannot be");
  }
  for (const Cell& cell : table.cells) {
    // Written with differences, since sums of hostile numbers may overflow.
    const bool inside = cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1 && cell.row < table.rows &&
                        cell.column < table.columns && cell.row_span <= table.rows - cell.row &&
                        cell.column_span <= table.columns - cell.column;
    if (!inside) return garbled("a cell outside of its table");
    if (!page_holds(cell.page, limits)) return garbled("a page that cannot be");
    for (const std::string& inner : cell.tables) {
      if (!names.has(inner)) return garbled("a table in a cell that is not there");
    }
  }
  return Done{};
}

Status check(const Document& document, const Limits& limits) {
  std::uint64_t cells = 0, places = 0;
  const TableNames names(document);
  for (const Table& table : document.tables) {
    cells += table.cells.size();
    if (Status status = check_table(table, names, limits, places); !status) return status;
  }
  if (cells > limits.cells) return fail(ErrorCode::kLimitCells, "more than " + std::to_string(limits.cells) + " cells in the document");
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::kTable && block.table >= document.tables.size()) return garbled("a table in the text that is not there");
    if (!page_holds(block.paragraph.page, limits)) return garbled("a page that cannot be");
  }
  for (const Repair& repair : document.repairs) {
    if (!repair.table.empty() && !names.has(repair.table)) return garbled("a repair in a table that is not there");
  }
  return Done{};
}

// The id becomes the name of a file: it may name nothing but a file in one folder, and no document of other bytes.
bool is_id_of(const std::string& id, const std::string& sha256) {
  constexpr std::size_t kLongest = 240;  // bytes, so that an ending fits too
  return !id.empty() && id.size() <= kLongest && id.front() != '.' && id.find_first_of(std::string_view("/\0", 2)) == std::string::npos &&
         id.ends_with(sha256.substr(0, 8));
}

// Records and findings must be of this document: their ids would else reach into another one's.
Status check(const Processed& processed, const std::string& sha256, const Limits& limits) {
  const Document& document = processed.document;
  if (Status status = check(document, limits); !status) return status;
  if (!is_id_of(document.id, sha256)) return garbled("a document of a name that no document has");
  std::vector<std::size_t> rows(document.tables.size());  // records of each table: what a parent is counted among
  for (const Record& record : processed.records) {
    if (record.in_table() && record.table_index >= document.tables.size()) return garbled("a record from a table that is not there");
    if (record.in_table()) ++rows[record.table_index];
  }
  for (const Record& record : processed.records) {
    if (!is_record_type(record.type)) return garbled("a record of a type that cannot be");
    if (record.document_id != document.id) return garbled("a record of another document");
    const std::size_t siblings = record.in_table() ? rows[record.table_index] : 0;
    if (record.parent && (*record.parent < 0 || static_cast<std::size_t>(*record.parent) >= siblings))
      return garbled("a record below one that is not there");
    if (record.line && record.line->above && *record.line->above >= processed.records.size())
      return garbled("a line below one that is not there");
  }
  for (const Finding& finding : processed.findings) {
    if (finding.document_id != document.id) return garbled("a finding of another document");
  }
  return Done{};
}

// For a terminal and a line of JSON: control characters are blanks, and a long message ends early.
std::string tamed(std::string text) {
  constexpr std::size_t kLongest = 1000;  // bytes
  if (text.size() > kLongest) {
    text.resize(kLongest);
    while (!text.empty() && !is_valid_utf8(text)) text.pop_back();
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

}  // namespace

std::string document_bytes(const Document& document) {
  Packer packer;
  // The version stands first, so that it can be read whatever follows.
  packer(kDocumentBytesVersion, document);
  return packer.take();
}

// Unpacked within a bound of memory, then checked: unpacking alone promises only that the types are well formed.
Result<Document> document_from(std::string_view bytes, const Limits& limits) {
  Unpacker unpacker(bytes, limits.reader_bytes, limits.nesting);
  int version = 0;
  unpacker(version);
  if (version != kDocumentBytesVersion) return garbled("another version");
  Document document;
  unpacker(document);
  if (Status status = unpacker.finish(); !status) return status.forward();
  if (Status status = check(document, limits); !status) return status.forward();
  return document;
}

std::string processed_bytes(const Processed& processed) {
  Packer packer;
  packer(kDocumentBytesVersion, processed);
  return packer.take();
}

void processed_bytes(const Processed& processed, const std::function<void(std::string_view)>& take) {
  Packer packer(take);
  packer(kDocumentBytesVersion, processed);
  packer.finish();
}

// Packing is fast: once more costs less than to keep what was packed.
std::uint64_t processed_size(const Processed& processed) {
  std::uint64_t size = 0;
  processed_bytes(processed, [&](std::string_view piece) { size += piece.size(); });
  return size;
}

Result<Processed> processed_from(std::string_view bytes, const std::string& sha256, const Limits& limits,
                                 const std::function<void(std::size_t left)>& passed) {
  Unpacker unpacker(bytes, limits.reader_bytes, limits.nesting, Unpacker::Texts::kUtf8, passed);
  int version = 0;
  unpacker(version);
  if (version != kDocumentBytesVersion) return garbled("another version");
  Processed processed;
  unpacker(processed);
  if (Status status = unpacker.finish(); !status) return status.forward();
  if (Status status = check(processed, sha256, limits); !status) return status.forward();
  return processed;
}

std::string question_bytes(const Question& question) {
  Packer packer;
  packer(question);
  return packer.take();
}

// Paths of files may be any bytes.
Result<Question> question_from(std::string_view bytes) {
  Unpacker unpacker(bytes, bytes.size(), 0, Unpacker::Texts::kAnyBytes);
  Question question;
  unpacker(question);
  if (Status status = unpacker.finish(); !status) return status.forward();
  return question;
}

std::string readiness_bytes(const Readiness& readiness) {
  Packer packer;
  packer(readiness);
  return packer.take();
}

// Texts of a child are shown to people: control characters are taken out.
Result<Readiness> readiness_from(std::string_view bytes) {
  Unpacker unpacker(bytes, bytes.size(), 0);
  Readiness readiness;
  unpacker(readiness);
  if (Status status = unpacker.finish(); !status) return status.forward();
  readiness.missing = tamed(std::move(readiness.missing));
  return readiness;
}

std::string error_bytes(const Error& error) {
  Packer packer;
  packer(static_cast<int>(error.code), error.message, error.advice);
  return packer.take();
}

// Only codes that a reader may give: kInterrupted would look as if a person had stopped the run.
Error error_from(std::string_view bytes) {
  Unpacker unpacker(bytes, bytes.size(), 0);
  int number = 0;
  Error error;
  unpacker(number, error.message, error.advice);
  if (Status status = unpacker.finish(); !status) return status.error();
  error.code = static_cast<ErrorCode>(number);
  const bool known = error.code == ErrorCode::kInternal || error_name(error.code) != error_name(ErrorCode::kInternal);
  if (!known || error.code == ErrorCode::kInterrupted) return garbled("an unknown error").error;
  error.message = tamed(std::move(error.message));
  error.advice = tamed(std::move(error.advice));
  return error;
}

std::string options_bytes(const ReadingOptions& options) {
  Packer packer;
  packer(kDocumentBytesVersion, options);
  return packer.take();
}

Result<ReadingOptions> options_from(std::string_view bytes) {
  // From the parent, whose passwords may be any bytes.
  Unpacker unpacker(bytes, std::numeric_limits<std::uint64_t>::max(), 0, Unpacker::Texts::kAnyBytes);
  int version = 0;
  ReadingOptions options;
  unpacker(version, options);
  if (Status status = unpacker.finish(); !status) return status.forward();
  if (version != kDocumentBytesVersion) return garbled("another version");
  return options;
}

}  // namespace jangbu
