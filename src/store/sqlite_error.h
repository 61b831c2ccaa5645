// What a database throws, as an error of ours: the one place that tells a full disk from a broken file.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <exception>
#include <string>

#include "jangbu/result.h"
#include "store/sql.h"

namespace jangbu {

Unexpected sqlite_failure(const std::string& file, const SQLite::Exception& error);

// The result of `work`, or what it threw.
template <typename T, typename Work>
Result<T> guarded(const std::string& file, const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    return sqlite_failure(file, error);
  } catch (const SqlFailure& failed) {
    return Unexpected{failed.error};
  } catch (const std::exception& error) {  // a row that is not what was put in
    return fail(ErrorCode::kStateDamaged, file + ": " + error.what(), "run again: it is made anew");
  }
}

}  // namespace jangbu
