// The titles of appendices: 붙임, 별첨 1, 참고, [참고자료] 교육 실적, 【부록 2】 ….
#pragma once

#include <string_view>

namespace jangbu {

// The word alone, or in brackets with a title behind it.
bool opens_appendix(std::string_view text);

}  // namespace jangbu
