// What two cells that face each other across a page break tell about it: one cell that was cut, or two.
//
// Word processors show it in two ways. Where they let the page end inside of a row, the text of a cut cell runs up to the break
// and on behind it. Hancom's also stretches the last row of a piece down to the end of the page where the break cuts cells that
// span rows, and puts what stands in each part in that part's middle: there, the middle tells nothing, but a piece that ends
// short of the page's end cuts no cell. Units: points.
#pragma once

#include <string_view>

#include "tables/page_layout.h"

namespace jangbu {

// Where a piece ends on its page.
struct BreakPlace {
  bool room = false;        // another line would have stood above the break
  bool stretched = false;   // the piece ends exactly where the body of the page does
  bool stretching = false;  // several pieces of this document do: the program that wrote it stretches what it cuts
};

enum class BreakSign {
  kNothing,    // both blank, or both full to the brim
  kOneSided,   // text above only
  kBelowOnly,  // text below only
  kReadsOn,    // the words go on: a filled line, an open bracket
  kMayGoOn,    // a bracket opens what is below (`압축강도 / (경질형)`), or only what is above has a number (`3. 정비 / 계획`)
  kFlowsOn,    // the text of one cell, in the middle of its height, has been cut by the break: it hugs the break
  kTwoCells,   // text in the middle of its own cell, and nothing was stretched
};

// A cell beside the break, and how its text stands in it.
struct BreakSide {
  const Cell& cell;
  const Slack& slack;
};

BreakSign break_sign(const BreakSide& above, const BreakSide& below, const BreakPlace& place);

// Does the text below begin something of its own: the same words again, a code of the same form, another script?
bool begins_anew(std::string_view above, std::string_view below);

// Is there no text in the cell?
bool blank_cell(const Cell& cell);

}  // namespace jangbu
