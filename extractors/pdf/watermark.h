// Letters laid over or under a page that are none of its text: 대외비, COPY, 초안, the name of an office.
//
// They are told by their look: they run across the page, or they are pale, larger than what the page is written in, and lie over other
// text. A pale heading that stands by itself is a heading.
#pragma once

#include <vector>

#include "jangbu/document.h"

namespace jangbu {

struct RunLook {
  bool pale = false;
  bool slanted = false;  // runs along neither axis
};

// Sets Run::background. `looks`: of each run.
void mark_watermarks(std::vector<Run>& runs, const std::vector<RunLook>& looks);

}  // namespace jangbu
