// Words that tell what a line is beside its number and its type: schemas/titles.json, which says what each list is.
#pragma once

#include <string>
#include <string_view>

#include "text/pattern.h"

namespace jangbu {

struct TitleWords {
  Pattern counted;     // 표, 그림: the whole word in front of a number
  Pattern contents;    // 보고순서: the whole key of a line
  Pattern holder;      // 산림청 장 바다솔 → group 1 산림청
  Pattern legal_form;  // (재) in front of a name or behind it
};

// Built in, compiled once.
const TitleWords& title_words();

std::string_view title_words_text();  // schemas/titles.json, as it was built in

}  // namespace jangbu
