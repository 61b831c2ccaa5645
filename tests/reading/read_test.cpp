// A program that has the bytes of a report gets its document, records and findings without a folder of output.
#include "jangbu/read.h"

#include <gtest/gtest.h>

#include "jangbu/error.h"
#include "temp_folder.h"

namespace jangbu {
namespace {

constexpr const char* kReport = R"(2025년 주요업무보고

□ 2025년 예산집행 현황
(단위: 천원)
부서명 | 예산현액 | 지출액
합계   | 900      | 700
가과   | 500      | 400
나과   | 400      | 200
)";

TEST(Read, GivesDocumentRecordsAndFindings) {
  const auto report = read(kReport, {.name = "2025 주요업무보고.txt"});
  ASSERT_TRUE(report) << describe(report.error());
  EXPECT_EQ(report->document.tables.size(), 1u);
  EXPECT_EQ(report->document.source.path, "2025 주요업무보고.txt");
  ASSERT_EQ(report->records.size(), 3u);
  const Figure* payment = report->records[1].find("payment");
  ASSERT_TRUE(payment && payment->value);
  EXPECT_EQ(payment->value->to_string(), "400000");
  EXPECT_EQ(payment->step.to_string(), "1000");
  // 700 is not 400 + 200; 900 is 500 + 400.
  ASSERT_EQ(report->findings.size(), 1u);
  EXPECT_EQ(report->findings[0].field, "payment");
  EXPECT_EQ(report->findings[0].record_ids.front(), report->records[0].id);
}

TEST(Read, TellsWhyNothingCouldBeRead) {
  EXPECT_EQ(read("").error().code, ErrorCode::kFileEmpty);
  Limits small;
  small.file_bytes = 10;
  EXPECT_EQ(read(kReport, {.limits = small}).error().code, ErrorCode::kLimitBytes);
  const TempFolder empty;
  EXPECT_EQ(read(kReport, {.profiles = empty.path().string()}).error().code, ErrorCode::kProfileInvalid);
}

}  // namespace
}  // namespace jangbu
