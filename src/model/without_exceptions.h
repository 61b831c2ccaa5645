// Work on one document, whose errors are results: whatever a library throws past its own file ends that document, not the run.
#pragma once

#include <exception>
#include <new>
#include <string>

#include "jangbu/result.h"

namespace jangbu {

template <typename T, typename Stages>
Result<T> without_exceptions(const Stages& stages) {
  try {
    return stages();
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "not enough memory for this document", "run it alone, or with fewer --jobs");
  } catch (const std::exception& error) {
    return fail(ErrorCode::kInternal, std::string("internal error: ") + error.what(), "please report it, with the document if you may");
  }
}

}  // namespace jangbu
