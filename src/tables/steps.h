// The steps of a process, from left to right: boxes with arrows between them, or one box whose texts arrows part.
//
//   +------+   +------+   +------+         +-----------------------------------+
//   | 공고 | → | 접수 | → | 심사 |         |  서류               면접          |
//   +------+   +------+   +------+         |  심사 →   필기   →  심사 → 합격   |
//    3. 2.      4. 5.      5. 1.           +-----------------------------------+
//
// Dates (or departments, or amounts) below the boxes, each in the middle below its own, are a row of the same table. In a box, a text of
// several lines with an arrow beside its middle is a cell, and so are the others; on one line `공고 → 접수 → 심사` is a text.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/filled_grid.h"

namespace jangbu {

// Adds the row that hangs below the boxes, and takes its runs out of `outside`; false where none does.
bool hang_row_below_steps(FilledGrid& steps, std::vector<const Run*>& outside);

// Puts borders in around the arrows of each cell that holds steps.
void split_at_arrows(FilledGrid& filled);

}  // namespace jangbu
