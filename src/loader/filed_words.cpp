// Words are looked for as JSON writes them, since the file is JSON. A term may be parted in the file by more than a blank, hence word by
// word.
#include "loader/filed_words.h"

#include <nlohmann/json.hpp>

#include "text/json_text.h"
#include "text/label.h"

namespace jangbu {

bool may_say(std::string_view json, std::string_view term) {
  for (const std::string_view word : words_of(term)) {
    const std::string quoted = json_text(nlohmann::json(word));
    if (json.find(std::string_view(quoted).substr(1, quoted.size() - 2)) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace jangbu
