// Document: one input file on its way through the stages.
//
//   extractors/  fill `source` and either `lines` (text), `pages` (PDF) or, where the format itself has cells, `blocks` and `tables`
//   tables/      turns `lines` and `pages` into `blocks` and `tables`; whatever comes after never knows the format
//   normalize/   repairs cells (`Cell::repaired`), finds header rows, captions, units and sections
//   records/     reads records from tables; audit/ checks them
//
// Units: boxes in points (geometry.h), rows and columns from 0, pages from 1, text in UTF-8 and NFC.
// Ownership: a Document owns all it holds; stages take it by reference and change it in place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "jangbu/correction.h"
#include "jangbu/diagnostic.h"
#include "jangbu/geometry.h"

namespace jangbu {

enum class Format { kText, kPdf, kHwp, kHwpx, kHwp3, kHwpml };
std::string_view format_name(Format format);  // "text", "pdf", "hwp", …

struct Source {
  std::string path;    // as the user will know it: relative to the folder that was given, NFC
  std::string sha256;  // of the bytes, lower-case hex
  std::uint64_t bytes = 0;
  Format format = Format::kText;
  std::optional<int> pages;
  std::string producer;  // the program that wrote the file, as the file says; may be empty
};

// Where a report's particulars were found: "cover", "heading", "caption", "file_name", "metadata" (the file's own), or, for
// the fiscal year, "title", "as_of" and "report_date"; empty where the particular is.
struct Origins {
  std::string title, organization, report_kind, report_date, fiscal_year;
};

// What the file says about itself; empty where it says nothing. A hint only: people forget to change these.
struct Metadata {
  std::string title, author, created, modified;  // dates ISO 8601
};

// ---- what PDF gives: a page of glyph runs and drawn lines -------------------------------------------------------------

// Glyphs on one baseline that belong together: a word, or a piece of one, with no wide gap inside.
struct Run {
  std::string text;  // without leading or trailing blanks
  Box box;
  double font_size = 0;  // points
  bool bold = false;
  bool vertical = false;    // glyphs run downwards or upwards
  bool invisible = false;   // painted in no colour that shows (text layer below a scan, white on white)
  bool glued = false;       // goes on from the run before without a blank: only the look changed inside of a word
  bool upwards = false;     // vertical, and read from below
  bool background = false;  // letters laid under or over the page (a watermark): of no cell and no line of text
  bool struck = false;      // struck out
};

// A drawn line: a stroke, a thin filled box, or an edge of a shaded cell. Horizontal: y0 == y1; vertical: x0 == x1.
struct Rule {
  Box box;
  double thickness = 0;  // points
  bool horizontal() const { return box.y0 == box.y1; }
};

// A filled area larger than a line: cell shading, a coloured box.
struct Fill {
  Box box;
  double luminance = 0;  // 0 black … 1 white
};

struct Page {
  int number = 0;  // from 1
  double width = 0, height = 0;
  std::vector<Run> runs;    // in paint order
  std::vector<Rule> rules;  // joined, snapped, sorted: horizontals by y then x, then verticals by x then y
  std::vector<Fill> fills;
};

// ---- what every format comes to -----------------------------------------------------------------------------------------

enum class Where { kBody, kCell, kTextBox, kHeader, kFooter, kNote, kMasterPage };
std::string_view where_name(Where where);  // "body", "cell", "text_box", …

// What hangs in a cell and is none of its text: a note, the text of a box, what was struck out.
struct CellPart {
  Where where = Where::kNote;  // kCell for what was struck out of the cell itself
  bool struck = false;
  std::string text;
};

struct Cell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::string text;                      // what stands in the source: lines parted by \n
  std::optional<std::string> repaired;   // only where repair changed it
  std::optional<std::string> corrected;  // only where a person's correction did; speaks before both
  std::optional<int> page;
  std::optional<Box> bbox;
  std::vector<std::string> tables;  // ids of tables inside this cell
  std::string drawn;                // what the format draws here and does not store as text: equations' scripts, overprinted signs
  bool header = false;              // the format itself marks a header cell
  double font_size = 0;             // points, of most of the text; 0 where the format says nothing
  std::vector<CellPart> parts;      // in the order in which they hang

  const std::string& best_text() const { return corrected ? *corrected : repaired ? *repaired : text; }
};

// What the headings over one column of figures say (beside one row, where the table is laid out sideways), read word by word.
struct HeadingWords {
  int column = -1, row = -1;      // of the table: one of the two; -1: not this one
  int first = 0, last = 0;        // the rows (columns) that it holds for: one table may have several headers, one below or beside the other
  std::vector<std::string> says;  // atoms of the lexicon, sorted: "amount", "spending"
  std::string period;             // EDTF: "2024", "../2023"; empty: none is named
  std::string phase;              // "original", "final", "execution" …; empty: none is named
  std::vector<std::string> members;  // "직급별=4급"
  std::string unit;                  // that the heading itself names: "백만원", "%"
  std::vector<std::string> unknown;  // words that no list knows

  friend bool operator==(const HeadingWords&, const HeadingWords&) = default;
};

struct Table {
  std::string id;                    // "t001", in reading order; given by the pipeline once all tables are known
  std::vector<std::string> section;  // heading path, outermost first
  Where where = Where::kBody;
  std::string caption;  // the line above that names it; may be empty
  std::string unit;     // as printed: "천원"; empty if none
  std::string as_of;    // ISO 8601; empty if none is printed
  std::string unit_from,
      as_of_from;           // where they were found: "cell", "caption", "above", "below", "page_before", "further_above"; empty if nowhere
  std::vector<int> pages;   // ascending; empty for formats without pages
  std::optional<Box> bbox;  // on the first page
  int rows = 0, columns = 0;
  int header_rows = 0;
  std::string nearby_unit, nearby_as_of;  // of a caption further up that no other table claims; used where the table needs one
  std::string kind;                       // record type that a profile read from it; empty if none
  std::vector<HeadingWords> headings;     // of columns of figures; empty where records are not read from tables
  std::vector<Cell> cells;                // sorted by row, column; they tile rows x columns
  bool guessed_grid = false;              // columns were worked out from text or white space, not from lines or the format
};

// A paragraph or heading outside of tables.
struct Paragraph {
  std::string text;                     // what stands in the source; blanks in front, which may tell the depth, are kept
  std::optional<std::string> repaired;  // only where repair changed it
  std::optional<int> page;
  std::optional<Box> bbox;
  double font_size = 0;  // points; 0 where the format says nothing
  bool bold = false;
  int outline_level = 0;  // 1… where the format itself marks a heading; 0 otherwise
  Where where = Where::kBody;

  const std::string& best_text() const { return repaired ? *repaired : text; }
};

// One step of reading order: a paragraph or a table (index into Document::tables).
struct Block {
  enum class Kind { kParagraph, kTable };
  Kind kind = Kind::kParagraph;
  Paragraph paragraph;    // for kParagraph
  std::size_t table = 0;  // for kTable
  // What normalize/ says of it: a heading, also where that stands in a box, is a table to the format.
  int heading_rank = 0;       // how the heading is written, 1 outermost … 5 a bullet's; 0: no heading
  int heading_level = 0;      // where it stands in Document::sections, 1 outermost; 0: it opens nothing
  std::string heading;        // as section paths show it: "Ⅳ. 2021 세부사업별 예산집행 현황"
  std::string heading_title;  // without its number
  bool in_contents = false;   // a line of a list of contents: opens nothing
};

// What comes back from page to page: headers, footers, numbers, and the header rows of a table that goes on (kHeader).
enum class FurniturePlace { kHeader, kFooter, kPageNumber };
std::string_view furniture_place_name(FurniturePlace place);  // "header", "footer", "page_number"

struct Furniture {
  std::string text;
  std::optional<int> page;  // formats without pages say it once
  FurniturePlace place = FurniturePlace::kHeader;
};

struct Section {
  int level = 1;       // 1 outermost
  std::string number;  // "Ⅳ", "1", "□"; may be empty
  std::string title;   // without the number
  std::optional<int> page;
  std::vector<Section> children;
};

// A change that jangbu made to what stands in the source: never silent, never twice.
struct Repair {
  std::string rule;   // "letter_spacing", "label_wrap", "column_order", …
  std::string field;  // "name", "header", or a value's field name; may be empty
  std::string before, after;
  std::string table;  // id of the table; empty outside of tables
  int row = -1, column = -1;
  double confidence = 1;  // 1: proved by the table's own arithmetic or lossless
  bool applied = true;    // false: proposed only; what the source prints still stands
};

// An identity that a table prints itself: by letters, 증감(B-A), or by a 소계 over its group of columns. Fields are those of the records
// that the table gives, or `period:phase` of their yearly figures.
struct PrintedIdentity {
  std::size_t table = 0;  // index into Document::tables
  std::string record_type;
  std::string result;
  std::vector<std::pair<int, std::string>> terms;  // printed = Σ sign·term, or the numerator of a ratio
  std::vector<std::pair<int, std::string>> base;   // of a ratio; empty: a sum
};

// A word of headings that no list knows, and how many columns of figures it kept from having a field.
struct UnknownWord {
  std::string word;
  int columns = 0;
};

struct Document {
  std::string id;
  Source source;
  Metadata metadata;
  std::string title;
  std::string organization;
  std::string report_kind;  // "주요업무보고", "업무계획", …; empty if untold
  std::string report_date;  // "2021-08", "2021-08-13"; empty if untold
  std::optional<int> fiscal_year;
  Origins origins;
  bool degraded = false;  // the reader met errors and went on: text may be missing
  std::vector<Diagnostic> diagnostics;

  std::vector<std::string> lines;  // text only, consumed by tables/
  std::vector<Page> pages;         // PDF only, consumed by tables/

  std::vector<Block> blocks;         // reading order
  std::vector<Furniture> furniture;  // by page
  std::vector<Table> tables;         // reading order
  std::vector<Section> sections;
  std::vector<Repair> repairs;
  std::vector<PrintedIdentity> identities;
  std::vector<UnknownWord> unknown_words;      // of headings over figures: most columns first, then by the word
  std::vector<CorrectionOutcome> corrections;  // those that were meant for this document, in the order of their replay
};

}  // namespace jangbu
