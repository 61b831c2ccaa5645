// One expression tells the titles of appendices; letters of the word may be spaced (`붙 임`).
#include "text/appendix.h"

#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {

bool opens_appendix(std::string_view text) {
  static const Pattern appendix(R"(^\s*[\[【〔(<]?\s*(?:)" + any_of("appendix_marks") + R"()(?:\s*(?:)" + any_of("appendix_papers") +
                                R"())?\s*\d{0,2}\s*(?:[\]】〕)>]\s*.*|\d?)$)");
  return code_point_count(text) <= 60 && appendix.matches(text);
}

}  // namespace jangbu
