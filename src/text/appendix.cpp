// One expression tells the titles of appendices; letters of the word may be spaced (`붙 임`).
#include "text/appendix.h"

#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {

bool opens_appendix(std::string_view text) {
  static const Pattern appendix(
      R"(^\s*[\[【〔(<]?\s*(?:붙\s*임|별\s*첨|별\s*지|참\s*고|부\s*록)(?:\s*자\s*료)?\s*\d{0,2}\s*(?:[\]】〕)>]\s*.*|\d?)$)");
  return code_point_count(text) <= 60 && appendix.matches(text);
}

}  // namespace jangbu
