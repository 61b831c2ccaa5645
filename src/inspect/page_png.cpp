// Marks blended over the rendered page, pixel by pixel, and the picture as PNG by libpng.
// Points become pixels by one scale; all is cut at the edges.
#include "inspect/page_png.h"

#include <png.h>

#include <algorithm>
#include <cmath>

namespace jangbu {
namespace {

// Boxes are all that is painted: every mark is parallel to the page.
class Brush {
 public:
  Brush(Picture& picture, double scale) : picture_(picture), scale_(scale) {}

  // A fill of the whole box, as strong as the ink says.
  void inside(const Box& box, const Ink& ink) {
    blend(pixel(box.x0), pixel(box.y0), last(box.x0, box.x1), last(box.y0, box.y1), ink, ink.inside);
  }

  // Four bars; at least a pixel thick, whatever the scale.
  void outline(const Box& box, const Ink& ink) {
    const int thick = std::max(1, static_cast<int>(std::lround(ink.width * scale_)));
    const int x0 = pixel(box.x0), y0 = pixel(box.y0), x1 = last(box.x0, box.x1), y1 = last(box.y0, box.y1);
    blend(x0, y0, x1, std::min(y0 + thick, y1), ink, ink.outline);
    blend(x0, std::max(y1 - thick, y0), x1, y1, ink, ink.outline);
    blend(x0, y0, std::min(x0 + thick, x1), y1, ink, ink.outline);
    blend(std::max(x1 - thick, x0), y0, x1, y1, ink, ink.outline);
  }

 private:
  // Clamped: a box of a hostile file may lie anywhere.
  int pixel(double points) const { return static_cast<int>(std::clamp(points * scale_, -1.0, 1e6)); }
  int last(double from, double to) const { return std::max(pixel(from) + 1, pixel(to)); }  // beyond the last; never empty

  // x1 and y1 are beyond the last pixel.
  void blend(int x0, int y0, int x1, int y1, const Ink& ink, double opacity) {
    if (opacity <= 0) return;
    x0 = std::max(x0, 0), y0 = std::max(y0, 0), x1 = std::min(x1, picture_.width), y1 = std::min(y1, picture_.height);
    const std::uint8_t colour[3] = {ink.red, ink.green, ink.blue};
    for (int y = y0; y < y1; ++y) {
      std::uint8_t* at =
          picture_.rgb.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width) + static_cast<std::size_t>(x0)) * 3;
      for (int x = x0; x < x1; ++x) {
        for (const std::uint8_t part : colour) {
          *at = static_cast<std::uint8_t>(std::lround(*at * (1 - opacity) + part * opacity));
          ++at;
        }
      }
    }
  }

  Picture& picture_;
  double scale_;  // pixels a point
};

}  // namespace

// The picture's width and the page's width in points give the scale; both axes have the same.
void paint_marks(Picture& picture, double width, const std::vector<Mark>& marks) {
  if (width <= 0 || picture.width <= 0) return;
  Brush brush(picture, picture.width / width);
  for (const Mark& mark : marks) {
    const Ink& ink = ink_of(mark.kind);
    brush.inside(mark.box, ink);
    if (ink.outline > 0) brush.outline(mark.box, ink);
  }
}

void cut_out(Picture& picture, double scale, const std::vector<Box>& boxes) {
  constexpr Ink kFigure{"figure", 220, 30, 30, 0.06, 0.9, 1.2};
  constexpr double kLeastMargin = 24;  // points: a row or two, and of most tables a heading
  if (boxes.empty() || scale <= 0 || picture.width <= 0) return;
  Brush brush(picture, scale);
  Box all = boxes.front();
  for (const Box& box : boxes) {
    brush.inside(box, kFigure);
    brush.outline(box, kFigure);
    all = united(all, box);
  }
  const double margin = std::max(kLeastMargin, all.height());
  const int top = static_cast<int>(std::clamp((all.y0 - margin) * scale, 0.0, double(picture.height)));
  const int bottom = static_cast<int>(std::clamp((all.y1 + margin) * scale, 0.0, double(picture.height)));
  if (bottom <= top) return;
  const std::size_t row = static_cast<std::size_t>(picture.width) * 3;
  picture.rgb.resize(static_cast<std::size_t>(bottom) * row);
  picture.rgb.erase(picture.rgb.begin(), picture.rgb.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(top) * row));
  picture.height = bottom - top;
}

Result<std::string> png_of(const Picture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  // The most that it can take; the real size is known after writing.
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string png(size, '\0');
  if (!png_image_write_to_memory(&image, png.data(), &size, 0, picture.rgb.data(), 0, nullptr))
    return fail(ErrorCode::kInternal, std::string("the PNG cannot be written: ") + image.message);
  png.resize(size);
  return png;
}

}  // namespace jangbu
