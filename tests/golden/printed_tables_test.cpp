// Each table of golden/bodies, with the rule below its header drawn and without: what an analyst reads in it, and nothing else.
#include <cstdio>
#include <filesystem>

#include "golden/printed_tables.h"

#include "places.h"

namespace jangbu {
namespace {

std::vector<golden::Case> all_cases() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(checkout() / "tests/golden/bodies")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<golden::Case> out;
  for (const auto& file : files) {
    for (golden::Case& one : golden::cases_of(file.stem().string(), file_text(file.string()))) out.push_back(std::move(one));
  }
  return out;
}

class PrintedTables : public ::testing::TestWithParam<bool> {};

TEST_P(PrintedTables, AreReadAsAnAnalystReadsThem) {
  int right = 0, spare = 0, cases = 0;
  for (const golden::Case& one : all_cases()) {
    const golden::Verdict verdict = golden::judged(one, GetParam());
    right += verdict.right;
    spare += verdict.spare;
    ++cases;
    EXPECT_TRUE(verdict.wrong.empty()) << one.file << ": " << one.name << "\n" << one.drawing << "wrong:\n" << verdict.wrong;
    EXPECT_TRUE(verdict.missing.empty()) << one.file << ": " << one.name << "\n" << one.drawing << "missing:\n" << verdict.missing;
  }
  std::printf("%d tables: %d figures right, %d left for later\n", cases, right, spare);
  EXPECT_GT(cases, 80);
  EXPECT_GT(right, 900);
}

std::string header_of(const ::testing::TestParamInfo<bool>& which) { return which.param ? "Marked" : "Found"; }

INSTANTIATE_TEST_SUITE_P(Header, PrintedTables, ::testing::Values(true, false), header_of);

}  // namespace
}  // namespace jangbu
