#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/heading.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

std::string shown_heading(std::string_view line) {
  const auto heading = heading_of(line);
  return heading ? std::to_string(heading->rank) + " " + shown(*heading) : "none";
}

TEST(Heading, ByItsNumber) {
  struct Case {
    const char* line;
    const char* heading;
  };
  constexpr Case kCases[] = {
      {"Ⅳ. 2021 세부사업별 예산집행 현황", "1 Ⅳ. 2021 세부사업별 예산집행 현황"},
      {"I. 일 반 현 황", "1 I. 일반현황"},
      {"제3장 재정 운용", "1 제3장. 재정 운용"},
      {"1. 시민이 주체가 되는 사회혁신 추진", "2 1. 시민이 주체가 되는 사회혁신 추진"},
      {"2019년도 가나기획관 예산현황", "2 2019년도 가나기획관 예산현황"},
      {"1 서울시민회의 구성·운영", "3 1 서울시민회의 구성·운영"},
      {"4|국내외 교류협력", "3 4 국내외 교류협력"},
      {"5ㅣ기부 및 사회협력 활성화", "3 5 기부 및 사회협력 활성화"},  // ㅣ, a vowel, for |
      {"3] 동북권 청년공간", "3 3 동북권 청년공간"},
      {"가. 추진배경", "4 가. 추진배경"},
      {"□ 사업개요", "5 □ 사업개요"},
      {"□ 조 직 : 1기획관 3담당관 8팀", "none"},
      {"│ 사업개요", "5 □ 사업개요"},
      {"\U000F02B1 향후계획", "5 □ 향후계획"},
      {"추진실적", "5 □ 추진실적"},
      {"향후 추진계획", "5 □ 향후 추진계획"},
      // sentences, lists and dates are none
      {"○ 위치 : 서울", "none"},
      {"1,997건 접수", "none"},
      {"2021. 9. 1.", "none"},
      {"1. 제안을 검토하였습니다.", "none"},
      {"3 4 5 6", "none"},
      {"1 2,000 3,000", "none"},
      {"□ 예산 19,618 8,049 집행", "none"},
      {"합계 300 200", "none"},
      {"", "none"},
  };
  for (const Case& c : kCases) EXPECT_EQ(shown_heading(c.line), c.heading) << c.line;
}

std::string outline(const std::vector<Section>& sections, int depth = 0) {
  std::string out;
  for (const Section& section : sections) {
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + std::to_string(section.level) + " " + (section.number.empty() ? "-" : section.number) + " " +
           section.title + "\n" + outline(section.children, depth + 1);
  }
  return out;
}

std::string path_of(const Table& table) {
  std::string out;
  for (const std::string& step : table.section) out += (out.empty() ? "" : " / ") + step;
  return out;
}

TEST(Sections, AreATreeAndTablesStandInIt) {
  Document document = drawing::drawn_document(R"(
    Ⅰ. 일반현황
    □ 예산
    | 가 | 1 |
    Ⅱ. 주요업무
    1 시민회의 운영
    □ 사업개요
    글
    □ 추진현황
    | 나 | 2 |
    2 공원 관리
    | 다 | 3 |
  )");
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅰ 일반현황
      2 □ 예산
    1 Ⅱ 주요업무
      2 1 시민회의 운영
        3 □ 사업개요
        3 □ 추진현황
      2 2 공원 관리
  )");
  EXPECT_EQ(path_of(document.tables[0]), "Ⅰ. 일반현황 / □ 예산");
  EXPECT_EQ(path_of(document.tables[1]), "Ⅱ. 주요업무 / 1 시민회의 운영 / □ 추진현황");
  EXPECT_EQ(path_of(document.tables[2]), "Ⅱ. 주요업무 / 2 공원 관리");
}

TEST(Sections, AListOfContentsIsNone) {
  Document document = drawing::drawn_document(R"(
    Ⅰ. 일반현황
    Ⅱ. 정책목표
    Ⅲ. 주요업무
    Ⅰ. 일반현황
    글
    Ⅱ. 정책목표
    | 가 | 1 |
  )");
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅰ 일반현황
    1 Ⅱ 정책목표
  )");
  EXPECT_EQ(path_of(document.tables[0]), "Ⅱ. 정책목표");
}

TEST(Sections, TwoHeadingsInARowAreNoList) {
  Document document = drawing::drawn_document(R"(
    Ⅰ. 일반현황
    Ⅱ. 주요업무
    글
  )");
  find_sections(document);
  EXPECT_EQ(document.sections.size(), 2u);
}

TEST(Sections, AnItemOfTheOverviewMayStandAsHeadingFurtherDown) {
  Document document = drawing::drawn_document(R"(
    1. 공원 사업
    - ① 안전한 공원 조성
    - ② 공원 이야기
    안전한 공원 조성
    | 가 | 1 |
  )");
  find_sections(document);
  EXPECT_EQ(path_of(document.tables[0]), "1. 공원 사업 / 안전한 공원 조성");
}

TEST(Sections, TheTitleOfAnAppendixNeedsNoNumber) {
  Document document = drawing::drawn_document(R"(
    Ⅲ. 주요업무
    1. 공원 사업
    글
    2019년도 가나기획관 예산현황
    | 가 | 1 |
  )");
  find_sections(document);
  EXPECT_EQ(path_of(document.tables[0]), "Ⅲ. 주요업무 / 2019년도 가나기획관 예산현황");
}

}  // namespace
}  // namespace jangbu
