// Labels and headers: repair of what typesetting and extraction did to them, and keys for comparing them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

// `시 민 참 여 과` → `시민참여과`: blanks that only stretch a word over its cell go, blanks between words stay.
// A run of single syllables counts as stretched when it has three or more, or is the whole label: `합 계`.
// A second, wider gap inside stays a blank: `주 요  업 무` → `주요 업무`.
std::string without_letter_spacing(std::string_view label);

// `생 <mark>률</mark>` → `생 률`, `**소요예산**` → `소요예산`, `m<sup>2</sup>` → `m2`: marks that a converter left.
// Tags of HTML by their names, stars and underscores in pairs: `<주요사업>`, `분석 말뭉치**` and `******` stay.
std::string without_markup(std::string_view text);

// For telling whether two labels name the same thing: NFKC, letters and digits only, lower case.
std::string label_key(std::string_view label);

// For matching headers against profiles: no marks, no blanks, no quotes, years in full (`’21년 예산` → `2021년예산`),
// no unit or formula in brackets (`집행률(%)`, `증감(B-A)`), no footnote marks, no middle dots; `(B-A)/A` is `증감률`.
std::string header_key(std::string_view header);

// Words parted by blanks, as views into `text`.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace jangbu
