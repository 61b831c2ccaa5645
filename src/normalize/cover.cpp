// Who reports, what, when: from the cover's lines, then captions, then headings, then the file's name. What was found where stays
// in Document::origins.
#include <algorithm>
#include <filesystem>
#include <map>

#include "normalize/heading.h"
#include "normalize/normalize.h"
#include "text/caption.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kCoverLines = 12;
constexpr std::size_t kHeadingBlocks = 400;  // headings that speak of the whole report stand early

struct Words {
  Pattern kind{R"((주요\s*업무\s*(?:추진\s*)?(?:보고|계획|현황)|업무\s*(?:추진\s*)?(?:보고|계획)|(?:세입\s*[·ㆍ․]?\s*세출\s*)?결산(?:서|보고서|\s*개요)?|예산(?:서|안|개요)|행정사무감사\s*(?:보고|자료)|추진\s*실적\s*보고))"};
  Pattern body{R"([가-힣·ㆍ\s]{1,28}(?:국|관|실|본부|원|청|처|부|위원회|과|센터|공사|공단|재단|시|도|군|구|소|단|의회|대학교|박물관|도서관|미술관|연구소))"};
  // In a heading or caption only what can be nothing but an office, between a year and what is reported.
  Pattern named{R"(^20\d\d\s*(?:년도?|회계연도)?\s*((?:[가-힣]{1,12}\s)?[가-힣]{2,12}(?:국|본부|기획관|담당관|위원회|연구원|공단|재단|시청|구청|군청|교육청|특별시|광역시|박물관|미술관|도서관|대학교)|국립[가-힣]{2,10}원)\s*(?:주요\s*업무|업무\s*(?:보고|계획)|예산\s*(?:현황|개요|서|안)|세입|세출|결산))"};
  Pattern country{R"(.*(?:전국|외국|각국|타국|민국))"};
  Pattern year{R"((20\d\d)\s*(?:년|년도|회계연도)?)"};
  Pattern name_date{R"((20\d\d)(?:[-._]?(0[1-9]|1[0-2])(?:[-._]?([0-2]\d|3[01]))?)?(?:년도?)?)"};
  Pattern leftover{R"([_\-\s()\[\]「」.,]+)"};
  Pattern contents{R"(^\s*\[?\s*(목\s*차|차\s*례|순\s*서))"};
};

const Words& words() {
  static const Words instance;
  return instance;
}

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  if (const std::size_t dot = name.find_last_of('.'); dot != std::string::npos && dot > 0) name.resize(dot);
  return name;
}

// Lines before the first heading, list of contents or data table, letter spacing undone.
std::vector<std::string> cover_lines(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    if (lines.size() >= kCoverLines) break;
    if (block.kind == Block::Kind::kTable) {
      const Table& table = document.tables[block.table];
      if (table.rows * table.columns > 4) break;  // a title in a box is a table of one cell
      for (const Cell& cell : table.cells) {
        if (std::string text = collapse_blanks(without_letter_spacing(cell.text)); !text.empty()) lines.push_back(std::move(text));
      }
      continue;
    }
    if (block.paragraph.where != Where::kBody && block.paragraph.where != Where::kTextBox) continue;
    const std::string& text = block.paragraph.text;
    if (words().contents.found_in(text)) break;
    if (const auto heading = heading_of(text); heading && heading->rank <= 2) break;
    lines.push_back(collapse_blanks(without_letter_spacing(without_markup(text))));
  }
  return lines;
}

// "2021-08 시민협력국 주요업무보고" without date and kind: "시민협력국".
std::string organization_in(std::string text) {
  text = words().kind.replaced(text, " ");
  text = words().name_date.replaced(text, " ");
  text = collapse_blanks(words().leftover.replaced(text, " "));
  if (text.empty() || !words().body.matches(text)) return {};
  return text;
}

// A heading or caption that says what the cover did not: `# 2021년 시민협력국 주요업무보고`, `2019년도 서울혁신기획관 예산현황`.
struct Said {
  std::string organization, kind;
};

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

void read_cover(Document& document) {
  const std::vector<std::string> lines = cover_lines(document);
  const std::string stem = to_nfc(stem_of(document.source.path));
  Origins& from = document.origins;
  from = {};
  // One title may run over two lines; its kind stands in one of them.
  for (const std::string& line : lines) {
    const auto kind = words().kind.groups(line);
    if (kind.empty() || code_point_count(line) > 50) continue;
    document.title = line;
    document.report_kind = without_blanks(kind[1]);
    document.organization = organization_in(line);
    from.title = from.report_kind = "cover";
    if (!document.organization.empty()) from.organization = "cover";
    break;
  }
  if (document.organization.empty()) {
    for (const std::string& line : lines) {
      if (code_point_count(line) <= 30 && words().body.matches(line) && words().kind.groups(line).empty()) {
        document.organization = line;
        from.organization = "cover";
        break;
      }
    }
  }
  const bool titled = !document.title.empty();
  for (const std::string& line : lines) {
    if (!titled) break;  // without a title page the first lines are already the report
    if (const auto date = date_in(line); date && line.size() <= 40) {
      // A year in the title is the year it plans for; a date on a line of its own is the date of the report.
      document.report_date = *date;
      from.report_date = "cover";
      if (line != document.title) break;
    }
  }
  if (document.report_kind.empty()) {
    if (const auto kind = words().kind.groups(stem); !kind.empty()) {
      document.report_kind = without_blanks(kind[1]);
      from.report_kind = "file_name";
    }
  }
  if (document.organization.empty()) {
    auto said = said_by_captions(document);
    if (said) from.organization = "caption";
    if (!said && (said = said_by_headings(document))) from.organization = "heading";
    if (said) {
      document.organization = said->organization;
      if (document.report_kind.empty() && !said->kind.empty()) {
        document.report_kind = said->kind;
        from.report_kind = from.organization;
      }
    } else if (document.organization = organization_in(stem); !document.organization.empty()) {
      from.organization = "file_name";
    }
  }
  if (document.report_date.empty()) {
    const auto groups = words().name_date.groups(stem);
    if (!groups.empty()) {
      document.report_date = std::string(groups[1]);
      if (!groups[2].empty()) document.report_date += "-" + std::string(groups[2]);
      if (!groups[2].empty() && !groups[3].empty()) document.report_date += "-" + std::string(groups[3]);
      from.report_date = "file_name";
    }
  }
  if (document.title.empty()) {
    if (!document.organization.empty() && !document.report_kind.empty()) {
      document.title = document.organization + " " + document.report_kind;
      from.title = from.organization;
    } else {
      document.title = document.metadata.title.empty() ? stem : document.metadata.title;
      from.title = document.metadata.title.empty() ? "file_name" : "metadata";
    }
  }
  // The year that the figures are of: the year in the title, else of most as-of dates, else of the report.
  if (const auto groups = words().year.groups(document.title); !groups.empty()) {
    document.fiscal_year = std::stoi(std::string(groups[1]));
    from.fiscal_year = "title";
  }
  if (!document.fiscal_year) {
    std::map<std::string, int> years;
    for (const Table& table : document.tables) {
      if (table.as_of.size() >= 4) ++years[table.as_of.substr(0, 4)];
    }
    const auto most = std::max_element(years.begin(), years.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != years.end()) {
      document.fiscal_year = std::stoi(most->first);
      from.fiscal_year = "as_of";
    }
  }
  if (!document.fiscal_year && document.report_date.size() >= 4) {
    document.fiscal_year = std::stoi(document.report_date.substr(0, 4));
    from.fiscal_year = "report_date";
  }

  if (from.organization == "file_name") diagnose(document, "organization_from_file_name", "기관 이름은 파일 이름에서 왔습니다 / the organization was told by the file's name");
  if (from.report_date == "file_name") diagnose(document, "date_from_file_name", "보고 시점은 파일 이름에서 왔습니다 / the reporting date was told by the file's name");
  if (document.organization.empty()) diagnose(document, "organization_unknown", "기관을 알 수 없습니다 / neither the report nor its file name tells the organization");
  if (document.report_date.empty()) diagnose(document, "date_unknown", "보고 시점을 알 수 없습니다 / neither the report nor its file name tells its date");
}

}  // namespace jangbu
