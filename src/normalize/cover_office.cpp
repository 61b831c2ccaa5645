#include "normalize/cover_office.h"

#include "normalize/heading.h"
#include "normalize/title_words.h"
#include "text/caption.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kHeadingBlocks = 400;                  // headings that speak of the whole report stand early
constexpr std::size_t kLongestName = 30, kLongestSaid = 50;  // code points; longer lines are sentences

struct Words {
  Pattern body{R"([가-힣·ㆍ\s]{1,28}(?:)" + any_of("body_endings") + ")"};
  // Words that end as bodies do.
  Pattern no_body{"(?:" + any_of("words_that_end_as_bodies") + ")$"};
  // Without a title beside it a line must be nothing but an office's name: 주소, 예시 and 장관 end alike.
  Pattern office{R"((?:[가-힣·]{2,12}\s){0,2}[가-힣]{2,12}(?:)" + any_of("office_endings") + ")|" + any_of("office_names")};
  // In a heading or caption only what can be nothing but an office, between a year and what is reported.
  Pattern named{R"(^20\d\d\s*(?:년도?|회계연도)?\s*((?:[가-힣]{1,12}\s)?[가-힣]{2,12}(?:)" + any_of("office_endings_in_titles") + ")|" +
                any_of("office_names") + R"()\s*(?:)" + any_of("reported") + ")"};
  Pattern country{".*(?:" + any_of("countries") + ")"};
  Pattern committee{"(?:" + any_of("hearing_bodies") + ")$"};
  Pattern addressee{any_of("addressees")};
  // 가나공단 경영기획부 · 2025. 12. 18.: who signs, and when.
  Pattern signed_on{R"(^(.{4,30}?)\s*[·ㆍ,|/]\s*20\d\d\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일]?$)"};
  // 늘봄시 (기획예산담당관): its office in brackets.
  Pattern with_office{R"(^([^()]+?)\s*\(\s*([^()]+?)\s*\)$)"};
  Pattern plain_name{R"([가-힣A-Za-z·ㆍ\s]{2,20})"};
  Pattern date{R"((20\d\d)(?:[-._]?(0[1-9]|1[0-2])(?:[-._]?([0-2]\d|3[01]))?)?(?:년도?)?)"};
  Pattern leftover{R"([_\-\s()\[\]「」.,]+)"};
};

const Words& words() {
  static const Words instance;
  return instance;
}

// A short line that ends as bodies do and is no title, date or addressee.
bool names_body(std::string_view line) {
  return code_point_count(line) <= kLongestName && words().body.matches(line) && !words().no_body.found_in(line) &&
         !report_kind().found_in(line) && !other_report_kind().found_in(line) && !words().addressee.found_in(line);
}

// In the box of the day of the sitting, or on a line beside it: there stands who hears the report.
bool stands_beside_day(const Cover& cover, std::size_t i) {
  const auto dated = [&](std::size_t n) {
    return n < cover.lines.size() && date_in(cover.lines[n].text) && !tells_kind(cover.lines[n].text, report_kind()) &&
           year_alone(cover.lines[n].text).empty();
  };
  return dated(i - 1) || dated(i + 1);
}

// Only what names an office counts, the kind alone does not.
std::optional<SaidInside> said_in(const std::string& text) {
  if (code_point_count(text) > kLongestSaid) return std::nullopt;
  const auto named = words().named.groups(text);
  if (named.empty() || words().country.matches(named[1])) return std::nullopt;
  SaidInside said{collapse_blanks(named[1]), {}};
  if (said.organization.empty()) return std::nullopt;
  if (const auto kind = report_kind().groups(text); !kind.empty()) said.kind = without_blanks(kind[1]);
  return said;
}

}  // namespace

std::string body_in(const std::string& line) {
  // Who hears the report stands beside a day, too.
  const auto signature = words().signed_on.groups(line);
  const std::string named = signature.empty() || words().committee.found_in(signature[1]) ? line : std::string(signature[1]);
  std::string name = trim(title_words().legal_form.replaced(named, ""));
  const bool formed = name.size() < named.size();
  if (const auto groups = words().with_office.groups(name); !groups.empty() && names_body(groups[1]) && names_body(groups[2]))
    return std::string(groups[1]);
  if (const auto groups = title_words().holder.groups(name); !groups.empty() && names_body(groups[1])) return std::string(groups[1]);
  return names_body(name) || (formed && words().plain_name.matches(name)) ? name : std::string();
}

std::string body_beside_kind(std::string text) {
  text = title_words().legal_form.replaced(text, "");
  text = report_kind().replaced(text, " ");
  text = words().date.replaced(text, " ");
  text = collapse_blanks(words().leftover.replaced(text, " "));
  if (text.empty() || !words().body.matches(text) || words().no_body.found_in(text)) return {};
  return text;
}

std::string body_on_cover(const Cover& cover, std::optional<std::size_t> title) {
  std::optional<std::size_t> below, above, only;
  for (std::size_t i = 0; i < cover.lines.size(); ++i) {
    const std::string body = body_in(cover.lines[i].text);
    if (body.empty()) continue;
    const bool beside_day = stands_beside_day(cover, i);
    const bool hears = beside_day && words().committee.found_in(cover.lines[i].text);
    if (title && i > *title) {
      if (!hears || cover.lines.size() - i <= 2) below = i;
    } else if (title && !beside_day) {
      above = i;
    } else if (!hears && !only && (title || cover.page_of_its_own || (words().office.matches(body) && !words().country.matches(body)))) {
      only = i;
    }
  }
  const auto chosen = below ? below : above ? above : only;
  return chosen ? body_in(cover.lines[*chosen].text) : std::string();
}

std::optional<SaidInside> said_by_captions(const Document& document) {
  for (const Table& table : document.tables) {
    if (auto said = said_in(table.caption)) return said;
  }
  return std::nullopt;
}

std::optional<SaidInside> said_by_headings(const Document& document) {
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

}  // namespace jangbu
