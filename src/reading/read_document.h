// The reading stages in order: format told → extractor → cells where the format has none.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "meaning/lexicon.h"

namespace jangbu {

// Asked once a document turns out to be plain text: the lexicon takes longer to make than many documents to read.
using LexiconSource = std::function<Result<const Lexicon*>()>;

// `bytes` are borrowed. `seen`, if given, receives the pages as the reader saw them, which finding their tables consumes. `page_read`: as
// extractors/extractor.h has it.
// Never throws: what a library throws past its own file is `limit_memory` or `internal`.
Result<Document> read_document(std::string_view bytes, const Limits& limits, const std::string& password, const LexiconSource& lexicon,
                               std::vector<Page>* seen = nullptr, const std::function<void()>& page_read = {});

}  // namespace jangbu
