// What single controls of HWP 5 say by themselves. Layouts are those of the tables that the header names; a record
// that is too short gives nothing instead of what stands behind it (ByteView).
// The hard case is a click-here field: its guidance is part of a command string with its own length in it, and
// counts only while the field's flag says that nobody has filled it in.
#include "extractors/hwp/control.h"

#include "extractors/hangul/numbering.h"
#include "text/unicode.h"

namespace jangbu::hwp {
namespace {

using hangul::ByteView;

constexpr std::uint32_t kAutoNumber = control_id("atno");
constexpr std::uint32_t kOverprint = control_id("tcps");
constexpr std::uint32_t kAnnotated = control_id("tdut");

// Shapes of automatic numbers have codes of their own (table 134).
hangul::NumberShape auto_number_shape(std::uint32_t code) {
  using hangul::NumberShape;
  switch (code) {
    case 6: return NumberShape::kCircledLatinUpper;
    case 7: return NumberShape::kCircledLatinLower;
    default: return hangul::number_shape_from_code(code);
  }
}

// Attributes, the number, an own sign, then the characters in front and behind.
std::string auto_number(ByteView view) {
  const std::uint32_t attributes = view.u32();
  const std::uint16_t number = view.u16();
  view.skip(2);
  const char16_t around[2] = {view.u16(), view.u16()};
  const std::uint32_t kind = attributes & 0xFU;
  if (kind < 3 || kind > 5) return {};  // pages and notes count themselves; pictures, tables and equations are named by it
  std::string out;
  if (around[0] != 0) out += utf16_to_utf8(std::u16string_view(&around[0], 1));
  out += hangul::numbered(number, auto_number_shape((attributes >> 4) & 0xFFU));
  if (around[1] != 0) out += utf16_to_utf8(std::u16string_view(&around[1], 1));
  return out;
}

}  // namespace

// Everything that is no header, note or master page is a text box: shapes of all kinds hold text.
Where place_of_lists(std::uint32_t control) {
  switch (control) {
    case control_id("head"): return Where::kHeader;
    case control_id("foot"): return Where::kFooter;
    case control_id("fn  "):
    case control_id("en  "):
    case control_id("tcmt"): return Where::kNote;
    case kSectionControl: return Where::kMasterPage;
    default: return Where::kTextBox;
  }
}

std::u16string guidance_of(std::uint32_t control, hangul::Bytes payload) {
  constexpr std::uint32_t kFilledIn = 1U << 15;
  constexpr std::u16string_view kDirection = u"Direction:wstring:";
  if (control != control_id("%clk")) return {};
  // Behind the id: u32 attributes, a byte, then the command.
  ByteView view(payload);
  view.skip(4);
  if ((view.u32() & kFilledIn) != 0) return {};
  view.skip(1);
  const std::u16string command(view.wide_string());
  std::size_t at = command.find(kDirection);
  if (at == std::u16string::npos) return {};
  at += kDirection.size();
  std::size_t length = 0;
  for (; at < command.size() && command[at] >= u'0' && command[at] <= u'9' && length < command.size(); ++at)
    length = length * 10 + (command[at] - u'0');
  if (at >= command.size() || command[at] != u':') return {};
  return command.substr(at + 1, length);
}

// Behind the id stands what depends on the control.
std::string text_shown_by(std::uint32_t control, hangul::Bytes payload) {
  ByteView view(payload);
  view.skip(4);
  switch (control) {
    case kAutoNumber: return auto_number(view);
    case kOverprint:
    case kAnnotated: return utf16_to_utf8(view.wide_string());
    default: return {};
  }
}

// The list's own eight bytes come first; see control.h.
std::optional<hangul::CellPlace> cell_place(hangul::Bytes list_header) {
  ByteView view(list_header);
  hangul::CellPlace place;
  view.skip(4);
  // Bit 18 of the attributes when the count before them is read as u32.
  place.header = (view.u32() >> 16 & 4U) != 0;
  place.column = view.u16();
  place.row = view.u16();
  place.column_span = view.u16();
  place.row_span = view.u16();
  if (view.short_read()) return std::nullopt;
  return place;
}

// Behind the attributes stands the script, as it was typed.
std::string equation_script(hangul::Bytes payload) {
  ByteView view(payload);
  view.skip(4);
  return utf16_to_utf8(view.wide_string());
}

}  // namespace jangbu::hwp
