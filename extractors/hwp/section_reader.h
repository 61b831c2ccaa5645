// SectionReader: one section of an HWP 5 body, from records into a Story.
//
// Records come in reading order but for one thing: a paragraph's text comes before the controls that stand in it. The text is
// kept until each control's record arrives and is given out up to that control's place, so that the Story sees what a
// person would read.
//
// What tracked changes have deleted is left out: text, and controls with all that hangs on them.
//
// Facts: HWP 5.0 specification, 4.3; PARA_RANGE_TAG (4.3.5): u32 first unit, u32 unit behind the last, u8 kind above 24 bits of data,
// for tracked changes (published readers) the number of the change in DocInfo, from 1; the order of a table's children (caption list,
// TABLE, a list a cell) and that the paragraphs of a list stand at the list header's own level are from real files.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/hangul/story.h"
#include "extractors/hwp/doc_info.h"
#include "extractors/hwp/paragraph_text.h"
#include "extractors/hwp/record_stream.h"

namespace jangbu::hwp {

class SectionReader {
 public:
  // Borrows everything; the counter goes on from section to section.
  SectionReader(const DocInfo& info, hangul::NumberCounter& counter, hangul::Story& story)
      : info_(info), counter_(counter), story_(story) {}

  // Errors: file_damaged, file_truncated, those of the source and of the Story.
  Status read(hangul::ByteSource& source);

 private:
  struct Open {
    enum class Kind : std::uint8_t { kParagraph, kControl, kList };
    enum class List : std::uint8_t { kPart, kCaption, kCell, kPlain };
    Kind kind = Kind::kParagraph;
    std::uint16_t level = 0;
    std::uint32_t control = 0;  // kControl
    bool table_seen = false;    // kControl: its TABLE record has come
    bool removed = false;       // kControl: nothing below it is read
    List list = List::kPlain;   // kList
    hangul::CellPlace place;    // kList of a cell
    bool has_place = false;
  };
  struct OpenParagraph {
    ParagraphText text;
    ParaShape shape;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> char_shapes;  // from unit, shape
    bool begun = false;
  };

  void open_paragraph(const Record& record);
  void remove_deletions(OpenParagraph& paragraph, hangul::Bytes ranges);
  void open_control(const Record& record);
  void open_list(const Record& record);
  void read_table(const Record& record);
  void begin(OpenParagraph& paragraph);
  void close_top();
  bool handle(const Record& record);  // false where a paragraph's text is cut inside a control
  OpenParagraph* current_paragraph(std::uint16_t level);

  const DocInfo& info_;
  hangul::NumberCounter& counter_;
  hangul::Story& story_;
  std::vector<Open> open_;
  std::vector<OpenParagraph> paragraphs_;  // those in open_, kept for their memory when closed
  std::size_t paragraphs_open_ = 0;
  std::uint16_t outline_numbering_ = 0;
  std::string scratch_;
};

}  // namespace jangbu::hwp
