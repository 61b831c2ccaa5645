#include "normalize/cover_title.h"

#include <algorithm>
#include <cmath>

#include "normalize/cover_office.h"
#include "text/bullets.h"
#include "text/caption.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostTitleLines = 3;
constexpr std::size_t kTitleBlocks = 40;  // where a title that the file's properties tell must stand as well
// In code points: the first line of a title over several, a line that may be a title, and a whole title.
constexpr std::size_t kLongestFirstLine = 40, kLongestLine = 60, kLongestWholeTitle = 80;

// ---- of a report ---------------------------------------------------------------------------------------------------------------

// No day: 2026. 제1차 행정자치위원회.
const Pattern& year_of_plan() {
  static const Pattern year(R"(20\d\d\s*(?:년도?|학년도|회계연도))");
  return year;
}

// How well a line with a kind is the report's own title: 행정자치위원회 업무보고 says before whom, 2026년 주요업무계획 below it what for.
int titleness(const std::string& line) {
  return (year_of_plan().found_in(line) ? 1 : 0) - (tells_occasion(line) ? 2 : 0) - (is_subtitle(line) ? 4 : 0);
}

// How a title of several lines in one size of type begins, where the first line of them tells its year: `2026년도 상수도특별회계` above
// `예산안 개요`; empty where none does. Before whom it is laid, a day and a body are no part of it.
std::string begun_above(const Cover& cover, std::size_t last) {
  static const Pattern tells_year(R"(^[-–—~〈<\[(\s]*20\d\d\s*(?:년도?|학년도|회계연도)(?:\s|$))");
  // In whatever size: 2025년도 제2회.
  static const Pattern goes_on(R"(^20\d\d\s*(?:년도?|학년도|회계연도)\s*(?:)" + any_of("beginnings_of_titles") + R"()$)");
  const std::vector<CoverLine>& lines = cover.lines;
  if (last > 0 && goes_on.matches(lines[last - 1].text)) return lines[last - 1].text;
  std::string begun;
  for (std::size_t i = last; i-- > 0 && last - i < kMostTitleLines;) {
    const CoverLine& line = lines[i];
    if (line.size <= 0 || std::abs(line.size - lines[last].size) > kOneSizeOfType || code_point_count(line.text) > kLongestFirstLine)
      return {};
    if (tells_occasion(line.text) || is_day(line.text) || is_subtitle(line.text) || !body_in(line.text).empty()) return {};
    begun = begun.empty() ? line.text : line.text + " " + begun;
    if (tells_year.found_in(line.text)) return begun;
  }
  return {};
}

// The year may stand on the lines above, or on the one below (`2024년` under `주요업무계획`).
std::string with_its_year(const Cover& cover, std::size_t line) {
  static const Pattern year(R"(20\d\d)");
  const std::string& text = cover.lines[line].text;
  if (year.found_in(text)) return text;
  if (const std::string above = begun_above(cover, line); !above.empty()) return above + " " + text;
  for (const std::size_t near : {line - 1, line + 1}) {
    if (near >= cover.lines.size()) continue;
    if (const std::string alone = year_alone(cover.lines[near].text); !alone.empty()) return alone + " " + text;
  }
  return text;
}

// 검토보고서 below 제2회 추가경정예산안, with a blank before it; empty: the next line is something else.
std::string goes_on_below(const Cover& cover, std::size_t line) {
  static const Pattern paper(any_of("papers_on_reports"));
  if (line + 1 >= cover.lines.size() || !paper.matches(cover.lines[line + 1].text)) return {};
  return " " + cover.lines[line + 1].text;
}

// The best of the lines with such a kind, the first of equals.
std::optional<ReportTitle> titled_by(const Cover& cover, const Pattern& kind) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < cover.lines.size(); ++i) {
    const std::string& line = cover.lines[i].text;
    if (tells_kind(line, kind) && (!best || titleness(line) > titleness(cover.lines[*best].text))) best = i;
  }
  if (!best) return std::nullopt;
  const std::string below = goes_on_below(cover, *best);
  return ReportTitle{with_its_year(cover, *best) + below, without_blanks(kind.groups(cover.lines[*best].text + below)[1]), *best};
}

// ---- of what is no report of work ----------------------------------------------------------------------------------------------

// Programs fill in titles of their own (`제목없음`, `document1`), which say nothing.
bool may_be_title(std::string_view text) {
  static const Pattern placeholder("(?i)(?:" + any_of("empty_titles") + ")");
  static const Pattern words(R"(\p{Hangul}{2}|[A-Za-z]{4})");
  const std::string key = label_key(text);
  return code_point_count(key) >= 4 && code_point_count(text) <= kLongestWholeTitle && words.found_in(text) && !placeholder.matches(key);
}

// The title among the file's properties, as it would stand on the page.
std::string title_of_file(const Document& document) {
  static const Pattern program(R"(^(?:Microsoft (?:Word|PowerPoint|Excel)\s*-\s*)|\.(?:hwpx?|docx?|pptx?|xlsx?|pdf|indd|html?)$)");
  return collapse_blanks(program.replaced(document.metadata.title, ""));
}

// Among the first blocks: templates keep old titles.
bool is_printed(const Document& document, std::string_view title) {
  std::string first;
  for (std::size_t b = 0; b < std::min(document.blocks.size(), kTitleBlocks); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind == Block::Kind::kParagraph) {
      first += label_key(block.paragraph.text);
    } else {
      for (const Cell& cell : document.tables[block.table].cells) first += label_key(cell.text);
    }
  }
  return first.find(label_key(title)) != std::string::npos;
}

// The line in the largest type, where one is larger than most; else the first that may be a title.
std::string largest_line(const Cover& cover) {
  const std::vector<CoverLine>& lines = cover.lines;
  double largest = 0, smallest = 0;
  for (const CoverLine& line : lines) {
    if (line.size <= 0) continue;
    largest = std::max(largest, line.size);
    smallest = smallest > 0 ? std::min(smallest, line.size) : line.size;
  }
  static const Pattern no_title(R"(^\s*)" + class_of(bullets(), R"(\-–·*※<〈【\[()") + R"(|[:：]|[.。]$)");
  // A fifth larger than the smallest type: then size tells the title.
  const bool told = largest > 1.2 * smallest;
  const auto says_else = [](const CoverLine& line) { return is_day(line.text) || !body_in(line.text).empty(); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const CoverLine& line = lines[i];
    if (told && line.size < largest - kOneSizeOfType) continue;
    if (may_be_title(line.text) && code_point_count(line.text) <= kLongestLine && !no_title.found_in(line.text) && !says_else(line)) {
      // A headline of several lines is set in one size.
      std::string title = line.text;
      for (std::size_t next = i + 1; told && next < lines.size() && next < i + kMostTitleLines; ++next) {
        if (std::abs(lines[next].size - line.size) > kOneSizeOfType || lines[next].block > line.block + (next - i)) break;
        if (code_point_count(title) + code_point_count(lines[next].text) > kLongestWholeTitle || says_else(lines[next])) break;
        title += " " + lines[next].text;
      }
      return title;
    }
    if (!told) break;
  }
  return {};
}

}  // namespace

std::optional<ReportTitle> title_of_report(const Cover& cover) {
  auto title = titled_by(cover, report_kind());
  // On a page of its own weaker words (`추진계획`) may be the kind, too.
  if (cover.page_of_its_own && (!title || is_subtitle(cover.lines[title->line].text))) {
    if (auto other = titled_by(cover, other_report_kind())) return other;
  }
  return title;
}

OtherTitle title_of_other(const Document& document, const Cover& cover, const std::string& stem) {
  const std::string own = title_of_file(document);
  const bool may_be = may_be_title(own);
  if (may_be && is_printed(document, own)) return {own, "metadata"};
  if (std::string line = largest_line(cover); !line.empty()) return {std::move(line), "cover"};
  return may_be ? OtherTitle{own, "metadata"} : OtherTitle{stem, "file_name"};
}

}  // namespace jangbu
