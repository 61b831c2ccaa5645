// Of which year the figures of a table are whose columns name none.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// Who works in an office is told as of a day, before the report's year or after it: the record is the report's, its day is as_of.
TEST(TableYear, ADayOfAnotherYear) {
  const auto years = [](const char* kind, const char* day) {
    Mapped read = mapped(std::string("    (단위: ") + kind + ", " + day + " 현재)\n" + R"(
    | 구분 | )" + (std::string_view(kind) == "명" ? "정원 | 현원" : "예산액 | 집행액") +
                         R"( |
    | ---- |
    | 가나과 | 12 | 11 |
  )");
    return read.records.empty() ? 0 : read.records.front().fiscal_year.value_or(0);
  };
  EXPECT_EQ(years("명", "2022. 1. 31."), 2021);
  EXPECT_EQ(years("명", "2021. 1. 31."), 2021);
  EXPECT_EQ(years("명", "2020. 12. 31."), 2021);
  EXPECT_EQ(years("천원", "2022. 1. 31."), 2021);
}

// A row up to some day is of its year, as of that day; the figure of a month alone is none of a year's.
TEST(TableYear, RowsOfYearsAndOneUpToADay) {
  for (const char* label : {"2021년 9월말", "’21년(9월)", "2021.9"}) {
    const auto records = mapped(std::string(R"(
    □ 연도별 예산집행 현황
    (단위: 백만원)
    | 연도 | 예산현액 | 집행액 | 집행률(%) |
    | ---- |
    | 2019년 | 100 | 95  | 95.0 |
    | 2020년 | 135 | 130 | 96.3 |
    | )") + label + " | 142 | 80 | 56.3 |\n",
                                2022)
                             .records;
    ASSERT_EQ(records.size(), 3U) << label;
    EXPECT_EQ(records[1].fiscal_year, 2020) << label;
    EXPECT_EQ(records[1].as_of, "") << label;
    EXPECT_EQ(records[2].fiscal_year, 2021) << label;
    EXPECT_EQ(records[2].as_of, "2021-09") << label;
  }
  EXPECT_EQ(mapped(R"(
    □ 월별 예산집행 현황
    (단위: 백만원)
    | 구분 | 예산현액 | 집행액 | 집행률(%) |
    | ---- |
    | 2021.7 | 100 | 95  | 95.0 |
    | 2021.8 | 135 | 130 | 96.3 |
  )",
                   2022)
                .records.size(),
            0U);
}

// A plan for 2022 of September 2021 tells who works there in 2021; one of January tells it as the year begins.
TEST(TableYear, APlanWrittenTheYearBefore) {
  const auto year = [](const char* day, const char* reported) {
    const auto records = mapped(std::string("    (") + day + R"( 현재, 단위: 명)
    | 구분 | 정원 | 현원 |
    | ---- |
    | 가나과 | 12 | 11 |
  )",
                                2022, reported)
                             .records;
    return records.empty() ? 0 : records.front().fiscal_year.value_or(0);
  };
  EXPECT_EQ(year("2021. 8. 31.", "2021-09-03"), 2021);
  EXPECT_EQ(year("’21.11월말", "2021-12"), 2021);
  EXPECT_EQ(year("2021. 12. 31.", "2022-01-20"), 2022);
  EXPECT_EQ(year("2022. 1. 1.", "2022-01-20"), 2022);
}

// Nobody knows of which year a settlement is that names none, while the report's own year runs.
TEST(TableYear, ASettlementIsOfAYearThatIsOver) {
  const auto year = [](const char* title, int report, const char* reported) {
    const auto records = mapped(std::string("    □ ") + title + R"(
    (단위: 백만원)
    | 회계별 | 예산현액 | 세입결산액 | 세출결산액 | 차인잔액 |
    | ---- |
    | 일반회계 | 800 | 840 | 720 | 120 |
  )",
                                report, reported)
                             .records;
    EXPECT_EQ(record_line(records.at(0)),
              "settlement item account [일반회계] current_appropriation=800000000 revenue_settlement=840000000 "
              "expenditure_settlement=720000000 settlement_surplus=120000000");
    return records.at(0).fiscal_year.value_or(0);
  };
  EXPECT_EQ(year("세입·세출 결산 총괄", 2022, "2021-11-20"), 0);
  EXPECT_EQ(year("세입·세출 결산 총괄", 2022, "2022-01-20"), 0);
  EXPECT_EQ(year("2020회계연도 세입·세출 결산 총괄", 2022, "2022-01-20"), 2020);
  EXPECT_EQ(year("세입·세출 결산 총괄", 2021, "2022-05-20"), 2021);
}

// What lapsed is known when a year is over: in a report of a year that runs, it is of none that is named.
TEST(TableYear, WhatLapsedIsOfAYearThatIsOver) {
  const auto year = [](const char* title, const char* heading, const char* reported) {
    const auto records = mapped(std::string("    □ ") + title + "\n    (단위: 백만원)\n    | 사업명 | 예산현액 | 지출액 | " + heading +
                                    " |\n    | ---- |\n    | 가사업 | 200 | 120 | 80 |\n    | 나사업 | 100 | 80 | 20 |\n",
                                2022, reported)
                             .records;
    return records.empty() ? -1 : records.front().fiscal_year.value_or(0);
  };
  EXPECT_EQ(year("이월사업 현황", "이월액", "2022-01-20"), 2022);
  EXPECT_EQ(year("예산집행 현황", "불용액", "2022-01-20"), 0);
  EXPECT_EQ(year("예산집행 현황", "집행잔액", "2022-07-20"), 2022);
  EXPECT_EQ(year("2021년 예산집행 현황", "불용액", "2022-01-20"), 2021);
  EXPECT_EQ(year("예산집행 현황", "불용액", "2023-01-20"), 2022);
}

}  // namespace
}  // namespace jangbu
