// Walks down the XML of a section and calls Story. Elements that are not known are walked through, so that text in
// boxes of any kind is found; those without text (layout caches, parameters) are stepped over.
// Hard cases: fields that show guidance until they are filled in (`in_field_`); tracked deletions, whose end may be
// missing (kept within the paragraph); labels, which wait for the section's numbering inside of the first paragraph;
// white text, hidden only where nothing around it is filled (`shaded_`); cells without addresses, placed in their
// order (TableState).
#include "extractors/hwpx/section_part.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/hwpx/identifier.h"
#include "text/raised.h"
#include "text/unicode.h"

namespace jangbu::hwpx {

using hangul::CellPlace;
using hangul::XmlScanner;
using Event = XmlScanner::Event;

namespace {

constexpr int kMostColumns = 65'536;

int clamped(std::int64_t value) { return static_cast<int>(std::clamp<std::int64_t>(value, -1, 1 << 24)); }

}  // namespace

// Which row the next free place of each column is in: where cells go whose file says no addresses.
struct SectionPart::TableState {
  std::vector<int> free_from;  // for each column
  int row = -1;
  int rows = 0, columns = 0;  // as far as cells reach
  bool sized = false;

  CellPlace place(int row_span, int column_span) {
    std::size_t column = 0;
    while (column < free_from.size() && free_from[column] > row) ++column;
    const auto width = static_cast<std::size_t>(std::clamp(column_span, 1, kMostColumns));
    if (column + width > free_from.size() && column + width <= static_cast<std::size_t>(kMostColumns)) free_from.resize(column + width, 0);
    const int height = std::clamp(row_span, 1, 1 << 24);
    for (std::size_t x = column; x < std::min(column + width, free_from.size()); ++x) free_from[x] = row + height;
    return {row, static_cast<int>(column), row_span, column_span, false};
  }
};

// Visits each child of the started element; a visitor reads its element to the end.
template <typename Visit>
void SectionPart::each_child(XmlScanner& xml, Visit&& visit) {
  const std::size_t outer = xml.depth() - 1;
  while (xml.depth() > outer && !stopped(xml)) {
    const Event event = xml.next();
    if (event == Event::kStart)
      visit(xml.name());
    else if (event == Event::kDone || event == Event::kError)
      return;
  }
}

Status SectionPart::read(hangul::ByteSource& source, std::size_t most_depth) {
  XmlScanner xml(source, most_depth);
  while (!stopped(xml)) {
    const Event event = xml.next();
    if (event == Event::kDone || event == Event::kError) break;
    if (event == Event::kStart) read_children(xml);
  }
  story_.note_controls(xml.controls());
  if (!status_) return status_;
  if (story_.failed()) return story_.status();
  return xml.status();
}

void SectionPart::read_children(XmlScanner& xml) {
  each_child(xml, [&](std::string_view) { read_element(xml); });
}

// By how often elements occur: runs first, then what holds no text.
void SectionPart::read_element(XmlScanner& xml) {
  const std::string_view name = xml.name();
  if (name == "run") return read_run(xml);
  if (name == "linesegarray") return xml.skip_flat();
  if (name == "parameters" || name == "shapeComment" || name == "metaTag") return xml.skip();
  if (name == "secPr") return read_section_properties(xml);
  settle_label();
  if (name == "p") return read_paragraph(xml);
  if (name == "t") return read_text(xml);
  if (name == "switch") return read_switch(xml);
  if (name == "autoNum") return read_auto_number(xml);
  if (deleted_) return xml.skip();
  if (name == "tbl") return read_table(xml);
  if (name == "header") return read_part(xml, Where::kHeader);
  if (name == "footer") return read_part(xml, Where::kFooter);
  if (name == "footNote" || name == "endNote" || name == "hiddenComment") return read_part(xml, Where::kNote);
  if (name == "fieldBegin") return read_field(xml);
  if (name == "fieldEnd") end_field();
  if (name == "drawText" || name == "caption") {
    // Shapes may be filled, and their fill stands beside the text.
    ++shaded_;
    read_part(xml, Where::kTextBox);
    --shaded_;
    return;
  }
  if (name == "script" || name == "mainText") return read_drawn(xml);
  if (name == "subText" || name == "trackchangeConfig") return xml.skip();
  // Nor can anybody tell what white text stands on where things lie behind the text.
  if (xml.attribute("textWrap") == "BEHIND_TEXT") ++shaded_;
  if (name == "compose") story_.drawn(xml.attribute("composeText"));
  read_children(xml);
}

// What belongs to a paragraph is put aside, since a paragraph may stand in a box inside of another one.
void SectionPart::read_paragraph(XmlScanner& xml) {
  hangul::ParagraphLook look;
  const ParaProperties* head = nullptr;
  if (const auto found = header_.para_properties.find(id_of(xml, "paraPrIDRef")); found != header_.para_properties.end())
    head = &found->second;
  if (head != nullptr && head->head == HeadKind::kOutline) look.outline_level = head->level + 1;
  // Tracked deletions are marked paragraph by paragraph: one whose end is missing must not swallow the document.
  const bool outer_styled = std::exchange(styled_, false), outer_deleted = std::exchange(deleted_, false);
  const bool outer_shaded = std::exchange(shaded_para_, header_.shaded_paras.count(id_of(xml, "paraPrIDRef")) != 0);
  const bool outer_field = std::exchange(in_field_, false);
  const char outer_last = std::exchange(last_, '\0');
  const std::string outer_guidance = guidance_, outer_text = field_text_;
  const CharProperties outer_look = run_look_;
  story_.begin_paragraph(std::move(look));
  label_owed_ = head;
  read_children(xml);
  settle_label();
  end_field();
  story_.end_paragraph();
  shaded_para_ = outer_shaded;
  in_field_ = outer_field;
  last_ = outer_last;
  guidance_ = outer_guidance;
  field_text_ = outer_text;
  styled_ = outer_styled;
  deleted_ = outer_deleted;
  run_look_ = outer_look;
}

// The section's own numbering stands inside its first paragraph: labels wait until something else than that comes.
void SectionPart::settle_label() {
  const ParaProperties* head = std::exchange(label_owed_, nullptr);
  if (head == nullptr) return;
  if (head->head == HeadKind::kBullet) {
    if (const auto bullet = header_.bullets.find(head->numbering); bullet != header_.bullets.end()) story_.label(bullet->second);
    return;
  }
  const std::uint32_t id = head->head == HeadKind::kOutline ? outline_numbering_ : head->numbering;
  if (const auto numbering = header_.numberings.find(id); numbering != header_.numberings.end())
    story_.label(counter_.next(id, numbering->second, head->level));
}

void SectionPart::read_run(XmlScanner& xml) {
  run_look_ = {};
  if (const auto found = header_.char_properties.find(id_of(xml, "charPrIDRef")); found != header_.char_properties.end())
    run_look_ = found->second;
  // Before any text the look of the first run stands for that of the paragraph.
  read_children(xml);
}

// Mixed content: text, elements that stand for characters, and marks of tracked changes.
void SectionPart::read_text(XmlScanner& xml) {
  const std::size_t outer = xml.depth() - 1;
  while (xml.depth() > outer && !stopped(xml)) {
    const Event event = xml.next();
    if (event == Event::kDone || event == Event::kError) return;
    if (event == Event::kText && !deleted_) {
      // White on nothing: painted to be found and not to be seen.
      if (run_look_.white && shaded_ == 0 && !shaded_para_) {
        if (xml.text().find_first_not_of(" \t\r\n") != std::string_view::npos) story_.note_hidden();
        continue;
      }
      if (!styled_ && xml.text().find_first_not_of(" \t\r\n") != std::string_view::npos) {
        story_.restyle(run_look_.points, run_look_.bold);
        styled_ = true;
      }
      take_text(xml.text());
    }
    if (event != Event::kStart) continue;
    const std::string_view name = xml.name();
    if (name == "deleteBegin") {
      deleted_ = true;
      story_.note_deletions();
    } else if (name == "deleteEnd")
      deleted_ = false;
    else if (deleted_)
      continue;
    else if (name == "lineBreak")
      take_text("\n");
    else if (name == "tab")
      take_text("\t");
    else if (name == "nbSpace" || name == "fwSpace")
      take_text(" ");
    else if (name == "hyphen")
      take_text("-");
  }
}

// Text of the open paragraph, or of a field that is not known to be filled in yet.
void SectionPart::take_text(std::string_view text) {
  if (text.empty()) return;
  if (in_field_) {
    field_text_ += text;
    return;
  }
  const char before = std::exchange(last_, text.back());
  if (run_look_.struck) return story_.struck(text);
  // A mark behind a figure would be read as its last digit.
  const bool behind_figure = before >= '0' && before <= '9';
  if (run_look_.raised && behind_figure && is_raised_mark(text)) return story_.text(raised(text));
  story_.text(text);
}

// A field keeps a memo (a list of paragraphs), or says in its parameters what it shows until someone fills it in.
void SectionPart::read_field(XmlScanner& xml) {
  const bool unfilled = xml.attribute("type") == "CLICK_HERE" && xml.number("dirty", 0) == 0;
  bool begun = false;
  std::string guidance;
  each_child(xml, [&](std::string_view name) {
    if (name == "parameters" && unfilled) {
      bool direction = false;
      for (const std::size_t inside = xml.depth(); xml.depth() >= inside && !stopped(xml);) {
        const Event event = xml.next();
        if (event == Event::kDone || event == Event::kError) return;
        if (event == Event::kStart) direction = xml.name() == "stringParam" && xml.attribute("name") == "Direction";
        if (event == Event::kText && direction) guidance += xml.text();
        if (event == Event::kEnd) direction = false;
      }
    } else if (name == "subList" || name == "p") {
      if (!begun) story_.begin_part(Where::kNote);
      begun = true;
      if (name == "p")
        read_paragraph(xml);
      else
        read_children(xml);
    } else {
      xml.skip();
    }
  });
  if (begun) story_.end_part();
  if (trim(guidance).empty()) return;
  end_field();
  in_field_ = true;
  guidance_ = std::move(guidance);
  field_text_.clear();
}

// What stands in a field is its text, unless it is still the guidance.
void SectionPart::end_field() {
  if (!std::exchange(in_field_, false)) return;
  if (without_blanks(field_text_) == without_blanks(guidance_)) return story_.note_guidance();
  story_.text(field_text_);
  if (!field_text_.empty()) last_ = field_text_.back();
}

// The numbering of outlines, and what lies below the text of the whole section.
void SectionPart::read_section_properties(XmlScanner& xml) {
  outline_numbering_ = id_of(xml, "outlineShapeIDRef");
  each_child(xml, [&](std::string_view name) {
    if (name == "masterPage" && master_page_) {
      const std::string id(xml.attribute("idRef"));
      xml.skip();
      // What stands on it may lie below any text of the section.
      ++shaded_;
      if (!xml.failed()) status_ = master_page_(id);
    } else {
      if (name == "pageBorderFill" && header_.shaded.count(id_of(xml, "borderFillIDRef")) != 0) ++shaded_;
      xml.skip();
    }
  });
}

// The case that comes first, or the default where there is no case: alternatives say the same in other words.
void SectionPart::read_switch(XmlScanner& xml) {
  bool taken = false;
  each_child(xml, [&](std::string_view name) {
    if (!taken && (name == "case" || name == "default")) {
      taken = true;
      read_children(xml);
    } else {
      xml.skip();
    }
  });
}

// A part begins with its first paragraph: empty boxes leave nothing.
void SectionPart::read_part(XmlScanner& xml, Where where) {
  bool begun = false;
  each_child(xml, [&](std::string_view name) {
    if (name != "subList" && name != "p") return xml.skip();
    if (!begun) story_.begin_part(where);
    begun = true;
    if (name == "p")
      read_paragraph(xml);
    else
      read_children(xml);
  });
  if (begun) story_.end_part();
}

// Numbers of pictures, tables and equations name them; pages and notes count themselves.
void SectionPart::read_auto_number(XmlScanner& xml) {
  const std::string_view type = xml.attribute("numType");
  const bool shown = type == "PICTURE" || type == "TABLE" || type == "EQUATION";
  const std::uint32_t number = id_of(xml, "num");
  std::string before, after;
  auto shape = hangul::NumberShape::kDigit;
  each_child(xml, [&](std::string_view name) {
    if (name == "autoNumFormat") {
      shape = hangul::number_shape_from_name(xml.attribute("type"));
      before = xml.attribute("prefixChar");
      after = xml.attribute("suffixChar");
    }
    xml.skip();
  });
  if (shown && !deleted_) story_.drawn(before + hangul::numbered(number, shape) + after);
}

// Equations and word art: what they show, not how.
void SectionPart::read_drawn(XmlScanner& xml) {
  std::string all;
  const std::size_t outer = xml.depth() - 1;
  while (xml.depth() > outer && !stopped(xml)) {
    const Event event = xml.next();
    if (event == Event::kText)
      all += xml.text();
    else if (event == Event::kDone || event == Event::kError)
      return;
  }
  story_.drawn(all);
}

// Fills are counted up before the cells are read and down behind them, so that white text is judged by all that lies
// below it.
void SectionPart::read_table(XmlScanner& xml) {
  TableState table;
  bool zoned = false;
  const bool filled = header_.shaded.count(id_of(xml, "borderFillIDRef")) != 0;
  shaded_ += filled ? 1 : 0;
  story_.begin_table();
  if (xml.has_attribute("rowCnt") && xml.has_attribute("colCnt")) {
    story_.table_size(xml.number("rowCnt", 0), xml.number("colCnt", 0));
    table.sized = true;
  }
  each_child(xml, [&](std::string_view name) {
    if (name == "tr") {
      ++table.row;
      read_row(xml, table);
    } else if (name == "cellzoneList") {
      // Zones have fills of their own, over cells that are not told here.
      each_child(xml, [&](std::string_view) {
        if (header_.shaded.count(id_of(xml, "borderFillIDRef")) != 0) zoned = true;
        xml.skip();
      });
      shaded_ += zoned ? 1 : 0;
    } else if (name == "caption") {
      story_.begin_caption();
      read_children(xml);
      story_.end_caption();
    } else {
      xml.skip();
    }
  });
  if (!table.sized) {
    story_.table_size(table.rows, table.columns);
    story_.note_structure("does not say its size, worked out from its cells");
  }
  story_.end_table();
  shaded_ -= (filled ? 1 : 0) + (zoned ? 1 : 0);
}

void SectionPart::read_row(XmlScanner& xml, TableState& table) {
  each_child(xml, [&](std::string_view name) {
    if (name == "tc")
      read_cell(xml, table);
    else
      xml.skip();
  });
}

// Address and spans come behind the text; a place in order is kept for files whose addresses do not tile.
void SectionPart::read_cell(XmlScanner& xml, TableState& table) {
  CellPlace place{-1, -1, 1, 1, xml.number("header", 0) == 1};
  const bool filled = header_.shaded.count(id_of(xml, "borderFillIDRef")) != 0;
  shaded_ += filled ? 1 : 0;
  story_.begin_cell();
  bool has_text = false, has_address = false, has_spans = false;
  each_child(xml, [&](std::string_view name) {
    if (name == "subList") {
      has_text = true;
      read_children(xml);
    } else if (name == "p") {
      read_paragraph(xml);
    } else {
      if (name == "cellAddr") {
        has_address = true;
        place.row = clamped(xml.number("rowAddr", -1));
        place.column = clamped(xml.number("colAddr", -1));
      } else if (name == "cellSpan") {
        has_spans = true;
        place.row_span = clamped(xml.number("rowSpan", 1));
        place.column_span = clamped(xml.number("colSpan", 1));
      }
      xml.skip();
      // In the order that Hangul writes, nothing but sizes follows.
      if (has_text && has_address && has_spans) xml.skip_flat();
    }
  });
  const CellPlace in_order = table.place(place.row_span, place.column_span);
  const CellPlace& best = place.row >= 0 ? place : in_order;
  table.rows = std::max({table.rows, table.row + 1, std::min(best.row, kMostColumns) + std::clamp(best.row_span, 1, kMostColumns)});
  table.columns = std::max(table.columns, std::min(best.column, kMostColumns) + std::clamp(best.column_span, 1, kMostColumns));
  story_.end_cell(place, in_order);
  shaded_ -= filled ? 1 : 0;
}

}  // namespace jangbu::hwpx
