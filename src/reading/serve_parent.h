// The child's side of reading in child processes: what jangbu/reader_child.h promises, for any reader.
#pragma once

#include <functional>
#include <memory>

#include "reading/document_reader.h"

namespace jangbu {

using ReaderMaker = std::function<std::unique_ptr<DocumentReader>(ReadingOptions)>;

// A process that ends with this status ran out of the memory that it was allowed.
inline constexpr int kOutOfMemoryStatus = 77;
// And one with this could not hand its answer on.
inline constexpr int kUnsentStatus = 76;

// Serves the parent at `kParentSocket`. The reader is made once, of the options that the parent sends.
int serve_parent(const ReaderMaker& make_reader);

}  // namespace jangbu
