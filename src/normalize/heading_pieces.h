// What may be a heading: the words of each block in one piece, and the sizes of type that headings are measured against.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

// A paragraph, or the words of a small table.
struct BlockPiece {
  std::string text;
  std::optional<Box> box;
  std::optional<int> page;
  double size = 0;  // of its type, in points; 0: not known
  bool table = false;
  std::string number = {},
              title = {};  // of a chip: a number in a cell of its own, and what stands in the next; in text also `| 1 | title |`
};

// Read from top to bottom with the body: not of headers, notes, cells.
bool in_body(const Paragraph& paragraph);

// By block; nothing where a block is too large for a heading, or no text of the body.
std::vector<std::optional<BlockPiece>> pieces_of(const Document& document);

// A shaded bar that is painted in strips: one row of many narrow cells.
bool in_strips(const Table& table);

struct TypeSizes {
  double body = 0, boxes = 0;  // points, of most ○ lines (else of most lines) and of most □ lines; 0: not known
};
TypeSizes type_sizes(const Document& document);

// Points: so much more than another is larger type. Programs write 11.9 and 12.
inline constexpr double kLarger = 0.6;
inline bool larger_than_body(const BlockPiece& piece, const TypeSizes& sizes) {
  return sizes.body > 0 && piece.size > sizes.body + kLarger;
}

}  // namespace jangbu
