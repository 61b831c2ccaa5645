// DocumentReader: an HWPML document, from XML into a Story.
//
// Facts: HWP 3.0/HWPML specification, part II — HWPML > HEAD (DOCSUMMARY, MAPPINGTABLE with CHARSHAPE, PARASHAPE, NUMBERING, BULLET) and
// BODY > SECTION > P > TEXT > CHAR; CHAR is mixed: text with TAB, LINEBREAK, HYPEN, NBSPACE, FWSPACE in between. TABLE (RowCount,
// ColCount) > ROW > CELL (RowAddr, ColAddr, RowSpan, ColSpan) > PARALIST > P; captions stand in SHAPEOBJECT > CAPTION; HEADER, FOOTER,
// FOOTNOTE, ENDNOTE, HIDDENCOMMENT, DRAWTEXT and MASTERPAGE hold a PARALIST. The head comes before the body.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "extractors/hangul/numbering.h"
#include "extractors/hangul/story.h"
#include "extractors/hangul/xml_scanner.h"
#include "jangbu/document.h"

namespace jangbu::hwpml {

class DocumentReader {
 public:
  // Borrows everything.
  DocumentReader(hangul::XmlScanner& xml, hangul::Story& story, Document& document) : xml_(xml), story_(story), document_(document) {}

  // Errors: file_damaged (the root is not HWPML), those of the scanner and the Story.
  Status read();

 private:
  struct Letters {
    double points = 0;
    bool bold = false;
  };
  struct Shape {
    std::string head;  // "Outline", "Number", "Bullet"
    int level = 0;
    std::uint32_t numbering = 0;
  };

  void read_children();
  void read_element();
  void read_head_element(std::string_view name);
  void read_paragraph();
  void settle_label();
  void read_char();
  void read_part(Where where);
  void read_table();
  void read_caption();
  void read_cell();
  void read_auto_number();
  std::string read_plain_text();
  template <typename Visit>
  void each_child(Visit&& visit);
  std::uint32_t id(std::string_view attribute);

  hangul::XmlScanner& xml_;
  hangul::Story& story_;
  Document& document_;
  hangul::NumberCounter counter_;
  std::unordered_map<std::uint32_t, Letters> letters_;
  std::unordered_map<std::uint32_t, Shape> shapes_;
  std::unordered_map<std::uint32_t, hangul::Numbering> numberings_;
  std::unordered_map<std::uint32_t, std::string> bullets_;
  std::uint32_t outline_numbering_ = 0;
  const Shape* label_owed_ = nullptr;  // of the paragraph that has just begun
  Letters run_letters_;
  bool styled_ = false;
};

}  // namespace jangbu::hwpml
