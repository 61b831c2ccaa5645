// Funds: what they hold at the ends of years, what comes in and goes out between, and what only looks like one.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(FundTables, DebtsBelowAChapterOfFundsAreNoFunds) {
  for (const char* title : {"2. 채권 현재액", "2. 채무 현재액", "2. 공유재산 현재액"}) {
    const auto records = mapped(std::string("Ⅳ. 기금·채권·채무\n\n") + title + R"(
    (단위: 백만원)
    | 구분   | 2023년도 말 | 발생액 | 소멸액 | 2024년도 말 |
    | ---- |
    | 융자금 | 900         | 100    | 200    | 800         |
    | 보증금 | 700         | 50     | 90     | 660         |
  )")
                             .records;
    EXPECT_TRUE(records.empty()) << title;
  }
}

// 당해연도말 is the end of that year, beside 당해연도, which is all of it: what came in, and what there is.
TEST(FundTables, AFundInRelativeYears) {
  const auto fund = [](const char* last, const char* now, const char* end) {
    return record_lines(mapped(std::string(R"(
    □ 기금 운용 (단위: 백만원)
    | 기금명 | )") + last + " 조성액 | " +
                               now + " 조성 | " + now + " 사용 | " + end + R"( 조성액 |
    | ---- |
    | 가나기금 | 100 | 30 | 10 | 120 |
    | 다라기금 | 50 | 5 | 15 | 40 |
  )")
                            .records);
  };
  const char* expected = R"(
    fund item fund [가나기금] fund_opening_balance=100000000 fund_income=30000000 fund_expenditure=10000000 fund_closing_balance=120000000
    fund item fund [다라기금] fund_opening_balance=50000000 fund_income=5000000 fund_expenditure=15000000 fund_closing_balance=40000000
  )";
  EXPECT_TEXT(fund("전년도말", "당해연도", "당해연도말"), expected);
  EXPECT_TEXT(fund("전년말", "금년도", "금년말"), expected);
  EXPECT_TEXT(fund("’20년말", "’21년", "’21년말"), expected);
}

// A plan is made before the year that it starts from is over.
TEST(FundTables, AFundThatStartsFromAProjection) {
  for (const char* word : {"조성액(예상)", "예상 조성액", "현재액(예상)"}) {
    const auto records = mapped(std::string(R"(
    □ 기금 조성 및 운용 (단위: 백만원)
    | 기금명 | ’20년말 )") + word +
                                " | ’21년 수입 | ’21년 지출 | ’21년말 " + word + R"( |
    | ---- |
    | 가나기금 | 100 | 30 | 10 | 120 |
  )")
                             .records;
    ASSERT_EQ(records.size(), 1U) << word;
    EXPECT_EQ(record_line(records[0]),
              "fund item fund [가나기금] fund_opening_balance=100000000 fund_income=30000000 "
              "fund_expenditure=10000000 fund_closing_balance=120000000")
        << word;
  }
}

// Debts have balances too, and are issued and repaid.
TEST(FundTables, DebtsAreNoFunds) {
  for (const char* flows : {"발행액 | 상환액", "발행 | 원리금상환", "신규발행액 | 상환액"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    5. 기금 결산 및 채무

    □ 교육채 현황 (단위: 백만원)
    | 구분 | 전년도말 잔액 | )") + flows +
                                    R"( | 당해연도말 잔액 |
    | ---- |
    | 교육채 | 100 | - | 10 | 90 |
    | 임대형 민자 | 50 | 5 | 15 | 40 |
  )")
                                 .records),
                "")
        << flows;
  }
}

// 수입계획 | 지출계획 of a fund: what comes in is a revenue, what goes out a budget.
TEST(FundTables, BothSidesOfAFundsPlan) {
  EXPECT_TEXT(record_lines(mapped(R"(
    Ⅲ. 가나기금 운용계획

    □ 수입·지출계획 총괄 (단위: 백만원)
    | 수입계획 | < | < | 지출계획 | < | < |
    | 과목 | ’21계획 | ’20계획 | 과목 | ’21계획 | ’20계획 |
    | ---- |
    | 합계 | 90 | 80 | 합계 | 90 | 80 |
    | 부담금 | 60 | 50 | 경상사업 | 50 | 45 |
    | 이자수입 | 30 | 30 | 융자사업 | 40 | 35 |
  )")
                               .records),
              R"(
    revenue total total [] prior_year_budget=80000000 budget_amount=90000000
    revenue item account [부담금] prior_year_budget=50000000 budget_amount=60000000
    revenue item account [이자수입] prior_year_budget=30000000 budget_amount=30000000
    budget total total [] prior_year_budget=80000000 budget_amount=90000000
    budget item program [경상사업] prior_year_budget=45000000 budget_amount=50000000
    budget item program [융자사업] prior_year_budget=35000000 budget_amount=40000000
  )");
}

// 기초 | 적립 | 인출 | 기말: what is put aside goes in, what is drawn goes out.
TEST(FundTables, MoneyPutAside) {
  const char* expected = R"(
    fund item fund [건축적립금] fund_opening_balance=100000000 fund_income=30000000 fund_expenditure=10000000 fund_closing_balance=120000000
    fund item fund [장학적립금] fund_opening_balance=50000000 fund_income=5000000 fund_expenditure=15000000 fund_closing_balance=40000000
  )";
  for (const char* columns : {"기초잔액 | 적립 | 인출 | 기말잔액", "2020년말 잔액 | 2021년 적립 | 2021년 사용 | 2021년말 잔액",
                              "2020년 말 잔액 | 적립(증가) | 사용(감소) | 2021년 말 잔액",
                              "2020년말 조성액 | 2021년도 변동 조성(수입) | 2021년도 변동 사용(지출) | 2021년말 조성예상액"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    □ 적립금 운용 (단위: 백만원)
    | 구분 | )") + columns + R"( |
    | ---- |
    | 건축적립금 | 100 | 30 | 10 | 120 |
    | 장학적립금 | 50 | 5 | 15 | 40 |
  )")
                                 .records),
                expected)
        << columns;
  }
}

// Money put aside under names of its own: what heads the labels, or most rows, say that it is such.
TEST(FundTables, NamedByWhatIsPutAside) {
  for (const char* heading : {"적립금명", "적립금 구분", "기금(적립금)명"}) {
    const auto records = mapped(std::string(R"(
    나. 감채 및 시설개선 (단위: 백만원)
    | )") + heading + R"( | 2020년말 현재액 | 2021년 적립 | 2021년 사용 | 증감 | 2021년말 현재액 |
    | ---- |
    | 감채   | 100 | 30 | 10 | 20  | 120 |
    | 시설   | 50  | 5  | 15 | △10 | 40  |
  )")
                             .records;
    ASSERT_EQ(records.size(), 2U) << heading;
    EXPECT_EQ(record_line(records[0]),
              "fund item fund [감채] fund_opening_balance=100000000 fund_income=30000000 fund_expenditure=10000000 "
              "fund_change=20000000 fund_closing_balance=120000000")
        << heading;
  }
}

// 기금별 운용규모: what is measured is told by the title, or by the columns; how it changed is no change of what a fund holds.
TEST(FundTables, Sizes) {
  struct Case {
    const char *title, *now, *before;
  };
  for (const Case& c : {Case{"기금별 운용규모", "2021년 계획(A)", "2020년 당초(B)"}, Case{"기금별 운용규모", "2021년", "2020년"},
                        Case{"기금 현황", "2021년 운용규모", "2020년 운용규모"}}) {
    const auto records =
        mapped(std::string("❍ ") + c.title + "\n    (단위: 천원)\n    | 기금명 | " + c.now + " | " + c.before + R"( | 증감 | 증감률(%) |
    | ---- |
    | 합계         | 330 | 300 | 30 | 10.0 |
    | 가나안정기금 | 110 | 100 | 10 | 10.0 |
    | 다라관리기금 | 220 | 200 | 20 | 10.0 |
  )")
            .records;
    ASSERT_EQ(records.size(), 3U) << c.title << c.now;
    for (const Record& record : records) {
      EXPECT_EQ(record.type, "fund") << c.now;
      EXPECT_TRUE(record.find("fund_size")) << c.now;
      EXPECT_FALSE(record.find("fund_change")) << c.now;
      EXPECT_TRUE(record.find("change_amount")) << c.now;
      EXPECT_TRUE(record.find("change_rate")) << c.now;
      // A fund has a plan where an account has a budget.
      ASSERT_EQ(record.yearly.size(), 1U) << c.now;
      EXPECT_EQ(record.yearly.front().phase, std::string_view(c.before).ends_with("(B)") ? "original" : "plan") << c.now;
    }
  }
}

// An amendment of the plan: the size is what it comes to, and the first plan stands beside it.
TEST(FundTables, AnAmendedSize) {
  struct Case {
    const char *before, *now, *field;
  };
  for (const Case& c : {Case{"당초계획(A)", "변경계획(B)", "original_budget"}, Case{"당초", "변경", "original_budget"},
                        Case{"기정", "추경", "pre_amendment_budget"}, Case{"당초계획", "최종", "original_budget"}}) {
    const auto records =
        mapped(std::string("    1. 기금 운용규모\n    (단위: 천원)\n    | 기금명 | ") + c.before + " | " + c.now + R"( | 증감 | 증감률(%) |
    | ---- |
    | 합계         | 300 | 330 | 30 | 10.0 |
    | 가나안정기금 | 100 | 110 | 10 | 10.0 |
    | 다라관리기금 | 200 | 220 | 20 | 10.0 |
  )")
            .records;
    ASSERT_EQ(records.size(), 3U) << c.before;
    EXPECT_EQ(record_line(records[0]),
              std::string("fund total total [] fund_size=330000 ") + c.field + "=300000 change_amount=30000 change_rate=0.1")
        << c.before;
  }
}

TEST(FundTables, PlansOfWhatIsRaisedAndUsed) {
  for (const char* plan : {"2021년도 조성 및 사용계획", "2021년도 운용계획", "2021년 조성·사용계획"}) {
    const auto records =
        mapped(std::string("    (단위: 천원)\n    | 기금명 | 2020년도말 조성액 (a) | ") + plan + R"( | < | < | 2021년도말 조성액 (a+b-c) |
    | ^ | ^ | 조성(b) | 사용(c) | 증감(b-c) | ^ |
    | ---- |
    | 계 | 300 | 30 | 10 | 20 | 320 |
    | 가나기금 | 200 | 20 | 5 | 15 | 215 |
    | 다라기금 | 100 | 10 | 5 | 5 | 105 |
  )")
            .records;
    ASSERT_EQ(records.size(), 3U) << plan;
    EXPECT_EQ(record_line(records[0]),
              "fund total total [] fund_opening_balance=300000 fund_income=30000 fund_expenditure=10000 fund_change=20000 "
              "fund_closing_balance=320000")
        << plan;
  }
}

}  // namespace
}  // namespace jangbu
