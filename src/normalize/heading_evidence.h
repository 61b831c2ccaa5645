// Which lines and boxes of a document are headings, by what the document itself does.
//
// A heading is told by its number (heading.h) where its type does not speak against it, and by
//   - a number in a box of its own beside a title (a chip), or on the line above it where an agenda named that title before
//   - the table of contents (contents.h), which also tells chapters whose number the font damaged
//   - larger type without a sign, where lines of that size lead into lists more often than not (bars, pills)
//   - a box of one short line that leads into a list
//   - brackets around a whole line, where such lines lead to titles that count anew (【 총무과 】)
//   - a page that holds nothing but a title in large type and a list of titles that come again behind it (a divider)
// A list of titles that all come again further down (an agenda, a divider's list, 추진과제) opens nothing.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "jangbu/document.h"
#include "normalize/contents.h"
#include "normalize/heading.h"

namespace jangbu {

struct PlacedHeading {
  std::size_t block = 0;
  Heading heading;
  std::optional<int> page;
  double size = 0;      // of its type, in points; 0: not known
  bool listed = false;  // a line of a list: opens nothing
};

struct HeadingEvidence {
  std::vector<PlacedHeading> headings;  // by block
  std::set<std::size_t> numbers;        // blocks that hold nothing but the number of a heading beside them
};

HeadingEvidence find_headings(const Document& document, const Contents& contents);

}  // namespace jangbu
