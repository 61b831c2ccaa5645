// Page headers, footers and page numbers: lines in the margins that come back from page to page.
//
// They are no part of what a report says, and they stand between the pieces of a table that runs over several pages.
//
// A number in the margin is a page's only if it says so or counts with the pages: the `1` in a box beside a title at the top of a
// page is the title's.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/page_layout.h"

namespace jangbu {

// Takes them out of `lines` and returns them, by page. A line goes if it stands in the upper or lower margin and either is a page number,
// or stands at the same height with the same words (figures aside) on other pages too. Tables that do so are marked `running`.
std::vector<Furniture> take_running_lines(std::vector<PageLayout>& pages);

}  // namespace jangbu
