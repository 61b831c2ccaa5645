// The one file that sees Poppler's private headers (22.12; CMake checks the version).
#include "extractors/pdf/poppler_capture.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <poppler/Catalog.h>
#include <poppler/CharTypes.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>
#include <poppler/UTF.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

#include "text/unicode.h"

namespace jangbu {
namespace {

using Clock = std::chrono::steady_clock;

// No ligature stands for more than a few letters; a ToUnicode map that says so is damaged or an attack.
constexpr int kLongestLigature = 32;
// Real pages save a few dozen graphics states; each costs about a kilobyte.
constexpr int kDeepestState = 10'000;
constexpr double kWhite = 0.985;
// Drawing a form takes Poppler as long as this many glyphs: each counts as so many of Limits::page_objects. Maps draw a few thousand.
constexpr std::size_t kObjectsOfForm = 80;

struct Complaints {
  std::uint64_t count = 0;
  std::string first;
  int first_page = 0;
  int page = 0;
};

// Poppler reports errors to one callback of the process, without saying for which document. Reading stays on one thread, so
// the thread tells: this is the only mutable static of the library, and it points nowhere while no document is being read.
thread_local Complaints* complaints_of_this_thread = nullptr;

void on_complaint(ErrorCategory category, Goffset, const char* message) {
  if (complaints_of_this_thread == nullptr) return;
  if (category == errSyntaxWarning || category == errConfig || category == errNotAllowed || category == errCommandLine) return;
  Complaints& complaints = *complaints_of_this_thread;
  if (complaints.count++ == 0) {
    complaints.first = std::string(message).substr(0, 200);
    complaints.first_page = complaints.page;
  }
}

class ComplaintScope {
 public:
  explicit ComplaintScope(Complaints& complaints) { complaints_of_this_thread = &complaints; }
  ~ComplaintScope() { complaints_of_this_thread = nullptr; }
  ComplaintScope(const ComplaintScope&) = delete;
  ComplaintScope& operator=(const ComplaintScope&) = delete;
};

// Poppler keeps its settings in a counted global of its own. Held here for ever: its public interface (page_picture.cpp) would
// otherwise take the settings away with the last of its documents, while others are being read.
void start_poppler() {
  static const GlobalParamsIniter held(&on_complaint);
  static std::once_flag once;
  std::call_once(once, [] { setErrorCallback(&on_complaint); });
}

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

class CaptureDevice final : public OutputDev {
 public:
  CaptureDevice(CapturedPage& page, const Limits& limits, Clock::time_point deadline) : page_(page), limits_(limits), deadline_(deadline) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  // Why the page must end here; empty while all is well. Poppler asks between operators.
  const std::optional<Unexpected>& stopped() const { return stopped_; }
  std::uint64_t oversized_glyphs() const { return oversized_glyphs_; }
  bool must_stop() {
    if (!stopped_ && Clock::now() >= deadline_) stop(ErrorCode::kLimitSeconds, "reading the PDF took longer than allowed");
    return stopped_.has_value();
  }

  void startPage(int, GfxState* state, XRef*) override {
    depth_ = 0;
    saves_ = forms_ = 0;
    paint_ = 0;
    font_ = nullptr;
    white_known_ = false;
    if (state == nullptr) return;
    page_.width = state->getPageWidth();
    page_.height = state->getPageHeight();
  }

  // Forms that draw forms can go on for hours without painting anything.
  void beginForm(Ref) override {
    forms_ += kObjectsOfForm;
    if (forms_ > limits_.page_objects) stop(ErrorCode::kLimitObjects, "more drawn forms on one page than allowed");
  }

  void saveState(GfxState*) override {
    if (++saves_ > limits_.page_objects) stop(ErrorCode::kLimitObjects, "more saved graphics states on one page than allowed");
    if (++depth_ > kDeepestState) stop(ErrorCode::kLimitNesting, "a page saves its graphics state without ever restoring it");
  }
  void restoreState(GfxState*) override {
    --depth_;
    white_known_ = false;
  }

  void updateFillColorSpace(GfxState*) override { white_known_ = false; }
  void updateFillColor(GfxState*) override { white_known_ = false; }

  void updateFont(GfxState*) override { font_ = nullptr; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode, int, const Unicode* text,
                int length) override {
    if (stopped_ || !count_object()) return;
    learn_font(state);
    Glyph glyph;
    const int mode = state->getRender();
    glyph.invisible = (mode & 3) == 3;
    glyph.white = (mode & 3) == 0 && white(state);
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
    if (glyph.x < -page_.width || glyph.x > 2 * page_.width || glyph.y < -page_.height || glyph.y > 2 * page_.height) return;
    glyph.text_begin = static_cast<std::uint32_t>(page_.text.size());
    if (length > kLongestLigature) {
      ++oversized_glyphs_;
      page_.text.push_back(0xFFFD);
    } else {
      for (int i = 0; i < length; ++i) page_.text.push_back(static_cast<char32_t>(text[i]));
      // No mapping at all: the reader of the output must see that something stands here.
      if (length <= 0) page_.text.push_back(0xFFFD);
    }
    glyph.text_length = static_cast<std::uint16_t>(page_.text.size() - glyph.text_begin);
    page_.glyphs.push_back(glyph);
  }

  void stroke(GfxState* state) override {
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

  void fill(GfxState* state) override { fill_path(state, luminance_of(state)); }
  void eoFill(GfxState* state) override { fill_path(state, luminance_of(state)); }

  // Patterns and gradients are not run: what matters is that the area is shaded. Poppler has clipped to it by then.
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double, double) override {
    return fill_clip(state);
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return fill_clip(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return fill_clip(state); }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return fill_clip(state); }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return fill_clip(state); }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return fill_clip(state); }

 private:
  void stop(ErrorCode code, std::string message) {
    if (!stopped_) stopped_ = fail(code, std::move(message) + " (page " + std::to_string(page_.number) + ")");
  }

  bool count_object() {
    if (page_.glyphs.size() + page_.strokes.size() + page_.areas.size() < limits_.page_objects) return true;
    stop(ErrorCode::kLimitObjects, "more glyphs and lines on one page than allowed");
    return false;
  }

  // Facts that hold for every glyph until the font or its matrix changes.
  void learn_font(GfxState* state) {
    const double* ctm = state->getCTM();
    const double* matrix = state->getTextMat();
    const bool same = font_ == state->getFont().get() && font_ != nullptr && size_set_ == state->getFontSize() &&
                      std::equal(ctm, ctm + 4, ctm_) && std::equal(matrix, matrix + 4, matrix_);
    if (same) return;
    font_ = state->getFont().get();
    size_set_ = state->getFontSize();
    std::copy(ctm, ctm + 4, ctm_);
    std::copy(matrix, matrix + 4, matrix_);
    bold_ = font_ != nullptr && is_bold(*font_);
    column_ = font_ != nullptr && font_->getWMode() == 1;
    size_ = std::abs(state->getTransformedFontSize());
    if (font_ != nullptr && font_->getType() == fontType3) {
      // A Type 3 font scales its glyphs by a matrix of its own; the usual 0.001 means that the size is what it seems.
      const double scale = std::abs(font_->getFontMatrix()[3]) * 1000;
      if (std::isfinite(scale) && scale > 0) size_ *= scale;
    }
    double m11, m12, m21, m22;
    state->getFontTransMat(&m11, &m12, &m21, &m22);
    // In lines of text the glyphs run along the font's x axis; in columns against its y axis.
    const double ax = column_ ? -m21 : m11, ay = column_ ? -m22 : m12;
    const double length = std::hypot(ax, ay);
    along_x_ = length > 0 && std::isfinite(length) ? ax / length : 1;
    along_y_ = length > 0 && std::isfinite(length) ? ay / length : 0;
  }

  static Box clip_of(GfxState* state) {
    Box clip;
    state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
    return clip;
  }

  void add_stroke(const Stroke& stroke, const Box& clip) {
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

  void add_area(Box box, double luminance, bool rectangle, const Box& clip) {
    if (!std::isfinite(box.x0 + box.y0 + box.x1 + box.y1)) return;
    if (box.x1 < clip.x0 || box.x0 > clip.x1 || box.y1 < clip.y0 || box.y0 > clip.y1) return;
    box = {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1), std::min(box.y1, clip.y1)};
    if (count_object()) page_.areas.push_back({box, luminance, rectangle, paint_});
  }

  void fill_path(GfxState* state, double luminance) {
    if (stopped_ || state->getFillOpacity() <= 0) return;
    const GfxPath* path = state->getPath();
    if (path == nullptr) return;
    ++paint_;
    const Box clip = clip_of(state);
    for (int i = 0; i < path->getNumSubpaths() && !stopped_; ++i) {
      const GfxSubpath* subpath = path->getSubpath(i);
      const int points = subpath->getNumPoints();
      if (points < 2) continue;
      Box box;
      bool rectangle = points == 4 || points == 5;
      double before_x = 0, before_y = 0;
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

  bool fill_clip(GfxState* state) {
    ++paint_;
    const Box clip = clip_of(state);
    if (!stopped_) add_area(clip, 0.5, true, clip);
    return true;
  }

  // Only of plain colours: others cost a conversion, and white is not written so.
  bool white(GfxState* state) {
    if (white_known_) return white_;
    white_known_ = true;
    const GfxColorSpaceMode mode = state->getFillColorSpace()->getMode();
    white_ = (mode == csDeviceGray || mode == csDeviceRGB || mode == csDeviceCMYK) && luminance_of(state) >= kWhite;
    return white_;
  }

  static double luminance_of(GfxState* state) {
    if (state->getFillColorSpace()->getMode() == csPattern) return 0.5;
    GfxGray gray;
    state->getFillGray(&gray);
    return std::clamp(colToDbl(gray), 0.0, 1.0);
  }

  CapturedPage& page_;
  const Limits& limits_;
  Clock::time_point deadline_;
  std::optional<Unexpected> stopped_;
  std::uint64_t oversized_glyphs_ = 0;
  int depth_ = 0;
  std::size_t saves_ = 0, forms_ = 0;
  std::uint32_t paint_ = 0;

  const GfxFont* font_ = nullptr;
  double size_set_ = 0, ctm_[4] = {}, matrix_[4] = {};
  double size_ = 0, along_x_ = 1, along_y_ = 0;
  bool bold_ = false, column_ = false;
  bool white_ = false, white_known_ = false;
};

// May the page show pictures? They are not decoded and leave nothing behind, but white text on them is to be read.
bool has_pictures(::Page* page) {
  if (page == nullptr || page->getResourceDict() == nullptr) return true;
  const Object objects = page->getResourceDict()->lookup("XObject");
  return objects.isDict() && objects.dictGetLength() > 0;
}

bool stop_asked(void* device) { return static_cast<CaptureDevice*>(device)->must_stop(); }

std::string_view view_of(std::span<const std::byte> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Keeps of the catalog what reading pages needs. Hancom's output intent alone costs Poppler 80 % of its time on a page, and a
// form can be built so that visiting its fields never ends. The catalog is fetched anew at each use: the copy goes back.
void slim_catalog(PDFDoc& pdf) {
  XRef* xref = pdf.getXRef();
  const Object catalog = xref->getCatalog();
  if (!catalog.isDict()) return;
  Object slim(new Dict(xref));
  for (const char* key : {"Type", "Pages", "OCProperties", "Version", "Lang"}) {
    Object value = catalog.getDict()->lookupNF(key).copy();
    if (!value.isNull()) slim.dictAdd(key, std::move(value));
  }
  xref->setModifiedObject(&slim, xref->getRoot());
}

// Poppler follows a CMap that uses itself until the stack ends. Real ones use one other, by name. The word stands in the plain
// part of the file: dictionaries of streams are never compressed.
bool cmap_loops(PDFDoc& pdf, std::span<const std::byte> bytes) {
  if (view_of(bytes).find("UseCMap") == std::string_view::npos) return false;
  constexpr int kLongestChain = 8;
  XRef* xref = pdf.getXRef();
  for (int number = 0; number < xref->getNumObjects(); ++number) {
    const XRefEntry* entry = xref->getEntry(number, false);
    if (entry == nullptr || entry->type != xrefEntryUncompressed) continue;
    Object cmap = xref->fetch({number, entry->gen});
    for (int used = 0; cmap.isStream(); ++used) {
      if (used == kLongestChain) return true;
      cmap = cmap.streamGetDict()->lookup("UseCMap");
    }
  }
  return false;
}

// An encryption that Poppler does not know leaves the document looking plain, and its text as noise.
bool unknown_encryption(PDFDoc& pdf) {
  const Object* trailer = pdf.getXRef()->getTrailerDict();
  return trailer != nullptr && trailer->isDict() && !trailer->dictLookupNF("Encrypt").isNull() && !pdf.isEncrypted();
}

std::string info_text(const Object& info, const char* key) {
  if (!info.isDict()) return {};
  const Object value = info.dictLookup(key);
  if (!value.isString()) return {};
  Unicode* points = nullptr;
  const int length = TextStringToUCS4(value.getString()->toStr().substr(0, 4096), &points);
  std::u32string text;
  for (int i = 0; i < length; ++i) {
    const auto c = static_cast<char32_t>(points[i]);
    // Control characters have no place in a title, and steer a terminal that shows it.
    if (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)) text.push_back(c);
  }
  std::free(points);
  return trim(to_nfc(to_utf8(text)));
}

// "D:20210813091500+09'00'" → "2021-08-13T09:15:00+09:00", as far as it goes.
std::string iso_date(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  const auto digits = [&](std::size_t at, std::size_t n) {
    if (date.size() < at + n) return false;
    return std::all_of(date.begin() + static_cast<std::ptrdiff_t>(at), date.begin() + static_cast<std::ptrdiff_t>(at + n),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(0, 8)) return {};
  const auto part = [&](std::size_t at, std::size_t n) { return std::string(date.substr(at, n)); };
  std::string out = part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2);
  if (!digits(8, 6)) return out;
  out += "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2);
  if (date.size() > 14 && date[14] == 'Z') return out + "Z";
  if (date.size() > 14 && (date[14] == '+' || date[14] == '-') && digits(15, 2)) {
    out += date[14] + part(15, 2) + ":";
    out += date.size() >= 20 && date[17] == '\'' && digits(18, 2) ? part(18, 2) : "00";
  }
  return out;
}

bool lacks_end_mark(std::span<const std::byte> bytes) {
  const std::string_view all = view_of(bytes);
  return all.substr(all.size() - std::min<std::size_t>(all.size(), 2048)).find("%%EOF") == std::string_view::npos;
}

Unexpected cannot_open(int code, const ExtractOptions& options, const PdfFacts& facts) {
  if (code == errEncrypted) {
    if (options.password.empty()) return fail(ErrorCode::kEncrypted, "the PDF is encrypted", "give its password, or save it without one");
    return fail(ErrorCode::kPasswordWrong, "the password does not open the PDF");
  }
  if (facts.end_missing)
    return fail(ErrorCode::kFileTruncated, "the end of the PDF is missing, and its pages cannot be found", "copy the file again");
  return fail(ErrorCode::kFileDamaged, "the structure of the PDF cannot be followed");
}

Result<PdfFacts> capture(std::span<const std::byte> bytes, const ExtractOptions& options, const PageConsumer& consume) {
  PdfFacts facts;
  facts.end_missing = lacks_end_mark(bytes);
  if (view_of(bytes).substr(0, 4096).find("%PDF-") == std::string_view::npos) {
    return fail(ErrorCode::kFileDamaged, "no PDF header near the start of the file");
  }
  const auto deadline = Clock::now() + std::chrono::seconds(options.limits.seconds);
  start_poppler();
  Complaints complaints;
  const ComplaintScope scope(complaints);

  std::optional<GooString> password;
  if (!options.password.empty()) password.emplace(options.password);
  // The document owns the stream; the stream borrows the bytes.
  auto* stream = new MemStream(view_of(bytes).data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc pdf(stream, password, password, nullptr, [&facts] { facts.rebuilt_table = true; });
  if (!pdf.isOk()) return cannot_open(pdf.getErrorCode(), options, facts);

  if (unknown_encryption(pdf))
    return fail(ErrorCode::kEncrypted, "the PDF is encrypted in a way that cannot be read", "save it without a password");
  if (cmap_loops(pdf, bytes)) return fail(ErrorCode::kFileDamaged, "a character map of the PDF refers to itself");

  const Object info = pdf.getDocInfo();
  facts.metadata = {info_text(info, "Title"), info_text(info, "Author"), iso_date(info_text(info, "CreationDate")),
                    iso_date(info_text(info, "ModDate"))};
  facts.producer = info_text(info, "Producer");
  slim_catalog(pdf);

  facts.pages = pdf.getNumPages();
  if (facts.pages <= 0) return cannot_open(errBadCatalog, options, facts);
  if (facts.pages > options.limits.pages) {
    return fail(ErrorCode::kLimitPages, std::to_string(facts.pages) + " pages, " + std::to_string(options.limits.pages) + " are allowed");
  }

  CapturedPage page;
  CaptureDevice device(page, options.limits, deadline);
  std::uint64_t code_points = 0;
  for (int number = 1; number <= facts.pages; ++number) {
    page.clear();
    page.number = complaints.page = number;
    page.width = page.height = 0;
    // 72 dots an inch make device units points; the crop box and the page's rotation are what a viewer shows.
    pdf.displayPage(&device, number, 72, 72, 0, false, true, false, &stop_asked, &device);
    if (device.must_stop()) return *device.stopped();
    const bool any_white = std::any_of(page.glyphs.begin(), page.glyphs.end(), [](const Glyph& glyph) { return glyph.white; });
    page.pictures = any_white && has_pictures(pdf.getPage(number));
    code_points += page.text.size();
    if (code_points > options.limits.text_code_points) return fail(ErrorCode::kLimitText, "more text in the PDF than allowed");
    if (Status consumed = consume(page); !consumed) return consumed.forward();
  }
  facts.oversized_glyphs = device.oversized_glyphs();
  facts.complaints = complaints.count;
  facts.first_complaint = std::move(complaints.first);
  facts.first_complaint_page = complaints.first_page;
  return facts;
}

}  // namespace

Result<PdfFacts> capture_pages(std::span<const std::byte> bytes, const ExtractOptions& options, const PageConsumer& consume) {
  if (bytes.empty()) return fail(ErrorCode::kFileEmpty, "the file has no bytes", "copy it again");
  try {
    return capture(bytes, options, consume);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "out of memory while reading the PDF");
  } catch (const std::exception& error) {
    return fail(ErrorCode::kInternal, std::string("Poppler: ") + error.what());
  } catch (...) {
    return fail(ErrorCode::kInternal, "Poppler threw something that is no exception");
  }
}

}  // namespace jangbu
