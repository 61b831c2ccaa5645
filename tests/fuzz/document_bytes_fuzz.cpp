// What a child answers may be anything: a Document that holds what later stages rely on, or an error.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/document_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  jangbu::Limits limits;
  limits.reader_bytes = 64u << 20;
  const auto document = jangbu::document_from(bytes, limits);
  if (!document) {
    if (document.error().message.empty()) std::abort();
  } else {
    for (const jangbu::Table& table : document->tables) {
      for (const jangbu::Cell& cell : table.cells) {
        if (cell.row < 0 || cell.row + cell.row_span > table.rows || cell.column < 0 || cell.column + cell.column_span > table.columns)
          std::abort();
      }
    }
    // What was let in is written the same way again, except for numbers that were padded.
    const std::string packed = jangbu::document_bytes(*document);
    if (packed.size() > size || !jangbu::document_from(packed, limits)) std::abort();
  }
  if (const auto processed = jangbu::processed_from(bytes, "0123456789", limits)) {
    // Its name becomes that of a file.
    const std::string& id = processed->document.id;
    if (id.empty() || id.front() == '.' || id.find('/') != std::string::npos || !id.ends_with("01234567")) std::abort();
    for (const jangbu::Record& record : processed->records) {
      if (!jangbu::is_record_type(record.type)) std::abort();
    }
  }
  if (jangbu::error_from(bytes).message.size() > 1000) std::abort();
  return 0;
}
