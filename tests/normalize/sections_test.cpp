#include <gtest/gtest.h>

#include <array>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

std::string outline(const std::vector<Section>& sections, int depth = 0) {
  std::string out;
  for (const Section& section : sections) {
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + std::to_string(section.level) + " " +
           (section.number.empty() ? "-" : section.number) + " " + section.title + "\n" + outline(section.children, depth + 1);
  }
  return out;
}

// 절 stands below 장 and above numbers, counts of two below those that they begin with.
TEST(Sections, OfPartsAndCounts) {
  Document document =
      drawing::drawn_document("제1장 성과\n글\n제1절 경제\n1. 시장 정비\n글\n2. 창업 지원\n글\n제2절 복지\n1. 돌봄\n글\n제2장 계획\n글\n");
  find_sections(document);
  EXPECT_EQ(outline(document.sections),
            "1 제1장 성과\n  2 제1절 경제\n    3 1 시장 정비\n    3 2 창업 지원\n  2 제2절 복지\n    3 1 돌봄\n1 제2장 계획\n");
  Document counted =
      drawing::drawn_document("Ⅱ. 계획\n글\n정책 1 경제\n글\n1-1. 시장 정비\n글\n1-2. 창업 지원\n글\n정책 2 복지\n글\n2-1. 돌봄\n글\n");
  find_sections(counted);
  EXPECT_EQ(outline(counted.sections),
            "1 Ⅱ 계획\n  2 정책 1 경제\n    3 1-1 시장 정비\n    3 1-2 창업 지원\n  2 정책 2 복지\n    3 2-1 돌봄\n");
  Document decimal = drawing::drawn_document("2. 연구\n글\n2.1 양식\n글\n2.1.1 사료\n글\n2.1.2 수질\n글\n2.2 해양\n글\n3. 행정\n글\n");
  find_sections(decimal);
  EXPECT_EQ(outline(decimal.sections), "1 2 연구\n  2 2.1 양식\n    3 2.1.1 사료\n    3 2.1.2 수질\n  2 2.2 해양\n1 3 행정\n");
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

// ① over □ heads what stands below it; ① over ○ or - is a line of a list.
TEST(Sections, CircledTitlesOverBoxes) {
  const auto headings = [](const char* drawing) {
    Document document = drawing::drawn_document(drawing);
    find_sections(document);
    std::string out;
    for (const Block& block : document.blocks) {
      if (!block.heading.empty()) out += std::to_string(block.heading_level) + " " + block.heading + "\n";
    }
    return out;
  };
  EXPECT_EQ(headings(R"(
    Ⅱ. 주요업무
    1. 도서관 확충
    ① 가나도서관 신축
    □ 사업개요
    ○ 총사업비 : 100억원
    ② 다라도서관 증축
    ○ 설계 공모
    2. 공원 조성
  )"),
            "1 Ⅱ. 주요업무\n2 1. 도서관 확충\n3 ① 가나도서관 신축\n4 □ 사업개요\n3 ② 다라도서관 증축\n2 2. 공원 조성\n");
  EXPECT_EQ(headings(R"(
    Ⅱ. 주요업무
    1. 도서관 확충
    □ 사업개요
    ① 가나도서관 신축
    ○ 설계 공모
    ② 다라도서관 증축
    ③ 마바도서관 이전
    □ 향후계획
  )"),
            "1 Ⅱ. 주요업무\n2 1. 도서관 확충\n3 □ 사업개요\n3 □ 향후계획\n");
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

TEST(Sections, AContentsOpensNothingAndTellsChapters) {
  Document document = drawing::drawn_document(R"(
    보고순서
    Ⅰ. 기본현황 ········ 1
    Ⅱ. 주요업무 추진계획 ········ 3
    1. 공원 관리 ········ 4
    Ⅰ. 기본현황
    글
    Ⅱ. 주요업무 추진계획
    1. 공원 관리
    | 가 | 1 |
  )");
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅰ 기본현황
    1 Ⅱ 주요업무 추진계획
      2 1 공원 관리
  )");
  for (std::size_t b = 0; b < 4; ++b) EXPECT_TRUE(document.blocks[b].in_contents) << b;
}

// The number of a chapter that the contents lists is no part of its title.
TEST(Sections, OfChaptersThatTheContentsNames) {
  Document document = drawing::drawn_document(R"(
    순 서
    제 1 장 주요 사업별 성과
    제 2 장 이월과 불용을 줄일 개선 과제
    제 1 장 주요 사업별 성과
    글
    제 2 장 이월과 불용을 줄일 개선 과제
    글
  )");
  find_sections(document);
  EXPECT_EQ(outline(document.sections), "1 제 1 장 주요 사업별 성과\n1 제 2 장 이월과 불용을 줄일 개선 과제\n");
  Document bare =
      drawing::drawn_document("순 서\n제1장 주요 사업별 성과\n제2장 개선 과제\n제1장 주요 사업별 성과\n글\n제2장 개선 과제\n글\n");
  find_sections(bare);
  EXPECT_EQ(outline(bare.sections), "1 제1장 주요 사업별 성과\n1 제2장 개선 과제\n");
}

// The number stands on a line of its own above a title that the list named before.
TEST(Sections, AnAgendaOpensNothing) {
  Document document = drawing::drawn_document(R"(
    Ⅲ. 주요사업
    1. 공원 관리 지원
    2. 하천 정비 사업
    1
    공원 관리 지원
    ○ 나무 심기
    2
    하천 정비 사업
    ○ 둑 쌓기
    3
    ○ 쪽 번호는 아무것도 열지 않음
  )");
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅲ 주요사업
      2 1 공원 관리 지원
      2 2 하천 정비 사업
  )");
}

// Whole lines in brackets over titles that count anew; what leads into a list is a label, what leads into a table its caption.
TEST(Sections, OfGroupsInBrackets) {
  Document document = drawing::drawn_document(R"(
    Ⅱ. 추진상황
    【 총 무 과 】
    1. 직원 교육
    <사업개요>
    ○ 대상 30명
    2. 기록 관리
    <사업개요>
    ○ 대상 3만 권
    【 회계과 】
    1. 청사 관리
    < 예산 현황 >
    | 가 | 1 |
    < 지출 현황 >
    | 나 | 2 |
  )");
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅱ 추진상황
      2 - 총무과
        3 1 직원 교육
        3 2 기록 관리
      2 - 회계과
        3 1 청사 관리
  )");
  // of other brackets and numbers
  for (const auto& [open, close, first, second] :
       {std::array{"≪", "≫", "가. ", "나. "}, std::array{"[", "]", "1 ", "2 "}, std::array{"《", "》", "1. ", "2. "}}) {
    const std::string one = first, two = second;
    Document other = drawing::drawn_document("Ⅲ. 주요업무\n" + std::string(open) + "총무과" + close + "\n" + one + "직원 교육\n글\n" + two +
                                             "기록 관리\n글\n" + open + "회계과" + close + "\n" + one + "청사 관리\n글\n");
    find_sections(other);
    ASSERT_EQ(other.sections.size(), 1u) << open;
    ASSERT_EQ(other.sections.front().children.size(), 2u) << open;
    EXPECT_EQ(other.sections.front().children[1].title, "회계과");
    EXPECT_EQ(other.sections.front().children[0].children.size(), 2u);
  }
  // one alone is none
  Document alone = drawing::drawn_document("Ⅲ. 주요업무\n【 총무과 】\n1. 직원 교육\n글\n2. 기록 관리\n글\n");
  find_sections(alone);
  EXPECT_EQ(outline(alone.sections), "1 Ⅲ 주요업무\n  2 1 직원 교육\n  2 2 기록 관리\n");
}

// A border parts number and title, whatever the title begins with; in text too, where the box became bars.
TEST(Sections, OfNumbersInABoxOfTheirOwn) {
  Document document = drawing::drawn_document(R"(
    Ⅲ. 주요업무
    | 1 | 119 구급 서비스 |
    글
    | 2 | 2025년 업무성과 |
    글
    | 3 | 3,500 |
    글
  )");
  ASSERT_EQ(document.tables.size(), 3u);
  find_sections(document);
  EXPECT_EQ(outline(document.sections), "1 Ⅲ 주요업무\n  2 1 119 구급 서비스\n  2 2 2025년 업무성과\n");
  Document text;
  for (const char* line : {"| Ⅱ | 3대 전략 |", "글", "| 1 | 119 구급 서비스 |", "글", "| 과제 1. 1인 가구 |", "글", "| 과제 2. 2차 산업 |",
                           "글", "| 가 | 나 | 다 |"}) {
    Block block;
    block.paragraph.text = line;
    text.blocks.push_back(block);
  }
  find_sections(text);
  EXPECT_EQ(outline(text.sections), "1 Ⅱ 3대 전략\n  2 1 119 구급 서비스\n");
}

// A box around a circled number and its title does what larger type does elsewhere; one with more cells is a table's row.
TEST(Sections, OfCircledNumbersInABox) {
  for (const auto& [one, two] : {std::pair{"①", "②"}, std::pair{"❶", "❷"}, std::pair{"➊", "➋"}, std::pair{"➀", "➁"}}) {
    Document document =
        drawing::drawn_document("Ⅳ. 추진계획\n전략 1 읽는 도시\n| " + std::string(one) + " 분관 신축 |\n○ 터 선정\n| " + two +
                                " 열람 공간 |\n○ 책상 교체\n전략 2 배우는 도시\n| " + one + " 독서 교실 |\n○ 강사 모집\n");
    find_sections(document);
    EXPECT_EQ(outline(document.sections), "1 Ⅳ 추진계획\n  2 전략 1 읽는 도시\n    3 " + std::string(one) + " 분관 신축\n    3 " + two +
                                              " 열람 공간\n  2 전략 2 배우는 도시\n    3 " + one + " 독서 교실\n");
  }
}

// Lines of the sign that this report puts above □ are its titles.
TEST(Sections, OfASignAboveBoxes) {
  Document document =
      drawing::drawn_document("Ⅱ. 성과\n◈ 공원 조성\n■ 나무 심기\n■ 길 내기\n◈ 하천 정비\n■ 둑 쌓기\n○ 3월\n◈ 시장 정비\n■ 지붕\n");
  find_sections(document);
  EXPECT_EQ(outline(document.sections), "1 Ⅱ 성과\n  2 ◈ 공원 조성\n  2 ◈ 하천 정비\n  2 ◈ 시장 정비\n");
}

// Without sizes of type a line that the contents names word by word is what it names.
TEST(Sections, OfTitlesThatTheContentsNames) {
  Document document = drawing::drawn_document(R"(
    보고드릴 순서
    1. 기획예산실 ······ 1
    2. 농업정책과 ······ 4
    기획예산실
    1 공약 점검
    글
    농업정책과
    1 청년 농업인
    글
  )");
  find_sections(document);
  EXPECT_EQ(outline(document.sections), "1 1 기획예산실\n  2 1 공약 점검\n1 2 농업정책과\n  2 1 청년 농업인\n");
}

// Lines as a page has them: text, size, left border and top.
struct Placed {
  const char* text;
  double size, x, y;
  int page = 1;
};

Document placed_document(const std::vector<Placed>& lines) {
  Document document;
  for (const Placed& line : lines) {
    Block block;
    block.paragraph.text = line.text;
    block.paragraph.font_size = line.size;
    block.paragraph.page = line.page;
    block.paragraph.bbox =
        Box{line.x, line.y, line.x + line.size * static_cast<double>(std::string_view(line.text).size()) / 3, line.y + line.size};
    document.blocks.push_back(block);
  }
  return document;
}

// Neither contents nor numbered chapters: bars count from the second page on, and one may lead to another in smaller type.
TEST(Sections, OfBarsWithoutAnyNumber) {
  Document document = placed_document({{"가나재단", 24, 60, 60},
                                       {"상반기 실적", 22, 60, 60, 2},
                                       {"마을길 정비", 17, 60, 100, 2},
                                       {"○ 골목 3곳", 13, 60, 130, 2},
                                       {"도서관 확충", 17, 60, 160, 2},
                                       {"○ 터 선정", 13, 60, 190, 2},
                                       {"하반기 계획", 22, 60, 60, 3},
                                       {"체육관 개관", 17, 60, 100, 3},
                                       {"○ 시설 점검", 13, 60, 130, 3}});
  find_sections(document);
  EXPECT_EQ(outline(document.sections), "1 - 상반기 실적\n  2 - 마을길 정비\n  2 - 도서관 확충\n1 - 하반기 계획\n  2 - 체육관 개관\n");
}

TEST(Sections, LargerTypeStandsAboveSmaller) {
  Document document = placed_document({{"Ⅱ. 추진실적", 24, 60, 60},
                                       {"1", 18, 60, 100},
                                       {"건강 분야", 18, 90, 100},
                                       {"의료 기능 강화", 16, 60, 130},
                                       {"○ 부지 매입", 14, 60, 150},
                                       {"○ 설계 완료", 14, 60, 170},
                                       {"건강한 환경 조성", 16, 60, 190},
                                       {"○ 걷기 교실", 14, 60, 210},
                                       {"2", 18, 60, 240},
                                       {"위생 분야", 18, 90, 240},
                                       {"15 분 거리에 있는 곳", 14, 60, 260},
                                       {"○ 점검", 14, 60, 280}});
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅱ 추진실적
      2 1 건강 분야
        3 - 의료 기능 강화
        3 - 건강한 환경 조성
      2 2 위생 분야
  )");
}

// A long title is set smaller to fit on its line: its number says that it stands beside the one before.
TEST(Sections, NumbersThatFollowEachOtherStandSideBySide) {
  Document document = placed_document({{"Ⅳ. 추진계획", 24, 60, 60},
                                       {"1. 살기 좋은 곳", 30, 60, 100, 2},
                                       {"1", 20, 60, 60, 3},
                                       {"공원 관리", 20, 90, 60, 3},
                                       {"○ 나무 심기", 14, 60, 100, 3},
                                       {"2", 20, 60, 60, 4},
                                       {"아주 긴 제목의 하천 정비", 17, 90, 60, 4},
                                       {"○ 둑 쌓기", 14, 60, 100, 4},
                                       {"3", 20, 60, 60, 5},
                                       {"숲 가꾸기", 20, 90, 60, 5},
                                       {"○ 길 내기", 14, 60, 100, 5}});
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅳ 추진계획
      2 1 살기 좋은 곳
        3 1 공원 관리
        3 2 아주 긴 제목의 하천 정비
        3 3 숲 가꾸기
  )");
}

// 2-1 below 2. in the type of the body, or smaller: the numbers that follow each other tell.
TEST(Sections, NumbersWithTheirSectionsWhateverTheirType) {
  for (const double size : {14.0, 12.0, 18.0}) {
    Document document = placed_document({{"Ⅲ. 추진계획", 24, 60, 60},
                                         {"1. 살기 좋은 곳", 18, 60, 100},
                                         {"1-1 공원 관리", size, 60, 130},
                                         {"○ 나무 심기", 14, 60, 150},
                                         {"1-2 숲 가꾸기", size, 60, 170},
                                         {"○ 길 내기", 14, 60, 190},
                                         {"2. 안전한 곳", 18, 60, 220},
                                         {"2-1 둑 쌓기", size, 60, 250},
                                         {"○ 점검 4-1 구간", 14, 60, 270}});
    find_sections(document);
    EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅲ 추진계획
      2 1 살기 좋은 곳
        3 1-1 공원 관리
        3 1-2 숲 가꾸기
      2 2 안전한 곳
        3 2-1 둑 쌓기
  )");
  }
}

// 추진전략 1 holds 1. and 2., 추진전략 2 what counts on from there.
TEST(Sections, WordsThatCountStandAboveNumbersThatCountOn) {
  Document document = placed_document({{"Ⅲ. 중점 추진과제", 24, 60, 60},
                                       {"추진전략 1 살기 좋은 곳", 18, 60, 100},
                                       {"1. 공원 관리", 18, 60, 130},
                                       {"○ 나무 심기", 14, 60, 150},
                                       {"2. 숲 가꾸기", 18, 60, 170},
                                       {"○ 길 내기", 14, 60, 190},
                                       {"추진전략 2 안전한 곳", 18, 60, 220},
                                       {"3. 둑 쌓기", 18, 60, 250},
                                       {"○ 점검", 14, 60, 270},
                                       {"4. 길 고치기", 18, 60, 290},
                                       {"○ 포장", 14, 60, 310}});
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅲ 중점 추진과제
      2 추진전략 1 살기 좋은 곳
        3 1 공원 관리
        3 2 숲 가꾸기
      2 추진전략 2 안전한 곳
        3 3 둑 쌓기
        3 4 길 고치기
  )");
}

TEST(Sections, ASentenceRightBelowATitleIsNone) {
  Document document = placed_document({{"Ⅲ. 주요업무", 24, 60, 60},
                                       {"1 공원 관리", 20, 60, 100},
                                       {"누구나 걷기 좋은 공원을 만들고 가꿈", 16, 60, 130},
                                       {"○ 나무 심기", 14, 60, 160}});
  find_sections(document);
  EXPECT_TEXT(outline(document.sections), R"(
    1 Ⅲ 주요업무
      2 1 공원 관리
  )");
}

// A tag beside a title is none of it where a list prints the title alone; a row of figures is no such list.
TEST(Sections, TagsBesideTitles) {
  const auto titles = [](const char* row) {
    Document document = drawing::drawn_document(std::string("Ⅲ. 주요업무\n글\n\n") + row +
                                                "\n1. 동부하수처리시설 증설사업\n글\n2. 서부하수처리시설 점검\n글\n");
    find_sections(document);
    return outline(document.sections);
  };
  EXPECT_TEXT(titles("| 시설 | 처리량 |\n| ---- |\n| 동부하수처리시설 | 1,200 |\n| 서부하수처리시설 | 900 |\n"), R"(
    1 Ⅲ 주요업무
      2 1 동부하수처리시설 증설사업
      2 2 서부하수처리시설 점검
  )");
  EXPECT_TEXT(titles("| 과제 | 담당 |\n| ---- |\n| 동부하수처리시설 | 가나과 |\n| 서부하수처리시설 | 다라과 |\n"), R"(
    1 Ⅲ 주요업무
      2 1 동부하수처리시설
      2 2 서부하수처리시설
  )");
}

TEST(Sections, ATableInACellStandsWhereItsHolderDoes) {
  Document document = drawing::drawn_document("Ⅲ. 주요업무\n글\n1. 가나 신축\n| 사업비 | 가 |\n| ---- |\n| 나 | 다 |\n");
  document.tables.push_back(drawing::drawn_table("    | 구분 | 총사업비 |\n    | ---- |\n    | 계 | 30 |\n"));
  document.tables.front().cells.front().tables = {"1"};
  find_sections(document);
  EXPECT_EQ(path_of(document.tables.back()), path_of(document.tables.front()));
  EXPECT_EQ(path_of(document.tables.back()), "Ⅲ. 주요업무 / 1. 가나 신축");
  // What names no table is passed over.
  document.tables.front().cells.front().tables = {"7", "x", "-1", "99999999999999999999"};
  document.tables.back().section.clear();
  find_sections(document);
  EXPECT_EQ(path_of(document.tables.back()), "");
}

// 현안 1, and 현안 2 behind it: headings in the type of the text, since the numbers say enough.
TEST(Sections, CountedWithAWordInTheTypeOfTheText) {
  const auto found = [](const char* second) {
    Document document = placed_document({{"Ⅳ. 주요 현안", 18, 60, 60},
                                         {"현안 1 노후 시설 정비", 12, 60, 100},
                                         {"○ 118개소", 12, 70, 120},
                                         {second, 12, 60, 160},
                                         {"○ 3건", 12, 70, 180}});
    find_sections(document);
    return outline(document.sections);
  };
  EXPECT_EQ(found("현안 2 안전사고 재발 방지"), "1 Ⅳ 주요 현안\n  2 현안 1 노후 시설 정비\n  2 현안 2 안전사고 재발 방지\n");
  EXPECT_EQ(found("현안 4 안전사고 재발 방지"), "1 Ⅳ 주요 현안\n");
}

}  // namespace
}  // namespace jangbu
