#include "records/mapper.h"

#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(Mapper, ValuesAreInWonRatesAreFractions) {
  const Mapped m = mapped(R"(
    (단위: 천원, ’21.8.13. 기준)
    | 사업명 | 예산현액 | 집행액   | <      | 집행률   | <      |
    | ^      | ^        | 원인행위 | 지출액 | 원인행위 | 지출액 |
    | ------ |
    | 합계   | 829,200  | 583,230  | 435,786 | 70.3%   | 52.6%  |
    | 교육   | 800,000  | 580,000  | 435,000 | 72.5%   | 54.4%  |
    | 상담   | 29,200   | 3,230    | 786     | 11.1%   | 2.69%  |
  )");
  EXPECT_TEXT(record_lines(m.records), R"(
    budget total total [] current_appropriation=829200000 commitment=583230000 payment=435786000 commitment_rate=0.703 payment_rate=0.526
    budget item program [교육] current_appropriation=800000000 commitment=580000000 payment=435000000 commitment_rate=0.725 payment_rate=0.544
    budget item program [상담] current_appropriation=29200000 commitment=3230000 payment=786000 commitment_rate=0.111 payment_rate=0.0269
  )");
  const Record& first = m.records.front();
  EXPECT_EQ(first.organization, "가나국");
  EXPECT_EQ(first.as_of, "2021-08-13");
  EXPECT_EQ(first.unit_factor, 1000);
  EXPECT_EQ(first.name, "합계");
  EXPECT_EQ(first.find("payment")->place.text, "435,786");
  EXPECT_EQ(first.find("payment")->place.row, 2);
  EXPECT_EQ(first.find("payment")->place.column, 3);
  EXPECT_EQ(first.find("payment")->step.to_string(), "1000");
  EXPECT_EQ(m.records[2].find("payment_rate")->step.to_string(), "0.0001");
  EXPECT_EQ(m.document.tables[0].kind, "budget");
}

TEST(Mapper, NothingPrintedIsNullNeverZero) {
  const Mapped m = mapped(R"(
    (단위: 천원)
    | 사업명 | 예산현액 | 원인행위액 | 지출액 | 집행률 |
    | ------ |
    | 조성   | 824,000  | -          |        | 0%     |
    | 운영   | 1,000    | 0          | _      | –      |
  )");
  EXPECT_TEXT(record_lines(m.records), R"(
    budget item program [조성] current_appropriation=824000000 commitment=null payment=null execution_rate=0
    budget item program [운영] current_appropriation=1000000 commitment=0 payment=null execution_rate=null
  )");
  EXPECT_EQ(m.records[0].find("commitment")->place.text, "-");
}

TEST(Mapper, AColumnThatTheTableDoesNotHaveIsAbsent) {
  const Mapped m = mapped("(단위: 천원)\n| 사업명 | 예산현액 |\n| --- |\n| 가나 | 1,000 |\n| 다라 | 1,500 |\n");
  ASSERT_EQ(m.records.size(), 2u);
  EXPECT_EQ(m.records[0].find("payment"), nullptr);
}

TEST(Mapper, ARowWithoutFiguresOrWithoutALabelIsNoRecord) {
  const Mapped m = mapped(
      "(단위: 천원)\n| 사업명 | 예산현액 | 지출액 |\n| --- |\n| 가나 | 1,000 | 500 |\n| 주: 추경 포함 | | |\n| | 5 | 6 |\n| 다라 | 1,500 | "
      "600 |\n");
  EXPECT_EQ(m.records.size(), 2u);
}

struct UnitCase {
  const char* caption;
  std::int64_t won;  // for a printed 1,234
};

TEST(Mapper, Units) {
  constexpr UnitCase kCases[] = {
      {"(단위: 원)", 1'234},
      {"(단위: 천원)", 1'234'000},
      {"(단위: 백만원)", 1'234'000'000},
      {"(단위: 억원)", 123'400'000'000},
      {"(단위: 백만원, %)", 1'234'000'000},
      {"(단위: 10억원)", 1'234'000'000'000},
      {"(단위: 명, 백만원)", 1'234'000'000},
  };
  for (const UnitCase& c : kCases) {
    SCOPED_TRACE(c.caption);
    const Mapped m =
        mapped(std::string(c.caption) + "\n| 사업명 | 예산현액 | 지출액 |\n| --- |\n| 가나 | 1,234 | 5 |\n| 다라 | 1,500 | 600 |\n");
    ASSERT_EQ(m.records.size(), 2u);
    EXPECT_EQ(m.records[0].find("current_appropriation")->value->whole(), c.won);
    const auto told = std::count_if(m.document.diagnostics.begin(), m.document.diagnostics.end(),
                                    [](const Diagnostic& d) { return d.code == "unit_unknown"; });
    EXPECT_EQ(told, 0);
  }
}

TEST(Mapper, ATableWithoutAUnitStaysUntypedAndSaysSo) {
  const Mapped m = mapped(R"(
    (단위: 백만원)
    | 사업명 | 예산현액 | 지출액 |
    | --- |
    | 가나 | 1,234 | 5 |
    | 다라 | 1,500 | 6 |

    글
    | 사업명 | 예산현액 | 지출액 |
    | --- |
    | 마바 | 2 | 1 |
    | 사아 | 3 | 2 |
  )");
  EXPECT_EQ(m.records.size(), 2u);
  EXPECT_EQ(m.document.diagnostics.back().code, "unit_unknown");
}

TEST(Mapper, AFigureMayBringItsOwnUnit) {
  const Mapped m = mapped("(단위: 천원)\n| 사업명 | 예산현액 | 지출액 |\n| --- |\n| 가나 | 5백만원 | 500 |\n| 다라 | 1,500 | 600 |\n");
  EXPECT_EQ(m.records[0].find("current_appropriation")->value->whole(), 5'000'000);
}

TEST(Mapper, AFractionOfAUnitIsExact) {
  const Mapped m = mapped("(단위: 억원)\n| 사업명 | 예산현액 | 지출액 |\n| --- |\n| 가나 | 358.4 | 7.5 |\n| 다라 | 1,500 | 600 |\n");
  EXPECT_EQ(m.records[0].find("current_appropriation")->value->whole(), 35'840'000'000);
  EXPECT_EQ(m.records[0].find("current_appropriation")->step.to_string(), "10000000");
}

TEST(Mapper, UnknownColumnsAreKeptUnderTheirHeader) {
  const Mapped m = mapped(R"(
    (단위: 천원)
    | 사업명 | 예산현액 | 지출액 | 참여 인원 | 비고     |
    | ------ |
    | 가나   | 1,000    | 500    | 27명      | 계속사업 |
    | 다라   | 1,500    | 600    | -         |          |
  )");
  EXPECT_TEXT(record_lines(m.records), R"(
    budget item program [가나] current_appropriation=1000000 payment=500000 {참여 인원}="27명" remarks="계속사업"
    budget item program [다라] current_appropriation=1500000 payment=600000 {참여 인원}="-"
  )");
  EXPECT_EQ(m.records[0].others[0].value->whole(), 27);
  EXPECT_FALSE(m.records[1].others[0].value);
}

TEST(Mapper, TextWhereAFigureShouldStandIsKept) {
  const Mapped m = mapped(
      "(단위: 천원)\n| 사업명 | 예산현액 | 지출액 |\n| --- |\n| 가나 | 1,000 | 미정 |\n| 다라 | 1,500 | 600 |\n| 마바 | 3,500 | 900 |\n");
  EXPECT_EQ(m.records[0].find("payment")->value, std::nullopt);
  ASSERT_EQ(m.records[0].others.size(), 1u);
  EXPECT_EQ(m.records[0].others[0].text, "미정");
}

TEST(Mapper, TwoFiguresInOneCellAreTwoMeasures) {
  const Mapped m =
      mapped("(단위: 천원)\n| 사업명 | 예산현액 | 집행액 |\n| --- |\n| 가나 | 317,500⏎(31,800) | 341 |\n| 다라 | 1,500 | 600 |\n");
  ASSERT_EQ(m.records.size(), 2u);
  EXPECT_EQ(m.records[0].find("current_appropriation")->value->whole(), 317'500'000);
  ASSERT_EQ(m.records[0].others.size(), 1u);
  EXPECT_EQ(m.records[0].others[0].text, "317,500\n(31,800)");
  EXPECT_EQ(m.records[0].others[0].value->whole(), 31'800);
}

TEST(Mapper, HeadcountsOfEitherWayRoundAreTheSame) {
  const Mapped upright = mapped(R"(
    (단위: 명, '19.8.31. 기준)
    | 구 분 | 정원 | 현원 |
    | ----- |
    | 합 계 | 46   | 43   |
    | 가과  | 22   | 22   |
    | 나과  | 24   | 21   |
  )");
  const Mapped sideways = mapped(R"(
    (단위: 명, '19.8.31. 기준)
    | 구 분 | 합 계 | 가과 | 나과 |
    | ----- |
    | 정 원 | 46    | 22   | 24   |
    | 현 원 | 43    | 22   | 21   |
  )");
  EXPECT_TEXT(record_lines(upright.records), R"(
    headcount total total [] authorized_headcount=46 actual_headcount=43
    headcount item department [가과] authorized_headcount=22 actual_headcount=22
    headcount item department [나과] authorized_headcount=24 actual_headcount=21
  )");
  EXPECT_EQ(record_lines(sideways.records), record_lines(upright.records));
  EXPECT_EQ(sideways.records[1].find("actual_headcount")->place.row, 2);
  EXPECT_EQ(sideways.records[1].find("actual_headcount")->place.column, 2);
  EXPECT_FALSE(upright.records[0].money);
}

TEST(Mapper, HeadcountsHaveBreakdowns) {
  const Mapped m = mapped(R"(
    (단위: 명)
    | 구분 | 정원 | 현원 | 과부족 | 직종별 현원 | <      | <    |
    | ^    | ^    | ^    | ^      | 행정직      | 기술직 | 소계 |
    | ---- |
    | 합계 | 30   | 28   | △2     | 22          | 6      | 28   |
    | 가과 | 20   | 18   | △2     | 13          | 5      | 18   |
    | 나과 | 10   | 10   | -      | 9           | 1      | 10   |
  )");
  EXPECT_EQ(record_line(m.records[2]),
            "headcount item department [나과] authorized_headcount=10 actual_headcount=10 headcount_variance=null "
            "직종별:행정직:actual_headcount=9 "
            "직종별:기술직:actual_headcount=1 {직종별 현원 / 소계}=\"10\"");
}

TEST(Mapper, PathsRunFromTheTotalsChildrenDown) {
  const Mapped m = mapped(R"(
    (단위: 천원)
    | 구분   | 예산현액 | 원인행위액 | 지출액 |
    | ------ |
    | 합계   | 1,000    | 700        | 600    |
    | 가나과 | 700      | 500        | 420    |
    | 교육   | 400      | 300        | 250    |
    | 상담   | 300      | 200        | 170    |
    | 다라과 | 300      | 200        | 180    |
    | 시설   | 200      | 150        | 140    |
    | 안전   | 100      | 50         | 40     |
  )");
  EXPECT_TEXT(record_lines(m.records), R"(
    budget total total [] current_appropriation=1000000 commitment=700000 payment=600000
    budget subtotal department [가나과] current_appropriation=700000 commitment=500000 payment=420000
    budget item program [가나과 > 교육] current_appropriation=400000 commitment=300000 payment=250000
    budget item program [가나과 > 상담] current_appropriation=300000 commitment=200000 payment=170000
    budget subtotal department [다라과] current_appropriation=300000 commitment=200000 payment=180000
    budget item program [다라과 > 시설] current_appropriation=200000 commitment=150000 payment=140000
    budget item program [다라과 > 안전] current_appropriation=100000 commitment=50000 payment=40000
  )");
  EXPECT_EQ(m.records[2].parent, 1);
  EXPECT_EQ(m.records[1].parent, 0);
}

TEST(Mapper, TwoLabelColumnsPrintThePathThemselves) {
  const Mapped m = mapped(R"(
    (단위: 천원)
    | 부서   | 사업명 | 예산현액 | 지출액 |
    | ------ |
    | 합계   | <      | 1,000    | 600    |
    | 가나과 | 소계   | 700      | 420    |
    | ^      | 교육   | 400      | 250    |
    | ^      | 상담   | 300      | 170    |
    | 다라과 | 시설   | 300      | 180    |
  )");
  EXPECT_TEXT(record_lines(m.records), R"(
    budget total total [] current_appropriation=1000000 payment=600000
    budget subtotal department [가나과] current_appropriation=700000 payment=420000
    budget item program [가나과 > 교육] current_appropriation=400000 payment=250000
    budget item program [가나과 > 상담] current_appropriation=300000 payment=170000
    budget item program [다라과 > 시설] current_appropriation=300000 payment=180000
  )");
}

// A column that says how deep each row stands is no name above it; what it says is believed before no sums at all.
TEST(Mapper, AColumnOfLevels) {
  const auto tree = [](const char* outer, const char* inner) {
    const std::string out = outer, in = inner;
    return record_lines(mapped(R"(
    (단위: 백만원)
    | 구분 | 사업명 | 예산액 |
    | ---- |
    | 합계 | < | 60 |
    | )" + out + R"( | 가나 | 45 |
    | )" + in + R"( | 다라 | 30 |
    | )" + in + R"( | 마바 | 15 |
    | )" + out + R"( | 사아 | 10 |
    | )" + in + R"( | 자차 | 10 |
    | )" + out + R"( | 카타 | 5 |
  )")
                            .records);
  };
  const char* expected = R"(
    budget total total [] budget_amount=60000000
    budget subtotal category [가나] budget_amount=45000000
    budget item program [가나 > 다라] budget_amount=30000000
    budget item program [가나 > 마바] budget_amount=15000000
    budget subtotal category [사아] budget_amount=10000000
    budget item program [사아 > 자차] budget_amount=10000000
    budget item program [카타] budget_amount=5000000
  )";
  EXPECT_TEXT(tree("정책", "단위"), expected);
  EXPECT_TEXT(tree("단위사업", "세부사업"), expected);
  EXPECT_TEXT(tree("부문", "단위"), expected);
  EXPECT_TEXT(tree("관", "항"), expected);
  // Kinds are no levels: they stand above what is of them.
  EXPECT_TEXT(tree("신규", "계속"), R"(
    budget total total [] budget_amount=60000000
    budget item program [신규 > 가나] budget_amount=45000000
    budget item program [계속 > 다라] budget_amount=30000000
    budget item program [계속 > 마바] budget_amount=15000000
    budget item program [신규 > 사아] budget_amount=10000000
    budget item program [계속 > 자차] budget_amount=10000000
    budget item program [신규 > 카타] budget_amount=5000000
  )");
}

TEST(Mapper, RepairsOfARowStandOnItsRecord) {
  const Mapped m = mapped(R"(
    (단위: 천원)
    | 구 분         | 예산현액 | 지출액 |
    | ------------- |
    | 시 민 참 여 과 | 700      | 420    |
    | 다라과        | 300      | 180    |
  )");
  ASSERT_EQ(m.records[0].repairs.size(), 1u);
  EXPECT_EQ(m.records[0].repairs[0].before, "시 민 참 여 과");
  EXPECT_TRUE(m.records[1].repairs.empty());
}

TEST(Mapper, ATableOfOtherThingsYieldsNoRecord) {
  const Mapped m = mapped("| 부서 | 주요업무 |\n| --- |\n| 가과 | 교육 |\n| 나과 | 상담 |\n");
  EXPECT_TRUE(m.records.empty());
  EXPECT_EQ(m.document.tables[0].kind, "");
}

TEST(Mapper, SeesNoDifferenceBetweenRowsOfATableWhereverTheyStand) {
  // Rows below a total may come in any order: the values stay with their names.
  const std::string head = "(단위: 천원)\n| 구분 | 예산현액 | 원인행위액 | 지출액 |\n| --- |\n| 합계 | 600 | 330 | 222 |\n";
  std::vector<std::string> rows{"| 교육 | 101 | 50 | 20 |\n", "| 상담 | 202 | 110 | 72 |\n", "| 시설 | 297 | 170 | 130 |\n"};
  std::sort(rows.begin(), rows.end());
  std::vector<std::string> first;
  do {
    const Mapped m = mapped(head + rows[0] + rows[1] + rows[2]);
    std::vector<std::string> lines;
    for (const Record& record : m.records) lines.push_back(record_line(record));
    std::sort(lines.begin(), lines.end());
    if (first.empty()) first = lines;
    EXPECT_EQ(lines, first);
  } while (std::next_permutation(rows.begin(), rows.end()));
  EXPECT_EQ(first.size(), 4u);
}

// 주) at the end of a name is a mark of a note, (주) is the name's own.
TEST(Mapper, LegalFormsBehindNamesAreNoMarksOfNotes) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 회사명 | 정원 | 현원 |
    | ---- |
    | 가나물류(주) | 42 | 40 |
    | 다라보안 주) | 18 | 12 |
    | 마바센터（주） | 8 | 6 |
  )")
                               .records),
              R"(
    headcount item category [가나물류(주)] authorized_headcount=42 actual_headcount=40
    headcount item category [다라보안] authorized_headcount=18 actual_headcount=12
    headcount item category [마바센터(주)] authorized_headcount=8 actual_headcount=6
  )");
}

}  // namespace
}  // namespace jangbu
