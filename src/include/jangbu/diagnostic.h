// Diagnostics: "went on, but". A note for the reader of one document's output; the code is stable, the message is not.
#pragma once

#include <optional>
#include <string>

namespace jangbu {

struct Diagnostic {
  std::string code;  // snake_case: "no_text_layer", "unit_unknown", "pdf_syntax"
  std::string message;
  std::optional<int> page;  // counts from 1
};

}  // namespace jangbu
