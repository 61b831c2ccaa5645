// What Poppler paints of a page, as glyphs, strokes and areas (captured_page.h): an output device that paints nothing.
//
// Coordinates are those of the page as a viewer shows it, in points, y down. Pictures, gradients and patterns are not run; of the latter
// two it is remembered that an area is shaded. Borrows the page it fills, and the limits.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/pdf/captured_page.h"
#include "extractors/pdf/font_letters.h"
#include "extractors/pdf/poppler_private.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "model/cpu_clock.h"

namespace jangbu {

class CaptureDevice final : public OutputDev {
 public:
  CaptureDevice(CapturedPage& page, const Limits& limits, const CpuDeadline& deadline)
      : page_(page), limits_(limits), deadline_(deadline) {}

  // Why the page must end here; empty while all is well. Poppler asks between operators.
  const std::optional<Unexpected>& stopped() const { return stopped_; }
  bool must_stop();

  // Of all pages so far.
  const std::vector<FontFacts>& fonts() const { return fonts_; }
  // Did this page draw what has a content of its own?
  bool drew_forms() const { return forms_ > 0 || groups_; }
  // Is this the last mark that was set in its content?
  bool marked(std::string_view tag) const { return last_mark_ == tag; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void startPage(int, GfxState* state, XRef* xref) override;
  void beginForm(Ref) override;
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override { groups_ = true; }
  void beginMarkedContent(const char* tag, Dict*) override { last_mark_ = tag; }
  void saveState(GfxState*) override;
  void restoreState(GfxState*) override;
  void updateFillColorSpace(GfxState*) override { colour_known_ = false; }
  void updateFillColor(GfxState*) override { colour_known_ = false; }
  void updateFillOpacity(GfxState*) override { colour_known_ = false; }
  void beginStringOp(GfxState*) override { ++shown_; }
  void updateFont(GfxState*) override { font_ = nullptr; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode, int, const Unicode* text,
                int length) override;
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { fill_path(state); }
  void eoFill(GfxState* state) override { fill_path(state); }

  // Poppler has clipped to what they fill by then.
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double, double) override {
    return fill_clip(state);
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return fill_clip(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return fill_clip(state); }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return fill_clip(state); }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return fill_clip(state); }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return fill_clip(state); }

 private:
  void stop(ErrorCode code, std::string message);
  bool count_object();
  void learn_font(GfxState* state);
  bool bold(const GfxFont& font);
  double em_of(const GfxFont& font);
  void learn_letters(GfxFont& font);
  void learn_colour(GfxState* state);
  void add_stroke(const Stroke& stroke, const Box& clip);
  void add_area(Box box, double luminance, bool rectangle, const Box& clip);
  void fill_path(GfxState* state);
  bool fill_clip(GfxState* state);

  CapturedPage& page_;
  const Limits& limits_;
  CpuDeadline deadline_;
  std::optional<Unexpected> stopped_;
  int depth_ = 0;
  std::size_t saves_ = 0, forms_ = 0;
  bool groups_ = false;
  std::string last_mark_;
  std::uint32_t paint_ = 0, shown_ = 0;

  // Facts that hold until the font or its matrix changes.
  const GfxFont* font_ = nullptr;
  double size_set_ = 0, ctm_[4] = {}, matrix_[4] = {};
  double size_ = 0, along_x_ = 1, along_y_ = 0;
  bool bold_ = false, column_ = false;
  std::map<Ref, bool> bold_fonts_;
  std::map<Ref, double> ems_;  // of Type 3 fonts, in units of the text's space
  std::vector<FontFacts> fonts_;
  std::map<Ref, std::pair<std::uint16_t, FontLetters>> known_fonts_;
  const FontLetters* letters_ = nullptr;  // of the font in use, where its own map has none
  bool signs_ = false;                    // does the font in use draw signs in the place of letters?
  std::uint16_t font_number_ = 0;
  XRef* xref_ = nullptr;
  bool white_ = false, pale_ = false, colour_known_ = false;
};

}  // namespace jangbu
