// Which lines are headings by their numbers: one by one, and in series.
#include "normalize/heading.h"

#include <gtest/gtest.h>

#include "normalize/heading_series.h"

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
      {"제3장 재정 운용", "1 제3장 재정 운용"},
      {"제 2 절 추진체계", "2 제 2 절 추진체계"},
      {"제3관 산림 보전", "2 제3관 산림 보전"},
      {"1. 시민이 주체가 되는 사회혁신 추진", "2 1. 시민이 주체가 되는 사회혁신 추진"},
      {"2. 2023년 주요성과", "2 2. 2023년 주요성과"},
      {"3. 2024년 3월 개최", "none"},
      {"2019년도 가나기획관 예산현황", "2 2019년도 가나기획관 예산현황"},
      {"1 서울시민회의 구성·운영", "3 1 서울시민회의 구성·운영"},
      {"3 2025년 주요성과", "3 3 2025년 주요성과"},
      {"4│2026년도 중점 추진사업", "3 4 2026년도 중점 추진사업"},
      {"5 2025회계연도 결산", "3 5 2025회계연도 결산"},
      {"12 2025년 3월 개최", "none"},
      {"3 2,025 건", "none"},
      {"4|국내외 교류협력", "3 4 국내외 교류협력"},
      {"5ㅣ기부 및 사회협력 활성화", "3 5 기부 및 사회협력 활성화"},  // ㅣ, a vowel, for |
      {"3] 동북권 청년공간", "3 3 동북권 청년공간"},
      {"가. 추진배경", "4 가. 추진배경"},
      {"1. 연안 관리시설 확충 (프로그램: 연안재해 예방)", "2 1. 연안 관리시설 확충 (프로그램: 연안재해 예방)"},
      {"나. 수로 정비 (2021. 3. ~ 12., 위치 : 가나동)", "4 나. 수로 정비 (2021. 3. ~ 12., 위치 : 가나동)"},
      {"1. 위치 : 가나동 (프로그램: 연안재해 예방)", "none"},
      {"□ 사업개요", "5 □ 사업개요"},
      {"□ 조 직 : 1기획관 3담당관 8팀", "none"},
      {"│ 사업개요", "5 □ 사업개요"},
      {"\U000F02B1 향후계획", "5 □ 향후계획"},
      {"추진실적", "5 □ 추진실적"},
      {"향후 추진계획", "5 □ 향후 추진계획"},
      // numbers that other lines begin with as well: headings only where they are counted with
      {"Ⅱ-1. 마을버스 노선 개편", "none"},
      {"[2] 마을버스 노선 개편", "none"},
      {"과제 4. 마을버스 노선 개편", "none"},
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

// What lines of their own must prove: each of them a heading of rank 3 by its number.
TEST(Headings, InSeries) {
  const auto told = [](const std::vector<const char*>& lines) {
    std::vector<std::optional<BlockPiece>> pieces;
    for (const char* line : lines) pieces.push_back(BlockPiece{line, {}, {}, 0, false});
    std::string out;
    for (const auto& [b, heading] : headings_in_series(pieces)) out += heading.number + "|" + heading.title + "\n";
    return out;
  };
  EXPECT_EQ(told({"Ⅱ-1. 버스 노선", "글", "Ⅱ-2. 주차장 확충"}), "Ⅱ-1|버스 노선\nⅡ-2|주차장 확충\n");
  EXPECT_EQ(told({"1-1 버스 노선", "1-2 주차장 확충", "1-2-1 부설 주차장", "1-2-2 공영 주차장"}),
            "1-1|버스 노선\n1-2|주차장 확충\n1-2-1|부설 주차장\n1-2-2|공영 주차장\n");
  EXPECT_EQ(told({"2.1 버스 노선", "2.1.1 노선 조정", "2.2 주차장 확충"}), "2.1|버스 노선\n2.1.1|노선 조정\n2.2|주차장 확충\n");
  EXPECT_EQ(told({"[1] 버스 노선", "[2] 주차장 확충", "[1] 도서관", "[2] 체육관"}), "1|버스 노선\n2|주차장 확충\n1|도서관\n2|체육관\n");
  EXPECT_EQ(told({"전략과제 1 | 버스 노선", "전략과제 2 | 주차장 확충"}), "전략과제 1|버스 노선\n전략과제 2|주차장 확충\n");
  EXPECT_EQ(told({"정책 1 버스 노선", "1-1. 노선 조정", "정책 2 주차장"}), "정책 1|버스 노선\n1-1|노선 조정\n정책 2|주차장\n");
  // the first of a chapter that has no second
  EXPECT_EQ(told({"Ⅲ. 현안 과제", "Ⅲ-1. 버스 노선"}), "Ⅲ-1|버스 노선\n");
  // none: alone, out of turn, a picture's, a table's or an appendix's number, a sentence
  EXPECT_EQ(told({"3-2 생활권 공원 조성", "구간 2 공사 시행", "[4] 지방자치법", "3.1 운동 기념식"}), "");
  EXPECT_EQ(told({"표 1 예산 현황", "표 2 인력 현황", "그림 1 조직도", "그림 2 위치도", "붙임 1 세부 일정", "붙임 2 예산 내역"}), "");
  EXPECT_EQ(told({"[1] 버스 노선을 고쳤습니다.", "[2] 주차장을 늘렸습니다."}), "");
}

}  // namespace
}  // namespace jangbu
