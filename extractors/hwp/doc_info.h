// DocInfo: the tables of shapes that paragraphs refer to by number. Only what tells headings from text is kept.
//
// Facts: HWP 5.0 specification, 4.2 — CHAR_SHAPE: i32 size (1/100 pt) at 42, u32 attributes at 46 (bit 1 bold); PARA_SHAPE: u32
// attributes at 0 (bits 23–24 kind of head: outline, number, bullet; bits 25–27 level), u16 numbering or bullet number at 30;
// NUMBERING: for each of 7 levels a head of 12 bytes (u32 attributes, bits 5–8 the number shape) and a format string, then u16
// and (from 5.0.2.5) u32[7] first numbers; BULLET: head of 12 bytes, then the sign; STYLE: two names, then u16 paragraph shape.
// TRACK_CHANGE (not in the specification; published readers): u32 kind, 0x10 for what was put in and 0x11 for what was deleted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractors/hangul/byte_source.h"
#include "extractors/hangul/numbering.h"

namespace jangbu::hwp {

struct CharShape {
  double points = 0;
  bool bold = false;
  bool raised = false;
};

enum class HeadKind : std::uint8_t { kNone, kOutline, kNumber, kBullet };

struct ParaShape {
  HeadKind head = HeadKind::kNone;
  std::uint8_t level = 0;       // from 0
  std::uint16_t numbering = 0;  // from 1, into numberings or bullets
};

struct DocInfo {
  std::vector<CharShape> char_shapes;
  std::vector<ParaShape> para_shapes;
  std::vector<hangul::Numbering> numberings;
  std::vector<std::string> bullets;  // UTF-8
  std::vector<bool> deletions;       // of each tracked change whether it deletes; ranges of paragraphs count them from 1
};

// Errors: file_damaged, file_truncated, and those of the source.
Result<DocInfo> read_doc_info(hangul::ByteSource& source);

}  // namespace jangbu::hwp
