// What is drawn over a page: a list of marks, in the order in which they are painted, and the ink of each kind.
//
// The one place that decides what an inspected page shows; page_svg and page_png only paint.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

enum class MarkKind { kFill, kHeaderCell, kCell, kRun, kHiddenRun, kRule, kTable };
inline constexpr std::array kMarkKinds{MarkKind::kFill,      MarkKind::kHeaderCell, MarkKind::kCell, MarkKind::kRun,
                                       MarkKind::kHiddenRun, MarkKind::kRule,       MarkKind::kTable};

struct Ink {
  const char* name;  // in the legend and as a class of the SVG
  std::uint8_t red, green, blue;
  double inside, outline;  // opacity, 0 … 1
  double width;            // of the outline, points
};
const Ink& ink_of(MarkKind kind);

struct Mark {
  MarkKind kind = MarkKind::kRun;
  Box box;                // points, of the page as shown; rules are widened to their thickness
  std::string text;       // of a run; of a table "t031 27x6"
  double font_size = 0;   // of a run
  bool vertical = false;  // glyphs run downwards
};

// `tables` are those of the whole document; marks are made for what stands on this page.
std::vector<Mark> marks_of(const Page& page, const std::vector<Table>& tables);

}  // namespace jangbu
