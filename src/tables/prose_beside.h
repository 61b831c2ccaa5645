// Prose that stands beside something else, found before tables are looked for.
//
//     Lines of a column of text begin at one      Group     2019   2020
//     margin, and each is full: the next word     Roads      120    150      the lines of the two sides do not belong together,
//     would not have fitted into it.              Water       70     80      level or not
#pragma once

#include <vector>

#include "jangbu/document.h"

namespace jangbu {

// Takes runs of columns of prose out of `runs`, where something stands beside them at the same height. Order is kept.
std::vector<const Run*> without_prose_beside(const std::vector<const Run*>& runs);

// Are the texts full lines of words, one below the other?
bool is_prose(const std::vector<const Run*>& runs);

}  // namespace jangbu
