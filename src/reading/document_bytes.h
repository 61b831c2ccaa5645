// What goes between a reader in a child process and its parent, as bytes: options in, a Document or an Error out.
//
// A Document comes back as it was, whatever its fields hold, as long as its texts are UTF-8 and its reals are numbers, as every
// extractor's are. Both ends are of one build: the version is checked, not bridged.
#pragma once

#include <string>
#include <string_view>

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "reading/document_reader.h"

namespace jangbu {

// Changes whenever a field does.
inline constexpr int kDocumentBytesVersion = 1;

std::string document_bytes(const Document& document);

// Refuses what a reader within `limits` cannot have read: cells outside of their table, tables that are not there, more cells, pages
// or nesting than allowed, more than `reader_bytes` of memory. Errors: reader_garbled, limit_cells, limit_memory.
Result<Document> document_from(std::string_view bytes, const Limits& limits);

std::string error_bytes(const Error& error);
// An unknown code is `reader_garbled`; messages are cut to a few lines, without control characters.
Error error_from(std::string_view bytes);

std::string options_bytes(const ReadingOptions& options);
Result<ReadingOptions> options_from(std::string_view bytes);

}  // namespace jangbu
