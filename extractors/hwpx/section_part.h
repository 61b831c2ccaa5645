// SectionPart: section.xml and masterpage.xml, from XML into a Story.
//
// Facts: KS X 6101, 11 (Section XML); openhwp's tables 194–204 for tbl and tc. A paragraph is p > run > (t | tbl | ctrl | drawing); t is
// mixed: text with elements for tabs, line ends, special blanks, hyphens and the marks of tracked changes in between.
// A cell's address and spans come after its paragraphs. switch gives alternatives, of which the first case is read.
// Text between deleteBegin and deleteEnd is deleted by a change that is not accepted yet: left out, with all that hangs in it.
#pragma once

#include <functional>
#include <string>

#include "extractors/hangul/story.h"
#include "extractors/hangul/xml_scanner.h"
#include "extractors/hwpx/header_part.h"

namespace jangbu::hwpx {

// Called at the place where a section names its master page.
using MasterPageReader = std::function<Status(std::string_view id)>;

class SectionPart {
 public:
  // Borrows everything; the counter goes on from section to section.
  SectionPart(const Header& header, hangul::NumberCounter& counter, hangul::Story& story, MasterPageReader master_page)
      : header_(header), counter_(counter), story_(story), master_page_(std::move(master_page)) {}

  // Errors: those of XmlScanner, of the Story and of the master page reader.
  Status read(hangul::ByteSource& source, std::size_t most_depth);

 private:
  struct TableState;

  // Each reads the element that was just started, its end included.
  void read_children(hangul::XmlScanner& xml);
  void read_element(hangul::XmlScanner& xml);
  void read_paragraph(hangul::XmlScanner& xml);
  void settle_label();
  void read_run(hangul::XmlScanner& xml);
  void read_text(hangul::XmlScanner& xml);
  void read_section_properties(hangul::XmlScanner& xml);
  void read_switch(hangul::XmlScanner& xml);
  void read_part(hangul::XmlScanner& xml, Where where);
  void read_table(hangul::XmlScanner& xml);
  void read_row(hangul::XmlScanner& xml, TableState& table);
  void read_cell(hangul::XmlScanner& xml, TableState& table);
  void read_field(hangul::XmlScanner& xml);
  void end_field();
  void take_text(std::string_view text);
  void read_auto_number(hangul::XmlScanner& xml);
  void read_drawn(hangul::XmlScanner& xml);
  template <typename Visit>
  void each_child(hangul::XmlScanner& xml, Visit&& visit);
  bool stopped(hangul::XmlScanner& xml) const { return xml.failed() || story_.failed() || !status_; }

  const Header& header_;
  hangul::NumberCounter& counter_;
  hangul::Story& story_;
  MasterPageReader master_page_;
  Status status_{Done{}};
  std::uint32_t outline_numbering_ = 0;
  const ParaProperties* label_owed_ = nullptr;  // of the paragraph that has just begun
  bool deleted_ = false;
  bool styled_ = false;  // the open paragraph has the look of its first text
  CharProperties run_look_;
  int shaded_ = 0;  // cells, tables, boxes around that may fill what stands in them, pages and pictures that may lie below
  bool shaded_para_ = false;
  // An open field that nobody has filled in: what it says to do, and what stands in it so far.
  bool in_field_ = false;
  std::string guidance_, field_text_;
  char last_ = 0;  // byte of the text before, of the open paragraph
};

}  // namespace jangbu::hwpx
