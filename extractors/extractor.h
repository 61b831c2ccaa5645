// An extractor reads the bytes of one format into a Document: what stands in the file, and nothing that has to be guessed.
//
// Formats with cells of their own (HWP, HWPX) fill `blocks` and `tables`; PDF fills `pages`, text fills `lines`, and tables/
// finds the cells. An extractor never sees normalize/, records/ or audit/, and never throws: exceptions of third-party
// libraries end in the one file that calls them.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"

namespace jangbu {

struct ExtractOptions {
  Limits limits;
  std::string password;  // empty: none was given
  // Called after each page of a PDF: little of what was looked at so far is looked at again, and who maps the bytes may let them go from
  // memory. Empty: nobody does.
  std::function<void()> page_read = {};
};

// Bytes are borrowed for the length of the call. The Document's `source` is filled by the caller except `format`, `pages`
// and `producer`, which only the reader knows.
// Errors: 2xx (damaged, encrypted, …) and 3xx (a limit was passed).
using ExtractFunction = Result<Document> (*)(std::span<const std::byte> bytes, const ExtractOptions& options);

}  // namespace jangbu
