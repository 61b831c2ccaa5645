// Paragraphs that the format itself keeps in page headers and footers go to Document::furniture, where those of pages already are.
// Their tables stay where they are: a table says by itself that it stands in a header (Table::where).
#include <algorithm>

#include "normalize/normalize.h"
#include "text/pattern.h"

namespace jangbu {

// Blocks go out of the body in place; tables of a header stay, as the opening comment says.
void take_furniture(Document& document) {
  // `- 4 -`, `iv`, `4 / 20`.
  static const Pattern number(R"([-–—‐−<\[(|·ㆍ\s]*[0-9IVXivx]{1,5}(?:\s*/\s*[0-9]*)?[-–—‐−>\])|·ㆍ\s]*)");
  std::erase_if(document.blocks, [&](Block& block) {
    if (block.kind != Block::Kind::kParagraph) return false;
    Paragraph& paragraph = block.paragraph;
    if (paragraph.where != Where::kHeader && paragraph.where != Where::kFooter) return false;
    const bool is_number = number.matches(paragraph.text);
    document.furniture.push_back({std::move(paragraph.text), paragraph.page,
                                  is_number                           ? FurniturePlace::kPageNumber
                                  : paragraph.where == Where::kHeader ? FurniturePlace::kHeader
                                                                      : FurniturePlace::kFooter});
    return true;
  });
}

}  // namespace jangbu
