// One report as HWP, HWPX, PDF and text gives the same items and duties, with the same ids: those of fixtures/outline/expected.txt.
#include <gtest/gtest.h>

#include "built_in.h"
#include "dump.h"

namespace jangbu {
namespace {

std::string described(const std::vector<Record>& records) {
  std::string out;
  for (const char* type : {"item", "duty"}) {
    for (const Record& record : records) {
      if (record.type == type) out += record_line(record) + "\n";
    }
  }
  return out;
}

std::string ids(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) {
    if (record.line) out += record.id + "\n";
  }
  return out;
}

TEST(OutlineFormats, GiveTheSameRecords) {
  const std::string expected = file_text(fixture("outline/expected.txt"));
  std::string first;
  for (const char* format : {"hwp", "hwpx", "pdf", "txt"}) {
    const std::string name = std::string("2024-03 가람시 행정국 주요업무보고.") + format;
    const Processed report = processed(file_text(fixture("outline/" + name)), name);
    EXPECT_EQ(described(report.records), expected) << format;
    if (first.empty()) first = ids(report.records);
    EXPECT_EQ(ids(report.records), first) << format;
    for (const Record& record : report.records) {
      if (record.line && std::string_view(format) == "pdf") {
        EXPECT_TRUE(record.line->page && record.line->bbox) << record.name;
      }
    }
  }
}

}  // namespace
}  // namespace jangbu
