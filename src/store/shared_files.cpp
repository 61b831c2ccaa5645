// One row a file. PostgreSQL compresses what is long.
#include "store/shared_files.h"

#include "store/sqlite_error.h"

namespace jangbu {

Status SharedFiles::put(const std::string& id, std::string_view json) {
  return guarded<Done>(name_, [&] {
    SqlStatement put(*database_, "INSERT INTO files (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json");
    put.bind(1, id);
    put.bind_bytes(2, json);
    put.exec();
    return Done{};
  });
}

Result<std::string> SharedFiles::get(const std::string& id) {
  return guarded<std::string>(name_, [&]() -> Result<std::string> {
    SqlStatement row(*database_, "SELECT json FROM files WHERE id = ?");
    row.bind(1, id);
    if (!row.executeStep()) return fail(ErrorCode::kOutputDamaged, name_ + " has no file of " + id, "read the document again with --force");
    return row.getColumn(0).getString();
  });
}

Status SharedFiles::forget(const std::string& id) {
  return guarded<Done>(name_, [&] {
    SqlStatement forget(*database_, "DELETE FROM files WHERE id = ?");
    forget.bind(1, id);
    forget.exec();
    return Done{};
  });
}

}  // namespace jangbu
