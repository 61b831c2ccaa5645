// What SQLite throws, as an error of ours: the one place that tells a full disk from a broken file.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <string>

#include "jangbu/result.h"

namespace jangbu {

Unexpected sqlite_failure(const std::string& file, const SQLite::Exception& error);

}  // namespace jangbu
