// Reads the letters of composite fonts that do not tell them. The map of an embedded TrueType file leads from letters
// to glyphs; it is read backwards for every letter of the basic plane, and the first letter of a glyph is taken.
// Private Use letters say nothing and are left out. Fonts whose collection or ToUnicode Poppler knows are not
// touched.
#include "extractors/pdf/font_letters.h"

#include <memory>
#include <string_view>

#include "extractors/pdf/sign_font.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Codes of it are those of a known set of characters, or of Unicode itself.
bool known_collection(std::string_view collection) {
  for (const std::string_view known : {"Korea1", "KR", "Japan1", "GB1", "CNS1", "Manga1", "UCS"}) {
    if (collection.find(known) != std::string_view::npos) return true;
  }
  return false;
}

// Platform 0 is Unicode, platform 3 with 1 or 10 Windows' Unicode (OpenType, cmap).
bool by_unicode(const FoFiTrueType& file, int cmap) {
  const int platform = file.getCmapPlatform(cmap), encoding = file.getCmapEncoding(cmap);
  return platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
}

// "ABCDEF+Name" → "Name", as far as it can be shown.
std::string plain_name(const GfxFont& font) {
  if (!font.getName()) return "without a name";
  std::string name = *font.getName();
  if (name.size() > 7 && name[6] == '+') name.erase(0, 7);
  std::string shown;
  for (const char c : name.substr(0, 80)) shown += c > ' ' && c < 0x7F ? c : '?';
  return shown;
}

}  // namespace

// Each return leaves the font to Poppler, or, once `needed_` is set, without letters: then every glyph is U+FFFD.
FontLetters::FontLetters(GfxFont& font, XRef* xref) : name_(plain_name(font)), of_signs_(is_sign_font(name_)) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap() || !font.getEncodingName().starts_with("Identity")) return;
  const auto& composite = static_cast<const GfxCIDFont&>(font);
  const GooString* collection = composite.getCollection();
  if (collection != nullptr && known_collection(collection->toStr())) return;
  needed_ = true;
  Ref embedded;
  if (!font.getEmbeddedFontID(&embedded) || (font.getType() != fontCIDType2 && font.getType() != fontCIDType2OT)) return;
  const auto bytes = font.readEmbFontFile(xref);
  if (!bytes) return;
  const std::unique_ptr<FoFiTrueType> file = FoFiTrueType::make(bytes->data(), static_cast<int>(bytes->size()));
  if (!file) return;
  constexpr unsigned kFirst = 0x20, kLast = 0xFFFF;
  std::unordered_map<int, char32_t> by_glyph;
  for (int cmap = 0; cmap < file->getNumCmaps() && by_glyph.empty(); ++cmap) {
    if (!by_unicode(*file, cmap)) continue;
    for (unsigned c = kFirst; c <= kLast; ++c) {
      if (is_private_use(static_cast<char32_t>(c))) continue;
      const int glyph = file->mapCodeToGID(cmap, c);
      if (glyph > 0) by_glyph.emplace(glyph, static_cast<char32_t>(c));
    }
  }
  const int* const glyphs = composite.getCIDToGID();
  const unsigned count = composite.getCIDToGIDLen();
  // Without a table of their own, codes are glyphs.
  if (glyphs == nullptr) {
    for (const auto& [glyph, letter] : by_glyph) letters_.emplace(static_cast<std::uint32_t>(glyph), letter);
    return;
  }
  for (unsigned code = 0; code < count; ++code) {
    const auto found = by_glyph.find(glyphs[code]);
    if (found != by_glyph.end()) letters_.emplace(code, found->second);
  }
}

char32_t FontLetters::letter(std::uint32_t code) const {
  const auto found = letters_.find(code);
  return found == letters_.end() ? 0 : found->second;
}

}  // namespace jangbu
