// The lines of a document's outline: its paragraphs (normalize/ has joined what was wrapped) with their signs. A paragraph with line
// ends of its own gives a line for each of them that the one before does not need to be whole.
// Lines about tables (`※ 예산집행 현황 (단위 : 천원)`, 〈caption〉) are left out, and so are lists of contents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

struct SignedLine {
  std::string text;       // without its sign
  std::string_view kind;  // of its sign (text/outline_sign.h); empty: none
  std::string_view sign;  // as it stands: a view into the document
  int rank = 0;
  int indent = 0;
  bool boxed = false;                       // the text of a box of its own (a table of one cell) that normalize/ took for no heading
  bool in_cell = false;                     // of a table that no profile reads: signed lines, and as □ what stands over them
  bool appendix = false;                    // the title of an appendix
  int heading_rank = 0, heading_level = 0;  // where the line is a heading: as Block
  std::string heading, heading_title;
  std::size_t block = 0;  // where it begins
  std::optional<int> page;
  std::optional<Box> bbox;  // on that page
};

// In reading order; body and text boxes only. The title of an appendix (붙임, 별첨, 참고) comes as a heading of rank 1, whatever normalize/
// says of it.
std::vector<SignedLine> outline_lines(const Document& document);

}  // namespace jangbu
