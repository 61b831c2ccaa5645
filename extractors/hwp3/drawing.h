// Text boxes inside of drawings (그리기 개체): what a picture of kind 3 carries in front of its caption.
//
// Facts: HWP 3.0 specification, 11 — a frame: u32 length of what follows of its head (24, more with a hyperlink), u32, u32 number of
// objects, four i32; then the objects, a tree in the order of writing. An object: a head of 92 bytes (u16 kind at 4, u16 at 6: bit 0 a
// sibling follows, bit 1 children follow; u32 options at 88), by the options 32 bytes of rotation (bit 17), 28 of gradient (bit 16),
// 278 of pattern (bit 18); but for groups (kind 0) two lists of details, each behind its u32 length. The second list of a text box
// (kind 6) holds paragraphs, as those of the body.
#pragma once

#include <vector>

#include "extractors/hangul/byte_view.h"

namespace jangbu::hwp3 {

struct DrawnBoxes {
  std::vector<hangul::Bytes> boxes;  // the paragraphs of each text box, in the order of writing; borrowed
  bool whole = true;                 // the drawing could be followed to its end
};

DrawnBoxes text_boxes_of(hangul::Bytes drawing);

}  // namespace jangbu::hwp3
