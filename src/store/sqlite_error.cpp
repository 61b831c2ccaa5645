// SQLite's result codes → our errors: a broken file can be made anew, a full disk cannot.
#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace jangbu {

// The message names the file: there are two databases in an output folder.
Unexpected sqlite_failure(const std::string& file, const SQLite::Exception& error) {
  const std::string why = file + ": " + error.what();
  switch (error.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return fail(ErrorCode::kStateDamaged, why, "run again: it is made anew");
    case SQLITE_FULL: return fail(ErrorCode::kOutputNotWritable, "cannot write " + why, "free some disk space and run again");
    default:
      return fail(ErrorCode::kOutputNotWritable, "cannot use " + why, "check that the output folder may be written to, and its disk");
  }
}

}  // namespace jangbu
