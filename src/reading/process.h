// One document through all stages: bytes → Document → tables, then repaired → records → findings.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction_set.h"
#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/record.h"
#include "jangbu/result.h"
#include "meaning/lexicon.h"
#include "records/profile.h"

namespace jangbu {

struct Toolbox {  // read-only, shared by all threads
  std::vector<Profile> profiles;
  Lexicon lexicon;
  Limits limits;
  std::string password;
  CorrectionSet corrections = {};
};

struct Processed {
  Document document;
  std::vector<Record> records;
  std::vector<Finding> findings;
  std::string report = {};                  // records/identity.h report_key, as the source tells it: corrections do not change it
  std::vector<std::string> addressed = {};  // ids of all records that corrections may name: with and without corrections
};

// The second half of the stages. The first (reading/) parses foreign bytes; understanding reads only the Document that they came
// to, and needs its source's path and sha256. Corrections are replayed in it; ids come from what the source says without them.
Result<Processed> understand(Document read, const Toolbox& tools);

// The records of its tables, named and with what OCR misread put right: a step of understanding. `report`: the key that their ids
// come from.
std::vector<Record> read_table_records(Document& document, const std::string& report, const Toolbox& tools);

// The first half, with `path` and `sha256` in Document::source. `bytes` are borrowed. `page_read`: as extractors/extractor.h has it.
Result<Document> read_named(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools,
                            const std::function<void()>& page_read = {});

// Both halves.
Result<Processed> process(std::string_view bytes, const std::string& path, const std::string& sha256, const Toolbox& tools);

}  // namespace jangbu
