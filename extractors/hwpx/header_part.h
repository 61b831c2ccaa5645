// header.xml: the tables of shapes that paragraphs and runs refer to by id. Only what tells headings from text is kept.
//
// Facts: KS X 6101, 10 (Header XML) — charPr: height in 1/100 pt, an element bold; paraPr: heading with type OUTLINE, NUMBER or
// BULLET, idRef and level from 0; numbering: paraHead for each level from 1, its text is the format; bullet: char. Hancom writes
// strikeout shape="3D" where nothing is struck out.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extractors/hangul/byte_source.h"
#include "extractors/hangul/numbering.h"

namespace jangbu::hwpx {

struct CharProperties {
  double points = 0;
  bool bold = false;
  bool raised = false;
  bool struck = false;
  bool white = false;  // on nothing that shades it
};

enum class HeadKind : std::uint8_t { kNone, kOutline, kNumber, kBullet };

struct ParaProperties {
  HeadKind head = HeadKind::kNone;
  int level = 0;  // from 0
  std::uint32_t numbering = 0;
};

struct Header {
  std::unordered_map<std::uint32_t, CharProperties> char_properties;
  std::unordered_map<std::uint32_t, ParaProperties> para_properties;  // those with a head only
  std::unordered_map<std::uint32_t, hangul::Numbering> numberings;
  std::unordered_map<std::uint32_t, std::string> bullets;
  std::unordered_set<std::uint32_t> shaded;        // border and fill shapes that fill with a colour, a gradient or a picture
  std::unordered_set<std::uint32_t> shaded_paras;  // paragraph properties that use such a one
};

// Errors: those of XmlScanner.
Result<Header> read_header(hangul::ByteSource& source, std::size_t most_depth);

}  // namespace jangbu::hwpx
