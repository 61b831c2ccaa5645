// Steps through the objects of a drawing and keeps the paragraphs of its text boxes. Only sizes are read; one that
// leads beyond the drawing ends it, with what was found so far.
#include "extractors/hwp3/drawing.h"

namespace jangbu::hwp3 {
namespace {

using hangul::Bytes;
using hangul::ByteView;

constexpr std::size_t kFrameHead = 24;
constexpr std::uint16_t kGroup = 0, kTextBoxObject = 6;
constexpr std::uint16_t kSiblingFollows = 1, kChildrenFollow = 2;
constexpr std::uint32_t kGradient = 1u << 16, kRotation = 1u << 17, kPattern = 1u << 18;

}  // namespace

DrawnBoxes text_boxes_of(Bytes drawing) {
  DrawnBoxes out;
  ByteView view(drawing);
  const std::uint32_t head = view.u32();
  view.skip(head < kFrameHead ? kFrameHead : head);
  // Objects that are still to come: trees are written parents first, so that a count does for a stack.
  for (std::size_t owed = 1; owed > 0 && !view.short_read(); --owed) {
    // HWP 3.0 specification, 11: 92 bytes of head, of which kind, links and options are read.
    view.skip(4);
    const std::uint16_t kind = view.u16(), links = view.u16();
    view.skip(80);
    const std::uint32_t options = view.u32();
    if ((options & kRotation) != 0) view.skip(32);
    if ((options & kGradient) != 0) view.skip(28);
    if ((options & kPattern) != 0) view.skip(278);
    if (kind != kGroup) {
      view.skip(view.u32());
      const Bytes details = view.bytes(view.u32());
      if (kind == kTextBoxObject && !details.empty()) out.boxes.push_back(details);
    }
    owed += static_cast<std::size_t>((links & kSiblingFollows) != 0) + static_cast<std::size_t>((links & kChildrenFollow) != 0);
  }
  out.whole = !view.short_read();
  return out;
}

}  // namespace jangbu::hwp3
