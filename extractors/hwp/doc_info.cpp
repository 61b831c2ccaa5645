// Reads the tables of shapes from DocInfo, at the offsets that the header lists (HWP 5.0 specification, 4.2). Shapes
// keep their order, since paragraphs refer to them by number: a record that is too short becomes an empty shape, and
// is never left out. Later versions append fields; what remains of a record tells whether they are there
// (read_numbering).
#include "extractors/hwp/doc_info.h"

#include "extractors/hwp/record_stream.h"
#include "text/unicode.h"

namespace jangbu::hwp {
namespace {

using hangul::ByteView;

CharShape read_char_shape(hangul::Bytes payload) {
  ByteView view(payload);
  view.skip(42);  // font numbers, ratios, spacings, sizes and positions for seven scripts
  CharShape shape;
  shape.points = static_cast<double>(static_cast<std::int32_t>(view.u32())) / 100.0;
  const std::uint32_t attributes = view.u32();
  shape.bold = (attributes & 2U) != 0;
  shape.raised = (attributes & 1U << 15) != 0;
  return shape;
}

ParaShape read_para_shape(hangul::Bytes payload) {
  ByteView view(payload);
  const std::uint32_t attributes = view.u32();
  // Margins, spacings and the tab's number: nothing of use here.
  view.skip(26);
  ParaShape shape;
  shape.head = static_cast<HeadKind>((attributes >> 23) & 3U);
  shape.level = static_cast<std::uint8_t>((attributes >> 25) & 7U);
  shape.numbering = view.u16();
  return shape;
}

// A head of twelve bytes (attributes, and eight bytes that are of no use here), then the format string.
void read_levels(ByteView& view, hangul::Numbering& numbering, std::size_t first, std::size_t count) {
  for (std::size_t i = first; i < first + count; ++i) {
    const std::uint32_t attributes = view.u32();
    view.skip(8);
    numbering[i].shape = hangul::number_shape_from_code((attributes >> 5) & 0xFU);
    numbering[i].format = utf16_to_utf8(view.wide_string());
  }
}

hangul::Numbering read_numbering(hangul::Bytes payload) {
  ByteView view(payload);
  hangul::Numbering numbering;
  read_levels(view, numbering, 0, 7);
  const std::uint16_t start = view.u16();
  numbering[0].start = start;
  // From 5.0.2.5 on: a first number for each of seven levels; later three more levels behind them.
  if (view.remaining() >= 28)
    for (std::size_t i = 0; i < 7; ++i) numbering[i].start = view.u32();
  if (view.remaining() >= 3 * 14) {
    read_levels(view, numbering, 7, 3);
    for (std::size_t i = 7; i < 10 && view.remaining() >= 4; ++i) numbering[i].start = view.u32();
  }
  return numbering;
}

std::string read_bullet(hangul::Bytes payload) {
  ByteView view(payload);
  view.skip(12);
  // 0xFFFF is no character.
  const char16_t sign = view.u16();
  return sign == 0 || sign == 0xFFFF ? std::string() : utf16_to_utf8(std::u16string_view(&sign, 1));
}

}  // namespace

Result<DocInfo> read_doc_info(hangul::ByteSource& source) {
  DocInfo info;
  RecordStream records(source);
  while (const Record* record = records.next()) {
    const hangul::Bytes payload = record->payload;
    switch (record->tag) {
      case kTagCharShape: info.char_shapes.push_back(read_char_shape(payload)); break;
      case kTagParaShape: info.para_shapes.push_back(read_para_shape(payload)); break;
      case kTagNumbering: info.numberings.push_back(read_numbering(payload)); break;
      case kTagBullet: info.bullets.push_back(read_bullet(payload)); break;
      case kTagTrackChange: info.deletions.push_back(ByteView(payload).u32() == kDeletion); break;
      default: break;
    }
  }
  if (auto ok = records.status(); !ok) return ok.forward();
  return info;
}

}  // namespace jangbu::hwp
