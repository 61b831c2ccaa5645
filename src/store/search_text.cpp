// Letters in pairs. A pair overlaps the next one, so that pairs side by side say nothing else than the letters in their order.
// What is given to MATCH holds letters and digits only, which the syntax of questions takes for nothing else within its quotes.
#include "store/search_text.h"

#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

std::string pairs_of(std::u32string_view letters) {
  std::string out;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    if (i > 0) out += ' ';
    out += to_utf8(letters.substr(i, 2));
  }
  return out;
}

}  // namespace

std::string searchable_text(std::string_view text) {
  const std::u32string letters = to_code_points(label_key(text));
  if (letters.empty()) return {};
  std::string out = pairs_of(letters);
  if (!out.empty()) out += ' ';
  return out + to_utf8(std::u32string_view(letters).substr(letters.size() - 1));
}

std::string search_question(std::string_view text) {
  const std::u32string letters = to_code_points(label_key(text));
  if (letters.empty()) return {};
  return letters.size() == 1 ? "\"" + to_utf8(letters) + "\" *" : "\"" + pairs_of(letters) + "\"";
}

bool is_prose_type(std::string_view record_type) { return record_type == "item" || record_type == "duty"; }

}  // namespace jangbu
