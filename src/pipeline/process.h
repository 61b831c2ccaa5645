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
  HeaderLexicon lexicon;  // of these profiles
  Limits limits;
  std::string password;
};

struct Processed {
  Document document;
  std::vector<Record> records;
  std::vector<Finding> findings;
};

// The second half of the stages. The first (reading/) parses foreign bytes; understanding reads only the Document that they came
// to, and needs its source's path and sha256.
Result<Processed> understand(Document read, const Toolbox& tools);

// Both halves in this process. `bytes` are borrowed. `path` and `sha256` go into Document::source.
Result<Processed> process(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools);

}  // namespace jangbu
