// Reading: the bytes of a file → the Document that stands in them, its records and findings.
//
// Everything that parses foreign bytes, and everything that understands what they came to, runs behind this interface, in this process
// or in a child with limits (reader_pool.h); whoever works with the answer reads nothing but checked values.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction.h"
#include "jangbu/inspect.h"
#include "jangbu/reader_child.h"
#include "reading/process.h"
#include "reading/sealed_file.h"

namespace jangbu {

struct ReadingOptions {
  Limits limits;
  std::string password;                 // of encrypted documents; empty: none was given
  std::vector<ProfileFile> profiles;    // empty: those built in
  std::vector<Correction> corrections;  // replayed on every document
  Sandbox sandbox = Sandbox::kOff;      // of a child; this process is never locked in
};

// What a document is called. Both go into Document::source; names and dates are told from the path where the document tells none.
struct DocumentName {
  DocumentName(std::string shown, std::string hash = {}) : path(std::move(shown)), sha256(std::move(hash)) {}
  DocumentName(const char* shown) : path(shown) {}

  std::string path, sha256;
};

// A picture or a text of what was seen: InspectOptions without what ReadingOptions say already.
struct Showing {
  InspectForm form = InspectForm::kText;
  int page = 0;
  double dpi = 144;
  std::vector<Box> marked = {};
};

// `bytes` and `file` are borrowed for the length of the call.
// Errors of both: 105, 106, 2xx, 3xx, 5xx of error.h, and profile_invalid; `interrupted` is no statement about the document.
// Thread rule: any number of threads may read at a time.
class DocumentReader {
 public:
  virtual ~DocumentReader() = default;

  virtual Result<Processed> read(std::string_view bytes, const DocumentName& name) = 0;

  // The same of bytes that need not stand in this process at all: a large file is in memory once, and is looked at no longer than it takes
  // to read it.
  virtual Result<Processed> read_sealed(const SealedFile& file, const DocumentName& name);

  // As jangbu/inspect.h.
  virtual Result<std::string> show(std::string_view bytes, const Showing& showing) = 0;
};

// Reads on the calling thread. A reader that crashes or hangs takes the program along: for debugging, and for programs that
// trust their input.
std::unique_ptr<DocumentReader> reader_in_process(ReadingOptions options);

}  // namespace jangbu
