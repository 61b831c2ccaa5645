// Opens a PDF with Poppler's C++ interface and renders one page as RGB. The number of pixels is checked before any
// are made.
#include "extractors/pdf/page_picture.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "extractors/pdf/poppler_settings.h"

namespace jangbu {

// Any thread may call it: each call opens the PDF anew.
Result<Picture> render_page(std::span<const std::byte> pdf, int number, double dpi, const std::string& password, std::size_t pixels) {
  start_poppler();
  if (pdf.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return fail(ErrorCode::kLimitBytes, "the PDF is too large to be drawn");
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(reinterpret_cast<const char*>(pdf.data()), static_cast<int>(pdf.size()), password, password));
  if (!document) return fail(ErrorCode::kFileDamaged, "the PDF cannot be opened for drawing");
  if (document->is_locked()) return fail(ErrorCode::kEncrypted, "the PDF needs a password", "give it in JANGBU_PASSWORD");
  if (number > document->pages()) return fail(ErrorCode::kPageMissing, "the document has " + std::to_string(document->pages()) + " pages");
  const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
  if (!page) return fail(ErrorCode::kFileDamaged, "page " + std::to_string(number) + " cannot be opened for drawing");
  const poppler::rectf size = page->page_rect();
  if (size.width() * size.height() * dpi * dpi / (72.0 * 72.0) > static_cast<double>(pixels))
    return fail(ErrorCode::kLimitMemory, "page " + std::to_string(number) + " is too large to be drawn at this resolution",
                "use a smaller --dpi");
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image image = renderer.render_page(page.get(), dpi, dpi);
  if (!image.is_valid() || image.format() != poppler::image::format_rgb24)
    return fail(ErrorCode::kFileDamaged, "page " + std::to_string(number) + " cannot be drawn");
  Picture picture{image.width(), image.height(), {}};
  const auto row = static_cast<std::size_t>(picture.width) * 3;
  picture.rgb.reserve(row * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const char* start = image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    picture.rgb.insert(picture.rgb.end(), start, start + row);
  }
  return picture;
}

}  // namespace jangbu
