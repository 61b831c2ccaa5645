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
  std::string line = record.id + " " + record.type + " " + std::string(row_role_name(record.role)) + " " + record.level + " " + label_key(record.name) + " " +
                     record.as_of + " [";
  for (const std::string& step : record.path) line += "/" + label_key(step);
  line += "] <";
  for (const std::string& heading : record.section) {
    if (!heading.starts_with("□ ")) line += "/" + label_key(heading);
  }
  line += ">";
  for (const RecordValue& value : record.values) line += " " + value.field + "=" + shown(value.value);
  for (const BreakdownPart& part : record.breakdown) {
    line += " " + part.dimension + ":" + part.member + "=" + (part.value ? std::to_string(*part.value) : "null");
  }
  return line + " x" + std::to_string(record.unit_factor);
}

class Rendition : public testing::TestWithParam<const char*> {};

// Rows of tables, or lines of outlines and duties.
std::vector<std::string> records_of(const std::string& name, bool in_tables) {
  std::vector<std::string> lines;
  for (const Record& record : processed(file_text(fixture("inbox/" + name)), name).records) {
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
  const std::string report = std::string(GetParam()) + " 주요업무보고";
  const auto text = records_of(report + ".txt", true), pdf = records_of(report + ".pdf", true);
  ASSERT_FALSE(text.empty());
  EXPECT_TEXT(joined(missing_in(pdf, text), "\n"), joined(missing_in(text, pdf), "\n"));
}

// Of prose the text keeps no indentation: where a line goes on is told by the PDF alone.
TEST_P(Rendition, TextAndPdfGiveNearlyTheSameLines) {
  const std::string report = std::string(GetParam()) + " 주요업무보고";
  const auto text = records_of(report + ".txt", false), pdf = records_of(report + ".pdf", false);
  ASSERT_FALSE(text.empty());
  const auto only_text = missing_in(pdf, text), only_pdf = missing_in(text, pdf);
  EXPECT_LE(only_text.size() * 15, text.size()) << joined(only_text, "\n");
  EXPECT_LE(only_pdf.size() * 15, pdf.size()) << joined(only_pdf, "\n");
}

INSTANTIATE_TEST_SUITE_P(Reports, Rendition, testing::Values("2019-09 서울혁신기획관", "2021-08 시민협력국"),
                         [](const auto& report) { return std::string(report.param).substr(0, 4); });

}  // namespace
}  // namespace jangbu
