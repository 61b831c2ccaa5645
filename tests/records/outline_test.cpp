// Outlines, drawn as text, and the records they give: "level [path below the initiative] period amounts".
#include "records/outline.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <set>
#include <tuple>

#include "built_in.h"
#include "dump.h"
#include "normalize/normalize.h"
#include "records/outline_lines.h"
#include "text/unfinished.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

std::vector<Record> items_of(const std::string& text, const std::string& type = "item") {
  std::vector<Record> out;
  for (Record& record : processed(text, "2021-08 가나국 주요업무보고.txt").records) {
    if (record.type == type) out.push_back(std::move(record));
  }
  return out;
}

std::string lines_of(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) {
    out += record.level + " [" + joined(record.path, " > ") + "]";
    if (record.line->period) out += " " + record.line->period->start + "…" + record.line->period->end;
    for (const Amount& amount : record.line->amounts) out += " " + std::to_string(amount.won);
    out += "\n";
  }
  return out;
}

constexpr const char* kReport = R"(Ⅲ. 주요 추진 현안업무

1 마을길 정비

낡은 길을 고쳐 누구나 걷기 좋은
마을을 만드는 사업

□ 사업개요

○ 기 간 : 2021. 5월 ~ 2022. 3월
○ 소요예산 : 656억원(국비26억, 시비 630억)
- (대상) 골목길 12곳

□ 추진실적

○ 주민 설명회 개최(’21.6.~8.)
- 의견 120건을
모아 설계에 반영
- 결과 공개(9월)
※ 설명회 자료는 누리집에 공개

□ 향후계획

○ 준공 : ’21. 12월

2 도서관 확충

□ 사업개요

○ 터 선정(3곳)

□ 향후계획

○ 설계 : ’22. 상반기
)";

TEST(Outline, GivesARecordForEachLineOfAnInitiative) {
  EXPECT_EQ(lines_of(items_of(kReport)),
            "initiative [마을길 정비]\n"
            "summary [마을길 정비 > 낡은 길을 고쳐 누구나 걷기 좋은 마을을 만드는 사업]\n"
            "overview [마을길 정비 > 사업개요 > 기간 : 2021. 5월 ~ 2022. 3월] 2021-05…2022-03\n"
            "overview [마을길 정비 > 사업개요 > 소요예산 : 656억원(국비26억, 시비 630억)] 65600000000\n"
            "overview [마을길 정비 > 사업개요 > 소요예산 : 656억원(국비26억, 시비 630억) > (대상) 골목길 12곳]\n"
            "result [마을길 정비 > 추진실적 > 주민 설명회 개최(’21.6.~8.)] 2021-06…2021-08\n"
            "result [마을길 정비 > 추진실적 > 주민 설명회 개최(’21.6.~8.) > 의견 120건을 모아 설계에 반영]\n"
            "result [마을길 정비 > 추진실적 > 주민 설명회 개최(’21.6.~8.) > 결과 공개(9월)] 2021-09…2021-09\n"
            "result [마을길 정비 > 추진실적 > 주민 설명회 개최(’21.6.~8.) > 결과 공개(9월) > 설명회 자료는 누리집에 공개]\n"
            "plan [마을길 정비 > 향후계획 > 준공 : ’21. 12월] 2021-12…2021-12\n"
            "initiative [도서관 확충]\n"
            "overview [도서관 확충 > 사업개요 > 터 선정(3곳)]\n"
            "plan [도서관 확충 > 향후계획 > 설계 : ’22. 상반기] 2022-01…2022-06\n");
}

TEST(Outline, TellsWhatALineStandsIn) {
  const auto records = items_of(kReport);
  EXPECT_EQ(records.at(4).line->above_id, records.at(3).id);
  EXPECT_EQ(records.at(3).line->above_id, records.at(0).id);
  EXPECT_EQ(records.at(0).line->above_id, "");
  EXPECT_EQ(joined(records.at(5).section, " / "), "Ⅲ. 주요 추진 현안업무 / 1 마을길 정비 / □ 추진실적");
  ASSERT_EQ(records.at(3).line->amounts.at(0).parts.size(), 2u);
  EXPECT_EQ(records.at(2).repairs.at(0).rule, "letter_spacing");
}

TEST(Outline, NeedsAChapterOrLabels) {
  // Prose with headings and bullets is no outline of initiatives …
  EXPECT_EQ(lines_of(items_of("Ⅰ. 조사 결과\n\n1. 이용 현황\n\n□ 이용자 수\n\n○ 늘어남\n- 조금\n\nⅡ. 결론\n\n○ 더 조사할 것\n")), "");
  // … unless the labels of initiatives stand there.
  EXPECT_EQ(lines_of(items_of("Ⅰ. 마을길 정비\n\n□ 사업개요\n\n○ 골목 12곳\n\n□ 향후계획\n\n○ 착공\n")),
            "initiative [마을길 정비]\noverview [마을길 정비 > 사업개요 > 골목 12곳]\nplan [마을길 정비 > 향후계획 > 착공]\n");
}

TEST(Outline, OfChaptersAsTheyAreCalled) {
  for (const char* chapter : {"2025년 중점 추진계획",
                              "신규·특수시책",
                              "결산검사 의견 및 조치계획",
                              "향후 개선과제",
                              "2026학년도 주요업무 추진계획",
                              "2026회계연도 중점추진과제",
                              "주요 개선과제",
                              "하반기 역점 추진계획",
                              "2026년 핵심 추진방향",
                              "중점 투자방향",
                              "중점 투자사업",
                              "주요 계속사업",
                              "주요사업 설명",
                              "2025학년도 2학기 중점 추진사항",
                              "부서별 투자사업",
                              "주요 사업별 성과",
                              "2026년 경영개선 계획",
                              "2025학년도 사업계획",
                              "공공의료사업 추진실적",
                              "사업실적"}) {
    EXPECT_EQ(lines_of(items_of(std::string("Ⅰ. 일반현황\n\n○ 조직\n\nⅡ. ") + chapter +
                                "\n\n1. 마을길 정비\n\n○ 골목 3곳\n\n2. 도서관 확충\n\n○ 터 선정\n")),
              "initiative [마을길 정비]\nline [마을길 정비 > 골목 3곳]\ninitiative [도서관 확충]\nline [도서관 확충 > 터 선정]\n")
        << chapter;
  }
  for (const char* other : {"2025년 추진여건", "결산검사위원 현황", "중점 관리기관", "재정 운용방향", "투자사업 총괄", "연차별 투자계획",
                            "사업별 예산", "주요 재정지표"}) {
    EXPECT_EQ(
        lines_of(items_of(std::string("Ⅰ. 일반현황\n\n○ 조직\n\nⅡ. ") + other + "\n\n1. 마을길\n\n○ 골목 3곳\n\n2. 도서관\n\n○ 터\n")), "")
        << other;
  }
}

TEST(Outline, TakesTheLinesOfAChapterWithoutHeadings) {
  EXPECT_EQ(lines_of(items_of("Ⅰ. 일반현황\n\n○ 조직\n\nⅡ. 2021년 주요업무 추진계획\n\n□ 말뭉치를 넓히고 고르게 다지는 일(3,180백만원)\n\n "
                              "ㅇ (향후 계획) 10월~\n   - 자료 정리\n\n□ "
                              "사전을 고치는 일 : 올해 안에\n\n ㅇ 표제어 정비\n\nⅢ. 예산\n\n○ 총괄\n")),
            "initiative [말뭉치를 넓히고 고르게 다지는 일(3,180백만원)] 3180000000\n"
            "plan [말뭉치를 넓히고 고르게 다지는 일(3,180백만원) > (향후 계획) 10월~] 2021-10…\n"
            "plan [말뭉치를 넓히고 고르게 다지는 일(3,180백만원) > (향후 계획) 10월~ > 자료 정리]\n"
            "initiative [사전을 고치는 일 : 올해 안에]\n"
            "line [사전을 고치는 일 : 올해 안에 > 표제어 정비]\n");
}

TEST(Outline, LeavesContentsTablesAndTheirCaptionsAlone) {
  const std::string text =
      "Ⅲ. 주요업무 보고\n\n1. 마을길 정비\n\n2. 도서관 확충\n\n3. 공원 조성\n\n1. 마을길 정비\n\n□ 추진실적\n\n○ 착공\n\n※ 예산집행 현황 "
      "(단위 : 천원, ’21.8.13. 기준)\n\n"
      "사업명\t예산현액\t지출액\n마을길\t1,000\t500\n\n□ 향후계획\n\n○ 준공\n";
  EXPECT_EQ(lines_of(items_of(text)),
            "initiative [마을길 정비]\nresult [마을길 정비 > 추진실적 > 착공]\nplan [마을길 정비 > 향후계획 > 준공]\n");
}

TEST(Outline, EndsAPartAtTheNextLineWithItsSignAndAChapterAtAnAppendix) {
  EXPECT_EQ(lines_of(items_of("Ⅳ. 현안 과제\n\n1. 사전 편찬\n\n□ 추진배경\n\n○ 수요 늘어남\n\n□ 새로운 과가 있어야 하는 까닭\n\n○ 사람이 "
                              "모자람\n\n□ 향후계획\n\n○ "
                              "협의\n\n[붙임] 일반 현황\n\n1. 연혁\n\n○ 1984. 5. 문을 엶\n")),
            "initiative [사전 편찬]\noverview [사전 편찬 > 추진배경 > 수요 늘어남]\nline [사전 편찬 > 새로운 과가 있어야 하는 까닭]\n"
            "line [사전 편찬 > 새로운 과가 있어야 하는 까닭 > 사람이 모자람]\nplan [사전 편찬 > 향후계획 > 협의]\n");
}

TEST(Outline, TakesBoldOffAndLeavesReferencesToNotes) {
  const auto records = items_of(
      "Ⅲ. 주요업무\n\n1 마을길 정비\n\n□ 추진실적\n\n○ **위** 치 : **골목** 12곳\n- 설계* 및 시공** 업체 선정\n\n□ 향후계획\n\n○ 준공\n");
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[1].name, "위치 : 골목 12곳");
  EXPECT_EQ(records[2].name, "설계* 및 시공** 업체 선정");
}

// As HWP has it: titles and the framed sentence below them in boxes, tables to the format.
TEST(Outline, ReadsTitlesAndSentencesInBoxes) {
  Document document;
  const auto line = [&](const std::string& text) {
    Block block;
    block.paragraph.text = text;
    document.blocks.push_back(block);
  };
  const auto box = [&](std::vector<std::string> cells) {
    Table table;
    table.rows = 1;
    table.columns = static_cast<int>(cells.size());
    for (std::string& text : cells) {
      Cell cell;
      cell.column = static_cast<int>(table.cells.size());
      cell.text = std::move(text);
      table.cells.push_back(std::move(cell));
    }
    Block block;
    block.kind = Block::Kind::kTable;
    block.table = document.tables.size();
    document.tables.push_back(std::move(table));
    document.blocks.push_back(std::move(block));
  };
  box({"우선 추진과제"});
  box({"1", "", " 창구 통합 "});
  line(" ○ 온라인 창구를 하나로");
  line("    * 2종 → 10종");
  box({"2", "", " 고지 전자화 "});
  box({"◆ 종이 고지를 줄여\n이웃과 나눔\n◆ 우편 비용 줄임"});
  line("□ 추진현황");
  line(" ○ 시범 실시");
  box({"다른 상자의 글"});
  line("□ 향후계획");
  line(" ○ 넓힘");
  box({"참고 1", "", "추진 전략"});
  line(" ○ 딸린 글");
  normalize(document);
  EXPECT_EQ(lines_of(read_outline(document, outline_lines(document), built_in_profile("item"))),
            "initiative [창구 통합]\nline [창구 통합 > 온라인 창구를 하나로]\nline [창구 통합 > 온라인 창구를 하나로 > 2종 → 10종]\n"
            "initiative [고지 전자화]\nsummary [고지 전자화 > 종이 고지를 줄여 이웃과 나눔]\nsummary [고지 전자화 > 우편 비용 "
            "줄임]\nresult [고지 전자화 > 추진현황 > 시범 실시]\n"
            "plan [고지 전자화 > 향후계획 > 넓힘]\n");
}

// Schemes of numbers and signs that other offices use: what stands over a line is told, whatever signs say so.
TEST(Outline, OfOtherSchemes) {
  const char* kWanted =
      "initiative [마을길 정비]\n"
      "overview [마을길 정비 > 사업개요 > 골목 3곳]\n"
      "overview [마을길 정비 > 사업개요 > 골목 3곳 > 주민 참여]\n"
      "plan [마을길 정비 > 향후계획 > 준공]\n"
      "initiative [도서관 확충]\n"
      "overview [도서관 확충 > 사업개요 > 터 선정]\n"
      "overview [도서관 확충 > 사업개요 > 터 선정 > 세 곳 비교]\n"
      "plan [도서관 확충 > 향후계획 > 설계]\n";
  struct Scheme {
    const char *first, *second, *overview, *plan, *line, *below;
  };
  constexpr Scheme kSchemes[] = {
      {"[1] ", "[2] ", "□ 사업개요", "□ 향후계획", "○ ", "- "},         {"Ⅰ-1. ", "Ⅰ-2. ", "■ 사업개요", "■ 향후계획", "◦ ", "· "},
      {"1-1 ", "1-2 ", "<사업개요>", "<향후계획>", "○ ", "- "},         {"1. ", "2. ", "[사업개요]", "[향후계획]", "○ ", "- "},
      {"과제 1. ", "과제 2. ", "▣ 사업개요", "▣ 향후계획", "● ", "• "}, {"1. ", "2. ", "【사업개요】", "【향후계획】", "(1) ", "(가) "},
  };
  for (const Scheme& s : kSchemes) {
    std::string text = "Ⅰ. 분야별 추진계획\n\n";
    for (const auto& [sign, title, one, two, three] : {std::tuple{s.first, "마을길 정비", "골목 3곳", "주민 참여", "준공"},
                                                       std::tuple{s.second, "도서관 확충", "터 선정", "세 곳 비교", "설계"}}) {
      text += std::string(sign) + title + "\n\n" + s.overview + "\n\n" + s.line + one + "\n" + s.below + two + "\n\n" + s.plan + "\n\n" +
              s.line + three + "\n\n";
    }
    EXPECT_EQ(lines_of(items_of(text)), kWanted) << text;
  }
}

// 1. over 가. over 1): headings of a corporation's report.
TEST(Outline, OfNumberedChapters) {
  const std::string lines =
      lines_of(items_of("1. 일반현황\n\n가. 연혁\n\n1) 설립\n\n2. 주요업무 추진계획\n\n가. 마을길 정비\n\n1) 사업개요\n\n가) 골목 3곳\n(1) "
                        "주민 참여\n\n2) 향후계획\n\n가) 준공\n\n"
                        "나. 도서관 확충\n\n1) 사업개요\n\n가) 터 선정\n\n2) 향후계획\n\n가) 설계\n"));
  EXPECT_NE(lines.find("[마을길 정비 > 사업개요 > 골목 3곳 > 주민 참여]"), std::string::npos) << lines;
  EXPECT_NE(lines.find("[도서관 확충 > 향후계획 > 설계]"), std::string::npos) << lines;
  EXPECT_EQ(lines.find("설립"), std::string::npos) << lines;
}

// The report that its cover names: all chapters may hold work, whatever they are called. A plan for one piece of work goes from 추진배경
// to 행정사항; chapters of nothing but lines are work where their title says so.
TEST(Outline, OfWhatTheCoverCallsAReport) {
  const std::string cover = "2024년 통학로 정비 종합계획\n\n2024. 5. 2.\n\n가나시\n\n";
  EXPECT_EQ(
      lines_of(items_of(cover + "Ⅰ. 추진배경\n\n○ 사고 증가\n\nⅡ. 통학로 정비\n\n○ 울타리 설치\n- 열 곳\n\nⅢ. 기대효과\n\n○ 사고 감소\n")),
      "initiative [추진배경]\nline [추진배경 > 사고 증가]\ninitiative [통학로 정비]\nline [통학로 정비 > 울타리 설치]\n"
      "line [통학로 정비 > 울타리 설치 > 열 곳]\ninitiative [기대효과]\nline [기대효과 > 사고 감소]\n");
  const std::string report = "2024년 주요업무 보고\n\n2024. 5. 2.\n\n가나국\n\n";
  EXPECT_EQ(lines_of(items_of(report + "1. 일반현황\n\n○ 정원 5명\n\n2. 2023년 주요성과\n\n○ 공원 준공\n\n3. 도시 가꾸기\n\n가. 마을길 "
                                       "정비\n\n○ 골목 3곳\n\n나. 도서관 확충\n\n○ 터 선정\n")),
            "initiative [2023년 주요성과]\nline [2023년 주요성과 > 공원 준공]\ninitiative [마을길 정비]\nline [마을길 정비 > 골목 3곳]\n"
            "initiative [도서관 확충]\nline [도서관 확충 > 터 선정]\n");
}

// In a paper on money the chapters between are figures and notes on them: those of work give initiatives, and those where lines tell of
// pieces of work, whatever they are called.
TEST(Outline, OfPapersOnMoney) {
  const std::string cover = "2025년도 제1회 추가경정예산안 개요\n\n2025. 5. 2.\n\n가나시\n\n";
  const std::string notes =
      "Ⅰ. 예산안 규모\n\n□ 회계별 예산\n\n○ 2,330억원, 지난해보다 늘어남\n\nⅡ. 세입예산\n\n1. 과목별 세입\n\n○ 지방세 늘어남\n\n";
  EXPECT_EQ(lines_of(items_of(cover + notes)), "");
  EXPECT_EQ(lines_of(items_of(cover + notes + "Ⅲ. 중점 투자사업\n\n□ 마을길 정비\n\n○ 골목 3곳\n\n□ 도서관 확충\n\n○ 터 선정\n")),
            "initiative [마을길 정비]\nline [마을길 정비 > 골목 3곳]\ninitiative [도서관 확충]\nline [도서관 확충 > 터 선정]\n");
  EXPECT_EQ(lines_of(items_of(cover + notes + "Ⅲ. 2024년 주요성과\n\n○ 골목 3곳\n")),
            "initiative [2024년 주요성과]\nline [2024년 주요성과 > 골목 3곳]\n");
  const std::string works =
      "initiative [제2공학관 신축]\noverview [제2공학관 신축 > 사업기간 : 2024 ~ 2028] 2024…2028\nline [제2공학관 신축 > 규모 : 7층]\n"
      "initiative [하천 정비]\nline [하천 정비 > 위치 : 다라동]\nline [하천 정비 > 공사기간 : 2025년] 2025…2025\n";
  const std::string below = "◦ 사업기간 : 2024 ~ 2028\n◦ 규모 : 7층\n\n", other = "◦ 위치 : 다라동\n◦ 공사기간 : 2025년\n\n";
  for (const auto& [first, second] : {std::pair{"가. ", "나. "}, std::pair{"1. ", "2. "}, std::pair{"□ ", "□ "}}) {
    EXPECT_EQ(
        lines_of(items_of(cover + notes + "Ⅲ. 연차별 소요\n\n" + first + "제2공학관 신축\n\n" + below + second + "하천 정비\n\n" + other)),
        works)
        << first;
  }
  // Two facts on one line; ◎ before the first heading of its chapter.
  const auto begins_with = [&](const std::string& text, const char* title) {
    return lines_of(items_of(cover + notes + text)).starts_with(std::string("initiative [") + title + "]\n");
  };
  EXPECT_TRUE(begins_with("Ⅲ. 적립금 현황\n\n1. 센터 증축\n\n○ 사업기간 : 2022 ~ 2026 / 사업규모 : 4층\n", "센터 증축"));
  EXPECT_TRUE(begins_with("Ⅲ. 2024년 주요성과\n\n◎ 건강 향상\n○ 관리\n◎ 대응체계 구축\n○ 점검\n\n1. 예산 집행현황\n\n○ 끝\n", "건강 향상"));
  // A house has a place and a size; only work has a time.
  EXPECT_EQ(lines_of(items_of(cover + notes +
                              "Ⅲ. 시설\n\n□ 본관\n\n◦ 위치 : 다라동\n◦ 규모 : 7층\n\n□ 별관\n\n◦ 위치 : 마바동\n◦ 면적 : 넓음\n")),
            "");
}

// A part whose name no list knows ends the part before it, where one count goes over both.
TEST(Outline, OfPartsThatAreCounted) {
  for (const std::array<const char*, 2> signs : {std::array{"가. ", "나. "}, std::array{"1) ", "2) "}, std::array{"(1) ", "(2) "}}) {
    const std::string lines = lines_of(items_of(std::string("Ⅰ. 주요업무 추진계획\n\n1. 마을길 정비\n\n") + signs[0] +
                                                "사업개요\n\n- 골목 3곳\n\n" + signs[1] + "주민 약속\n\n- 참여\n"));
    EXPECT_NE(
        lines.find("overview [마을길 정비 > 사업개요 > 골목 3곳]\nline [마을길 정비 > 주민 약속]\nline [마을길 정비 > 주민 약속 > 참여]\n"),
        std::string::npos)
        << lines;
  }
}

// Signs whose ranks a report turns round: ▶, (1) and ① over ○.
TEST(Outline, FollowsTheReportsOwnOrderOfSigns) {
  for (const std::array<const char*, 2> sign : {std::array{"▶ ", "▶ "}, std::array{"(1) ", "(2) "}, std::array{"① ", "② "}}) {
    std::string text = "Ⅰ. 주요업무 추진계획\n\n";
    for (const char* title : {"1. 마을길 정비", "2. 도서관 확충"})
      text += std::string(title) + "\n\n" + sign[0] + "골목 걷기\n○ 지도 제작\n○ 안내판 설치\n" + sign[1] +
              "골목 가꾸기\n○ 화분 배치\n- 주민 참여\n\n";
    const std::string lines = lines_of(items_of(text));
    EXPECT_NE(lines.find("[마을길 정비 > 골목 걷기 > 안내판 설치]"), std::string::npos) << lines;
    EXPECT_NE(lines.find("[도서관 확충 > 골목 가꾸기 > 화분 배치 > 주민 참여]"), std::string::npos) << lines;
  }
  // A dash in front of the first ○ turns nothing round.
  const std::string lines = lines_of(
      items_of("Ⅰ. 주요업무 추진계획\n\n1. 마을길 정비\n\n- 걷기 좋은 길\n○ 지도 제작\n- 안내판 설치\n○ 화분 배치\n- 주민 참여\n"));
  EXPECT_NE(lines.find("[마을길 정비 > 화분 배치 > 주민 참여]"), std::string::npos) << lines;
}

TEST(Unfinished, WhereMoreMustCome) {
  for (const char* text : {"숙의·공론하고,", "설치에 따른", "협약을", "예산 편성 및", "대상 (3종", "시민의", "과정을 열고", "내려받도록"})
    EXPECT_TRUE(unfinished(text)) << text;
  for (const char* text : {"협약 체결", "민관 협의", "우리 마을", "위원회 운영(3회)", "시민 참여", "성과 제고", "현황 보고", ""})
    EXPECT_FALSE(unfinished(text)) << text;
}

TEST(Outline, KeepsIdsWhereOnlyFiguresAndDatesChange) {
  std::string corrected = drawing::replaced(kReport, "656억원(국비26억, 시비 630억)", "660억원(국비 30억, 시비 630억)");
  corrected = drawing::replaced(corrected, "준공 : ’21. 12월", "준공 : ’22. 2월");
  const auto was = items_of(kReport), is = items_of(corrected);
  ASSERT_EQ(was.size(), is.size());
  for (std::size_t i = 0; i < was.size(); ++i) EXPECT_EQ(was[i].id, is[i].id) << is[i].name;
  EXPECT_NE(is[3].line->amounts[0].won, was[3].line->amounts[0].won);
}

TEST(Outline, CutsStepsOfPathsButNotNames) {
  std::string longer;
  while (longer.size() < 900) longer += "아주 긴 설명 ";
  const auto records = items_of("Ⅲ. 주요업무\n\n1 마을길 정비\n\n□ 사업개요\n\n○ " + longer + "끝\n- 아래\n\n□ 향후계획\n\n○ 준공\n");
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[1].name, longer + "끝");
  EXPECT_EQ(code_point_count(records[2].path[2]), kLongestStep);
}

// Any outline below an initiative: every line exactly once, in order; a line's path goes on from the path of the line above it,
// which is the nearest earlier line of a higher sign.
RC_GTEST_PROP(OutlineProperty, EveryLineStandsOnceBelowTheNearestHigherSign, ()) {
  static const char* const signs[] = {"○", "-", "･", "※"};
  std::string text = "Ⅲ. 주요업무\n\n1 마을길 정비\n\n□ 사업개요\n\n";
  std::vector<int> depths;
  const int count = *rc::gen::inRange(1, 30);
  for (int i = 0; i < count; ++i) {
    depths.push_back(*rc::gen::inRange(0, 4));
    text +=
        std::string(signs[depths.back()]) + " 할 일 " + std::string(static_cast<std::size_t>(i % 7 + 1), 'a') + std::to_string(i) + "호\n";
  }
  text += "\n□ 향후계획\n\n○ 마무리\n";
  const auto records = items_of(text);
  RC_ASSERT(records.size() == static_cast<std::size_t>(count) + 2);
  std::set<std::string> ids;
  for (const Record& record : records) RC_ASSERT(ids.insert(record.id).second);
  for (int i = 0; i < count; ++i) {
    const Record& record = records[static_cast<std::size_t>(i) + 1];
    RC_ASSERT(record.name.ends_with(std::to_string(i) + "호"));
    RC_ASSERT(record.line->order == i + 1);
    int above = i - 1;
    while (above >= 0 && depths[static_cast<std::size_t>(above)] >= depths[static_cast<std::size_t>(i)]) --above;
    RC_ASSERT(record.line->above == std::optional<std::size_t>(above < 0 ? 0 : static_cast<std::size_t>(above) + 1));
    RC_ASSERT(record.path.back() == record.name);
    RC_ASSERT(std::vector<std::string>(record.path.begin(), record.path.end() - 1) ==
              (above < 0 ? std::vector<std::string>{"마을길 정비", "사업개요"} : records[static_cast<std::size_t>(above) + 1].path));
  }
}

TEST(Outline, ReadsEveryPrefix) {
  const std::string text = kReport;
  for (std::size_t n = 1; n < text.size(); n += 5) {
    if ((static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) continue;  // half a character is no text
    for (const Record& record : items_of(text.substr(0, n))) {
      ASSERT_FALSE(record.path.empty());
      ASSERT_FALSE(record.id.empty());
    }
  }
}

TEST(Outline, TakesTimeThatGrowsWithTheDocument) {
  std::string text = "Ⅲ. 주요업무\n\n1 마을길 정비\n\n□ 사업개요\n\n";
  std::string longer;
  while (longer.size() < 3000) longer += "설명 ";
  for (int i = 0; i < 4000; ++i) text += (i % 200 == 0 ? "○ " : "- ") + (i % 200 == 0 ? longer : std::string("할 일")) + "\n";
  EXPECT_EQ(items_of(text + "□ 향후계획\n\n○ 끝\n").size(), 4002u);
}

// A chapter of results is work itself by whatever name, where it holds nothing but lines; within a chapter 시정성과 groups titles.
TEST(Outline, AChapterOfResultsWithNothingButLines) {
  for (const char* title : {"2024년 업무성과", "지난 2년 반 주요성과", "시정성과와 반성", "상반기 운영실적", "지난해 성과",
                            "주요 사업 추진결과", "주요 사업별 성과"}) {
    const auto records = items_of(
        std::string("주요업무보고\n\n2021. 8.\n\n가나국\n\nⅠ. 일반현황\n\n○ 정원 30명\n\nⅡ. ") + title +
        "\n\n○ 골목 3곳 정비\n- 조명 64개\n○ 도서관 개관\n\nⅢ. 추진계획\n\n1. 공원 조성\n\n○ 나무 심기\n\n2. 하천 정비\n\n○ 둑 쌓기\n");
    ASSERT_EQ(records.size(), 8u) << title;
    EXPECT_EQ(records[0].level, "initiative");
    EXPECT_EQ(records[0].path, std::vector<std::string>{title});
  }
  EXPECT_EQ(items_of("주요업무보고\n\n2021. 8.\n\n가나국\n\nⅠ. 인사말\n\n○ 반갑게 맞음\n\nⅢ. 추진계획\n\n1. 공원 조성\n\n○ 나무 심기\n\n2. "
                     "하천 정비\n\n○ 둑 쌓기\n")
                .size(),
            4u);
}

// The report's own order of signs: ◈ holds ■, • holds -.
TEST(Outline, SignsInTheOrderOfTheReport) {
  EXPECT_EQ(lines_of(items_of("주요업무보고\n\n2021. 8.\n\n가나국\n\nⅡ. 2024년 추진실적\n\n◈ 공원 조성\n■ 나무 심기\n· 3월\n■ 길 내기\n◈ "
                              "하천 정비\n■ 둑 쌓기\n◈ 시장 정비\n■ 지붕 씌우기\n")),
            "initiative [공원 조성]\nline [공원 조성 > 나무 심기]\nline [공원 조성 > 나무 심기 > 3월] 2024-03…2024-03\nline [공원 조성 > "
            "길 내기]\n"
            "initiative [하천 정비]\nline [하천 정비 > 둑 쌓기]\ninitiative [시장 정비]\nline [시장 정비 > 지붕 씌우기]\n");
  EXPECT_EQ(lines_of(items_of("주요업무보고\n\n2021. 8.\n\n가나국\n\nⅢ. 추진계획\n\n1. 공원 조성\n\n• 나무 심기\n- 느티나무\n• 길 내기\n- "
                              "흙길\n\n2. 하천 정비\n\n• 둑 쌓기\n- 돌둑\n• 다리 놓기\n")),
            "initiative [공원 조성]\nline [공원 조성 > 나무 심기]\nline [공원 조성 > 나무 심기 > 느티나무]\nline [공원 조성 > 길 "
            "내기]\nline [공원 조성 > 길 내기 > 흙길]\n"
            "initiative [하천 정비]\nline [하천 정비 > 둑 쌓기]\nline [하천 정비 > 둑 쌓기 > 돌둑]\nline [하천 정비 > 다리 놓기]\n");
}

// A title with nothing but a table below it is work, where it does not say what the table shows.
TEST(Outline, TitlesOverTablesAlone) {
  const auto under = [](const std::string& title) {
    return lines_of(items_of("Ⅰ. 일반현황\n\n○ 조직\n\nⅡ. 주요업무 추진계획\n\n1. 마을길 정비\n\n○ 골목 3곳\n\n2. " + title +
                             "\n\n| 지표 | 목표 |\n|---|---|\n| 고객만족 | 90 |\n\n3. 공원 조성\n\n○ 나무 심기\n"));
  };
  const std::string first = "initiative [마을길 정비]\nline [마을길 정비 > 골목 3곳]\n",
                    last = "initiative [공원 조성]\nline [공원 조성 > 나무 심기]\n";
  EXPECT_EQ(under("고객만족도 향상 대응"), first + "initiative [고객만족도 향상 대응]\n" + last);
  EXPECT_EQ(under("투자 확대"), first + "initiative [투자 확대]\n" + last);
  EXPECT_EQ(under("성과지표 달성 현황"), first + last);
  EXPECT_EQ(under("2025년 세출예산(안)"), first + last);
}

}  // namespace
}  // namespace jangbu
