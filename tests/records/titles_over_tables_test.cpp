// What stands above a table and speaks for columns that say only when, for rows, and for the year.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

constexpr const char* kYears = R"(
    | 사업명        | 2021년(안)(A) | 2020년(B) | 증감(A-B) | %    |
    | ---- |
    | 가나 기술개발 | 550           | 500       | 50        | 10.0 |
    | 다라 인증     | 220           | 200       | 20        | 10.0 |
)";

// A title that is nothing but the name of a part leaves it to the title above, which says what its parts have.
TEST(TitlesOverTables, TheNameOfAPart) {
  const auto rows = [](const std::string& chapter, const std::string& title) {
    return record_lines(mapped(chapter + "\n\n" + title + "\n    (단위: 백만원)\n" + kYears).records);
  };
  const char* budgets = R"(
    budget item program [가나 기술개발] prior_year_budget=500000000 budget_amount=550000000 change_amount=50000000 change_rate=0.1
    budget item program [다라 인증] prior_year_budget=200000000 budget_amount=220000000 change_amount=20000000 change_rate=0.1
  )";
  for (const auto& [chapter, title] : {std::pair{"Ⅲ. 사업별 예산(안)", "1. 고유목적사업"},
                                       std::pair{"2. 부서별 세출예산", "가. 물류안전과"}, std::pair{"Ⅱ. 본부별 예산", "□ 미래성장본부"}})
    EXPECT_TEXT(rows(chapter, title), budgets) << title;
  // What does not part its figures, what is no name, and a chapter of something else say nothing of these years.
  for (const auto& [chapter, title] : {std::pair{"Ⅲ. 예산 현황", "1. 고유목적사업"}, std::pair{"Ⅲ. 사업별 예산(안)", "1. 마라톤 상금"},
                                       std::pair{"Ⅲ. 사업별 만족도", "1. 고유목적사업"}})
    EXPECT_EQ(rows(chapter, title), "") << chapter << title;
}

// 수입 and 지출 beside several rows each, below the title of a fund: kinds of income and spending. Two rows of a fund are none.
TEST(TitlesOverTables, HalvesOfAFund) {
  const auto read = [](const char* title) {
    return mapped(std::string("Ⅲ. 가나기금 운용계획\n\n") + title + R"(
    (단위: 백만원)
    | 구분 | 항목     | ’20년 계획(A) | ’21년 계획(B) | 증감(B-A) |
    | ---- |
    | 수입 | 합계     | 300           | 340           | 40        |
    |      | 부담금   | 100           | 130           | 30        |
    |      | 이자수입 | 200           | 210           | 10        |
    | 지출 | 합계     | 300           | 340           | 40        |
    |      | 융자사업 | 250           | 270           | 20        |
    |      | 운영비   | 50            | 70            | 20        |
  )")
        .records;
  };
  for (const char* title : {"1. 기금 조성 및 운용", "1. 수입·지출 계획", "□ 기금 운용계획"}) {
    const auto records = read(title);
    ASSERT_EQ(records.size(), 6U) << title;
    int revenue = 0;
    for (const Record& record : records) {
      revenue += record.type == "revenue";
      EXPECT_TRUE(record.type == "revenue" || record.type == "budget") << record.type;
      ASSERT_TRUE(record.find("budget_amount"));
      EXPECT_TRUE(record.find("prior_year_budget"));
    }
    EXPECT_EQ(revenue, 3) << title;
  }
}

// The plan for 2022 tells what was collected by September 2021: of 2021, whichever line tells the day.
TEST(TitlesOverTables, ADayBeforeTheYearOfTheReport) {
  for (const char* unit : {"(2021. 9. 30. 기준, 단위: 백만원)", "(단위: 백만원, ’21. 9. 30. 현재)"}) {
    const auto records = mapped(std::string("마. 세입 환수 현황\n    ") + unit + R"(
    | 구분      | 세입예산 | 징수결정액 | 수납액 | 미수납액 |
    | ---- |
    | 이자 반납 | 96       | 104        | 100    | 4        |
  )",
                                2022)
                             .records;
    ASSERT_EQ(records.size(), 1U) << unit;
    EXPECT_EQ(records[0].fiscal_year, 2021) << unit;
  }
}

// 2020년 이월사업 as it stood in August 2021: what 2020 left over and 2021 spends, since it is what was spent and what is left.
TEST(TitlesOverTables, WhatLastYearLeftOverAndThisYearSpends) {
  const auto records = [](const char* day, const char* heading, const char* first) {
    return mapped(std::string("□ 2020년도 이월사업 집행현황\n    ") + day + "\n    | 사업명 | " + heading +
                      " | 집행액 | 잔액 | 집행률 |\n    | ---- |\n    | 가나 정비 | " + first +
                      " | 150 | 50 | 75.0 |\n    | 다라 정비 | 80 | 60 | 20 | 75.0 |\n",
                  2021)
        .records;
  };
  for (const char* heading : {"이월액", "이월예산액", "이월금"}) {
    const auto read = records("(2021. 8. 31. 기준, 단위: 백만원)", heading, "200");
    ASSERT_EQ(read.size(), 2U) << heading;
    EXPECT_EQ(read[0].fiscal_year, 2021) << heading;
    ASSERT_TRUE(read[0].find("carry_over_in")) << heading;
    EXPECT_NE(record_line(read[0]).find("carry_over_in=200000000"), std::string::npos) << heading;
    EXPECT_FALSE(read[0].find("carry_over_out")) << heading;
  }
}

// The last words of a heading over labels may name offices; what a list does not know beside them is whose they are.
TEST(TitlesOverTables, OfficesAsRows) {
  for (const char* heading : {"시 위탁부서", "수행기관명", "소관 부처별", "담당실국"})
    EXPECT_EQ(mapped(std::string("□ 위탁부서별 대행사업비 (단위: 백만원)\n    | ") + heading +
                     " | 2020년 최종(A) | 2021년 예산안(B) | 증감(B-A) |\n    | ---- |\n    | 교통과 | 100 | 120 | 20 |\n    | 체육과 | 50 "
                     "| 60 | 10 |\n")
                  .records.size(),
              2U)
        << heading;
  EXPECT_TRUE(mapped("□ 위탁 현황 (단위: 백만원)\n    | 대회명 | 2020년 최종(A) | 2021년 예산안(B) |\n    | ---- |\n    | 가나 | 100 | 120 "
                     "|\n    | 다라 | 50 | 60 |\n")
                  .records.empty());
}

// 사업비 합계 over its parts is the total; one among others adds up some.
TEST(TitlesOverTables, TotalsThatSayOfWhat) {
  for (const char* total : {"사업비 합계", "출연금 총계", "세출 합계"}) {
    const auto records = mapped(std::string("□ 세출예산 (단위: 백만원)\n    | 구분 | 2021년 예산 |\n    | ---- |\n    | ") + total +
                                " | 300 |\n    | 가나 정비 | 100 |\n    | 다라 정비 | 200 |\n")
                             .records;
    ASSERT_EQ(records.size(), 3U) << total;
    EXPECT_EQ(records[0].role, RowRole::kTotal) << total;
    EXPECT_EQ(records[1].role, RowRole::kItem) << total;
  }
}

// ○ 자본적지출(목별) below □ 지출예산: the nearer title says the side, the other one what is measured.
TEST(TitlesOverTables, TheSideAndWhatItIsOf) {
  const auto rows = [](const std::string& above, const char* title) {
    return record_lines(mapped(above + "\n\n" + title + R"(
    (단위: 백만원)
    | 목별   | 2021년 | 2020년 | 증감 |
    | ---- |
    | 인건비 | 110    | 100    | 10   |
    | 동력비 | 50     | 60     | △10  |
  )")
                            .records);
  };
  const char* expected = R"(
    budget item program [인건비] prior_year_budget=100000000 budget_amount=110000000 change_amount=10000000
    budget item program [동력비] prior_year_budget=60000000 budget_amount=50000000 change_amount=-10000000
  )";
  EXPECT_TEXT(rows("□ 지출예산", "○ 수익적지출(목별)"), expected);
  EXPECT_TEXT(rows("□ 2021년 예산", "○ 세출"), expected);
  EXPECT_EQ(rows("□ 세입·세출 예산", "○ 지출 감소 현황"), "");
}

// 목 | 2020 | 2021 in a report on the budget: accounts of it, where no title says anything else.
TEST(TitlesOverTables, AccountsInAReportOnTheBudget) {
  const auto records = [](const char* title, const char* heading) {
    Mapped m = mapped("");
    Document document =
        drawing::drawn_document(std::string("□ 고산식물 수집\n\n③ 세부 내역 (단위: 백만원)\n    | ") + heading +
                                " | 2020 | 2021 | 증감 |\n    | ---- |\n    | 임차료 | 100 | 110 | 10 |\n    | 여비 | 60 | 50 | △10 |\n");
    normalize(document);
    document.fiscal_year = 2021;
    document.title = title;
    return map_records(document, built_in().profiles, built_in().lexicon);
  };
  for (const char* heading : {"목", "세목", "통계목"}) {
    const auto read = records("가나식물원 2021 예산 사업설명자료", heading);
    ASSERT_EQ(read.size(), 2U) << heading;
    EXPECT_EQ(record_line(read[0]),
              "budget item program [임차료] prior_year_budget=100000000 budget_amount=110000000 change_amount=10000000")
        << heading;
  }
  EXPECT_TRUE(records("가나식물원 2021 예산 사업설명자료", "품종").empty());
  EXPECT_TRUE(records("가나식물원 2021 결산보고서", "목").empty());
  EXPECT_TRUE(records("가나식물원 2021 주요업무보고", "목").empty());
}

// What an office has, told in the lines over its table, is no title of it: 1학교 makes no figures of pupils.
TEST(TitlesOverTables, FactsAreNoTitles) {
  for (const char* fact : {"◦ 4과 1단 1학교 5개 소방서 28개 안전센터", "▪ 주요시설 : 화장장 1, 봉안당 3, 장례식장 2", "◦ 2과 3팀 1학원"}) {
    const auto records = mapped(std::string("▣ 정원 및 현원\n\n    ") + fact + R"(
    (단위 : 명)
    | 기관별 | 정원 | 현원 |
    | ---- |
    | 본부   | 30   | 28   |
    | 가나서 | 10   | 10   |
  )")
                             .records;
    EXPECT_EQ(records.size(), 2U) << fact;
  }
}

// 정책사업 | 단위사업 | 세부사업 with one 단위사업 each: the names are those of the last, which part the rows.
TEST(TitlesOverTables, LevelsOfWhichOneDoesNotPart) {
  const auto records = mapped(R"(
    1. 사업별 결산 (단위: 원)
    | 정책사업 | 단위사업 | 세부사업 | 예산현액 | 지출액 |
    | ---- |
    | 본부사업 | 선발 관리 | 장학금 지급 | 300 | 200 |
    | | | 동문 연계 | 100 | 90 |
    | 제1관 운영 | 생활지원 | 급식 운영 | 500 | 480 |
    | | | 생활실 관리 | 50 | 40 |
    | 제2관 운영 | 생활지원 | 외벽 개선 | 80 | 70 |
  )")
                           .records;
  std::string names;
  for (const Record& record : records) names += joined(record.path, ">") + "|";
  EXPECT_EQ(names,
            "본부사업>선발 관리>장학금 지급|본부사업>선발 관리>동문 연계|제1관 운영>생활지원>급식 운영|제1관 운영>생활지원>생활실 관리|"
            "제2관 운영>생활지원>외벽 개선|");
}

// 정책과제별 투자 below 주요사업 예산: years without another word are budgets; 직렬별 현원 makes parts of columns that no list knows.
TEST(TitlesOverTables, WhatATitleAddsToBareColumns) {
  EXPECT_TEXT(record_lines(mapped(R"(
    Ⅱ. 주요사업 예산

    1. 주요 정책과제별 투자
    (단위: 백만원)
    | 사업명 | 2021년 | 2020년 | 증감 |
    | ---- |
    | 기초학력 지원 | 110 | 100 | 10 |
    | 늘봄 운영 | 50 | 60 | △10 |
  )")
                               .records),
              R"(
    budget item program [기초학력 지원] prior_year_budget=100000000 budget_amount=110000000 change_amount=10000000
    budget item program [늘봄 운영] prior_year_budget=60000000 budget_amount=50000000 change_amount=-10000000
  )");
  const auto staff = [](const char* title) {
    return record_lines(mapped(std::string(title) +
                               "\n    (단위: 명)\n    | 구분 | 계 | 행정 | 보건 | 의무 |\n    | ---- |\n    | 현원 | 60 | 18 | 36 | 6 |\n")
                            .records);
  };
  EXPECT_TEXT(staff("○ 직렬별 현원"),
              "headcount total total [] actual_headcount=60 직종별:행정:actual_headcount=18 직종별:보건:actual_headcount=36 "
              "직종별:의무:actual_headcount=6\n");
  EXPECT_TEXT(staff("○ 직종별 인력"),
              "headcount total total [] actual_headcount=60 직종별:행정:actual_headcount=18 직종별:보건:actual_headcount=36 "
              "직종별:의무:actual_headcount=6\n");
  EXPECT_NE(staff("○ 인력 현황").find("[행정] actual_headcount=18"), std::string::npos);
}

// Headings over labels whose last word is one, whatever stands before it.
TEST(TitlesOverTables, LabelsByTheLastWordOfTheirHeading) {
  for (const char* heading : {"산출 항목", "사업비 내역", "세출 과목"})
    EXPECT_EQ(
        mapped(std::string("○ 2021년 예산 내역 (단위: 천원)\n    | ") + heading +
               " | 2021년(A) | 2020년(B) | 증감(A-B) |\n    | ---- |\n    | 공사비 | 300 | 200 | 100 |\n    | 감리비 | 50 | 40 | 10 |\n")
            .records.size(),
        2U)
        << heading;
}

// ○ 2020년도 below a title that says of what: the year of the table, whatever sign stands in front of it.
TEST(TitlesOverTables, NothingButAYear) {
  for (const char* line : {"○ 2020년도", "〈2020년〉", "가. 2020회계연도", "□ 2020년"}) {
    const auto records = mapped(std::string("2. 세출예산 집행현황\n\n") + line + R"(
    (단위: 천원)
    | 정책사업 | 예산현액(A) | 지출액(B) | 집행률(B/A) |
    | ---- |
    | 총계     | 3,000       | 1,500     | 50.0        |
    | 보건     | 1,000       | 500       | 50.0        |
    | 환경     | 2,000       | 1,000     | 50.0        |
  )",
                                2021)
                             .records;
    ASSERT_EQ(records.size(), 3U) << line;
    for (const Record& record : records) EXPECT_EQ(record.fiscal_year, 2020) << line;
  }
}

// 주요 증감사업: what grew is told by the table's own columns, and 계 is what is left open.
TEST(TitlesOverTables, ChangesThatTheTableItselfTells) {
  for (const char* total : {"계(A+B)", "계", "합계(A+B)"}) {
    const auto records =
        mapped(std::string("5 주요 증감사업\n    (단위: 백만원)\n    | 사업명 | 기정액(A) | 금회추경(B) | ") + total + R"( |
    | ---- |
    | 진화차 보강 | - | 1,260 | 1,260 |
    | 헬기 정비   | 3,450 | 842 | 4,292 |
    | 무선통신망  | 1,620 | △284 | 1,336 |
  )")
            .records;
    ASSERT_EQ(records.size(), 3U) << total;
    for (const Record& record : records) {
      EXPECT_TRUE(record.find("final_budget")) << total;
      EXPECT_FALSE(record.find("change_amount")) << total;
    }
  }
  EXPECT_TEXT(record_lines(mapped("□ 세입 증감현황\n"
                                  R"(
    (단위: 백만원)
    | 구분   | 2020년 | 2021년 | 증감 |
    | ---- |
    | 사용료 | 100    | 110    | 10   |
    | 수수료 | 200    | 230    | 30   |
  )")
                               .records),
              R"(
    revenue item account [사용료] prior_year_budget=100000000 budget_amount=110000000 change_amount=10000000
    revenue item account [수수료] prior_year_budget=200000000 budget_amount=230000000 change_amount=30000000
  )");
  // Where no column says so, the amounts are the changes, and no budget.
  for (const Record& record : mapped("□ 세출예산 증감내역\n"
                                     R"(
    (단위: 백만원)
    | 구분   | 금액 |
    | ---- |
    | 인건비 | 100  |
    | 물건비 | 200  |
  )")
                                  .records)
    EXPECT_FALSE(record.find("budget_amount"));
}

// C-A below 당초 대비: the letters say that it is the change from it.
TEST(TitlesOverTables, LettersBelowWhatAChangeIsFrom) {
  for (const auto& [change, rate] : {std::pair{"C-A", "C-B"}, std::pair{"증감(C-A)", "증감(C-B)"}, std::pair{"C - A", "C - B"}}) {
    const auto records = mapped(std::string(R"(
    □ 부서별 세출예산
    (단위: 백만원)
    | 구분   | 2020년  | 2020년  | 2021년 당초(C) | 당초 대비 | 당초 대비 | 최종 대비 | 최종 대비 |
    | 구분   | 당초(A) | 최종(B) | 2021년 당초(C) | )") +
                                change + " | % | " + rate + R"( | % |
    | ---- |
    | 총무과 | 400     | 500     | 600            | 200       | 50.0      | 100       | 20.0      |
    | 보상과 | 600     | 600     | 630            | 30        | 5.0       | 30        | 5.0       |
  )")
                             .records;
    ASSERT_EQ(records.size(), 2U) << change;
    EXPECT_TRUE(records[0].find("change_rate_from_original")) << change;
    EXPECT_TRUE(records[0].find("change_rate_from_final")) << change;
  }
}

// 부문별 지출 over the year that a report on a budget is of: what is to be spent. In any other report it may have been spent.
TEST(TitlesOverTables, OneSideInAReportOnABudget) {
  const auto kinds = [](const std::string& title, const std::string& side, const char* year) {
    Document document =
        drawing::drawn_document("Ⅰ. 총지출 규모\n□ 부문별 " + side + "\n    (단위: 억원)\n    | 부문 | 2020년 | " + year + R"( | 비중 |
    | ---- |
    | 합계     | 300 | 330 | 100.0 |
    | 물관리   | 100 | 110 | 33.3  |
    | 자원순환 | 200 | 220 | 66.7  |
  )");
    normalize(document);
    document.title = title;
    document.fiscal_year = 2021;
    std::string out;
    for (const Record& record : map_records(document, built_in().profiles, built_in().lexicon))
      out += record.type + (record.find("budget_amount") ? "+ " : " ");
    return out;
  };
  EXPECT_EQ(kinds("2021년도 예산 및 기금운용계획 개요", "지출", "2021년"), "budget+ budget+ budget+ ");
  EXPECT_EQ(kinds("2021년도 예산안", "수입", "2021년"), "revenue+ revenue+ revenue+ ");
  EXPECT_EQ(kinds("2021년도 주요업무보고", "지출", "2021년"), "");
  EXPECT_EQ(kinds("2021년도 예산안", "지출", "2019년"), "");
}

// 주요 증액사업: which works are listed, and nothing of what is measured; the chapter says that.
TEST(TitlesOverTables, WhichWorksAreListed) {
  const auto rows = [](const std::string& chapter, const std::string& title) {
    return mapped(chapter + "\n\n" + title + "\n    (단위: 백만원)\n" + kYears).records.size();
  };
  for (const char* title : {"4. 주요 증액사업", "□ 감액사업", "○ 주요 감액사업"}) {
    EXPECT_EQ(rows("Ⅰ. 2021년도 예산안 개요", title), 2U) << title;
    EXPECT_EQ(rows("Ⅲ. 사업별 만족도", title), 0U) << title;
  }
}

}  // namespace
}  // namespace jangbu
