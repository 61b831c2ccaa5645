#include "text/caption.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

struct UnitCase {
  const char* text;
  const char* name;  // nullptr: none
  std::int64_t factor = 0;
  bool money = true;
};

TEST(Unit, StandsAtTheBeginningOfWhatOpensATable) {
  for (const char* text : {"(단위: 백만원)", "[단위：천원]", "( 단 위 : 명 )", "단위 : 천원", "〈단위: %〉"})
    EXPECT_TRUE(begins_with_unit(text)) << text;
  for (const char* text : {"단위사업명", "지구단위: 3곳", "구 단위 계획 3건", "세출예산 (단위: 천원)", ""})
    EXPECT_FALSE(begins_with_unit(text)) << text;
}

TEST(Unit, OfMoneyByItsFactor) {
  EXPECT_EQ(money_unit_of(1'000'000'000), "십억원");
  EXPECT_EQ(money_unit_of(1), "원");
  EXPECT_EQ(money_unit_of(7), "");
}

TEST(Unit, OfACaption) {
  constexpr UnitCase kCases[] = {
      {"(단위:천원)", "천원", 1'000},
      {"(단위 : 백만원)", "백만원", 1'000'000},
      {"(단위: 억원)", "억원", 100'000'000},
      {"(단위:조원)", "조원", 1'000'000'000'000},
      {"(단위: 십억원)", "십억원", 1'000'000'000},
      {"(단위 : 원)", "원", 1},
      {"(단위: 명)", "명", 1, false},
      {"(단 위 : 천 원)", "천원", 1'000},
      {"[단위：천원]", "천원", 1'000},
      {"(’21.8.13. 기준, 단위:천원, %)", "천원", 1'000},
      {"('19.8.31.기준, 단위 : 백만원)", "백만원", 1'000'000},
      {"※ 예산집행 현황 (단위: 천원, '19.8.31. 기준)", "천원", 1'000},
      {"(단위: %, 백만원)", "백만원", 1'000'000},
      {"(단위: 명, 백만원)", "백만원", 1'000'000},
      {"(단위: 10억원)", "10억원", 1'000'000'000},
      {"(단위: 100만원)", "100만원", 1'000'000},
      {"(단위: 건, 천원)", "천원", 1'000},
      {"(단위 : 개소(대), 백만원)", "백만원", 1'000'000},
      {"[단위: 명(연인원), 회, 천원]", "천원", 1'000},
      {"(단위 : 억원(부가세 포함))", "억원", 100'000'000},
      {"(단위 : 천원) (부가세 포함, 억원)", "천원", 1'000},
      {"단위 천원", "천원", 1'000},
      {"(단위: 개소)", nullptr},
      {"(단위: %)", nullptr},
      {"19,618백만원", nullptr},
      {"단위사업별 현황", nullptr},
      {"", nullptr},
  };
  for (const UnitCase& c : kCases) {
    SCOPED_TRACE(c.text);
    const auto unit = unit_in(c.text);
    ASSERT_EQ(unit.has_value(), c.name != nullptr);
    if (!unit) continue;
    EXPECT_EQ(unit->name, c.name);
    EXPECT_EQ(unit->factor, c.factor);
    EXPECT_EQ(unit->money, c.money);
  }
}

// Over a table the word 단위 may be left out; then nothing but units and a date may stand in the brackets.
TEST(Unit, InBracketsThatHoldNothingElse) {
  constexpr UnitCase kCases[] = {
      {"(백만원)", "백만원", 1'000'000},
      {"[천원]", "천원", 1'000},
      {"( 억 원 )", "억원", 100'000'000},
      {"(명, %)", "명", 1, false},
      {"(회, 일, 명, %)", "명", 1, false},
      {"(명, 백만원)", "백만원", 1'000'000},
      {"(2025. 12. 31. 기준, 백만원)", "백만원", 1'000'000},
      {"(2026. 1. 1. 현재, 명)", "명", 1, false},
      {"(2025. 4. 1. 기준 / 교, 학급, 명)", "명", 1, false},
      {"(억원, 연말 기준)", "억원", 100'000'000},
      {"〈 수입예산 〉 (백만원)", "백만원", 1'000'000},
      {"◆ 기금 현황 (천원)", "천원", 1'000},
      {"(단위: 천원)", "천원", 1'000},
      {"(금액 : 백만원)", "백만원", 1'000'000},
      {"천원, %", "천원", 1'000},
      {"백만원", "백만원", 1'000'000},
      {"사업비 천원", nullptr},
      {"천원 이상", nullptr},
      {"(국비, 도비)", nullptr},
      {"(이용료, 천원)", nullptr},
      {"(5명)", nullptr},
      {"(%)", nullptr},
      {"(백만원) 이상", nullptr},
      {"예산액(천원) 집행액", nullptr},
      {"(2025. 12. 31. 기준)", nullptr},
      {"", nullptr},
  };
  for (const UnitCase& c : kCases) {
    SCOPED_TRACE(c.text);
    const auto unit = unit_mark_in(c.text);
    ASSERT_EQ(unit.has_value(), c.name != nullptr);
    if (!unit) continue;
    EXPECT_EQ(unit->name, c.name);
    EXPECT_EQ(unit->factor, c.factor);
    EXPECT_EQ(unit->money, c.money);
  }
}

TEST(Unit, ByItsName) {
  EXPECT_EQ(unit_named("천원")->factor, 1'000);
  EXPECT_EQ(unit_named(" 백 만 원 ")->factor, 1'000'000);
  EXPECT_EQ(unit_named("천만원")->factor, 10'000'000);
  EXPECT_FALSE(
      unit_named("천원 "
                 "이상"));
  EXPECT_FALSE(unit_named("달러"));
  EXPECT_FALSE(unit_named(""));
}

struct DateCase {
  const char* text;
  const char* date;  // nullptr: none
};

TEST(AsOf, EveryPrintedForm) {
  constexpr DateCase kCases[] = {
      {"(’21.8.13. 기준, 단위:천원)", "2021-08-13"},
      {"(’21.8.13.기준)", "2021-08-13"},
      {"('21.8.13. 기준)", "2021-08-13"},
      {"(‘21.8.13. 기준)", "2021-08-13"},
      {"(`21.8.13. 기준)", "2021-08-13"},
      {"(단위: 천원, '19.8.31. 기준)", "2019-08-31"},
      {"('19.8.31, 기준)", "2019-08-31"},
      {"('19. 8. 31. 기준)", "2019-08-31"},
      {"(2021. 8. 13.기준)", "2021-08-13"},
      {"(2021.8.13 현재)", "2021-08-13"},
      {"2021년 8월 13일 현재", "2021-08-13"},
      {"2021년 8월 13일 기 준", "2021-08-13"},
      {"(2021-08-13 기준)", "2021-08-13"},
      {"2021/8/13 기준", "2021-08-13"},
      {"(’21.8월말 기준)", "2021-08"},
      {"(’19.6월말 기준)", "2019-06"},
      {"('21. 8월 기준)", "2021-08"},
      {"(2021년 기준)", "2021"},
      {"’20.12.31. 기준", "2020-12-31"},
      {"기간 ’21.1.1.~ (’21.8.13. 기준)", "2021-08-13"},
      // no date of the figures
      {"새 조직 출범(’21.7.25.) 이후", nullptr},
      {"’21.8.2.~계속", nullptr},
      {"단위: 천원", nullptr},
      {"1.8.13. 기준", nullptr},
      {"기준 2021.8.13.", nullptr},
      {"", nullptr},
  };
  for (const DateCase& c : kCases) EXPECT_EQ(as_of_in(c.text), c.date ? std::optional<std::string>(c.date) : std::nullopt) << c.text;
}

TEST(AsOf, NoMonthIsNumberThirteen) {
  EXPECT_FALSE(as_of_in("(’21.13.1. 기준)"));
  EXPECT_FALSE(as_of_in("(’21.8.32. 기준)"));
}

TEST(Date, ToThePrecisionPrinted) {
  constexpr DateCase kCases[] = {
      {"2019. 9.", "2019-09"},
      {"2021. 8. 13.", "2021-08-13"},
      {"2021년", "2021"},
      {"2021년 8월", "2021-08"},
      {"’22년", "2022"},
      {"’21. 9월~11월", "2021-09"},
      {"'21.8.2.~계속", "2021-08-02"},
      {"1999. 12. 31.", "1999-12-31"},
      {"시민협력국", nullptr},
      {"70,000", nullptr},
  };
  for (const DateCase& c : kCases) EXPECT_EQ(date_in(c.text), c.date ? std::optional<std::string>(c.date) : std::nullopt) << c.text;
}

TEST(Caption, LinesThatSpeakOfATable) {
  for (const char* line : {"(단위: 천원)", "□ 예산 현황 (단위 : 백만원)", "〔단 위：명〕", "(백만원)", "[’25.1.1. 기준]",
                           "〈 수입예산 〉 (천원)", "(2025. 12. 31. 현재, 천원)"})
    EXPECT_TRUE(speaks_of_table(line)) << line;
  for (const char* line : {"구 단위 계획 3건", "(구 단위 계획)", "□ 예산 현황", "단위사업 추진", "〈 2025년 예산 〉", "(이용료, 천원)", ""})
    EXPECT_FALSE(speaks_of_table(line)) << line;
}

TEST(Caption, WholeLinesInBrackets) {
  for (const char* line : {"〈 2025년 예산 〉", " [붙임] ", "《가》", "（나）"}) EXPECT_TRUE(is_bracketed(line)) << line;
  for (const char* line : {"가 〈나〉 다", "〈가", "가〉", "", "가(나)"}) EXPECT_FALSE(is_bracketed(line)) << line;
}

}  // namespace
}  // namespace jangbu
