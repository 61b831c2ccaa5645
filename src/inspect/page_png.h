// Marks painted over a picture of the page, as PNG.
#pragma once

#include <string>
#include <vector>

#include "extractors/pdf/page_picture.h"
#include "inspect/page_marks.h"

namespace jangbu {

// The picture shows a page of `width` points. Marks that reach beyond it are cut at its edge.
void paint_marks(Picture& picture, double width, const std::vector<Mark>& marks);

// Leaves of the picture the strip over its whole width that holds these boxes and what stands close above and below, and frames each of
// them. `scale`: pixels a point. Boxes need not lie on the page; where none does, the picture stays whole.
void cut_out(Picture& picture, double scale, const std::vector<Box>& boxes);

// Errors: internal, where libpng fails.
Result<std::string> png_of(const Picture& picture);

}  // namespace jangbu
