// One document through all stages: bytes → Document → tables → repaired → records → findings.
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

// `bytes` are borrowed. `path` and `sha256` go into Document::source.
Result<Processed> process(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools);

}  // namespace jangbu
