// What each stage makes of the two text fixtures, byte for byte: tables → records → findings.
//
// JANGBU_UPDATE_GOLDENS=1 rewrites the goldens and still fails that run; look at the difference before it is committed.
#include <gtest/gtest.h>

#include <cstdlib>

#include "built_in.h"
#include "drawn_table.h"
#include "dump.h"
#include "places.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

std::string tables_dump(const Document& document) {
  std::string out;
  for (const Table& table : document.tables) {
    out += table.id + " " + (table.kind.empty() ? "-" : table.kind) + " <" + joined(table.section, " / ") + ">";
    out += " unit=" + table.unit + " as_of=" + table.as_of + " caption=" + table.caption + "\n" + drawing::as_drawn(table, true) + "\n";
  }
  return out;
}

std::string sorted_lines(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string records_dump(const std::vector<Record>& records) {
  std::vector<std::string> lines;
  for (const Record& record : records) {
    lines.push_back("<" + joined(record.section, " / ") + "> " + (record.as_of.empty() ? "-" : record.as_of) + " " + record_line(record) +
                    " " + record.id);
  }
  return sorted_lines(std::move(lines));
}

std::string findings_dump(const std::vector<Finding>& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings)
    lines.push_back(finding_line(finding) + "\n  " + finding.message_ko + "\n  " + finding.message_en);
  return sorted_lines(std::move(lines));
}

void compare_with_golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path = checkout() / "tests" / "golden" / name;
  if (std::getenv("JANGBU_UPDATE_GOLDENS")) {
    write_file(path, actual);
    ADD_FAILURE() << name << " was rewritten; look at the difference";
    return;
  }
  ASSERT_TRUE(std::filesystem::exists(path)) << name << " is missing; JANGBU_UPDATE_GOLDENS=1 writes it";
  const std::string golden = file_text(path.string());
  if (actual == golden) return;
  const auto is = drawing::lines_of(actual), was = drawing::lines_of(golden);
  std::string difference;
  for (std::size_t i = 0, shown = 0; i < std::max(is.size(), was.size()) && shown < 10; ++i) {
    const std::string a = i < is.size() ? is[i] : "(end)", b = i < was.size() ? was[i] : "(end)";
    if (a == b) continue;
    difference += "line " + std::to_string(i + 1) + "\n  golden " + b + "\n  now    " + a + "\n";
    ++shown;
  }
  ADD_FAILURE() << name << " differs\n" << difference;
}

class Stages : public testing::TestWithParam<const char*> {};

TEST_P(Stages, AreThoseOfTheGoldens) {
  const std::string name = std::string(GetParam()) + " 주요업무보고.txt", year = name.substr(0, 4);
  const Processed report = processed(file_text(fixture("inbox/" + name)), name);
  compare_with_golden(year + ".tables.txt", tables_dump(report.document));
  compare_with_golden(year + ".repairs.txt", drawing::as_lines(report.document.repairs));
  compare_with_golden(year + ".records.txt", records_dump(report.records));
  compare_with_golden(year + ".findings.txt", findings_dump(report.findings));
}

INSTANTIATE_TEST_SUITE_P(Reports, Stages, testing::Values("2019-09 서울혁신기획관", "2021-08 시민협력국"),
                         [](const auto& report) { return std::string(report.param).substr(0, 4); });

}  // namespace
}  // namespace jangbu
