// Draws pages with as little of Poppler's work as possible: content is inflated with libdeflate, slimmed, and handed
// over as one stream; one interpreter draws page after page while their fonts agree. Where anything is unusual
// (other filters, content cut inside of a token, forms, annotations), Poppler's own way is taken, and a fresh
// interpreter next time.
// The hard case is a page that leaves its interpreter in another state: a mark behind the content tells whether all
// of it was read.
#include "extractors/pdf/page_drawer.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "extractors/inflate_at_once.h"
#include "extractors/pdf/page_content.h"

namespace jangbu {
namespace {

constexpr std::string_view kEndMark = "jangbu.end";
constexpr std::size_t kMostFonts = 64;
constexpr int kMostLayers = 16;  // of fonts; each is looked through after the other

bool stop_asked(void* device) { return static_cast<CaptureDevice*>(device)->must_stop(); }

// The bytes of a stream, up to `most`; nothing where there are more.
bool append_all(Stream& stream, std::string& bytes, std::size_t most) {
  std::array<unsigned char, 4096> piece;
  stream.reset();
  while (const int count = stream.doGetChars(static_cast<int>(piece.size()), piece.data())) {
    if (bytes.size() + static_cast<std::size_t>(count) > most) return false;
    bytes.append(reinterpret_cast<const char*>(piece.data()), static_cast<std::size_t>(count));
  }
  return true;
}

// Is this deflate data and nothing else? (Poppler's own decoder takes several times as long as libdeflate.)
bool only_deflated(Stream& stream) {
  if (stream.getKind() != strFlate || stream.getNextStream() == nullptr) return false;
  const Object filter = stream.getDict()->lookup("Filter");
  const bool alone = filter.isName() || (filter.isArray() && filter.arrayGetLength() == 1);
  return alone && stream.getDict()->lookupNF("DecodeParms").isNull() && stream.getDict()->lookupNF("DP").isNull();
}

// The header of zlib (RFC 1950, 2.2) as Poppler demands it: deflate, the check right, no dictionary.
constexpr std::size_t kHeader = 2;
bool begins_deflated(std::string_view bytes) {
  if (bytes.size() <= kHeader) return false;
  const unsigned method = static_cast<unsigned char>(bytes[0]), flags = static_cast<unsigned char>(bytes[1]);
  return (method & 0x0F) == 8 && (method * 256 + flags) % 31 == 0 && (flags & 0x20) == 0;
}

// Any failure on the short way leads to the long one.
bool append_content(const Object& object, std::string& bytes) {
  if (!object.isStream()) return false;
  Stream& stream = *object.getStream();
  std::string deflated;
  if (only_deflated(stream) && append_all(*stream.getNextStream(), deflated, kMostInflatedAtOnce) && begins_deflated(deflated)) {
    if (const auto inflated = inflate_at_once(std::as_bytes(std::span(deflated)).subspan(kHeader))) {
      bytes.append(reinterpret_cast<const char*>(inflated->data.get()), inflated->size);
      return true;
    }
  }
  return append_all(stream, bytes, kMostInflatedAtOnce);
}

// All content of a page in one piece. Nothing where there is something else, or too much to have at once.
std::optional<JoinedContent> content_of(const Object& contents) {
  JoinedContent content;
  if (!contents.isArray()) return append_content(contents, content.text) ? std::optional(std::move(content)) : std::nullopt;
  for (int i = 0; i < contents.arrayGetLength(); ++i) {
    if (i > 0) {
      content.seams.push_back(content.text.size());
      content.text += ' ';
    }
    if (!append_content(contents.arrayGet(i), content.text) || content.text.size() > kMostInflatedAtOnce) return std::nullopt;
  }
  return content;
}

// The content slimmed, if there is a right way to slim it.
std::optional<SlimContent> slim_content_of(const Object& contents) {
  const auto content = content_of(contents);
  if (!content) return std::nullopt;
  SlimContent slim = slim_content(*content);
  return slim.cut ? std::nullopt : std::optional(std::move(slim));
}

}  // namespace

// Resources and content are put on the interpreter, the annotations drawn last, as viewers show them above the page.
void PageDrawer::draw(int number, Content as) {
  ::Page* page = pdf_.getPage(number);
  if (page == nullptr || !page->isOk()) return;
  prepare(*page, number, as);
  Object contents = page->getContents();
  bool complete = false;
  auto slim = as == Content::kSlimmed ? slim_content_of(contents) : std::nullopt;
  if (slim) {
    // Where text begins is no part of the saved state. The mark tells whether Poppler came so far: operators without operands end a page.
    slim->text.insert(0, "BT ET ");
    slim->text.append(" /").append(kEndMark).append(" BMC EMC");
    contents = Object(
        static_cast<Stream*>(new MemStream(slim->text.data(), 0, static_cast<Goffset>(slim->text.size()), Object(new Dict(xref())))));
    watch_(true);
    display(contents);
    watch_(false);
    contents = Object();  // it borrows the text
    complete = slim->complete && device_.marked(kEndMark) && !gfx_->getState()->isCurPt();
  } else if (!contents.isNull()) {
    display(contents);
  }
  const auto& annotations = page->getAnnots(xref())->getAnnots();
  for (Annot* annotation : annotations) annotation->draw(gfx_.get(), false);
  gfx_->popResources();
  // What else may leave something behind for the next page: contents that nobody looked through, and Poppler's frames around links.
  if (!complete || device_.drew_forms() || !annotations.empty()) gfx_.reset();
}

// An interpreter with this page's resources on top.
void PageDrawer::prepare(::Page& page, int number, Content as) {
  Geometry geometry;
  geometry.crop_box = *page.getCropBox();
  geometry.rotation = ((page.getRotate() % 360) + 360) % 360;
  // 72 dots an inch make device units points; the crop box and the page's rotation are what a viewer shows.
  page.makeBox(72, 72, geometry.rotation, false, device_.upsideDown(), -1, -1, -1, -1, &geometry.box, &geometry.crop);
  const PageResources resources = resources_.of_page(page.getResourceDict());
  // What went wrong once leaves nothing behind: fonts neither.
  if (as == Content::kWhole) gfx_.reset();
  if (gfx_ && resources.fonts_named && same(geometry) && agree(resources.fonts)) {
    device_.startPage(number, gfx_->getState(), xref());
  } else {
    gfx_.reset();
    fonts_.clear();
    layers_ = 0;
    geometry_ = geometry;
    gfx_ = std::make_unique<Gfx>(&pdf_, &device_, number, nullptr, 72, 72, &geometry_.box, geometry_.crop ? &geometry_.crop_box : nullptr,
                                 geometry_.rotation, &stop_asked, &device_, xref());
  }
  add(resources.fonts);
  gfx_->pushResources(resources.others.getDict());
}

// A state of its own around the content, so that what it leaves open does not reach the next page.
void PageDrawer::display(Object& contents) {
  gfx_->saveState();
  gfx_->display(&contents);
  gfx_->restoreState();
}

bool PageDrawer::same(const Geometry& geometry) const {
  return geometry.box == geometry_.box && geometry.crop_box == geometry_.crop_box && geometry.crop == geometry_.crop &&
         geometry.rotation == geometry_.rotation;
}

// Is no font's name another font's by now, and is it worth while to keep those there are?
bool PageDrawer::agree(const Object& fonts) const {
  std::size_t known = 0, named = static_cast<std::size_t>(fonts.dictGetLength());
  for (int i = 0; i < fonts.dictGetLength(); ++i) {
    const auto font = fonts_.find(std::string_view(fonts.dictGetKey(i)));
    if (font == fonts_.end()) continue;
    if (font->second != fonts.dictGetValNF(i).getRef()) return false;
    ++known;
  }
  return named == known || (known > 0 && layers_ < kMostLayers && fonts_.size() + named - known <= kMostFonts);
}

// Fonts that are new come as one more layer of resources; Poppler looks through layers from the newest on.
void PageDrawer::add(const Object& fonts) {
  Object more(new Dict(xref()));
  for (int i = 0; i < fonts.dictGetLength(); ++i) {
    const Object& font = fonts.dictGetValNF(i);
    if (fonts_.emplace(fonts.dictGetKey(i), font.getRef()).second) more.dictAdd(fonts.dictGetKey(i), resources_.font(font));
  }
  if (more.dictGetLength() == 0) return;
  Object layer(new Dict(xref()));
  layer.dictAdd("Font", std::move(more));
  gfx_->pushResources(layer.getDict());
  ++layers_;
}

}  // namespace jangbu
