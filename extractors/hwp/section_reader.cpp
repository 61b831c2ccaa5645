// Turns the records of a section into calls of Story. Records carry levels instead of ends: before each record,
// everything open at its level or deeper is closed. A list of paragraphs is the exception: its paragraphs stand at
// the list's own level.
// The hard case is order: a paragraph's text comes before the controls in it. The text waits, and each control gives
// out what stands before its place. What tracked changes deleted is taken out before the paragraph begins, with all
// that hangs on it (`removed`).
#include "extractors/hwp/section_reader.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "extractors/hwp/control.h"

namespace jangbu::hwp {

using hangul::ByteView;

Status SectionReader::read(hangul::ByteSource& source) {
  RecordStream records(source);
  while (const Record* record = records.next()) {
    if (!handle(*record)) return fail(ErrorCode::kFileDamaged, "a paragraph's text ends inside a control");
    if (story_.failed()) return story_.status();
  }
  if (auto ok = records.status(); !ok) return ok;
  while (!open_.empty()) close_top();
  return story_.status();
}

// One record: first what it ends is closed, then it is read by its tag. Tags that are not known hold no text.
bool SectionReader::handle(const Record& record) {
  // What is open at a deeper level, or at this one, has ended; but a list goes on through the paragraphs at its own level.
  while (!open_.empty()) {
    const Open& top = open_.back();
    if (top.level < record.level) break;
    if (top.level == record.level && top.kind == Open::Kind::kList && record.tag == kTagParaHeader) break;
    close_top();
  }
  if (!open_.empty() && open_.back().removed) return true;
  switch (record.tag) {
    case kTagParaHeader: open_paragraph(record); break;
    case kTagParaText:
      if (OpenParagraph* p = current_paragraph(record.level)) return p->text.assign(record.payload);
      break;
    case kTagParaCharShape:
      // Pairs of u32: the first unit, and the shape from there on.
      if (OpenParagraph* p = current_paragraph(record.level)) {
        ByteView view(record.payload);
        while (view.remaining() >= 8) {
          const std::uint32_t from = view.u32();
          p->char_shapes.emplace_back(from, view.u32());
        }
      }
      break;
    case kTagParaRangeTag:
      if (OpenParagraph* p = current_paragraph(record.level); p != nullptr && !p->begun) remove_deletions(*p, record.payload);
      break;
    case kTagCtrlHeader: open_control(record); break;
    case kTagListHeader: open_list(record); break;
    case kTagTable: read_table(record); break;
    case kTagEquation:
      if (!open_.empty() && open_.back().kind == Open::Kind::kControl) story_.drawn(equation_script(record.payload));
      break;
    default: break;
  }
  return true;
}

// The open paragraph that a record of this level belongs to; none where a damaged file puts it elsewhere.
SectionReader::OpenParagraph* SectionReader::current_paragraph(std::uint16_t level) {
  if (open_.empty() || open_.back().kind != Open::Kind::kParagraph || open_.back().level >= level) return nullptr;
  return &paragraphs_[paragraphs_open_ - 1];
}

void SectionReader::open_paragraph(const Record& record) {
  // Paragraphs that were closed keep their memory for the next one.
  if (paragraphs_open_ == paragraphs_.size()) paragraphs_.emplace_back();
  OpenParagraph& paragraph = paragraphs_[paragraphs_open_++];
  paragraph.text.clear();
  paragraph.char_shapes.clear();
  paragraph.begun = false;
  ByteView view(record.payload);
  view.skip(8);  // number of units, which controls there are
  const std::uint16_t shape = view.u16();
  paragraph.shape = shape < info_.para_shapes.size() ? info_.para_shapes[shape] : ParaShape{};
  Open open;
  open.kind = Open::Kind::kParagraph;
  open.level = record.level;
  open_.push_back(open);
}

// Ranges of twelve bytes. Sorted, since ParagraphText takes them in ascending order only.
void SectionReader::remove_deletions(OpenParagraph& paragraph, hangul::Bytes ranges) {
  ByteView view(ranges);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> deleted;
  while (view.remaining() >= 12) {
    const std::uint32_t first = view.u32(), last = view.u32(), kind = view.u32();
    // The change that deletes is named by its number in DocInfo, in the lower three bytes.
    const std::uint32_t change = kind & 0xFFFFFFU;
    if (kind >> 24 == kDeletion && change >= 1 && change <= info_.deletions.size() && info_.deletions[change - 1])
      deleted.emplace_back(first, last);
  }
  std::sort(deleted.begin(), deleted.end());
  bool removed = false;
  for (const auto& [first, last] : deleted) removed |= paragraph.text.remove(first, last);
  if (removed) story_.note_deletions();
}

// A paragraph begins when its first control or its end shows that text and shapes are complete.
void SectionReader::begin(OpenParagraph& paragraph) {
  if (std::exchange(paragraph.begun, true)) return;
  hangul::ParagraphLook look;
  // The look of the first visible letter stands for the paragraph's.
  const std::uint32_t first = paragraph.text.first_visible();
  for (const auto& [from, id] : paragraph.char_shapes) {
    if (from > first) break;
    if (id >= info_.char_shapes.size()) continue;
    look.font_size = info_.char_shapes[id].points;
    look.bold = info_.char_shapes[id].bold;
  }
  for (std::size_t i = 0; i < paragraph.char_shapes.size(); ++i) {
    const auto& [from, id] = paragraph.char_shapes[i];
    if (id >= info_.char_shapes.size() || !info_.char_shapes[id].raised) continue;
    paragraph.text.raise(from, i + 1 < paragraph.char_shapes.size() ? paragraph.char_shapes[i + 1].first : SIZE_MAX);
  }
  const ParaShape& shape = paragraph.shape;
  const std::uint16_t number = shape.head == HeadKind::kOutline ? outline_numbering_ : shape.numbering;
  if (shape.head == HeadKind::kOutline) look.outline_level = shape.level + 1;
  if (shape.head == HeadKind::kBullet) {
    if (number >= 1 && number <= info_.bullets.size()) look.label = info_.bullets[number - 1U];
  } else if (shape.head != HeadKind::kNone && number >= 1 && number <= info_.numberings.size()) {
    look.label = counter_.next(number, info_.numberings[number - 1U], shape.level);
  }
  story_.begin_paragraph(std::move(look));
}

// A control gives out the text before it, and what it shows by itself; its paragraphs follow as records.
void SectionReader::open_control(const Record& record) {
  Open open;
  open.kind = Open::Kind::kControl;
  open.level = record.level;
  open.control = ByteView(record.payload).u32();
  if (OpenParagraph* paragraph = current_paragraph(record.level)) {
    if (open.control == kSectionControl) {
      // Table 129: attributes, three gaps, a tab width, then the numbering of outline headings.
      ByteView view(record.payload);
      view.skip(4 + 4 + 2 + 2 + 2 + 4);
      outline_numbering_ = view.u16();
    }
    begin(*paragraph);
    scratch_.clear();
    open.removed =
        // A section's definition may be marked as deleted, and still holds the numbering.
        paragraph->text.take_until_control(open.control, scratch_) == ParagraphText::Control::kRemoved && open.control != kSectionControl;
    story_.text(scratch_);
    if (!open.removed) story_.drawn(text_shown_by(open.control, record.payload));
    if (!open.removed && paragraph->text.pass_field(guidance_of(open.control, record.payload))) story_.note_guidance();
  }
  if (open.control == kTableControl && !open.removed) story_.begin_table();
  open_.push_back(open);
}

void SectionReader::read_table(const Record& record) {
  if (open_.empty() || open_.back().control != kTableControl) return;
  open_.back().table_seen = true;
  ByteView view(record.payload);
  view.skip(4);
  const std::uint16_t rows = view.u16();
  story_.table_size(rows, view.u16());
}

// A list below a table is a cell once the TABLE record has come, a caption before.
void SectionReader::open_list(const Record& record) {
  Open open;
  open.kind = Open::Kind::kList;
  open.level = record.level;
  const Open* owner = open_.empty() ? nullptr : &open_.back();
  if (owner != nullptr && owner->kind == Open::Kind::kControl && owner->control == kTableControl) {
    if (owner->table_seen) {
      open.list = Open::List::kCell;
      const auto place = cell_place(record.payload);
      if (place) open.place = *place;
      open.has_place = place.has_value();
      story_.begin_cell();
    } else {
      open.list = Open::List::kCaption;
      story_.begin_caption();
    }
  } else {
    open.list = Open::List::kPart;
    Where where = Where::kNote;  // lists without a control are memos
    for (std::size_t i = open_.size(); i-- > 0;)
      if (open_[i].kind == Open::Kind::kControl) {
        where = place_of_lists(open_[i].control);
        break;
      }
    story_.begin_part(where);
  }
  open_.push_back(open);
}

// A paragraph gives out the rest of its text at its end; a table is settled when its control ends.
void SectionReader::close_top() {
  const Open top = open_.back();
  open_.pop_back();
  switch (top.kind) {
    case Open::Kind::kParagraph: {
      OpenParagraph& paragraph = paragraphs_[paragraphs_open_ - 1];
      begin(paragraph);
      scratch_.clear();
      paragraph.text.take_rest(scratch_);
      story_.text(scratch_);
      story_.end_paragraph();
      --paragraphs_open_;
      break;
    }
    case Open::Kind::kControl:
      if (top.control == kTableControl && !top.removed) story_.end_table();
      break;
    case Open::Kind::kList:
      switch (top.list) {
        case Open::List::kCell: {
          hangul::CellPlace place = top.place;
          if (!top.has_place) place.row = place.column = -1;  // the grid check finds a free place and says so
          story_.end_cell(place);
          break;
        }
        case Open::List::kCaption: story_.end_caption(); break;
        case Open::List::kPart: story_.end_part(); break;
        case Open::List::kPlain: break;
      }
      break;
  }
}

}  // namespace jangbu::hwp
