// BodyReader: the body of an HWP 3 document, from bytes into a Story.
//
// Facts: HWP 3.0 specification, 6–10 — seven font lists (u16 count, names of 40 bytes), styles (u16 count, 238 bytes each), then a list of
// paragraphs. A paragraph: 43 bytes (u8 follows the shape before, u16 codes, u16 lines, u8 own letter shapes, …, letter shape of
// 31 bytes), 187 bytes of paragraph shape unless it follows, 14 bytes a line, letter shapes if its own, then the codes. A paragraph
// without codes ends its list. Codes below 32 are controls of fixed or told size, some of which hold lists of paragraphs. Tables
// (code 10) say of each cell where it stands in print (u16 x, y, width, height in 1/1800 inch at 4 of 27 bytes): lines are told
// from these, and rows and columns from lines.
//
// Nothing in the format marks where a thing starts, so one wrong size spoils all that follows: what has been read until then is kept.
#pragma once

#include <string>

#include "extractors/hangul/byte_view.h"
#include "extractors/hangul/story.h"
#include "extractors/hwp3/character_codes.h"

namespace jangbu::hwp3 {

class BodyReader {
 public:
  // Borrows everything. `most_depth`: lists in lists.
  BodyReader(hangul::ByteView body, CharacterCodes& codes, hangul::Story& story, int most_depth)
      : view_(body), codes_(codes), story_(story), most_depth_(most_depth) {}

  // Empty if all was read; else what went wrong, with everything before it in the Story.
  std::string read();
  bool nothing_read() const { return paragraphs_ == 0; }
  // Drawings, and text boxes in them, that could not be read to their end.
  std::size_t damaged_drawings() const { return damaged_drawings_; }

 private:
  bool stop(const char* why);
  bool read_list(int depth);
  bool read_paragraph(std::uint8_t follows, std::uint16_t count, int depth);
  bool read_codes(std::size_t count, int depth);
  bool read_control(std::uint16_t code, std::size_t& left, int depth);
  bool read_box(int depth);
  bool read_picture(int depth);
  bool read_drawing(hangul::Bytes content, int depth);
  bool read_part(Where where, std::size_t head, int depth);
  void flush();

  hangul::ByteView view_;
  CharacterCodes& codes_;
  hangul::Story& story_;
  int most_depth_;
  std::size_t paragraphs_ = 0, damaged_drawings_ = 0;
  std::u32string pending_;
  std::string trouble_;
};

}  // namespace jangbu::hwp3
