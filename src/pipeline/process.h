// One document through all stages: bytes → Document → tables, then repaired → records → findings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/record.h"
#include "jangbu/result.h"
#include "records/profile.h"
#include "text/header_lexicon.h"

namespace jangbu {

struct Toolbox {  // read-only, shared by all threads
  std::vector<Profile> profiles;
  HeaderLexicon lexicon;
  Limits limits;
  std::string password;
};

struct Processed {
  Document document;
  std::vector<Record> records;
  std::vector<Finding> findings;
};

// The stages in two halves. Reading parses foreign bytes and depends on nothing but them (and the lexicon, for text);
// understanding reads only the Document, and needs its source's path and sha256. `bytes` are borrowed.
// `seen`, if given, receives the pages as the reader saw them, which finding their tables consumes.
Result<Document> read_document(std::string_view bytes, const Toolbox& tools, std::vector<Page>* seen = nullptr);
Result<Processed> understand(Document read, const Toolbox& tools);

// Both, one after the other. `path` and `sha256` go into Document::source.
Result<Processed> process(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools);

}  // namespace jangbu
