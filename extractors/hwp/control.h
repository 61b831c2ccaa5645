// Controls: what a paragraph holds besides letters. Each has an id of four letters ("tbl ", "head") in its CTRL_HEADER.
//
// Facts: HWP 5.0 specification, 4.3.6 and tables 127 and following for the ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extractors/hangul/byte_view.h"
#include "extractors/hangul/story.h"

namespace jangbu::hwp {

// The id as the number that stands in the file: letters from the most significant byte down.
constexpr std::uint32_t control_id(const char (&letters)[5]) {
  std::uint32_t id = 0;
  for (int i = 0; i < 4; ++i) id = id << 8 | static_cast<unsigned char>(letters[i]);
  return id;
}

inline constexpr std::uint32_t kTableControl = control_id("tbl ");
inline constexpr std::uint32_t kSectionControl = control_id("secd");
inline constexpr std::uint32_t kEquationControl = control_id("eqed");

// Where the paragraphs below a control stand.
Where place_of_lists(std::uint32_t control);

// Text that a control shows by itself, without paragraphs: numbers of tables and pictures in captions, characters printed over
// each other, annotated words. Empty for most. `payload` is the whole CTRL_HEADER record.
// What a click-here field says to fill in (표 154: command `…Direction:wstring:6:내용 입력 …`), as long as nobody has; else empty.
std::u16string guidance_of(std::uint32_t control, hangul::Bytes payload);

std::string text_shown_by(std::uint32_t control, hangul::Bytes payload);

// The anchor and spans of a cell, from its LIST_HEADER (table 80: after the 8 bytes of every list header u16 column, row,
// column span, row span). Empty where the record is too short.
std::optional<hangul::CellPlace> cell_place(hangul::Bytes list_header);

// The script of an equation (table 105: u32 attributes, u16 length, UTF-16).
std::string equation_script(hangul::Bytes payload);

}  // namespace jangbu::hwp
