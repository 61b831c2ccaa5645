// Keeps a stack of frames (paragraph, part, table, caption, cell) and, beside it, what each kind of frame collects.
// Text goes to the innermost cell or caption (a sink), else to the innermost paragraph. When a frame closes, its
// content is settled where it belongs.
// The hard case is a damaged file whose calls do not nest: a call that ends something closes what was left open
// inside of it, but never reaches beyond the cell or table around (unwind_to). After a limit is passed all calls do
// nothing, and status() tells.
#include "extractors/hangul/story.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace jangbu::hangul {

void Story::give_up(ErrorCode code, std::string message) {
  if (failed_) return;
  failed_ = true;
  error_ = Error{code, std::move(message), {}};
}

void Story::push(Frame frame) {
  frames_.push_back(frame);
  const bool counts = frame == Frame::kTable || frame == Frame::kPart || frame == Frame::kSinkPart;
  if (counts && ++depth_ > limits_.nesting) give_up(ErrorCode::kLimitNesting, "tables and text boxes nest deeper than the limit");
}

// Blocks of parts that hang on an open paragraph wait behind it.
std::vector<Block>& Story::block_list() { return paragraphs_.empty() ? document_.blocks : paragraphs_.back().after; }

std::vector<Block>& Story::outer_list() { return paragraphs_.size() > 1 ? paragraphs_[paragraphs_.size() - 2].after : document_.blocks; }

// The innermost container that says something: what stands in a header stays a header's, whatever box it is in.
Where Story::where_now() const {
  if (!sinks_.empty()) {
    // Only parts that were opened inside the innermost cell say more than "in a cell".
    for (std::size_t i = frames_.size(), part = parts_.size(); i-- > 0;) {
      if (frames_[i] == Frame::kCell) return Where::kCell;
      if (frames_[i] == Frame::kSinkPart) return parts_[part - 1];
    }
  }
  Where where = Where::kBody;
  for (const Where part : parts_)
    if (where == Where::kBody || where == Where::kTextBox) where = part;
  return where;
}

// Inside of a cell a paragraph is a line; the line end is owed until text comes, so that none stands at the end.
void Story::begin_paragraph(ParagraphLook look) {
  if (failed_) return;
  if (!sinks_.empty()) {
    Sink& sink = sinks_.back();
    if (sink.had_paragraph && !sink.part_break) ++sink.breaks;
    sink.had_paragraph = true;
    sink.part_break = false;
    sink.font_size = std::max(sink.font_size, look.font_size);
    push(Frame::kSinkParagraph);
    return;
  }
  OpenParagraph open;
  open.paragraph.font_size = look.font_size;
  open.paragraph.bold = look.bold;
  open.paragraph.outline_level = look.outline_level;
  open.paragraph.where = where_now();
  open.label = std::move(look.label);
  paragraphs_.push_back(std::move(open));
  push(Frame::kParagraph);
}

// Code points are counted before they are kept: a bomb of text stops here.
void Story::text(std::string_view utf8) {
  if (failed_ || utf8.empty()) return;
  code_points_ += static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  if (code_points_ > limits_.text_code_points) return give_up(ErrorCode::kLimitText, "the document holds more text than the limit");
  if (!sinks_.empty()) return append(sinks_.back(), utf8);
  if (paragraphs_.empty() || frames_.back() != Frame::kParagraph) begin_paragraph({});
  paragraphs_.back().paragraph.text += utf8;
}

void Story::append(Sink& sink, std::string_view utf8) {
  if (!sink.text.empty() && sink.breaks > 0) {
    code_points_ += static_cast<std::size_t>(sink.breaks);
    sink.text.append(static_cast<std::size_t>(sink.breaks), '\n');
  }
  sink.breaks = 0;
  sink.part_break = false;
  sink.text += utf8;
}

// The cell or caption that a part of a part belongs to.
Story::Sink& Story::holder() {
  std::size_t i = sinks_.size() - 1;
  while (i > 0 && sinks_[i].kind == Sink::Kind::kPart) --i;
  return sinks_[i];
}

// Drawn text of a part goes to the cell around, each on a line of its own.
void Story::drawn(std::string_view utf8) {
  if (failed_ || utf8.empty()) return;
  if (sinks_.empty() || holder().kind == Sink::Kind::kCaption) return text(utf8);
  code_points_ += utf8.size();
  if (code_points_ > limits_.text_code_points) return give_up(ErrorCode::kLimitText, "the document holds more text than the limit");
  std::string& out = holder().drawn;
  if (!out.empty()) out += '\n';
  out += utf8;
}

// The label stands once, though a table may part the paragraph in two.
void Story::settle_paragraph(OpenParagraph& open) {
  std::vector<Block>& out = outer_list();
  if (!is_all_blank(open.paragraph.text)) {
    Block& block = out.emplace_back();
    std::string text = std::exchange(open.paragraph.text, {});
    block.paragraph = open.paragraph;
    if (!open.label.empty()) text = std::exchange(open.label, {}) + " " + text;  // drawn once, in front of the first line
    block.paragraph.text = to_nfc(std::move(text));
  }
  open.paragraph.text.clear();
  std::move(open.after.begin(), open.after.end(), std::back_inserter(out));
  open.after.clear();
}

void Story::end_paragraph() {
  if (failed_ || !unwind_to(Frame::kParagraph, Frame::kSinkParagraph)) return;
  close_top();
}

// In a cell or caption a part collects text of its own; elsewhere its paragraphs become blocks behind the one it
// hangs on.
void Story::begin_part(Where where) {
  if (failed_) return;
  if (!sinks_.empty()) {
    Sink sink;
    sink.kind = Sink::Kind::kPart;
    sink.where = where;
    sink.table = sinks_.back().table;
    sinks_.push_back(std::move(sink));
    push(Frame::kSinkPart);
  } else {
    push(Frame::kPart);
  }
  parts_.push_back(where);
}

void Story::end_part() {
  if (failed_ || !unwind_to_part()) return;
  close_top();
}

void Story::label(std::string text) {
  if (failed_ || !sinks_.empty() || paragraphs_.empty() || frames_.back() != Frame::kParagraph) return;
  paragraphs_.back().label = std::move(text);
}

void Story::restyle(double font_size, bool bold) {
  if (failed_) return;
  if (!sinks_.empty()) sinks_.back().font_size = std::max(sinks_.back().font_size, font_size);
  if (!sinks_.empty() || paragraphs_.empty() || frames_.back() != Frame::kParagraph) return;
  paragraphs_.back().paragraph.font_size = font_size;
  paragraphs_.back().paragraph.bold = bold;
}

// A part of a cell's part is the cell's, too: a note to what stands in a box.
void Story::settle_part(Sink part) {
  Sink& owner = holder();
  if (owner.kind == Sink::Kind::kCaption) {
    if (is_all_blank(part.text)) return;
    Block& block = block_list().emplace_back();
    block.paragraph.text = to_nfc(std::move(part.text));
    block.paragraph.where = part.where;
    return;
  }
  if (!is_all_blank(part.text)) owner.parts.push_back({part.where, false, std::move(part.text)});
}

// A run of struck letters is one part of its cell, however many pieces it comes in.
void Story::struck(std::string_view utf8) {
  if (failed_ || utf8.empty()) return;
  if (sinks_.empty() || sinks_.back().kind != Sink::Kind::kCell) return text(utf8);
  code_points_ += utf8.size();
  if (code_points_ > limits_.text_code_points) return give_up(ErrorCode::kLimitText, "the document holds more text than the limit");
  std::vector<CellPart>& parts = sinks_.back().parts;
  if (parts.empty() || !parts.back().struck) parts.push_back({Where::kCell, true, {}});
  parts.back().text += utf8;
}

void Story::note_guidance() {
  if (std::exchange(guidance_noted_, true)) return;
  document_.diagnostics.push_back({"guidance_text", "what fields show until they are filled in is left out", {}});
}

void Story::note_controls(std::size_t count) {
  if (count == 0) return;
  document_.diagnostics.push_back({"control_characters", std::to_string(count) + " stray control characters are left out", {}});
}

void Story::note_hidden() {
  if (std::exchange(hidden_noted_, true)) return;
  document_.diagnostics.push_back({"hidden_text", "white text on white is left out", {}});
}

void Story::note_deletions() {
  if (std::exchange(deletions_noted_, true)) return;
  document_.diagnostics.push_back({"tracked_changes", "what tracked changes have deleted is left out", {}});
}

bool Story::unwind_to_part() {
  for (std::size_t i = frames_.size(); i-- > 0;) {
    const Frame f = frames_[i];
    if (f == Frame::kPart || f == Frame::kSinkPart) {
      while (frames_.size() > i + 1) close_top();
      return true;
    }
    if (f == Frame::kCell || f == Frame::kCaption || f == Frame::kTable) return false;
  }
  return false;
}

// Closes all frames above the innermost one of kind a or b.
bool Story::unwind_to(Frame a, Frame b) {
  // A call closes only what was opened in the same cell or table: walls are never broken from inside.
  const bool wall_is_target = a == Frame::kTable || a == Frame::kCell || a == Frame::kCaption;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    const Frame f = frames_[i];
    if (f == a || f == b) {
      while (frames_.size() > i + 1) close_top();
      return true;
    }
    if (!wall_is_target && (f == Frame::kCell || f == Frame::kCaption || f == Frame::kTable)) return false;
  }
  return false;
}

// Closing a frame never fails: what it holds goes to its owner, whatever was missing.
void Story::close_top() {
  const Frame frame = frames_.back();
  switch (frame) {
    case Frame::kParagraph: {
      OpenParagraph& open = paragraphs_.back();
      settle_paragraph(open);
      paragraphs_.pop_back();
      break;
    }
    case Frame::kSinkParagraph: break;
    case Frame::kPart:
      parts_.pop_back();
      --depth_;
      break;
    case Frame::kSinkPart: {
      parts_.pop_back();
      --depth_;
      Sink part = std::move(sinks_.back());
      sinks_.pop_back();
      settle_part(std::move(part));
      break;
    }
    case Frame::kCaption: close_sink(nullptr); break;
    case Frame::kCell: close_sink(nullptr); break;
    case Frame::kTable: {
      const OpenTable open = std::move(tables_.back());
      tables_.pop_back();
      --depth_;
      settle_grid(open);
      break;
    }
  }
  frames_.pop_back();
}

}  // namespace jangbu::hangul
