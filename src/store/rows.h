// Rows of the state file as structs, and back. One list of columns for each, in one order for reading and for writing.
//
// A row names its making by number: queries select kInputRows and kDocumentRows, which put its texts at the end.
#pragma once

#include <cstdint>

#include "store/known.h"
#include "store/sql.h"

namespace jangbu {

extern const char* const kInputColumns;
extern const char* const kDocumentColumns;
extern const char* const kInputRows;     // "SELECT … FROM inputs …": a WHERE may follow
extern const char* const kDocumentRows;  // the same of documents

KnownInput input_in(SqlStatement& row);
KnownDocument document_in(SqlStatement& row);

// Bind all columns, in order, from the first parameter on.
void bind_input(SqlStatement& statement, const KnownInput& input, std::int64_t making);
void bind_document(SqlStatement& statement, const KnownDocument& document, std::int64_t making);

}  // namespace jangbu
