// Walks down an HWPML file and calls Story. Head and body are one file: shapes are collected as the head is passed,
// and used when paragraphs name them. Elements that are not known are walked through, so that text in boxes of any
// kind is found.
// The hard case are labels: the section's numbering stands inside its first paragraph, so a label waits until
// something else comes.
#include "extractors/hwpml/document_reader.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace jangbu::hwpml {

using hangul::CellPlace;
using Event = hangul::XmlScanner::Event;

namespace {

// Places of cells come from the file and may be anything: bounded here, so that sums of them cannot overflow; the grid check judges them.
int clamped(std::int64_t value) { return static_cast<int>(std::clamp<std::int64_t>(value, -1, 1 << 24)); }

}  // namespace

// Visits each child of the started element; a visitor reads its element to the end.
template <typename Visit>
void DocumentReader::each_child(Visit&& visit) {
  const std::size_t outer = xml_.depth() - 1;
  while (xml_.depth() > outer && !story_.failed()) {
    const Event event = xml_.next();
    if (event == Event::kStart)
      visit(xml_.name());
    else if (event == Event::kDone || event == Event::kError)
      return;
  }
}

std::uint32_t DocumentReader::id(std::string_view attribute) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(xml_.number(attribute, 0), 0, 0xFFFFFFFF));
}

Status DocumentReader::read() {
  for (;;) {
    const Event event = xml_.next();
    if (event == Event::kError || event == Event::kDone) break;
    if (event != Event::kStart) continue;
    if (xml_.name() != "HWPML") return fail(ErrorCode::kFileDamaged, "the root element is not HWPML");
    read_children();
    if (story_.failed()) break;
  }
  return story_.failed() ? story_.status() : xml_.status();
}

// All text inside of the started element, its end included.
std::string DocumentReader::read_plain_text() {
  std::string text;
  const std::size_t outer = xml_.depth() - 1;
  while (xml_.depth() > outer) {
    const Event event = xml_.next();
    if (event == Event::kText)
      text += xml_.text();
    else if (event == Event::kDone || event == Event::kError)
      break;
  }
  return text;
}

void DocumentReader::read_children() {
  each_child([&](std::string_view) { read_element(); });
}

// By name. Labels are settled before anything but a run or the section's definition, which may still name the
// numbering.
void DocumentReader::read_element() {
  const std::string_view name = xml_.name();
  if (name != "TEXT" && name != "SECDEF") settle_label();
  if (name == "P") return read_paragraph();
  if (name == "CHAR") return read_char();
  if (name == "TABLE") return read_table();
  if (name == "HEADER") return read_part(Where::kHeader);
  if (name == "FOOTER") return read_part(Where::kFooter);
  if (name == "FOOTNOTE" || name == "ENDNOTE" || name == "HIDDENCOMMENT") return read_part(Where::kNote);
  if (name == "DRAWTEXT" || name == "CAPTION") return read_part(Where::kTextBox);
  if (name == "MASTERPAGE") return read_part(Where::kMasterPage);
  if (name == "SCRIPT" || name == "MAINTEXT") return story_.drawn(read_plain_text());
  if (name == "SUBTEXT" || name == "TAIL" || name == "SHAPECOMMENT" || name == "FACENAMELIST" || name == "BINDATALIST" ||
      name == "BORDERFILLLIST" || name == "STYLELIST")
    return xml_.skip();
  if (name == "AUTONUM") return read_auto_number();
  if (name == "TEXT") {
    const auto found = letters_.find(id("CharShape"));
    run_letters_ = found == letters_.end() ? Letters{} : found->second;
  } else if (name == "SECDEF") {
    outline_numbering_ = id("OutlineShape");
    settle_label();  // the rest of a section's definition may hold paragraphs
  } else if (name == "COMPOSE") {
    story_.drawn(xml_.attribute("ComposeText"));
  } else {
    return read_head_element(name);
  }
  read_children();
}

// Elements of the head; what is none of these is walked through.
void DocumentReader::read_head_element(std::string_view name) {
  if (name == "TITLE") {
    document_.metadata.title = trim(to_nfc(read_plain_text()));
  } else if (name == "AUTHOR") {
    document_.metadata.author = trim(to_nfc(read_plain_text()));
  } else if (name == "CHARSHAPE") {
    const std::uint32_t which = id("Id");
    Letters letters;
    // Hundredths of a point.
    letters.points = static_cast<double>(xml_.number("Height", 0)) / 100.0;
    each_child([&](std::string_view child) {
      letters.bold = letters.bold || child == "BOLD";
      xml_.skip();
    });
    letters_[which] = letters;
  } else if (name == "PARASHAPE") {
    Shape shape;
    shape.head = std::string(xml_.attribute("HeadingType"));
    shape.level = static_cast<int>(std::clamp<std::int64_t>(xml_.number("Level", 0), 0, hangul::kOutlineLevels - 1));
    shape.numbering = id("Heading");
    shapes_[id("Id")] = std::move(shape);
    xml_.skip();
  } else if (name == "NUMBERING") {
    const std::uint32_t which = id("Id");
    hangul::Numbering numbering;
    each_child([&](std::string_view child) {
      const std::int64_t at = xml_.number("Level", 0);
      if (child != "PARAHEAD" || at < 1 || at > hangul::kOutlineLevels) return xml_.skip();
      hangul::NumberingLevel& level = numbering[static_cast<std::size_t>(at - 1)];
      level.start = id("Start");
      level.shape = hangul::number_shape_from_name(xml_.attribute("NumFormat"));
      level.format = read_plain_text();
    });
    numberings_[which] = std::move(numbering);
  } else if (name == "BULLET") {
    bullets_[id("Id")] = std::string(xml_.attribute("Char"));
    xml_.skip();
  } else {
    read_children();
  }
}

// What belongs to the open paragraph is put aside: a paragraph may stand in a box inside of another one.
void DocumentReader::read_paragraph() {
  hangul::ParagraphLook look;
  const auto found = shapes_.find(id("ParaShape"));
  if (found != shapes_.end() && found->second.head == "Outline") look.outline_level = found->second.level + 1;
  // Kept and put back by hand: the box inside ends before the paragraph that it stands in.
  const bool outer_styled = std::exchange(styled_, false);
  const Letters outer_letters = run_letters_;
  story_.begin_paragraph(std::move(look));
  label_owed_ = found == shapes_.end() ? nullptr : &found->second;
  read_children();
  settle_label();
  story_.end_paragraph();
  styled_ = outer_styled;
  run_letters_ = outer_letters;
}

// The section's own numbering stands inside its first paragraph: labels wait until something else than that comes.
void DocumentReader::settle_label() {
  const Shape* shape = std::exchange(label_owed_, nullptr);
  if (shape == nullptr) return;
  if (shape->head == "Bullet") {
    if (const auto bullet = bullets_.find(shape->numbering); bullet != bullets_.end()) story_.label(bullet->second);
  } else if (shape->head == "Outline" || shape->head == "Number") {
    const std::uint32_t which = shape->head == "Outline" ? outline_numbering_ : shape->numbering;
    if (const auto numbering = numberings_.find(which); numbering != numberings_.end())
      story_.label(counter_.next(which, numbering->second, shape->level));
  }
}

// CHAR is mixed: text, and elements for what no letter stands for.
void DocumentReader::read_char() {
  const std::size_t outer = xml_.depth() - 1;
  while (xml_.depth() > outer && !story_.failed()) {
    const Event event = xml_.next();
    if (event == Event::kDone || event == Event::kError) return;
    if (event == Event::kText) {
      if (!styled_ && xml_.text().find_first_not_of(" \t\r\n") != std::string_view::npos) {
        story_.restyle(run_letters_.points, run_letters_.bold);
        styled_ = true;
      }
      story_.text(xml_.text());
    }
    if (event != Event::kStart) continue;
    const std::string_view name = xml_.name();
    if (name == "TAB")
      story_.text("\t");
    else if (name == "LINEBREAK")
      story_.text("\n");
    else if (name == "HYPEN")
      story_.text("-");
    else if (name == "NBSPACE" || name == "FWSPACE")
      story_.text(" ");
  }
}

// A part begins with its first paragraph: empty boxes leave nothing.
void DocumentReader::read_part(Where where) {
  bool begun = false;
  each_child([&](std::string_view name) {
    if (name != "PARALIST" && name != "P") return xml_.skip();
    if (!std::exchange(begun, true)) story_.begin_part(where);
    if (name == "P")
      read_paragraph();
    else
      read_children();
  });
  if (begun) story_.end_part();
}

// Numbers that name tables, pictures and equations; pages and notes count themselves.
void DocumentReader::read_auto_number() {
  const std::string_view type = xml_.attribute("NumberType");
  const bool shown = type == "Figure" || type == "Table" || type == "Equation";
  const std::uint32_t number = id("Number");
  auto shape = hangul::NumberShape::kDigit;
  each_child([&](std::string_view name) {
    if (name == "AUTONUMFORMAT") shape = hangul::number_shape_from_name(xml_.attribute("Type"));
    xml_.skip();
  });
  if (shown) story_.drawn(hangul::numbered(number, shape));
}

void DocumentReader::read_caption() {
  story_.begin_caption();
  read_children();
  story_.end_caption();
}

// Captions stand in the drawing's part of a table, or right below it.
void DocumentReader::read_table() {
  story_.begin_table();
  story_.table_size(xml_.number("RowCount", 0), xml_.number("ColCount", 0));
  each_child([&](std::string_view name) {
    if (name == "SHAPEOBJECT") {
      each_child([&](std::string_view child) {
        if (child == "CAPTION")
          read_caption();
        else
          xml_.skip();
      });
    } else if (name == "CAPTION") {
      read_caption();
    } else if (name == "ROW") {
      each_child([&](std::string_view child) {
        if (child == "CELL")
          read_cell();
        else
          xml_.skip();
      });
    } else {
      xml_.skip();
    }
  });
  story_.end_table();
}

// A cell without an address gets -1, and the grid check finds it a place.
void DocumentReader::read_cell() {
  CellPlace place;
  place.row = clamped(xml_.number("RowAddr", -1));
  place.column = clamped(xml_.number("ColAddr", -1));
  place.row_span = clamped(xml_.number("RowSpan", 1));
  place.column_span = clamped(xml_.number("ColSpan", 1));
  place.header = xml_.attribute("Header") == "true";
  story_.begin_cell();
  read_children();
  story_.end_cell(place);
}

}  // namespace jangbu::hwpml
