// Lists of duties, in tables and as lines, and the records they give.
#include "records/duties.h"

#include <gtest/gtest.h>

#include "built_in.h"
#include "dump.h"

namespace jangbu {
namespace {

std::string duties(const std::string& text) {
  std::string out;
  for (const Record& record : processed(text, "2021-08 가나국 주요업무보고.txt").records) {
    if (record.type == "duty") out += joined(record.path, " > ") + "\n";
  }
  return out;
}

constexpr const char* kExpected = "총무과 > 문서 관리\n총무과 > 직원 교육, 복지\n재정과 > 예산 편성\n재정과 > 결산\n";

TEST(Duties, OfATableOfUnits) {
  EXPECT_EQ(duties("□ 부서별 주요기능\n\n부 서\t주 요 업 무\n총 무 과\t○ 문서 관리 ○ 직원 교육, 복지\n재 정 과\t○ 예산 편성 ○ 결산\n"),
            kExpected);
  EXPECT_EQ(
      duties("| 부서 | 주요업무 |\n|---|---|\n| 총무과 | ･ 문서 관리<br>･ 직원 교육,<br>복지 |\n| 재정과 | - 예산 편성<br>- 결산 |\n"),
      kExpected);
}

TEST(Duties, OfAListOfUnits) {
  EXPECT_EQ(duties("부서별 주요업무\n\n부 서 주 요 업 무\n\n총 무 과\n\n･ 문서 관리\n\n･ 직원 교육, 복지\n\n재정과\n\n･ 예산 편성\n\n･ "
                   "결산\n\n□ 예산 현황\n\n○ 세출\n"),
            kExpected);
  EXPECT_EQ(
      duties("Ⅱ. 분장사무\n\n○ 총무과\n- 문서 관리\n- 직원 교육, 복지\n○ 재정과\n- 예산 편성\n- 결산\n\nⅢ. 예산\n\n○ 재정과\n- 많음\n"),
      kExpected);
}

TEST(Duties, OfNothingElse) {
  EXPECT_EQ(duties("구분\t주요내용\n1단계\t○ 설계 ○ 공사\n2단계\t○ 준공\n"), "");
  EXPECT_EQ(duties("구분\t주요업무\n상반기\t○ 설계 ○ 공사\n하반기\t○ 준공\n"), "");
  EXPECT_EQ(duties("□ 주요업무\n\n총무과는 문서를 맡는다\n\n○ 예산\n"), "");
}

TEST(Duties, KeepTheirIdsFromTableToList) {
  const auto ids = [](const std::string& text) {
    std::vector<std::string> out;
    for (const Record& record : processed(text, "2021-08 가나국 주요업무보고.txt").records) {
      if (record.type == "duty") out.push_back(record.id);
    }
    return out;
  };
  EXPECT_EQ(ids("Ⅰ. 일반현황\n\n□ 부서별 주요업무\n\n부 서\t주 요 업 무\n총무과\t○ 문서 관리 ○ 교육\n재정과\t○ 결산\n"),
            ids("Ⅰ. 일반현황\n\n□ 부서별 주요업무\n\n총무과\n\n･ 문서 관리\n\n･ 교육\n\n재정과\n\n･ 결산\n"));
}

}  // namespace
}  // namespace jangbu
