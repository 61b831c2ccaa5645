// One report with its tables in every shape, as HWP, HWPX and PDF: the records are those written down by hand, in all of them.
#include <gtest/gtest.h>

#include <algorithm>

#include "built_in.h"
#include "drawn_table.h"
#include "dump.h"

namespace jangbu {
namespace {

class ShapeFixtures : public ::testing::TestWithParam<const char*> {
 protected:
  Processed report() const {
    const std::string name = std::string("2022-03 가온원 업무계획.") + GetParam();
    return processed(file_text(fixture("shapes/" + name)), name);
  }
};

TEST_P(ShapeFixtures, GiveTheRecordsWrittenDownByHand) {
  std::string lines;
  for (const Record& record : report().records) {
    if (record.type == "duty" || record.type == "item") continue;
    lines += std::to_string(record.fiscal_year.value_or(0)) + " " + record_line(record) + "\n";
  }
  EXPECT_TRUE(drawing::same_text(lines, file_text(fixture("shapes/expected.txt"))));
}

TEST_P(ShapeFixtures, TheWrongSignIsFoundAndNothingElse) {
  const Processed read = report();
  std::vector<std::string> lines;
  for (const Finding& finding : read.findings) {
    const auto record =
        std::find_if(read.records.begin(), read.records.end(), [&](const Record& r) { return r.id == finding.record_ids.at(0); });
    lines.push_back(std::string(finding_kind_name(finding.kind)) + " " + finding.field + " " +
                    (record == read.records.end() ? "?" : record->name) + ": prints " + shown(finding.printed) + ", computed " +
                    shown(finding.computed));
  }
  std::sort(lines.begin(), lines.end());
  EXPECT_TRUE(drawing::same_text(joined(lines, "\n") + "\n", file_text(fixture("shapes/findings.txt"))));
}

INSTANTIATE_TEST_SUITE_P(Formats, ShapeFixtures, ::testing::Values("hwp", "hwpx", "pdf"),
                         [](const auto& format) { return std::string(format.param); });

}  // namespace
}  // namespace jangbu
