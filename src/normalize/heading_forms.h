// What a block of a report can be a heading of by its own words: a number in a cell of its own, a circled number with a title, a number
// alone. Whether it is one, its surroundings tell (heading_evidence.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "normalize/heading.h"
#include "normalize/heading_pieces.h"

namespace jangbu {

// Code points; what is longer is a sentence.
inline constexpr std::size_t kLongestTitle = 60;

// Words that may be a title: no sentence, no `단위 : 천원`, no row of figures.
bool reads_as_bar(std::string_view text);

// `2 | 2024년 업무성과`, `1 | 119 구급 서비스`: the border parts number and title, whatever the title begins with.
std::optional<Heading> chip(const BlockPiece& piece);

// `➊ 분관 신축`, for a box that holds nothing else: the box does what larger type does elsewhere.
std::optional<Heading> circled_title(std::string_view text);

// `가) 관망 정비`, the same: in running text such a line is one of a list.
std::optional<Heading> lettered_title(std::string_view text);

// The first of ①…⑳ in a text, as it is printed; empty: none.
std::string circle_of(std::string_view text);

// `3`, `Ⅱ`, `과제 4` and nothing else; empty: it says more.
std::string number_alone(std::string_view text);

}  // namespace jangbu
