// Whether a document's file may say a term: asked of its bytes, so that files of megabytes need not be parsed to learn that they do not.
#pragma once

#include <string_view>

namespace jangbu {

// Each word of `term` stands somewhere in `json`, a document's file. A document that says the term passes always; one that passes may still
// not say it: its words may stand apart. Looking closer is for who reads the document.
bool may_say(std::string_view json, std::string_view term);

}  // namespace jangbu
