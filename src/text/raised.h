// Raised marks: numbers of notes behind a word or a figure (2,000¹⁾), exponents (m²).
//
// As plain digits they would be read as part of the figure that they hang on. They become the raised characters of Unicode, which no reader
// of figures takes for digits.
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

// Does a raised text say nothing but a mark? 1) (2) 3 주4) *
bool is_raised_mark(std::string_view text);

// The same with raised digits and brackets; all else as it is.
std::string raised(std::string_view text);

}  // namespace jangbu
