// The same report in two forms gives the same records, apart from where they stand.
#include <gtest/gtest.h>

#include "built_in.h"
#include "drawn_table.h"
#include "dump.h"
#include "text/label.h"

namespace jangbu {
namespace {

// Everything that must agree: type, path, role, level, name, as-of date, section and values, and the id itself. Of the section the
// numbered headings: which bullet stands above a table depends on where the extraction put it.
std::string comparable(const Record& record) {
  std::string line = record.id + " " + record.type + " " + std::string(row_role_name(record.role)) + " " + record.level + " " +
                     label_key(record.name) + " " + record.as_of + " [";
  for (const std::string& step : record.path) line += "/" + label_key(step);
  line += "] <";
  for (const std::string& heading : record.section) {
    if (!heading.starts_with("□ ")) line += "/" + label_key(heading);
  }
  line += ">";
  for (const Figure& value : record.values) line += " " + value.field + "=" + shown(value.value);
  for (const Figure& part : record.breakdown) {
    line += " " + part.dimension + ":" + part.member + "=" + shown(part.value);
  }
  return line + " x" + std::to_string(record.unit_factor);
}

class Rendition : public testing::TestWithParam<const char*> {
 protected:
  std::string report() const { return std::string(GetParam()) + " 주요업무보고"; }
  std::vector<Record> records(const char* ending) const {
    const std::string name = report() + ending;
    return processed(file_text(fixture("inbox/" + name)), name).records;
  }
};

// Rows of tables, or lines of outlines and duties.
std::vector<std::string> compared(const std::vector<Record>& records, bool in_tables) {
  std::vector<std::string> lines;
  for (const Record& record : records) {
    if (record.line.has_value() != in_tables) lines.push_back(comparable(record));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> missing_in(const std::vector<std::string>& there, const std::vector<std::string>& here) {
  std::vector<std::string> missing;
  std::set_difference(here.begin(), here.end(), there.begin(), there.end(), std::back_inserter(missing));
  return missing;
}

TEST_P(Rendition, TextAndPdfGiveEqualRecords) {
  const auto text = compared(records(".txt"), true), pdf = compared(records(".pdf"), true);
  ASSERT_FALSE(text.empty());
  EXPECT_TEXT(joined(missing_in(pdf, text), "\n"), joined(missing_in(text, pdf), "\n"));
}

// The text of 2019 comes from a scan, without indentation. Lines that go on stand alone in it (’19. 9월, 마당 공원), a caption lost its
// picture (배치도), 남은 터 its bullet and colon, and 추진실적 above the last three is gone: they hang below 사업개요 there.
constexpr const char* kOnlyInText = R"(
  남은터구상용역실시1910월203월
  199월
  운영실태지도점검
  배치도
  주요시설지원시설b26층주택718층120세대라운지b25층
  마당공원4612m2
  177월186월빈땅쓰임새연구
  18816활용방침결정
  189월197월투자타당성검토실시
)";
constexpr const char* kOnlyInPdf = R"(
  남은터구상용역실시1910월203월
  운영실태지도점검199월
  주요시설지원시설b26층주택718층120세대라운지b25층마당공원4612m2
  177월186월빈땅쓰임새연구
  18816활용방침결정
  189월197월투자타당성검토실시
)";

std::string names_of(const std::vector<std::string>& ids, const std::vector<Record>& records) {
  std::string names;
  for (const Record& record : records) {
    if (std::find(ids.begin(), ids.end(), comparable(record)) != ids.end()) names += label_key(record.name) + "\n";
  }
  return names;
}

TEST_P(Rendition, LinesDifferOnlyWhereTheTextLostWhatThePdfHas) {
  const bool scanned = std::string(GetParam()).starts_with("2019");
  const std::vector<Record> text = records(".txt"), pdf = records(".pdf");
  const auto in_text = compared(text, false), in_pdf = compared(pdf, false);
  ASSERT_FALSE(in_text.empty());
  EXPECT_TEXT(names_of(missing_in(in_pdf, in_text), text), scanned ? kOnlyInText : "\n");
  EXPECT_TEXT(names_of(missing_in(in_text, in_pdf), pdf), scanned ? kOnlyInPdf : "\n");
}

INSTANTIATE_TEST_SUITE_P(Reports, Rendition, testing::Values("2019-09 서울혁신기획관", "2021-08 시민협력국"),
                         [](const auto& report) { return std::string(report.param).substr(0, 4); });

}  // namespace
}  // namespace jangbu
