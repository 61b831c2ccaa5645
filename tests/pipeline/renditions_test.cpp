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

TEST_P(Rendition, TextAndPdfGiveEqualRecords) {
  std::vector<std::string> lines[2];
  const char* const endings[] = {".txt", ".pdf"};
  for (int i = 0; i < 2; ++i) {
    const std::string name = std::string(GetParam()) + " 주요업무보고" + endings[i];
    for (const Record& record : processed(file_text(fixture("inbox/" + name)), name).records) lines[i].push_back(comparable(record));
    std::sort(lines[i].begin(), lines[i].end());
  }
  ASSERT_FALSE(lines[0].empty());
  std::vector<std::string> only_text, only_pdf;
  std::set_difference(lines[0].begin(), lines[0].end(), lines[1].begin(), lines[1].end(), std::back_inserter(only_text));
  std::set_difference(lines[1].begin(), lines[1].end(), lines[0].begin(), lines[0].end(), std::back_inserter(only_pdf));
  EXPECT_TRUE(drawing::same_text(joined(only_text, "\n"), joined(only_pdf, "\n"))) << only_text.size() << " of " << lines[0].size() << " differ";
}

INSTANTIATE_TEST_SUITE_P(Reports, Rendition, testing::Values("2019-09 서울혁신기획관", "2021-08 시민협력국"),
                         [](const auto& report) { return std::string(report.param).substr(0, 4); });

}  // namespace
}  // namespace jangbu
