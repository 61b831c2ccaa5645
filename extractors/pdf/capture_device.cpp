// An output device for Poppler that notes what would be painted: glyphs with their place and font, straight strokes
// along an axis, filled areas. Everything is cut to the clip, and counted against the limits before it is kept;
// Poppler asks must_stop() between operators.
// Hard cases: fonts whose own map tells no letters (font_letters.h), which must show U+FFFD rather than nothing;
// vertical fonts, whose glyphs run along another axis; forms that draw forms for hours without painting (counted as
// objects).
#include "extractors/pdf/capture_device.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <string_view>

#include "extractors/pdf/sign_font.h"

namespace jangbu {
namespace {

// No ligature stands for more than a few letters; a ToUnicode map that says so is damaged or an attack.
constexpr int kLongestLigature = 32;
// Real pages save a few dozen graphics states; each costs about a kilobyte.
constexpr int kDeepestState = 10'000;
constexpr double kPale = 0.6, kHardlyCovers = 0.5;
// Drawing a form takes Poppler as long as this many glyphs: each counts as so many of Limits::page_objects. Maps draw a few thousand.
constexpr std::size_t kObjectsOfForm = 80;

// Weight by the font's facts, else by words in its name, as Korean fonts rarely say it otherwise.
bool is_bold(const GfxFont& font) {
  if (font.isBold() || font.getWeight() >= GfxFont::W600) return true;
  if (!font.getName()) return false;
  std::string name = *font.getName();
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string_view mark : {"bold", "black", "heavy", "extrab"}) {
    if (name.find(mark) != std::string::npos) return true;
  }
  return false;
}

// In device coordinates, which are those of the page: what lies outside of it does not show.
Box clip_of(GfxState* state) {
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return clip;
}

// Patterns and gradients have no one colour: middle grey.
double luminance_of(GfxState* state) {
  if (state->getFillColorSpace()->getMode() == csPattern) return 0.5;
  GfxGray gray;
  state->getFillGray(&gray);
  return std::clamp(colToDbl(gray), 0.0, 1.0);
}

}  // namespace

// The clock is only asked between operators: cheap enough for each of them, and no operator takes long.
bool CaptureDevice::must_stop() {
  if (!stopped_ && deadline_.passed()) stop(ErrorCode::kLimitCpu, "reading the PDF took longer than allowed");
  return stopped_.has_value();
}

// The device lives for all pages of a document: what belongs to one page is reset here.
void CaptureDevice::startPage(int, GfxState* state, XRef* xref) {
  xref_ = xref;
  depth_ = 0;
  saves_ = forms_ = 0;
  groups_ = false;
  last_mark_.clear();
  paint_ = shown_ = 0;
  font_ = nullptr;
  colour_known_ = false;
  if (state == nullptr) return;
  page_.width = state->getPageWidth();
  page_.height = state->getPageHeight();
}

// Forms that draw forms can go on for hours without painting anything.
void CaptureDevice::beginForm(Ref) {
  forms_ += kObjectsOfForm;
  if (forms_ > limits_.page_objects) stop(ErrorCode::kLimitObjects, "more drawn forms on one page than allowed");
}

// Saved states cost memory while they are open, and time even where each is closed at once: both are bounded.
void CaptureDevice::saveState(GfxState*) {
  if (++saves_ > limits_.page_objects) stop(ErrorCode::kLimitObjects, "more saved graphics states on one page than allowed");
  if (++depth_ > kDeepestState) stop(ErrorCode::kLimitNesting, "a page saves its graphics state without ever restoring it");
}

void CaptureDevice::restoreState(GfxState*) {
  --depth_;
  colour_known_ = false;
}

void CaptureDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode code, int,
                             const Unicode* text, int length) {
  if (stopped_ || !count_object()) return;
  learn_font(state);
  Glyph glyph;
  // Text rendering modes (ISO 32000-1, 9.3.6): 0 fills, 2 fills and strokes, 3 paints nothing; 4 and above clip as
  // well.
  const int mode = state->getRender();
  glyph.invisible = (mode & 3) == 3;
  if ((mode & 3) == 0) {
    learn_colour(state);
    glyph.white = white_;
    glyph.pale = pale_;
  }
  glyph.shown = shown_;
  glyph.bold = bold_ || (mode & 3) == 2;
  glyph.column = column_;
  // The origin of Poppler's coordinates is the baseline, or in vertical fonts the top centre of the glyph.
  state->transform(x, y, &glyph.x, &glyph.y);
  // Character spacing is part of the step to the next glyph; the glyph itself ends before it.
  double spacing_x = 0, spacing_y = 0;
  const double spacing = state->getCharSpace();
  state->textTransformDelta(column_ ? 0 : spacing * state->getHorizScaling(), column_ ? spacing : 0, &spacing_x, &spacing_y);
  state->transformDelta(dx - spacing_x, dy - spacing_y, &glyph.advance_x, &glyph.advance_y);
  glyph.size = size_;
  glyph.along_x = along_x_;
  glyph.along_y = along_y_;
  if (!std::isfinite(glyph.x + glyph.y + glyph.advance_x + glyph.advance_y + glyph.size)) return;
  // What stands more than a page away from the page is no text of it.
  if (glyph.x < -page_.width || glyph.x > 2 * page_.width || glyph.y < -page_.height || glyph.y > 2 * page_.height) return;
  glyph.text_begin = static_cast<std::uint32_t>(page_.text.size());
  glyph.font = font_number_;
  if (letters_ != nullptr) {
    const char32_t letter = letters_->letter(code);
    glyph.untold = letter == 0;
    page_.text.push_back(glyph.untold ? 0xFFFD : letter);
  } else if (length > kLongestLigature) {
    ++page_.oversized_glyphs;
    page_.text.push_back(0xFFFD);
  } else {
    for (int i = 0; i < length; ++i) {
      const auto letter = static_cast<char32_t>(text[i]);
      page_.text.push_back(signs_ ? sign_code(letter) : letter);
    }
    // No mapping at all: the reader of the output must see that something stands here.
    if (length <= 0) page_.text.push_back(0xFFFD);
  }
  glyph.text_length = static_cast<std::uint16_t>(page_.text.size() - glyph.text_begin);
  page_.glyphs.push_back(glyph);
}

// Only straight parts count, each edge of a path by itself: a rectangle that is stroked gives four lines.
void CaptureDevice::stroke(GfxState* state) {
  if (stopped_ || state->getStrokeOpacity() <= 0) return;
  const GfxPath* path = state->getPath();
  if (path == nullptr) return;
  const double width = state->getTransformedLineWidth();
  const Box clip = clip_of(state);
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* subpath = path->getSubpath(i);
    double x0 = 0, y0 = 0;
    for (int j = 0; j < subpath->getNumPoints(); ++j) {
      double x1, y1;
      state->transform(subpath->getX(j), subpath->getY(j), &x1, &y1);
      // Control points are marked as curve; a straight edge ends in a point that is not, and does not follow one.
      const bool straight = j > 0 && !subpath->getCurve(j) && !subpath->getCurve(j - 1);
      if (straight) add_stroke({x0, y0, x1, y1, width}, clip);
      if (stopped_) return;
      x0 = x1;
      y0 = y1;
    }
  }
}

void CaptureDevice::stop(ErrorCode code, std::string message) {
  if (!stopped_) stopped_ = fail(code, std::move(message) + " (page " + std::to_string(page_.number) + ")");
}

// Glyphs, strokes and areas share one limit, which bounds the memory of a page.
bool CaptureDevice::count_object() {
  if (page_.glyphs.size() + page_.strokes.size() + page_.areas.size() < limits_.page_objects) return true;
  stop(ErrorCode::kLimitObjects, "more glyphs and lines on one page than allowed");
  return false;
}

// Facts of the font and its matrix are worked out once for all glyphs that share them.
void CaptureDevice::learn_font(GfxState* state) {
  const double* ctm = state->getCTM();
  const double* matrix = state->getTextMat();
  const bool same = font_ == state->getFont().get() && font_ != nullptr && size_set_ == state->getFontSize() &&
                    std::equal(ctm, ctm + 4, ctm_) && std::equal(matrix, matrix + 4, matrix_);
  if (same) return;
  font_ = state->getFont().get();
  size_set_ = state->getFontSize();
  std::copy(ctm, ctm + 4, ctm_);
  std::copy(matrix, matrix + 4, matrix_);
  bold_ = font_ != nullptr && bold(*font_);
  column_ = font_ != nullptr && font_->getWMode() == 1;
  letters_ = nullptr;
  signs_ = false;
  font_number_ = 0;
  if (font_ != nullptr) learn_letters(*state->getFont());
  size_ = std::abs(state->getTransformedFontSize());
  if (font_ != nullptr && font_->getType() == fontType3) size_ *= em_of(*font_);
  double m11, m12, m21, m22;
  state->getFontTransMat(&m11, &m12, &m21, &m22);
  // In lines of text the glyphs run along the font's x axis; in columns against its y axis.
  const double ax = column_ ? -m21 : m11, ay = column_ ? -m22 : m12;
  const double length = std::hypot(ax, ay);
  along_x_ = length > 0 && std::isfinite(length) ? ax / length : 1;
  along_y_ = length > 0 && std::isfinite(length) ? ay / length : 0;
}

// Looked at once as well. What stands beyond the last number is of no one font.
void CaptureDevice::learn_letters(GfxFont& font) {
  constexpr std::size_t kMostFonts = 60'000;
  auto known = known_fonts_.find(*font.getID());
  if (known == known_fonts_.end()) {
    if (fonts_.size() >= kMostFonts) return;
    FontLetters letters(font, xref_);
    fonts_.push_back({letters.name(), letters.needed()});
    known = known_fonts_.emplace(*font.getID(), std::pair(static_cast<std::uint16_t>(fonts_.size()), std::move(letters))).first;
  }
  font_number_ = known->second.first;
  signs_ = known->second.second.of_signs();
  if (known->second.second.needed()) letters_ = &known->second.second;
}

// A Type 3 font draws its glyphs in units of its own, and how many of them make an em is said nowhere. Told by its widest glyph: one of a
// size that letters have means that the size is what it seems (cairo: a matrix of 1, widths up to 1; most others: 0.001 and up to 1000).
// Where the matrix is no guide, the widest glyph is the em (bitmaps of TeX: a matrix of 1, widths in dots). Worked out once for each font:
// text may change between fonts at every letter.
double CaptureDevice::em_of(const GfxFont& font) {
  const Ref id = *font.getID();
  const auto known = ems_.find(id);
  if (known != ems_.end()) return known->second;
  double widest = 0;
  if (!font.isCIDFont()) {
    const auto& simple = static_cast<const Gfx8BitFont&>(font);
    for (int code = 0; code < 256; ++code) {
      // In units of the text's space: Poppler has put the matrix to it.
      const double width = std::abs(simple.getWidth(static_cast<unsigned char>(code)));
      if (std::isfinite(width)) widest = std::max(widest, width);
    }
  }
  constexpr double kNarrowest = 0.15, kWidest = 2;  // of a font's widest letter, in ems: a font may hold nothing but a full stop
  const double scale = std::abs(font.getFontMatrix()[3]) * 1000;
  const auto letters = [&](double em) { return widest >= kNarrowest * em && widest <= kWidest * em; };
  const double em = widest <= 0 || letters(1) ? 1 : std::isfinite(scale) && scale > 0 && letters(scale) ? scale : widest;
  return ems_.emplace(id, em).first->second;
}

// Its name is looked through once: text changes between fonts all the time.
bool CaptureDevice::bold(const GfxFont& font) {
  const Ref id = *font.getID();
  const auto known = bold_fonts_.find(id);
  return known != bold_fonts_.end() ? known->second : bold_fonts_.emplace(id, is_bold(font)).first->second;
}

void CaptureDevice::add_stroke(const Stroke& stroke, const Box& clip) {
  if (!std::isfinite(stroke.x0 + stroke.y0 + stroke.x1 + stroke.y1 + stroke.width)) return;
  const double margin = stroke.width / 2 + 0.01;
  Stroke cut = stroke;
  const auto [low_x, high_x] = std::minmax(cut.x0, cut.x1);
  const auto [low_y, high_y] = std::minmax(cut.y0, cut.y1);
  if (high_x < clip.x0 - margin || low_x > clip.x1 + margin || high_y < clip.y0 - margin || low_y > clip.y1 + margin) return;
  // Lines along an axis are cut to what shows; slanted ones are of no use to tables and stay as they are.
  if (std::abs(cut.y0 - cut.y1) <= 0.5) {
    cut.x0 = std::clamp(cut.x0, clip.x0, clip.x1);
    cut.x1 = std::clamp(cut.x1, clip.x0, clip.x1);
  } else if (std::abs(cut.x0 - cut.x1) <= 0.5) {
    cut.y0 = std::clamp(cut.y0, clip.y0, clip.y1);
    cut.y1 = std::clamp(cut.y1, clip.y0, clip.y1);
  } else {
    return;
  }
  if (count_object()) page_.strokes.push_back(cut);
}

// Areas are kept as boxes; `rectangle` says whether the box is all of it.
void CaptureDevice::add_area(Box box, double luminance, bool rectangle, const Box& clip) {
  if (!std::isfinite(box.x0 + box.y0 + box.x1 + box.y1)) return;
  if (box.x1 < clip.x0 || box.x0 > clip.x1 || box.y1 < clip.y0 || box.y0 > clip.y1) return;
  box = {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1), std::min(box.y1, clip.y1)};
  if (count_object()) page_.areas.push_back({box, luminance, rectangle, paint_});
}

// All parts of a path have one number of painting: drawn_lines.cpp tells frames, a box with a hole, by it.
void CaptureDevice::fill_path(GfxState* state) {
  if (stopped_ || state->getFillOpacity() <= 0) return;
  const GfxPath* path = state->getPath();
  if (path == nullptr) return;
  ++paint_;
  const double luminance = luminance_of(state);
  const Box clip = clip_of(state);
  for (int i = 0; i < path->getNumSubpaths() && !stopped_; ++i) {
    const GfxSubpath* subpath = path->getSubpath(i);
    const int points = subpath->getNumPoints();
    if (points < 2) continue;
    Box box;
    bool rectangle = points == 4 || points == 5;
    double before_x = 0, before_y = 0;
    // A rectangle: four or five points, each step along one axis.
    for (int j = 0; j < points; ++j) {
      double x, y;
      state->transform(subpath->getX(j), subpath->getY(j), &x, &y);
      box = j == 0 ? Box{x, y, x, y} : united(box, {x, y, x, y});
      if (subpath->getCurve(j)) rectangle = false;
      if (j > 0 && std::abs(x - before_x) > 0.1 && std::abs(y - before_y) > 0.1) rectangle = false;
      before_x = x;
      before_y = y;
    }
    add_area(box, luminance, rectangle, clip);
  }
}

bool CaptureDevice::fill_clip(GfxState* state) {
  ++paint_;
  const Box clip = clip_of(state);
  if (!stopped_) add_area(clip, 0.5, true, clip);
  return true;
}

// Only of plain colours: others cost a conversion, and neither white nor pale text is written so.
void CaptureDevice::learn_colour(GfxState* state) {
  if (colour_known_) return;
  colour_known_ = true;
  const GfxColorSpaceMode mode = state->getFillColorSpace()->getMode();
  const bool plain = mode == csDeviceGray || mode == csDeviceRGB || mode == csDeviceCMYK;
  const double luminance = plain ? luminance_of(state) : 0;
  white_ = luminance >= kWhite;
  pale_ = !white_ && (luminance >= kPale || state->getFillOpacity() <= kHardlyCovers);
}

}  // namespace jangbu
