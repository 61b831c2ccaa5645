// Figures that come in pieces, and marks that are none of a figure.
//
// Before: 4,300,000 | ,000      (a figure wider than its cell, cut at the cell's border)      after: 4,300,000,000
// Before: 5  ,  0  0  0          (set with wide letter spacing)                               after: 5,000
// Before: 2,000 1)               (a smaller, raised note mark behind a figure or a word)      after: 2,000 ¹⁾, glued as it was
//
// Only what the figure itself proves is put together: commas that part groups of three digits, and a spacing that such a figure has.
#pragma once

#include <vector>

#include "jangbu/document.h"

namespace jangbu {

// How far a box of letters reaches below its baseline, in font sizes.
inline constexpr double kDescent = 0.18;

// Is there a vertical rule in the open interval (x0, x1) that crosses y? `verticals`: sorted by x then y.
bool rule_between(const std::vector<Rule>& verticals, double x0, double x1, double y);

// Joins runs, in paint order, that are one figure.
void join_figures(std::vector<Run>& runs, const std::vector<Rule>& verticals);

// Digits and brackets of raised marks become raised characters (¹²³⁾), which no reader of figures takes for digits.
void mark_raised(std::vector<Run>& runs);

}  // namespace jangbu
