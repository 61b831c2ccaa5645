// Reading: the bytes of a file → the Document that stands in them.
//
// Everything that parses foreign bytes runs behind this interface, in this process or in a child (reader_pool.h); whoever works
// with the Document afterwards reads nothing but checked values.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "records/profile.h"

namespace jangbu {

struct ReadingOptions {
  Limits limits;
  std::string password;               // of encrypted documents; empty: none was given
  std::vector<ProfileFile> profiles;  // their words tell the columns of plain text; empty: those built in
};

class DocumentReader {
 public:
  virtual ~DocumentReader() = default;

  // `bytes` are borrowed for the length of the call; `name` is for log messages only and tells the reader nothing. The
  // Document's source has no path and no sha256 yet: these are the caller's.
  // Errors: 105, 106, 2xx, 3xx, 5xx of error.h; `interrupted` is no statement about the document.
  // Thread rule: any number of threads may read at a time.
  virtual Result<Document> read(std::string_view bytes, const std::string& name) = 0;
};

// Reads on the calling thread. A reader that crashes or hangs takes the program along: for debugging, and for programs that
// trust their input.
std::unique_ptr<DocumentReader> reader_in_process(ReadingOptions options);

}  // namespace jangbu
