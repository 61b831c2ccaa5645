// Who reports, what, when: from the cover's lines, then the headings, then the file's name.
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

struct Words {
  Pattern kind{R"((주요\s*업무\s*(?:추진\s*)?(?:보고|계획|현황)|업무\s*(?:추진\s*)?(?:보고|계획)|(?:세입\s*[·ㆍ․]?\s*세출\s*)?결산(?:서|보고서|\s*개요)?|예산(?:서|안|개요)|행정사무감사\s*(?:보고|자료)|추진\s*실적\s*보고))"};
  Pattern body{R"([가-힣·ㆍ\s]{1,28}(?:국|관|실|본부|원|청|처|부|위원회|과|센터|공사|공단|재단|시|도|군|구|소|단|의회|대학교|박물관|도서관|미술관|연구소))"};
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

void diagnose(Document& document, std::string code, std::string message) {
  document.diagnostics.push_back({std::move(code), std::move(message), std::nullopt});
}

}  // namespace

void read_cover(Document& document) {
  const std::vector<std::string> lines = cover_lines(document);
  const std::string stem = to_nfc(stem_of(document.source.path));
  std::string title_from, organization_from, date_from;
  // One title may run over two lines; its kind stands in one of them.
  for (const std::string& line : lines) {
    const auto kind = words().kind.groups(line);
    if (kind.empty() || code_point_count(line) > 50) continue;
    document.title = line;
    document.report_kind = without_blanks(kind[1]);
    document.organization = organization_in(line);
    title_from = organization_from = "cover";
    break;
  }
  if (document.organization.empty()) {
    for (const std::string& line : lines) {
      if (code_point_count(line) <= 30 && words().body.matches(line) && words().kind.groups(line).empty()) {
        document.organization = line;
        organization_from = "cover";
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
      date_from = "cover";
      if (line != document.title) break;
    }
  }
  if (document.report_kind.empty()) {
    if (const auto kind = words().kind.groups(stem); !kind.empty()) document.report_kind = without_blanks(kind[1]);
  }
  if (document.organization.empty()) {
    document.organization = organization_in(stem);
    if (!document.organization.empty()) organization_from = "file name";
  }
  if (document.report_date.empty()) {
    const auto groups = words().name_date.groups(stem);
    if (!groups.empty()) {
      document.report_date = std::string(groups[1]);
      if (!groups[2].empty()) document.report_date += "-" + std::string(groups[2]);
      if (!groups[2].empty() && !groups[3].empty()) document.report_date += "-" + std::string(groups[3]);
      date_from = "file name";
    }
  }
  if (document.title.empty()) {
    if (!document.organization.empty() && !document.report_kind.empty()) {
      document.title = document.organization + " " + document.report_kind;
    } else {
      document.title = document.metadata.title.empty() ? stem : document.metadata.title;
    }
  }
  // The year that the figures are of: the year in the title, else of most as-of dates, else of the report.
  if (const auto groups = words().year.groups(document.title); !groups.empty()) {
    document.fiscal_year = std::stoi(std::string(groups[1]));
  }
  if (!document.fiscal_year) {
    std::map<std::string, int> years;
    for (const Table& table : document.tables) {
      if (table.as_of.size() >= 4) ++years[table.as_of.substr(0, 4)];
    }
    const auto most = std::max_element(years.begin(), years.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != years.end()) document.fiscal_year = std::stoi(most->first);
  }
  if (!document.fiscal_year && document.report_date.size() >= 4) document.fiscal_year = std::stoi(document.report_date.substr(0, 4));

  if (organization_from == "file name") diagnose(document, "organization_from_file_name", "기관 이름은 파일 이름에서 왔습니다 / the organization was told by the file's name");
  if (date_from == "file name") diagnose(document, "date_from_file_name", "보고 시점은 파일 이름에서 왔습니다 / the reporting date was told by the file's name");
  if (document.organization.empty()) diagnose(document, "organization_unknown", "기관을 알 수 없습니다 / neither the report nor its file name tells the organization");
  if (document.report_date.empty()) diagnose(document, "date_unknown", "보고 시점을 알 수 없습니다 / neither the report nor its file name tells its date");
}

}  // namespace jangbu
