// Reading a document to show it: what stands behind DocumentReader::show.
#pragma once

#include <string>
#include <string_view>

#include "reading/document_reader.h"

namespace jangbu {

// As jangbu/inspect.h, on the calling thread.
Result<std::string> show_document(std::string_view bytes, const Showing& showing, const Toolbox& tools);

}  // namespace jangbu
