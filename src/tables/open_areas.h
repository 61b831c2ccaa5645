// Where on a page a table without vertical lines may stand: between rules, or lines with gaps that follow each other closely.
//
// Two tables side by side are two areas where something says that they are two: a caption above each, rules that end between them, or
// lines that do not stand level.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/run_lines.h"

namespace jangbu {

// Dots that lead from a label to its figure, or a rule that a typewriter drew.
bool is_leader(const Run& run);
std::vector<const Run*> without_leaders(const std::vector<const Run*>& runs);

inline constexpr int kFewestOpenRows = 3;  // of such a table: fewer lines with gaps are a coincidence

struct OpenArea {
  Box box;
  std::vector<const Run*> runs;  // in paint order, without leaders
  std::vector<Rule> rules;       // horizontal ones in and around it
  bool ruled = false;            // rules part it from what stands around it
  bool captioned = false;        // a caption stands right above it (of areas without rules)
  std::size_t rows_ruled = 0;    // how many stretches between rules hold text
};

// Stacks of horizontal rules of the same width, from top to bottom. `taken`: boxes of the page that tables already fill.
std::vector<OpenArea> ruled_areas(const Page& page, const std::vector<Box>& taken, const std::vector<const Run*>& outside);

// Lines with gaps.
std::vector<OpenArea> gapped_areas(const Page& page, const std::vector<const Run*>& outside);

}  // namespace jangbu
