#include "normalize/cover_lines.h"

#include <algorithm>
#include <optional>

#include "normalize/heading.h"
#include "text/label.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kCoverLines = 20;
constexpr std::size_t kTitlePageLines = 12;
constexpr int kMostCoverCells = 6;
constexpr int kMostFrameCells = 9;                                       // of a table that prints one cell: its frame, and a shadow
constexpr int kMostBoxedLines = 3;                                       // in a box
constexpr std::size_t kLongestTitleLine = 50, kLongestSittingLine = 40;  // code points

// A title in a box is a table of one cell; a frame around it and its shadow are cells that print nothing. A list of contents has more
// lines.
bool is_framed_title(const Table& table) {
  const Cell* only = nullptr;
  for (const Cell& cell : table.cells) {
    if (trim(cell.text).empty()) continue;
    if (only) return false;
    only = &cell;
  }
  return only && std::count(only->text.begin(), only->text.end(), '\n') < kMostBoxedLines;
}

// Lines before the first heading, list of contents or data table; with pages those of the first page that has any.
std::vector<CoverLine> lines_of_cover(const Document& document) {
  static const Pattern contents(R"(^\s*\[?\s*()" + any_of("contents_headings") + ")");
  std::vector<CoverLine> lines;
  std::optional<int> page;
  const auto add = [&](std::string_view text, std::size_t block, double size) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (std::string line = collapse_blanks(without_letter_spacing(without_markup(text.substr(0, end)))); !line.empty())
        lines.push_back({std::move(line), block, size});
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  };
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (lines.size() >= kCoverLines) break;
    const Table* table = block.kind == Block::Kind::kTable ? &document.tables[block.table] : nullptr;
    const std::optional<int> here =
        table ? (table->pages.empty() ? std::nullopt : std::optional(table->pages.front())) : block.paragraph.page;
    if (page && here != page) break;
    if (!page) page = here;
    if (table) {
      if (table->rows * table->columns > (is_framed_title(*table) ? kMostFrameCells : kMostCoverCells)) break;
      for (const Cell& cell : table->cells) add(cell.text, b, cell.font_size);
      continue;
    }
    if (block.paragraph.where != Where::kBody && block.paragraph.where != Where::kTextBox) continue;
    const std::string& text = block.paragraph.text;
    if (contents.found_in(text)) break;
    // 2025년도 업무현황 reads as a heading does, and is a title.
    if (const auto heading = heading_of(text); heading && heading->rank <= 2 && !report_kind().found_in(text) &&
                                               !(lines.size() < kTitlePageLines && other_report_kind().found_in(text)))
      break;
    add(text, b, block.paragraph.font_size);
  }
  return lines;
}

}  // namespace

Cover cover_of(const Document& document) {
  Cover cover{lines_of_cover(document)};
  const bool dated = std::any_of(cover.lines.begin(), cover.lines.end(),
                                 [](const CoverLine& line) { return is_day(line.text) || tells_sitting(line.text); });
  cover.page_of_its_own = dated && cover.lines.size() <= kTitlePageLines;
  return cover;
}

const Pattern& report_kind() {
  static const Pattern kind("((?:" + any_of("report_kinds") + R"()(?:\s*(?:)" + any_of("papers_on_reports") + "))?)");
  return kind;
}

const Pattern& other_report_kind() {
  static const Pattern kind("(" + any_of("other_report_kinds") + R"()\s*(?:\(안\))?\s*$)");
  return kind;
}

bool tells_kind(const std::string& line, const Pattern& kind) { return code_point_count(line) <= kLongestTitleLine && kind.found_in(line); }

bool is_day(const std::string& line) {
  static const Pattern day(
      R"(^[-–—~〈<\[(\s]*(?:(?:)" + any_of("labels_of_days") +
      R"()\s*[:：]?\s*)?(?:20\d\d|['’‘]\s?\d\d)\s*[.년]\s*\d{1,2}\s*[.월]?\s*(?:\d{1,2}\s*[.일]?)?\s*(?:\(\s*[월화수목금토일]\s*\))?\s*(?:\d{1,2}\s*:\s*\d\d)?[-–—~〉>\])\s]*$)");
  return day.matches(line);
}

std::string year_alone(const std::string& line) {
  static const Pattern year(
      R"(^[-–—~〈<\[(\s]*((?:19|20)\d\d\s*(?:년도|년|학년도|회계연도)?(?:\s*(?:[상하]반기|[1-4]\s*/?\s*4?\s*분기)|\s*[~∼～-]\s*20\d\d\s*년?도?)?)[-–—~〉>\])\s]*$)");
  const auto groups = year.groups(line);
  return groups.empty() ? std::string() : std::string(groups[1]);
}

bool is_subtitle(const std::string& line) {
  static const Pattern between(R"(^\s*(?:[-–—―~]\s.*\s[-–—―~]|\([^()]*\))\s*$)");
  return between.matches(line);
}

bool tells_occasion(const std::string& line) {
  static const Pattern occasion(any_of("hearing_occasions"));
  return occasion.found_in(line);
}

bool tells_sitting(const std::string& line) {
  static const Pattern begins_with_day(R"(^[\s(〈<]*20\d\d\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일])");
  return code_point_count(line) <= kLongestSittingLine && begins_with_day.found_in(line) && tells_occasion(line);
}

}  // namespace jangbu
