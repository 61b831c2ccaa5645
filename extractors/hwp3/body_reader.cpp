// Reads the body of HWP 3 from front to back: nothing marks where a thing begins, so each size must be right. Lists
// of paragraphs hold paragraphs, these hold codes, and codes below 32 are controls that may hold lists again; depth
// is bounded by the limits. On the first thing that cannot be, reading stops with a reason (`trouble_`), and what
// was read before is kept.
// The hard case are tables: cells say where they stand in print, and rows and columns are worked out from their
// edges (grid_of).
#include "extractors/hwp3/body_reader.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "extractors/hwp3/drawing.h"
#include "text/unicode.h"

namespace jangbu::hwp3 {

using hangul::Bytes;
using hangul::CellPlace;

namespace {

constexpr std::size_t kFontLists = 7, kFontName = 40, kStyle = 238;
constexpr std::size_t kLetterShape = 31, kParagraphShape = 187, kLine = 14;
constexpr std::size_t kBoxHead = 84, kCell = 27, kPictureHead = 348;
constexpr int kSameLine = 10;  // lines of a table nearer than this (1/180 inch) are one
constexpr std::size_t kMostFieldBytes = 1'000'000;

// Controls of fixed size without paragraphs: bytes after the code, and the codes that they count for, the code itself included.
struct FixedControl {
  std::uint16_t code;
  std::size_t bytes, codes;
};
constexpr FixedControl kFixed[] = {{9, 6, 4},  {18, 6, 4}, {19, 6, 4},     {20, 6, 4},   {21, 6, 4}, {22, 22, 12}, {23, 8, 5},
                                   {24, 4, 3}, {25, 4, 3}, {26, 244, 123}, {28, 62, 32}, {30, 2, 2}, {31, 2, 2}};

enum BoxKind : std::uint16_t { kTable = 0, kTextBox = 1, kEquation = 2, kButton = 3 };

// The lines that edges stand for, ascending; edges that nearly agree are one line.
std::vector<int> lines_of(std::vector<int> edges) {
  std::sort(edges.begin(), edges.end());
  std::vector<int> lines;
  for (const int edge : edges)
    if (lines.empty() || edge - lines.back() >= kSameLine) lines.push_back(edge);
  return lines;
}

// The last line at or before the edge: lines_of() put nearly equal edges together under the first of them.
int line_at(const std::vector<int>& lines, int edge) {
  const auto after = std::upper_bound(lines.begin(), lines.end(), edge);
  return static_cast<int>(after - lines.begin()) - 1;
}

struct Grid {
  int rows = 0, columns = 0;
  std::vector<CellPlace> places;
};

// Edges of cells at 4 (x), 6 (y), 8 (width) and 10 (height) of its 27 bytes.
Grid grid_of(Bytes cells) {
  std::vector<int> xs, ys;
  const std::size_t count = cells.size() / kCell;
  for (std::size_t i = 0; i < count; ++i) {
    const int x = hangul::u16_at(cells, i * kCell + 4), y = hangul::u16_at(cells, i * kCell + 6);
    xs.insert(xs.end(), {x, x + hangul::u16_at(cells, i * kCell + 8)});
    ys.insert(ys.end(), {y, y + hangul::u16_at(cells, i * kCell + 10)});
  }
  const std::vector<int> columns = lines_of(xs), rows = lines_of(ys);
  Grid grid;
  grid.columns = std::max<int>(static_cast<int>(columns.size()) - 1, 1);
  grid.rows = std::max<int>(static_cast<int>(rows.size()) - 1, 1);
  for (std::size_t i = 0; i < count; ++i) {
    CellPlace place;
    place.column = std::min(line_at(columns, xs[i * 2]), grid.columns - 1);
    place.row = std::min(line_at(rows, ys[i * 2]), grid.rows - 1);
    place.column_span = std::max(1, line_at(columns, xs[i * 2 + 1]) - place.column);
    place.row_span = std::max(1, line_at(rows, ys[i * 2 + 1]) - place.row);
    grid.places.push_back(place);
  }
  return grid;
}

}  // namespace

bool BodyReader::stop(const char* why) {
  if (trouble_.empty()) trouble_ = why;
  return false;
}

// Fonts and styles come first, and only their sizes matter here.
std::string BodyReader::read() {
  for (std::size_t i = 0; i < kFontLists; ++i) view_.skip(view_.u16() * kFontName);
  view_.skip(view_.u16() * kStyle);
  if (view_.short_read())
    stop("the body ends inside its fonts and styles");
  else if (read_list(0) && view_.short_read())
    stop("the body ends inside a paragraph");
  return trouble_;
}

// Ends with an empty paragraph; the body itself may end without one.
bool BodyReader::read_list(int depth) {
  if (depth > most_depth_) return stop("lists of paragraphs nest deeper than the limit");
  while (view_.remaining() > 0 && !story_.failed()) {
    // The paragraph's head: does its shape follow the one before, and how many codes it has; none ends the list.
    const std::uint8_t follows = view_.u8();
    const std::uint16_t count = view_.u16();
    if (count == 0) {
      view_.skip(40);
      return !view_.short_read() || stop("the body ends inside a paragraph");
    }
    if (!read_paragraph(follows, count, depth)) return false;
  }
  return !story_.failed() && (depth == 0 || stop("the body ends inside a list of paragraphs"));
}

bool BodyReader::read_paragraph(std::uint8_t follows, std::uint16_t count, int depth) {
  const std::uint16_t lines = view_.u16();
  const bool own_shapes = view_.u8() != 0;
  view_.skip(6);  // flags, which controls there are, style
  const Bytes shape = view_.bytes(kLetterShape);
  if (follows == 0) view_.skip(kParagraphShape);
  view_.skip(lines * kLine);
  // A byte for each code: 1 says that no letter shape of its own follows.
  for (std::size_t i = 0; own_shapes && i < count && !view_.short_read(); ++i)
    if (view_.u8() != 1) view_.skip(kLetterShape);
  if (view_.short_read()) return stop("the body ends inside a paragraph");
  hangul::ParagraphLook look;
  look.font_size = hangul::u16_at(shape, 0) / 25.0;  // 1/1800 inch
  look.bold = (std::to_integer<unsigned>(shape[26]) & 2U) != 0;
  ++paragraphs_;
  story_.begin_paragraph(std::move(look));
  const bool whole = read_codes(count, depth);
  flush();
  story_.end_paragraph();
  return whole;
}

// Text waits until something else comes, so that Story gets it in few calls.
void BodyReader::flush() {
  if (pending_.empty()) return;
  const std::u32string text = std::move(pending_);
  pending_.clear();
  story_.text(to_utf8(text));
}

// Codes are counted down, since a paragraph says how many it has and controls take several at once.
bool BodyReader::read_codes(std::size_t count, int depth) {
  std::size_t left = count;
  while (left > 0 && !story_.failed()) {
    const std::uint16_t code = view_.u16();
    if (view_.short_read()) return stop("the body ends inside a paragraph");
    --left;
    if (code >= 32)
      codes_.append(code, pending_);
    else if (code == 13 || code == 0)
      continue;  // the paragraph's end, and padding
    else if (!read_control(code, left, depth))
      return false;
  }
  return !story_.failed();
}

bool BodyReader::read_control(std::uint16_t code, std::size_t& left, int depth) {
  // A control counts for several codes of its paragraph.
  const auto count_for = [&](std::size_t codes) { left -= std::min(left, codes - 1); };
  for (const FixedControl& fixed : kFixed) {
    if (fixed.code != code) continue;
    const Bytes data = view_.bytes(fixed.bytes);
    if (view_.short_read()) return stop("the body ends inside a control");
    count_for(fixed.codes);
    if (code == 9)
      pending_ += U'\t';
    else if (code == 24)
      pending_ += U'-';
    else if (code == 30 || code == 31)
      pending_ += U' ';
    else if (code == 18) {  // counted number: what names a picture, a table or an equation
      if (const std::uint16_t kind = hangul::u16_at(data, 0); kind >= 3 && kind <= 5) {
        flush();
        story_.drawn(std::to_string(hangul::u16_at(data, 2)));
      }
    } else if (code == 23) {  // up to three characters printed over each other
      std::u32string over;
      for (std::size_t i = 0; i + 2 < fixed.bytes; i += 2)
        if (const std::uint16_t c = hangul::u16_at(data, i); c >= 32) codes_.append(c, over);
      flush();
      story_.drawn(to_utf8(over));
    }
    return true;
  }
  // All others: u32 length or kind, the code again, then what depends on it.
  const std::uint32_t told = view_.u32();
  const std::uint16_t again = view_.u16();
  if (view_.short_read()) return stop("the body ends inside a control");
  if (again != code) return stop("a control does not repeat its code");
  count_for(4);
  flush();
  switch (code) {
    case 5:   // field
    case 29:  // cross-reference
      if (told > kMostFieldBytes) return stop("a field says it is larger than any can be");
      view_.skip(told);
      break;
    case 6: view_.skip(34); break;  // bookmark
    case 7: view_.skip(76); break;  // form of a date
    case 8: view_.skip(88); break;  // date
    case 10: return read_box(depth);
    case 11: return read_picture(depth);
    case 14: view_.skip(84); break;                     // line
    case 15: return read_part(Where::kNote, 8, depth);  // hidden comment
    case 16: {
      const Bytes head = view_.bytes(10);
      if (view_.short_read()) return stop("the body ends inside a control");
      return read_part(std::to_integer<unsigned>(head[8]) == 1 ? Where::kFooter : Where::kHeader, 0, depth);
    }
    case 17: return read_part(Where::kNote, 14, depth);  // foot- or endnote
    default: break;                                      // reserved codes carry nothing
  }
  return !view_.short_read() || stop("the body ends inside a control");
}

// `head`: bytes before the list that say nothing here.
bool BodyReader::read_part(Where where, std::size_t head, int depth) {
  view_.skip(head);
  story_.begin_part(where);
  const bool whole = read_list(depth + 1);
  story_.end_part();
  return whole;
}

// Tables, text boxes, equations and buttons are one thing: a head, cells, and a caption.
bool BodyReader::read_box(int depth) {
  const Bytes head = view_.bytes(kBoxHead);
  if (view_.short_read()) return stop("the body ends inside a table");
  // Offsets in the box's head: its kind at 78, the number of its cells at 80.
  const std::uint16_t kind = hangul::u16_at(head, 78);
  const std::size_t count = std::max<std::size_t>(hangul::u16_at(head, 80), 1);
  const Bytes cells = view_.bytes(count * kCell);
  if (view_.short_read()) return stop("a table says it has more cells than the body holds");
  if (kind != kTable) {
    bool whole = true;
    if (kind == kEquation) {
      // Its cell holds its script, which is drawn and not text of the paragraph: read it aside.
      Document aside;
      hangul::Story script(aside, Limits{});
      BodyReader reader(view_, codes_, script, most_depth_);
      for (std::size_t i = 0; whole && i < count; ++i) whole = reader.read_list(depth + 1);
      view_ = reader.view_;
      if (!whole) stop("an equation cannot be read");
      for (const Block& block : aside.blocks) story_.drawn(block.paragraph.text);
    } else {
      story_.begin_part(Where::kTextBox);
      for (std::size_t i = 0; whole && i < count; ++i) whole = read_list(depth + 1);
      story_.end_part();
    }
    return whole && read_part(Where::kTextBox, 0, depth);
  }
  const Grid grid = grid_of(cells);
  story_.begin_table();
  story_.table_size(grid.rows, grid.columns);
  bool whole = true;
  for (std::size_t i = 0; whole && i < count && !story_.failed(); ++i) {
    story_.begin_cell();
    whole = read_list(depth + 1);
    story_.end_cell(grid.places[i]);
  }
  // The caption comes last, as a list of its own, even where it is empty.
  if (whole && !story_.failed()) {
    story_.begin_caption();
    whole = read_list(depth + 1);
    story_.end_caption();
  }
  story_.end_table();
  return whole && !story_.failed();
}

// A picture's bytes are skipped; a drawing may hold text boxes. A caption follows in any case.
bool BodyReader::read_picture(int depth) {
  const Bytes head = view_.bytes(kPictureHead);
  if (view_.short_read()) return stop("the body ends inside a picture");
  const Bytes content = view_.bytes(hangul::u32_at(head, 0));
  if (view_.short_read()) return stop("a picture says it is larger than the body");
  constexpr std::size_t kKindAt = 74;
  constexpr unsigned kDrawing = 3;
  if (std::to_integer<unsigned>(head[kKindAt]) == kDrawing && !read_drawing(content, depth)) return false;
  return read_part(Where::kTextBox, 0, depth);
}

// Drawings say how long they are: what cannot be followed inside of one spoils nothing behind it.
bool BodyReader::read_drawing(Bytes content, int depth) {
  const DrawnBoxes drawing = text_boxes_of(content);
  damaged_drawings_ += drawing.whole ? 0 : 1;
  // The drawing's length is known, so that reading goes on behind it whatever was inside.
  const hangul::ByteView behind = view_;
  for (const Bytes box : drawing.boxes) {
    view_ = hangul::ByteView(box);
    story_.begin_part(Where::kTextBox);
    const bool whole = read_list(depth + 1);
    story_.end_part();
    if (story_.failed()) return false;
    if (!whole) {
      trouble_.clear();
      ++damaged_drawings_;
    }
  }
  view_ = behind;
  return true;
}

}  // namespace jangbu::hwp3
