// Headings that are lines of a list: an agenda, a divider's list of titles, 추진과제. They print what comes again further down, and open
// nothing.
#pragma once

#include <optional>
#include <vector>

#include "jangbu/document.h"
#include "normalize/contents.h"
#include "normalize/heading_evidence.h"
#include "normalize/heading_pieces.h"

namespace jangbu {

// Sets PlacedHeading::listed, and adds the titles of dividers. `pieces`: by block. REQUIRES: headings by block.
void tell_lists(const Document& document, const Contents& contents, const std::vector<std::optional<BlockPiece>>& pieces,
                const TypeSizes& sizes, HeadingEvidence& evidence);

}  // namespace jangbu
