// SQL of an SQLite file.
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>

#include "store/sql.h"

namespace jangbu {

std::unique_ptr<SqlDatabase> sql_of(std::unique_ptr<SQLite::Database> file);

}  // namespace jangbu
