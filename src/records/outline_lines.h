// The lines of a document's outline: its paragraphs with their signs, what was wrapped over several of them joined again.
//
//   - 누구나 쉽게 이해하도록 사례,            one line: the first part ends in the middle of something,
//   효과 등 기초적인 내용으로 구성            the second has no sign
// PDF tells by geometry that a line was wrapped: the next word had no room beside it. Other formats keep a paragraph whole, and
// text tells by grammar only. Where a word was broken over two lines, the document's own words say whether it was.
// Lines about tables (`※ 예산집행 현황 (단위 : 천원)`, 〈caption〉) are left out, and so are lists of contents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

struct SignedLine {
  std::string text;        // without its sign
  std::string_view kind;   // of its sign (text/outline_sign.h); empty: none
  std::string_view sign;   // as it stands: a view into the document
  int rank = 0;
  int indent = 0;
  bool boxed = false;      // the text of a box of its own (a table of one cell) that normalize/ took for no heading
  int heading_rank = 0;    // where the line is a heading: as Block
  std::string heading, heading_title;
  std::size_t block = 0;   // where it begins
  std::optional<int> page;
  std::optional<Box> bbox; // on that page
};

// In reading order; body and text boxes only. The title of an appendix (붙임, 별첨, 참고) comes as a heading of rank 1, whatever normalize/
// says of it: no chapter goes on behind it.
std::vector<SignedLine> outline_lines(const Document& document);

// Does the text end in the middle of something: an open bracket, a comma, 및, a particle or a verb that wants more?
bool ends_unfinished(std::string_view text);

}  // namespace jangbu
