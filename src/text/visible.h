// Text of documents on its way to a terminal or a log.
//
// A label may hold what a terminal takes for orders (colours, a window's title, keys to be sent) and what turns the direction of writing
// around, so that a line reads as another. Files keep every character; where people read, these are shown as what they are.
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

// Line ends and tabs stay; other control characters are pictures of themselves (␛), those that turn the direction, part lines or are never
// seen are numbers (<U+202E>), and bytes that are no UTF-8 are \xED.
std::string visible(std::string_view text);

// The same for JSON, which goes on to be the same JSON: \u202e.
std::string visible_json(std::string_view json);

}  // namespace jangbu
