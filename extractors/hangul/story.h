// Story: collects what a Hangul document says, in reading order, into Document::blocks and Document::tables.
//
// The four Hangul formats differ in how they store text and agree in what it is: paragraphs, tables whose cells hold
// paragraphs and tables again, and parts that hang on a paragraph (text boxes, headers, notes, …). Readers call this class as
// they meet things; it knows where each goes:
//   - outside of tables a paragraph becomes a block. A table inside a paragraph parts it (text before, table, text after); other
//     parts follow the paragraph that they hang on.
//   - inside a cell the paragraphs become the cell's text, one line each. A part that hangs in the cell is none of its text, wherever the
//     format stores it (HWPX keeps a note inside the word that it hangs on): it goes to Cell::parts. Nested tables are entries of their
//     own in Document::tables, after their parent; the cell lists their indexes as decimal strings until the pipeline gives out ids.
//     What is drawn rather than written (drawn()) goes to Cell::drawn.
//   - a caption's text is the table's caption; a part that hangs in it is a block of its own.
// Calls must nest. A call that does not fit (text without a paragraph, a cell outside of a table) is tolerated: damaged files
// make readers do such things, and no text may be lost by it.
//
// Text is UTF-8; NFC and the grid check (grid.h) are done here. Limits (nesting, cells, text_code_points) are watched here: once one
// is passed every call is a no-op, and `status()` tells.
// Ownership: borrows the Document. Not for use by several threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/hangul/grid.h"
#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"

namespace jangbu::hangul {

// How a paragraph looks, as far as it tells headings from text.
struct ParagraphLook {
  double font_size = 0;  // points
  bool bold = false;
  int outline_level = 0;  // 1…; 0 for text
  std::string label;      // number or bullet that Hangul draws in front of the text
};

class Story {
 public:
  Story(Document& document, const Limits& limits) : document_(document), limits_(limits) {}

  void begin_paragraph(ParagraphLook look);
  void text(std::string_view utf8);
  // Text that Hangul draws and does not store as text: equations, characters printed over each other, counted numbers.
  void drawn(std::string_view utf8);
  void end_paragraph();
  // Size, weight and label of the open paragraph, for formats that tell them late.
  void restyle(double font_size, bool bold);
  void label(std::string text);

  void begin_part(Where where);
  void end_part();

  void begin_table();
  void table_size(std::int64_t rows, std::int64_t columns);  // anywhere between begin_table and end_table
  void begin_caption();
  void end_caption();
  void begin_cell();
  void end_cell(CellPlace place);
  // `in_order`: where the cell stands if places are wrong and only the order of cells and their spans can be believed. Used for
  // a whole table or not at all.
  void end_cell(CellPlace place, CellPlace in_order);
  void end_table();
  // Size of the innermost open table, and the number of cells it has so far.
  std::size_t cells_so_far() const;
  // Diagnostic "guidance_text": what a field shows until someone fills it in was left out. Told once a document.
  void note_guidance();
  // Diagnostic "control_characters": so many were left out of a part of the file.
  void note_controls(std::size_t count);
  // Diagnostic "hidden_text": white letters on white were left out, as nobody sees them. Told once a document.
  void note_hidden();
  // Text of the cell around, or of the part, that was struck out. Outside of cells it is text like any other.
  void struck(std::string_view utf8);
  // Diagnostic "tracked_changes": something was left out that tracked changes have deleted. Told once a document.
  void note_deletions();
  // Diagnostic "table_structure" about the innermost open table.
  void note_structure(std::string what);

  bool inside_cell() const { return !sinks_.empty(); }

  bool failed() const { return failed_; }
  Status status() const { return failed_ ? Status(Unexpected{error_}) : Status(Done{}); }

 private:
  // Text of a cell, a caption, or a part of one of these, while it is read.
  struct Sink {
    enum class Kind : unsigned char { kCell, kCaption, kPart };
    Kind kind = Kind::kCell;
    std::string text;
    std::string drawn;
    double font_size = 0;  // the largest of its paragraphs'
    std::vector<CellPart> parts;
    Where where = Where::kCell;  // of a part
    int breaks = 0;              // line ends owed before the next text: never at the front, never at the end
    bool had_paragraph = false;
    bool part_break = false;  // a nested table owes the line end that the next paragraph would
    std::size_t table = 0;    // the open table it belongs to: index into tables_
    std::vector<std::string> nested;
  };
  struct OpenTable {
    std::size_t index = 0;    // in Document::tables
    std::size_t charged = 0;  // rows x columns, counted against the limit already
    bool sized = false;
    std::vector<CellPlace> in_order;  // parallel to the table's cells, or empty
  };
  // A paragraph outside of tables.
  struct OpenParagraph {
    Paragraph paragraph;
    std::string label;
    std::vector<Block> after;  // blocks of the parts that hang on it
  };
  enum class Frame : unsigned char { kParagraph, kSinkParagraph, kPart, kSinkPart, kTable, kCaption, kCell };

  void give_up(ErrorCode code, std::string message);
  void push(Frame frame);
  bool unwind_to(Frame a, Frame b);  // closes what a damaged file left open above; false if there is none
  bool unwind_to_part();
  void close_top();
  void settle_paragraph(OpenParagraph& open);  // its text so far, and what hangs on it, become blocks
  std::vector<Block>& block_list();            // where a block that starts now belongs
  std::vector<Block>& outer_list();            // where the innermost open paragraph belongs
  Where where_now() const;
  void close_sink(const CellPlace* place);
  void settle_part(Sink part);
  void settle_grid(const OpenTable& open);
  void append(Sink& sink, std::string_view utf8);
  Sink& holder();  // the cell or caption around; REQUIRES: sinks_ not empty

  Document& document_;
  Limits limits_;
  std::vector<Frame> frames_;
  std::vector<OpenParagraph> paragraphs_;
  std::vector<Sink> sinks_;
  std::vector<OpenTable> tables_;
  std::vector<Where> parts_;
  std::size_t cells_ = 0, code_points_ = 0;
  int depth_ = 0;  // open tables and parts
  bool failed_ = false;
  bool deletions_noted_ = false, guidance_noted_ = false, hidden_noted_ = false;
  Error error_;
};

}  // namespace jangbu::hangul
