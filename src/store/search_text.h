// What names, lines of prose and documents are found by: every letter of them, two at a time, as words of SQLite's full text index.
//
// Words of two letters (예산, 복지) are what people look for most, and one letter may do; an index of three letters (trigram) finds
// neither. Blanks, signs, width and case make no difference (label_key).
//
//   도시 전환랩          →  "도시 시전 전환 환랩 랩"        the last letter once more alone, so that one letter finds it by its beginning
//   find 전환            →  "전환"
//   find 시전환          →  "시전 전환"                    side by side: the letters as they stand
//   find 랩              →  "랩" *
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

// Empty where there is no letter and no digit.
std::string searchable_text(std::string_view text);

// For MATCH; empty where there is nothing to look for.
std::string search_question(std::string_view text);

// Records whose names are lines of prose: each is another, while names of programmes come back year after year, so they have indexes of
// their own.
bool is_prose_type(std::string_view record_type);

}  // namespace jangbu
