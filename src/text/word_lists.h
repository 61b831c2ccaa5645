// Lists of words that are looked for in running text and on covers: schemas/words.json, which says what each list is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

// The words of a list as alternatives of an expression, in their order: "국비|지방비|…". Made once, to be put into a Pattern; where more
// stands beside them, the caller puts them into brackets. REQUIRES: there is a list of this name (a test asks for all that are used).
std::string any_of(std::string_view list);

// The words of a list that is no list of expressions, in their order. Lives as long as the program. REQUIRES: as any_of().
const std::vector<std::string>& words_in(std::string_view list);

// Of such a list: is the text one of its words, or does it begin with one?
bool is_in(std::string_view list, std::string_view text);
bool begins_in(std::string_view list, std::string_view text);

std::string_view words_text();  // schemas/words.json, as it was built in

}  // namespace jangbu
