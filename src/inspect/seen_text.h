// What was seen, as text: a line for each page with what stands on it, then every table as a grid.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

// `pages` are empty for formats without; `page` 0: everything, else only what stands on that page.
std::string seen_text(const Document& document, const std::vector<Page>& pages, int page);

}  // namespace jangbu
