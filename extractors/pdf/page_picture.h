// A page of a PDF as pixels, through Poppler's public C++ interface: the background of `jangbu inspect --png`.
//
// No part of reading a document. Rendering has no time limit of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "jangbu/result.h"

namespace jangbu {

// Rows from the top, three bytes a pixel: red, green, blue.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};

// The page as shown (crop box, rotation). REQUIRES: 1 <= page. Errors: page_missing, encrypted, file_damaged, limit_memory (a page
// of more than `pixels`).
Result<Picture> render_page(std::span<const std::byte> pdf, int page, double dpi, const std::string& password, std::size_t pixels);

}  // namespace jangbu
