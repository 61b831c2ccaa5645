// Tables without vertical lines: between horizontal rules, or with no line at all.
//
// Two or more rules of the same width, one below the other, with columns of text between them are a table; so are lines of text
// that keep the same corridors of white space over several lines and hold figures or short words rather than sentences.
// What they yield is guessed and says so (FilledGrid::guessed).
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/filled_grid.h"

namespace jangbu {

// Takes the runs of the tables it finds out of `outside`. `taken`: boxes of the page that tables already fill.
std::vector<FilledGrid> find_open_tables(const Page& page, const std::vector<Box>& taken, std::vector<const Run*>& outside);

// A table of which only some rows are shaded: the header, or every other one. If lines that go with the shaded rows stand right above or
// below them, takes these out of `outside` and widens the grid; says whether it did.
bool widen_shaded(const Page& page, FilledGrid& shaded, std::vector<const Run*>& outside);

}  // namespace jangbu
