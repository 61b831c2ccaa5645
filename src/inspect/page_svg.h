// A page as SVG 1.1: points as user units, one group a kind of mark, so that a browser or editor can hide each by its class.
#pragma once

#include <string>
#include <vector>

#include "inspect/page_marks.h"

namespace jangbu {

std::string page_svg(const Page& page, const std::vector<Mark>& marks);

}  // namespace jangbu
