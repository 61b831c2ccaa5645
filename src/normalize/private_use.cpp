// Characters that only a font can read, in every text that the document has, as the signs that readers see (text/private_use.h).
//   before: 길U+F09E물 돌봄     after: 길·물 돌봄
// What no table knows stays as it is and is told: diagnostic "private_use".
#include <algorithm>
#include <cstdio>
#include <set>

#include "normalize/normalize.h"
#include "text/private_use.h"

namespace jangbu {

// Told once: the PDF reader may have told of such characters already.
void map_private_use(Document& document) {
  std::set<char32_t> unknown;
  const auto map = [&](std::string& text) {
    if (may_hold_glyph_codes(text)) text = readable_text(text, unknown);
  };
  for (Block& block : document.blocks) map(block.paragraph.text);
  for (Furniture& furniture : document.furniture) map(furniture.text);
  for (Table& table : document.tables) {
    map(table.caption);
    for (Cell& cell : table.cells) map(cell.text);
  }
  const bool told =
      std::any_of(document.diagnostics.begin(), document.diagnostics.end(), [](const Diagnostic& d) { return d.code == "private_use"; });
  if (unknown.empty() || told) return;
  constexpr std::size_t kNamed = 20;
  std::string codes;
  std::size_t named = 0;
  for (const char32_t c : unknown) {
    if (++named > kNamed) break;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    codes += (codes.empty() ? "" : ", ") + std::string(code);
  }
  if (unknown.size() > kNamed) codes += ", …";
  document.diagnostics.push_back({"private_use", "Private Use characters without a known meaning: " + codes, std::nullopt});
}

}  // namespace jangbu
