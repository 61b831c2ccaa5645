// Lines that belong to text: underlines and lines struck through it.
//
// In a cell they run from border to border and would cut the cell into rows. They are told from borders by the text: they
// begin where a glyph begins and end where one ends (blanks count), on or just below its baseline; a border goes on through
// the cell's margins.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/pdf/captured_page.h"

namespace jangbu {

class Underlines {
 public:
  // The page is borrowed.
  explicit Underlines(const CapturedPage& page);

  enum class Kind { kNone, kUnder, kThrough };

  // How a horizontal line at y from x0 to x1 goes with a line of text.
  Kind kind(double y, double x0, double x1) const;

 private:
  struct Baseline {
    double y;
    std::uint32_t glyph;
  };

  void sort_glyphs() const;

  // Sorted at the first question: most pages have no horizontal line at all.
  mutable std::vector<Baseline> by_baseline_;  // horizontal glyphs, downwards
  mutable bool sorted_ = false;
  mutable double largest_ = 0;        // font size
  mutable std::uint64_t looks_left_;  // bounds the work on hostile pages
  const CapturedPage& page_;
};

}  // namespace jangbu
