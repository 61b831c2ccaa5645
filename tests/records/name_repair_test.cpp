// Names that OCR misread, against the name that another table prints beside the same figures.
#include <gtest/gtest.h>

#include "audit/checked.h"
#include "dump.h"
#include "records/same_programme.h"

namespace jangbu {
namespace {

std::string names(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) out += joined(record.path, " > ") + "\n";
  return out;
}

std::string name_repairs(const Document& document) {
  std::string out;
  for (const Repair& repair : document.repairs) {
    if (repair.rule == "name_of_twin") out += drawing::as_lines({repair});
  }
  return out;
}

// A report with a table of one initiative and the list of all programmes; `name` is what the list prints for it.
std::string report(const std::string& name, const std::string& figures = "829,200 | 583,230 | 435,786",
                   const std::string& prose = "시민 제안의 실행을 위한 예산이다. 마을 제안 발굴 대회도 연다.") {
  return R"(
    Ⅰ. 시민 제안
    )" + prose +
         R"(
    (단위: 천원, ’21.8.13. 기준)
    | 사업명                 | 예산현액 | 원인행위액 | 지출액  |
    | ----                   |
    | 시민 제안 발굴 및 실행 | 829,200  | 583,230    | 435,786 |
    | 교육 지원              | 29,200   | 3,230      | 786     |

    Ⅱ. 세부사업별 예산집행 현황
    (단위: 천원, ’21.8.13. 기준)
    | 구분       | 예산현액 | 원인행위액 | 지출액  |
    | ----       |
    | 시민참여과 | 858,400  | 586,460    | 436,572 |
    | )" +
         name + " | " + figures + R"( |
    | 교육 지원  | 29,200   | 3,230      | 786     |
  )";
}

TEST(NameRepair, ADamagedWordIsPutRight) {
  const Processed report_ = checked(report("시민 제안 발굴 및 살행"));
  EXPECT_TEXT(name_repairs(report_.document), "name_of_twin: 시민 제안 발굴 및 살행 → 시민 제안 발굴 및 실행\n");
  EXPECT_TEXT(names(report_.records), R"(
    시민 제안 발굴 및 실행
    교육 지원
    시민참여과
    시민참여과 > 시민 제안 발굴 및 실행
    시민참여과 > 교육 지원
  )");
  EXPECT_EQ(finding_lines(report_.findings), "");
  const Record& record = report_.records[3];
  ASSERT_EQ(record.repairs.size(), 1U);
  EXPECT_TRUE(record.repairs[0].applied);
  EXPECT_GE(record.repairs[0].confidence, 0.9);
  EXPECT_LT(record.repairs[0].confidence, 1);
  // The source keeps its words, and the id is of them.
  const Table& table = report_.document.tables[record.table_index];
  EXPECT_EQ(table.cells[static_cast<std::size_t>(record.repairs[0].row) * 4].text, "시민 제안 발굴 및 살행");
  EXPECT_NE(record.id, checked(report("시민 제안 발굴 및 실행")).records[3].id);
}

TEST(NameRepair, RowsBelowADamagedNameFollow) {
  const Processed report_ = checked(R"(
    Ⅰ. 총괄
    마을공동체를 돕는다
    (단위: 천원, ’21.8.13. 기준)
    | 구분         | 예산현액  | 지출액  |
    | ----         |
    | 마을공동체과 | 858,400   | 436,572 |
    | 사회협력과   | 100,000   | 50,000  |

    Ⅱ. 세부
    (단위: 천원, ’21.8.13. 기준)
    | 구분       | 예산현액 | 지출액  |
    | ----       |
    | 마울공동체과 | 858,400 | 436,572 |
    | 제안       | 829,200  | 435,786 |
    | 교육 지원  | 29,200   | 786     |
  )");
  // Offices are subtotals: only rows of programmes are matched.
  EXPECT_EQ(name_repairs(report_.document), "");
}

TEST(NameRepair, ProposedOnlyWhereLettersDifferMuch) {
  const Processed report_ = checked(report("사민 재안 밸글 및 살행"));
  EXPECT_TEXT(name_repairs(report_.document), "name_of_twin proposed: 사민 재안 밸글 및 살행 → 시민 제안 발굴 및 실행\n");
  EXPECT_EQ(report_.records[3].name, "사민 재안 밸글 및 살행");
  EXPECT_FALSE(report_.records[3].repairs.back().applied);
}

TEST(NameRepair, OtherWordsAreNoDamage) {
  // Both names are made of words that stand elsewhere.
  EXPECT_EQ(name_repairs(checked(report("시민 제안 발굴 및 대회")).document), "");
  EXPECT_EQ(name_repairs(checked(report("시민 제안 발굴 및 실행 지원")).document), "");
  EXPECT_EQ(name_repairs(checked(report("시민제안 발굴 및 실행")).document), "");
  // Another spelling, even of words that stand nowhere else.
  EXPECT_EQ(name_repairs(checked(report("시민 제안 발굴 및 실행특별사업")).document), "");
  EXPECT_EQ(name_repairs(checked(report("맞춤형 시민 제안 발굴 및 실행")).document), "");
}

TEST(NameRepair, OtherFiguresAreAnotherProgramme) {
  EXPECT_EQ(name_repairs(checked(report("시민 제안 발굴 및 살행", "700,000 | 500,000 | 400,000")).document), "");
}

TEST(NameRepair, TwoCandidatesAlikeTellNothing) {
  const Processed report_ = checked(R"(
    Ⅰ. 센터 1권역 2권역
    (단위: 천원, ’21.8.13. 기준)
    | 사업명            | 예산현액 | 지출액 |
    | ----              |
    | 가권역 센터 운영  | 100,000  | 50,000 |
    | 나권역 센터 운영  | 100,000  | 50,000 |

    Ⅱ. 세부
    (단위: 천원, ’21.8.13. 기준)
    | 구분              | 예산현액 | 지출액 |
    | ----              |
    | 다퀀역 센터 운영  | 100,000  | 50,000 |
    | 교육 지원         | 29,200   | 786    |
  )");
  EXPECT_EQ(name_repairs(report_.document), "");
}

TEST(SameProgramme, AnotherSpellingIsMatchedAndItsDisagreementReported) {
  EXPECT_TEXT(finding_lines(checked(report("시민 제안 발굴 및 실행사업", "829,200 | 583,230 | 453,786")).findings), R"(
    sum warning t002 row 1 payment: prints 436572000, computed 454572000
    cross_table error t002 row 2 payment: prints 453786000, computed 435786000
  )");
}

TEST(SameProgramme, NamesThatAreOnlyAlikeAreNotCompared) {
  EXPECT_EQ(finding_lines(checked(R"(
    Ⅰ. 과제
    (단위: 천원, ’21.8.13. 기준)
    | 사업명           | 예산현액 | 원인행위액 | 지출액 |
    | ----             |
    | 가권역 센터 운영 | 100,000  | 60,000     | 50,000 |
    | 교육 지원        | 20,000   | 3,000      | 700    |

    Ⅱ. 세부
    (단위: 천원, ’21.8.13. 기준)
    | 구분             | 예산현액 | 원인행위액 | 지출액 |
    | ----             |
    | 나권역 센터 운영 | 100,000  | 60,000     | 45,000 |
    | 상담 지원        | 29,200   | 3,230      | 786    |
  )")
                              .findings),
            "");
}

constexpr const char* kInitiatives = R"(
  Ⅰ. 과제
  (단위: 천원, ’21.8.13. 기준)
  | 사업명   | 예산현액 | 원인행위액 | 지출액 |
  | ----     |
  | 교육사업 | 500,000  | 400,000    | 300,000 |
  | 상담사업 | 400,000  | 300,000    | 200,100 |
  | 시설사업 | 300,000  | 200,000    | 100,000 |
  | 안전사업 | 200,000  | 100,000    | 50,500  |
  | 공원사업 | 100,000  | 100,000    | 40,200  |

  Ⅱ. 세부
  (단위: 천원, ’21.8.13. 기준)
  | 구분     | ’20년 예산 | ’21년 예산 | 집행액 |
  | ----     |
)";

TEST(SameProgramme, ColumnsOfOtherNamesThatMostlyAgreeAreCompared) {
  const std::string rest =
      "| 교육사업 | 1 | 500,000 | 300,000 |\n| 상담사업 | 1 | 400,000 | 200,100 |\n| 시설사업 | 1 | 300,000 | 100,000 |\n| 안전사업 | 1 | "
      "200,000 | 50,500 |\n";
  EXPECT_EQ(finding_lines(checked(kInitiatives + rest + "| 공원사업 | 1 | 100,000 | 40,200 |\n").findings), "");
  EXPECT_TEXT(finding_lines(checked(kInitiatives + rest + "| 공원사업 | 1 | 100,000 | 42,000 |\n").findings),
              "cross_table error t002 row 5 execution: prints 42000000, computed 40200000\n");
}

TEST(SameProgramme, ColumnsThatMostlyDisagreeMeanOtherThings) {
  EXPECT_EQ(finding_lines(
                checked(std::string(kInitiatives) +
                        "| 교육사업 | 1 | 400,000 | 310,000 |\n| 상담사업 | 1 | 300,000 | 210,100 |\n| 시설사업 | 1 | 200,000 | 110,000 |\n"
                        "| 안전사업 | 1 | 200,000 | 50,500 |\n| 공원사업 | 1 | 100,000 | 40,200 |\n")
                    .findings),
            "");
}

}  // namespace
}  // namespace jangbu
