// Who reports, what, when: from the cover's lines, then captions, then headings, then the file's name. What was found where stays in
// Document::origins, and what the file's name had to tell is a diagnostic.
#include <string>
#include <utility>

#include "normalize/cover_date.h"
#include "normalize/cover_lines.h"
#include "normalize/cover_office.h"
#include "normalize/cover_title.h"
#include "normalize/normalize.h"
#include "text/file_name.h"
#include "text/told.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// A value that some source tells, and which one.
void set(std::string& value, std::string& from, std::string said, const char* source) {
  if (said.empty()) return;
  value = std::move(said);
  from = source;
}

// From the lines of the cover. Without a title or a page of their own, the first lines are already the report, and their days are not its.
void read_lines(Document& document, const Cover& cover, const std::optional<ReportTitle>& title) {
  Origins& from = document.origins;
  std::optional<std::size_t> line;
  if (title) {
    line = title->line;
    set(document.title, from.title, title->text, "cover");
    set(document.report_kind, from.report_kind, title->kind, "cover");
    set(document.organization, from.organization, body_beside_kind(cover.lines[*line].text), "cover");
  }
  if (document.organization.empty()) set(document.organization, from.organization, body_on_cover(cover, line), "cover");
  if (title || cover.page_of_its_own) set(document.report_date, from.report_date, day_on_cover(cover, line), "cover");
}

// What the cover does not say: captions, headings, the file's name.
void fill_in(Document& document, const std::string& stem) {
  Origins& from = document.origins;
  if (document.report_kind.empty()) {
    if (const auto kind = report_kind().groups(stem); !kind.empty())
      set(document.report_kind, from.report_kind, without_blanks(kind[1]), "file_name");
  }
  if (document.organization.empty()) {
    const char* source = "caption";
    auto said = said_by_captions(document);
    if (!said && (said = said_by_headings(document))) source = "heading";
    if (said) {
      set(document.organization, from.organization, said->organization, source);
      if (document.report_kind.empty()) set(document.report_kind, from.report_kind, said->kind, source);
    } else {
      set(document.organization, from.organization, body_beside_kind(stem), "file_name");
    }
  }
  if (document.report_date.empty()) set(document.report_date, from.report_date, day_in_file_name(stem), "file_name");
}

// Without a line that is one: office and kind, or the title of what is no report of work.
void find_title(Document& document, const Cover& cover, const std::string& stem) {
  if (!document.title.empty()) return;
  if (!document.organization.empty() && !document.report_kind.empty()) {
    document.title = document.organization + " " + document.report_kind;
    document.origins.title = document.origins.organization;
    return;
  }
  OtherTitle other = title_of_other(document, cover, stem);
  set(document.title, document.origins.title, std::move(other.text), other.from);
}

// What a reader should check, since it was told by the weakest source or by none.
void diagnose(Document& document) {
  const Origins& from = document.origins;
  const auto add = [&](const char* code, std::string message) { document.diagnostics.push_back({code, std::move(message), std::nullopt}); };
  if (from.organization == "file_name") add("organization_from_file_name", in_both(told("cover.organization_from_file_name")));
  if (from.report_date == "file_name") add("date_from_file_name", in_both(told("cover.date_from_file_name")));
  if (document.organization.empty()) add("organization_unknown", in_both(told("cover.organization_unknown")));
  if (document.report_date.empty()) add("date_unknown", in_both(told("cover.date_unknown")));
}

}  // namespace

// Later steps only fill what earlier ones left open.
void read_cover(Document& document) {
  const Cover cover = cover_of(document);
  const auto title = title_of_report(cover);
  const std::string stem = file_name_says(to_nfc(stem_of_path(document.source.path))).plain;  // without words that tell its edition
  document.origins = {};
  read_lines(document, cover, title);
  fill_in(document, stem);
  find_title(document, cover, stem);
  if (const auto year = fiscal_year_of(document, cover, title.has_value())) {
    document.fiscal_year = year->year;
    document.origins.fiscal_year = year->from;
  }
  diagnose(document);
}

}  // namespace jangbu
