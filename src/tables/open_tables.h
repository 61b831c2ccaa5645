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

}  // namespace jangbu
