// The findings of the fixtures are those that were worked out by hand, each and no other: worked_findings.md.
#include <gtest/gtest.h>

#include <set>

#include "built_in.h"
#include "drawn_table.h"
#include "dump.h"
#include "places.h"

namespace jangbu {
namespace {

// "ratio|전환도시담당관|change_rate|-0.14|-0.134889" of the rows of one report.
std::multiset<std::string> worked_out(const std::string& year) {
  std::multiset<std::string> out;
  for (const std::string& line : drawing::lines_of(file_text((checkout() / "tests/golden/worked_findings.md").string()))) {
    if (!line.starts_with("| " + year + " |")) continue;
    std::vector<std::string> cells;
    for (std::size_t from = 1; from < line.size();) {
      const std::size_t end = std::min(line.find('|', from), line.size());
      cells.push_back(drawing::trimmed(line.substr(from, end - from)));
      from = end + 1;
    }
    EXPECT_EQ(cells.size(), 7U) << line;
    out.insert(joined({cells.begin() + 1, cells.begin() + 6}, "|"));
  }
  return out;
}

class WorkedFindings : public testing::TestWithParam<const char*> {};

TEST_P(WorkedFindings, AreThoseOfTheFixture) {
  const std::string name = std::string(GetParam()) + " 주요업무보고.txt";
  const Processed report = processed(file_text(fixture("inbox/" + name)), name);
  std::multiset<std::string> found;
  for (const Finding& finding : report.findings) {
    std::string row;
    for (const Record& record : report.records) {
      if (!finding.record_ids.empty() && record.id == finding.record_ids.front()) row = record.name;
    }
    found.insert(
        joined({std::string(finding_kind_name(finding.kind)), row, finding.field, shown(finding.printed), shown(finding.computed)}, "|"));
  }
  const std::multiset<std::string> expected = worked_out(name.substr(0, 4));
  ASSERT_EQ(expected.size(), 6U);
  EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(Reports, WorkedFindings, testing::Values("2019-09 서울혁신기획관", "2021-08 시민협력국"),
                         [](const auto& report) { return std::string(report.param).substr(0, 4); });

}  // namespace
}  // namespace jangbu
