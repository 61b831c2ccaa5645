// Rows of the state file as structs, and back. One list of columns for each, in one order for reading and for writing.
#pragma once

#include <SQLiteCpp/Statement.h>

#include "store/known.h"

namespace jangbu {

extern const char* const kInputColumns;
extern const char* const kDocumentColumns;

KnownInput input_in(SQLite::Statement& row);
KnownDocument document_in(SQLite::Statement& row);

// Bind all columns, in order, from the first parameter on.
void bind_input(SQLite::Statement& statement, const KnownInput& input);
void bind_document(SQLite::Statement& statement, const KnownDocument& document);

}  // namespace jangbu
