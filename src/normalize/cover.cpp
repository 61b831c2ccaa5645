// Who reports, what, when: from the cover's lines, then captions, then headings, then the file's name. What was
// found where stays in Document::origins, and what the file's name had to tell is a diagnostic. The cover is what
// stands before the first heading, contents or data table, on one page. A line with a kind of report (`주요업무보고`) is
// the title; an office below it reports; of several dates the most exact one counts.
// Hard cases: words that end like offices (`제도`, `효과`); a committee beside the date of its sitting, which hears the
// report; a title over two lines with its year on the other.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "normalize/heading.h"
#include "normalize/normalize.h"
#include "normalize/title_words.h"
#include "text/bullets.h"
#include "text/caption.h"
#include "text/file_name.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/told.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kCoverLines = 20;
constexpr std::size_t kTitlePageLines = 12;
constexpr int kMostCoverCells = 6;
constexpr int kMostFrameCells = 9;  // of a table that prints one cell: its frame, and a shadow
constexpr int kMostTitleLines = 3;
constexpr double kOneSizeOfType = 0.6;       // points by which lines of one size of type may differ
constexpr std::size_t kTitleBlocks = 40;     // where a title that the file's properties tell must stand as well
constexpr std::size_t kHeadingBlocks = 400;  // headings that speak of the whole report stand early

struct Words {
  Pattern kind{"(" + any_of("report_kinds") + ")"};
  // Where no line of the cover says one of those.
  Pattern other_kind{"(" + any_of("other_report_kinds") + R"()\s*(?:\(안\))?\s*$)"};
  Pattern body{R"([가-힣·ㆍ\s]{1,28}(?:)" + any_of("body_endings") + ")"};
  // In a heading or caption only what can be nothing but an office, between a year and what is reported.
  Pattern named{R"(^20\d\d\s*(?:년도?|회계연도)?\s*((?:[가-힣]{1,12}\s)?[가-힣]{2,12}(?:)" + any_of("office_endings_in_titles") + ")|" +
                any_of("office_names") + R"()\s*(?:)" + any_of("reported") + ")"};
  // Without a title beside it a line must be nothing but an office's name: 주소, 예시 and 장관 end alike.
  Pattern office{R"((?:[가-힣·]{2,12}\s){0,2}[가-힣]{2,12}(?:)" + any_of("office_endings") + ")|" + any_of("office_names")};
  Pattern country{".*(?:" + any_of("countries") + ")"};
  // Words that end as offices do.
  Pattern no_body{"(?:" + any_of("words_that_end_as_bodies") + ")$"};
  // Nothing but a day or a month: `2024. 5. 3.(금)`.
  Pattern date_line{
      R"(^[-–—~〈<\[(\s]*(?:20\d\d|['’‘]\s?\d\d)\s*[.년]\s*\d{1,2}\s*[.월]?\s*(?:\d{1,2}\s*[.일]?)?\s*(?:\(\s*[월화수목금토일]\s*\))?\s*(?:\d{1,2}\s*:\s*\d\d)?[-–—~〉>\])\s]*$)"};
  // The date in a file's name: no part of another number or word.
  Pattern stem_date{R"((?:^|[^0-9A-Za-z])(20\d\d)(?:[-._]?(0[1-9]|1[0-2])(?:[-._]?([0-2]\d|3[01]))?)?(?:년도?)?(?:[^0-9]|$))"};
  Pattern year_line{
      R"(^[-–—~〈<\[(\s]*((?:19|20)\d\d\s*(?:년도|년|학년도|회계연도)?(?:\s*(?:[상하]반기|[1-4]\s*/?\s*4?\s*분기)|\s*[~∼～-]\s*20\d\d\s*년?도?)?)[-–—~〉>\])\s]*$)"};  // nothing but a year, its half, or first and last year
  Pattern plan{R"(20\d\d\s*년?도?.*계획)"};
  Pattern committee{"(?:" + any_of("hearing_bodies") + ")$"};
  Pattern addressee{any_of("addressees")};
  Pattern year{R"((20\d\d)\s*(?:년|년도|회계연도)?)"};
  Pattern plan_year{R"(20\d\d\s*(?:년도?|학년도|회계연도))"};  // no day: 2026. 제1차 행정자치위원회
  Pattern occasion{any_of("hearing_occasions")};
  // 제412회 임시회 의회운영위원회 2026. 1. 28.(수) 14:00
  Pattern ends_with_day{
      R"((20\d\d\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일]?\s*(?:\(\s*[월화수목금토일]\s*\))?\s*(?:\d{1,2}\s*:\s*\d\d)?)\s*[)\]]?\s*$)"};
  Pattern later_year{
      R"((20\d\d)\s*(?:년도?|회계연도|학년도)?\s*[가-힣·ㆍ\s]{2,20}?(?:\s및\s|\s*[,·ㆍ&]\s*)(20\d\d)\s*(?:년도?|회계연도|학년도)?\s*[가-힣\s]{0,16}(?:업무|사업|운영|경영|시책)\s*(?:추진\s*)?(?:계획|보고|방향))"};
  Pattern name_date{R"((20\d\d)(?:[-._]?(0[1-9]|1[0-2])(?:[-._]?([0-2]\d|3[01]))?)?(?:년도?)?)"};
  Pattern leftover{R"([_\-\s()\[\]「」.,]+)"};
  Pattern contents{R"(^\s*\[?\s*()" + any_of("contents_headings") + ")"};
};

const Words& words() {
  static const Words instance;
  return instance;
}

// A line of the cover, letter spacing undone.
struct CoverLine {
  std::string text;
  std::size_t block = 0;
  double size = 0;  // of its type; 0: not known
};

// A title in a box is a table of one cell; a frame around it and its shadow are cells that print nothing. A list of contents has more
// lines.
bool is_framed_title(const Table& table) {
  const Cell* only = nullptr;
  for (const Cell& cell : table.cells) {
    if (trim(cell.text).empty()) continue;
    if (only) return false;
    only = &cell;
  }
  return only && std::count(only->text.begin(), only->text.end(), '\n') < kMostTitleLines;
}

// Lines before the first heading, list of contents or data table; with pages those of the first page that has any.
std::vector<CoverLine> cover_lines(const Document& document) {
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
    if (words().contents.found_in(text)) break;
    // 2025년도 업무현황 reads as a heading does, and is a title.
    if (const auto heading = heading_of(text); heading && heading->rank <= 2 && !words().kind.found_in(text) &&
                                               !(lines.size() < kTitlePageLines && words().other_kind.found_in(text)))
      break;
    add(text, b, block.paragraph.font_size);
  }
  return lines;
}

// "2021-08 시민협력국 주요업무보고" without date and kind: "시민협력국".
std::string organization_in(std::string text) {
  text = title_words().legal_form.replaced(text, "");
  text = words().kind.replaced(text, " ");
  text = words().name_date.replaced(text, " ");
  text = collapse_blanks(words().leftover.replaced(text, " "));
  if (text.empty() || !words().body.matches(text) || words().no_body.found_in(text)) return {};
  return text;
}

// A heading or caption that says what the cover did not: `# 2021년 시민협력국 주요업무보고`, `2019년도 서울혁신기획관 예산현황`.
struct Said {
  std::string organization, kind;
};

// Long lines are sentences; only a heading or caption that names an office counts, the kind alone does not.
std::optional<Said> said_in(const std::string& text) {
  if (code_point_count(text) > 50) return std::nullopt;
  Said said;
  if (const auto kind = words().kind.groups(text); !kind.empty()) said.kind = without_blanks(kind[1]);
  const auto named = words().named.groups(text);
  if (!named.empty() && !words().country.matches(named[1])) said.organization = collapse_blanks(named[1]);
  if (said.organization.empty()) return std::nullopt;
  return said;
}

// The first heading or caption that names an organization beside a kind of report or table.
std::optional<Said> said_by_headings(const Document& document) {
  std::size_t looked = 0;
  for (const Block& block : document.blocks) {
    if (looked++ > kHeadingBlocks) break;
    if (block.kind != Block::Kind::kParagraph || block.paragraph.where != Where::kBody) continue;
    const auto heading = heading_of(block.paragraph.text);
    if (!heading || heading->rank > 2) continue;
    if (auto said = said_in(heading->title)) return said;
  }
  return std::nullopt;
}

std::optional<Said> said_by_captions(const Document& document) {
  for (const Table& table : document.tables) {
    if (auto said = said_in(table.caption)) return said;
  }
  return std::nullopt;
}

void diagnose(Document& document, std::string code, std::string message) {
  document.diagnostics.push_back({std::move(code), std::move(message), std::nullopt});
}

}  // namespace

namespace {

class Cover {
 public:
  explicit Cover(Document& document)
      : document_(document),
        from_(document.origins),
        lines_(cover_lines(document)),
        stem_(file_name_says(to_nfc(stem_of_path(document.source.path))).plain) {}

  // The order matters: later steps only fill what earlier ones left open.
  void read() {
    from_ = {};
    read_title();
    read_organization();
    if (titled_ || title_page_) read_date();  // without a title page the first lines are already the report
    fill_in();
    find_title();
    read_fiscal_year();
    tell();
  }

 private:
  bool is_kind(std::size_t i) const { return is_kind(i, words().kind); }
  bool is_kind(std::size_t i, const Pattern& kind) const { return code_point_count(lines_[i].text) <= 50 && kind.found_in(lines_[i].text); }

  // One title may run over two lines: its kind stands in one of them, its year in the other.
  void read_title() {
    // A date and few lines make a title page, on which weaker words (`추진계획`) may be the kind.
    // A page of its own, with nothing but title, day and office.
    const bool dated = std::any_of(lines_.begin(), lines_.end(),
                                   [](const CoverLine& line) { return words().date_line.matches(line.text) || tells_sitting(line.text); });
    title_page_ = dated && lines_.size() <= kTitlePageLines;
    if ((!titled_by(words().kind) || is_subtitle(lines_[title_].text)) && title_page_) titled_by(words().other_kind);
  }

  // How well a line with a kind is the report's own title: 행정자치위원회 업무보고 says before whom, 2026년 주요업무계획 below it what for.
  // The first of equals.
  int titleness(std::size_t i) const {
    const bool year = words().plan_year.found_in(lines_[i].text);
    return (year ? 1 : 0) - (words().occasion.found_in(lines_[i].text) ? 2 : 0) - (is_subtitle(lines_[i].text) ? 4 : 0);
  }

  // - 2024년도 결산 및 2025년도 예산 - below 2025년도 정기총회 자료, (2026년도 당초예산안 연계) below 중기재정계획
  static bool is_subtitle(const std::string& line) {
    static const Pattern between(R"(^\s*(?:[-–—―~]\s.*\s[-–—―~]|\([^()]*\))\s*$)");
    return between.matches(line);
  }

  // How a title of several lines in one size of type begins, where the first line of them tells its year: `2026년도 상수도특별회계` above
  // `예산안 개요`; empty where none does. Before whom it is laid, a day and a body are no part of it.
  std::string begun_above(std::size_t last) const {
    static const Pattern tells_year(R"(^[-–—~〈<\[(\s]*20\d\d\s*(?:년도?|학년도|회계연도)(?:\s|$))");
    // In whatever size: 2025년도 제2회.
    static const Pattern goes_on(R"(^20\d\d\s*(?:년도?|학년도|회계연도)\s*(?:)" + any_of("beginnings_of_titles") + R"()$)");
    if (last > 0 && goes_on.matches(lines_[last - 1].text)) return lines_[last - 1].text;
    std::string begun;
    for (std::size_t i = last; i-- > 0 && last - i < kMostTitleLines;) {
      const CoverLine& line = lines_[i];
      if (line.size <= 0 || std::abs(line.size - lines_[last].size) > kOneSizeOfType || code_point_count(line.text) > 40) return {};
      if (words().occasion.found_in(line.text) || words().date_line.matches(line.text) || is_subtitle(line.text) || !body_of(i).empty())
        return {};
      begun = begun.empty() ? line.text : line.text + " " + begun;
      if (tells_year.found_in(line.text)) return begun;
    }
    return {};
  }

  // The line with such a kind that is the title; its year may stand on a line beside it.
  bool titled_by(const Pattern& kind) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_kind(i, kind) && (!best || titleness(i) > titleness(*best))) best = i;
    }
    if (!best) return false;
    title_ = *best;
    titled_ = true;
    const std::string& line = lines_[title_].text;
    document_.title = line;
    document_.report_kind = without_blanks(kind.groups(line)[1]);
    document_.organization = organization_in(line);
    from_.title = from_.report_kind = "cover";
    if (!document_.organization.empty()) from_.organization = "cover";
    // The year may stand on the line above or below (`2024년` over `주요업무계획`).
    if (words().year.found_in(line)) return true;
    if (const std::string above = begun_above(title_); !above.empty()) {
      document_.title = above + " " + line;
      return true;
    }
    for (const std::size_t near : {title_ - 1, title_ + 1}) {
      if (near >= lines_.size()) continue;
      const auto year = words().year_line.groups(lines_[near].text);
      if (year.empty()) continue;
      document_.title = std::string(year[1]) + " " + line;
      break;
    }
    return true;
  }

  // The body that a line of the cover names, without (재) and without the person who stands for it (환경부장관); empty: none.
  std::string body_of(std::size_t i) const {
    // 가나공단 경영기획부 · 2025. 12. 18.: who signs, and when. Who hears the report stands beside a day, too.
    static const Pattern signed_on(R"(^(.{4,30}?)\s*[·ㆍ,|/]\s*20\d\d\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일]?$)");
    const auto signature = signed_on.groups(lines_[i].text);
    const std::string line = signature.empty() || words().committee.found_in(signature[1]) ? lines_[i].text : std::string(signature[1]);
    std::string name = trim(title_words().legal_form.replaced(line, ""));
    const bool formed = name.size() < line.size();
    // 늘봄시 (기획예산담당관): its office in brackets.
    static const Pattern with_office(R"(^([^()]+?)\s*\(\s*([^()]+?)\s*\)$)");
    if (const auto groups = with_office.groups(name); !groups.empty() && names_body(groups[1]) && names_body(groups[2]))
      return std::string(groups[1]);
    if (const auto groups = title_words().holder.groups(name); !groups.empty() && names_body(groups[1])) return std::string(groups[1]);
    static const Pattern plain(R"([가-힣A-Za-z·ㆍ\s]{2,20})");
    return names_body(name) || (formed && plain.matches(name)) ? name : std::string();
  }

  // A short line that ends as offices do and is no title, date or addressee.
  static bool names_body(std::string_view line) {
    return code_point_count(line) <= 30 && words().body.matches(line) && !words().no_body.found_in(line) && !words().kind.found_in(line) &&
           !words().other_kind.found_in(line) && !words().addressee.found_in(line);
  }

  // In the box of the day of the sitting, or on a line beside it: there stands who hears the report.
  bool beside_date(std::size_t i) const {
    const auto dated = [&](std::size_t n) {
      return n < lines_.size() && date_in(lines_[n].text) && !is_kind(n) && !words().year_line.matches(lines_[n].text);
    };
    return dated(i - 1) || dated(i + 1);
  }

  // Who reports signs below the title; else it stands above it. A committee beside the day of its sitting hears the report.
  void read_organization() {
    if (!document_.organization.empty()) return;
    std::optional<std::size_t> below, above, only;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string body = body_of(i);
      if (body.empty()) continue;
      const bool hears = words().committee.found_in(lines_[i].text) && beside_date(i);
      if (titled_ && i > title_) {
        if (!hears || lines_.size() - i <= 2) below = i;
      } else if (titled_ && !beside_date(i)) {
        above = i;
      } else if (!hears && !only && (titled_ || title_page_ || (words().office.matches(body) && !words().country.matches(body)))) {
        only = i;
      }
    }
    // Below the title before above it, and either before a line without a title.
    const auto chosen = below ? below : above ? above : only;
    if (!chosen) return;
    document_.organization = body_of(*chosen);
    from_.organization = "cover";
  }

  // 2025년 2월 27일 제22차 정기총회 보고
  static bool tells_sitting(const std::string& line) {
    static const Pattern begins_with_day(R"(^[\s(〈<]*20\d\d\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일])");
    return code_point_count(line) <= 40 && begins_with_day.found_in(line) && words().occasion.found_in(line);
  }

  // 2025. 2. 20. of `(2025. 3. 1. ~ 2026. 2. 28.) 2025. 2. 20.`: the first and last day of a year of account are none of a report.
  static std::string without_year_of_account(const std::string& line) {
    static const Pattern two_days(
        R"([(〈<\[]?\s*(?:자\s*[:：]?\s*)?20\d\d\s*[.년]\s*\d{1,2}\s*[.월](?:\s*\d{1,2}\s*[.일]?)?\s*(?:[~∼～〜-]|지\s*[:：]?)\s*(?:20\d\d\s*[.년]\s*)?\d{1,2}\s*[.월](?:\s*\d{1,2}\s*[.일]?)?\s*[)〉>\]]?)");
    return two_days.replaced(line, " ");
  }

  // The day that figures stand at.
  static bool tells_other_day(const std::string& line) {
    static const Pattern as_of(R"(기준일?\s*[:：)\]]|\d\s*[.일]?\s*(?:기준|현재))");
    return as_of.found_in(line);
  }

  // A year in the title is the year it plans for; of the dates beside it the most exact one is that of the report; a day of something else
  // only where there is none.
  void read_date() {
    const std::string* on_title = nullptr;
    // `2024-05-03` says more than `2024-05`.
    std::string best, other;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string text = without_year_of_account(lines_[i].text);
      const auto day = words().ends_with_day.groups(text);
      const bool short_enough = text.size() <= 40 || tells_sitting(text) || (i != title_ && !day.empty() && code_point_count(text) <= 60);
      const auto date = short_enough ? date_in(day.empty() ? text : std::string(day[1])) : std::nullopt;
      if (!date) continue;
      if (i == title_) {
        on_title = &lines_[i].text;
        title_date_ = *date;
      } else if (tells_other_day(text)) {
        if (other.empty()) other = *date;
      } else if (date->size() > best.size()) {
        best = *date;
      }
    }
    if (best.empty()) best = other;
    document_.report_date = !best.empty() ? best : on_title ? title_date_ : std::string();
    if (!document_.report_date.empty()) from_.report_date = "cover";
  }

  // What the cover does not say: captions, headings, the file's name.
  void fill_in() {
    if (document_.report_kind.empty()) {
      if (const auto kind = words().kind.groups(stem_); !kind.empty()) {
        document_.report_kind = without_blanks(kind[1]);
        from_.report_kind = "file_name";
      }
    }
    if (document_.organization.empty()) {
      auto said = said_by_captions(document_);
      if (said) from_.organization = "caption";
      if (!said && (said = said_by_headings(document_))) from_.organization = "heading";
      if (said) {
        document_.organization = said->organization;
        if (document_.report_kind.empty() && !said->kind.empty()) {
          document_.report_kind = said->kind;
          from_.report_kind = from_.organization;
        }
      } else if (document_.organization = organization_in(stem_); !document_.organization.empty()) {
        from_.organization = "file_name";
      }
    }
    if (document_.report_date.empty()) {
      const auto groups = words().stem_date.groups(stem_);
      if (!groups.empty()) {
        document_.report_date = std::string(groups[1]);
        if (!groups[2].empty()) document_.report_date += "-" + std::string(groups[2]);
        if (!groups[2].empty() && !groups[3].empty()) document_.report_date += "-" + std::string(groups[3]);
        from_.report_date = "file_name";
      }
    }
  }

  // ---- the title of what is no report of work --------------------------------------------------------------------------------

  // Programs fill in titles of their own (`제목없음`, `document1`), which say nothing.
  static bool may_be_title(std::string_view text) {
    static const Pattern placeholder("(?i)(?:" + any_of("empty_titles") + ")");
    static const Pattern words(R"(\p{Hangul}{2}|[A-Za-z]{4})");
    const std::string key = label_key(text);
    return code_point_count(key) >= 4 && code_point_count(text) <= 80 && words.found_in(text) && !placeholder.matches(key);
  }

  // The file's own title, as it would stand on the page.
  std::string own_title() const {
    static const Pattern program(R"(^(?:Microsoft (?:Word|PowerPoint|Excel)\s*-\s*)|\.(?:hwpx?|docx?|pptx?|xlsx?|pdf|indd|html?)$)");
    return collapse_blanks(program.replaced(document_.metadata.title, ""));
  }

  // A title in the file's properties is trusted where it also stands among the first blocks: templates keep old
  // titles.
  bool printed(std::string_view title) const {
    const std::string key = label_key(title);
    std::string first;
    for (std::size_t b = 0; b < std::min(document_.blocks.size(), kTitleBlocks); ++b) {
      const Block& block = document_.blocks[b];
      if (block.kind == Block::Kind::kParagraph) {
        first += label_key(block.paragraph.text);
      } else {
        for (const Cell& cell : document_.tables[block.table].cells) first += label_key(cell.text);
      }
    }
    return first.find(key) != std::string::npos;
  }

  // The line in the largest type, where one is larger than most; else the first that may be a title.
  std::string largest_line() const {
    double largest = 0, smallest = 0;
    for (const CoverLine& line : lines_) {
      if (line.size <= 0) continue;
      largest = std::max(largest, line.size);
      smallest = smallest > 0 ? std::min(smallest, line.size) : line.size;
    }
    static const Pattern no_title(R"(^\s*)" + class_of(bullets(), R"(\-–·*※<〈【\[()") + R"(|[:：]|[.。]$)");
    // A fifth larger than the smallest type: then size tells the title.
    const bool told = largest > 1.2 * smallest;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const CoverLine& line = lines_[i];
      if (told && line.size < largest - kOneSizeOfType) continue;
      if (may_be_title(line.text) && code_point_count(line.text) <= 60 && !no_title.found_in(line.text) &&
          !words().date_line.matches(line.text) && body_of(i).empty()) {
        // A headline of several lines is set in one size.
        std::string title = line.text;
        for (std::size_t next = i + 1; told && next < lines_.size() && next < i + 3; ++next) {
          if (std::abs(lines_[next].size - line.size) > kOneSizeOfType || lines_[next].block > line.block + (next - i)) break;
          if (code_point_count(title) + code_point_count(lines_[next].text) > 80 || words().date_line.matches(lines_[next].text) ||
              !body_of(next).empty())
            break;
          title += " " + lines_[next].text;
        }
        return title;
      }
      if (!told) break;
    }
    return {};
  }

  // A title without a kind of report: office and kind, the file's own title if it is printed, the largest line, the
  // file's name.
  void find_title() {
    if (!document_.title.empty()) return;
    if (!document_.organization.empty() && !document_.report_kind.empty()) {
      document_.title = document_.organization + " " + document_.report_kind;
      from_.title = from_.organization;
      return;
    }
    const std::string own = own_title();
    if (may_be_title(own) && printed(own)) {
      document_.title = own;
      from_.title = "metadata";
    } else if (std::string line = largest_line(); !line.empty()) {
      document_.title = std::move(line);
      from_.title = "cover";
    } else if (may_be_title(own)) {
      document_.title = own;
      from_.title = "metadata";
    } else {
      document_.title = stem_;
      from_.title = "file_name";
    }
  }

  // ---- the year --------------------------------------------------------------------------------------------------------------

  // Any year of this century in the text; the first one counts.
  bool set_year(std::string_view text, const char* from) {
    const auto groups = words().year.groups(text);
    if (groups.empty()) return false;
    document_.fiscal_year = std::stoi(std::string(groups[1]));
    from_.fiscal_year = from;
    return true;
  }

  // The year that the figures are of: the year in the title, on a line of the cover, of the plan that a chapter is called; the
  // year of the cover's date; else of most as-of dates; else of the report.
  void read_fiscal_year() {
    // 2024회계연도 결산 및 2025년도 업무보고: what is planned or reported comes last, and is of the later year.
    if (const auto later = words().later_year.groups(document_.title);
        later.size() > 2 && later[1] < later[2] && set_year(later[2], "title"))
      return;
    if (set_year(document_.title, "title")) return;
    for (const CoverLine& line : lines_) {
      if (titled_ && words().year_line.matches(line.text) && set_year(line.text, "title")) return;
    }
    for (const Block& block : document_.blocks) {
      if (block.heading_rank == 1 && words().plan.found_in(block.heading_title) && set_year(block.heading_title, "title")) return;
    }
    if (from_.report_date == "cover" && set_year(document_.report_date, "report_date")) return;
    std::map<std::string, int> years;
    for (const Table& table : document_.tables) {
      if (table.as_of.size() >= 4) ++years[table.as_of.substr(0, 4)];
    }
    const auto most = std::max_element(years.begin(), years.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != years.end() && set_year(most->first, "as_of")) return;
    set_year(document_.report_date, "report_date");
  }

  // What a reader should check, since it was told by the weakest source or by none.
  void tell() {
    if (from_.organization == "file_name")
      diagnose(document_, "organization_from_file_name", in_both(told("cover.organization_from_file_name")));
    if (from_.report_date == "file_name") diagnose(document_, "date_from_file_name", in_both(told("cover.date_from_file_name")));
    if (document_.organization.empty()) diagnose(document_, "organization_unknown", in_both(told("cover.organization_unknown")));
    if (document_.report_date.empty()) diagnose(document_, "date_unknown", in_both(told("cover.date_unknown")));
  }

  Document& document_;
  Origins& from_;
  std::vector<CoverLine> lines_;
  std::string stem_;  // of the file's name, without words that tell its edition
  bool titled_ = false, title_page_ = false;
  std::size_t title_ = 0;
  std::string title_date_;
};

}  // namespace

void read_cover(Document& document) { Cover(document).read(); }

}  // namespace jangbu
