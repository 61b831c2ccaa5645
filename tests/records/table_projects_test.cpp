// Whose costs a table tells.
#include "records/table_projects.h"

#include <gtest/gtest.h>

#include <iterator>

#include "records/identity.h"
#include "records/line_records.h"
#include "records/mapped.h"

namespace jangbu {
namespace {

// The project that the records of costs tell, each once, parted by |.
std::string projects_of(std::string_view drawing) {
  Mapped m = mapped(drawing, 2026);
  name_tables(m.document);
  name_records(m.document, m.records);
  std::vector<Record> lines = read_line_records(m.document, built_in().profiles, "report");
  std::move(lines.begin(), lines.end(), std::back_inserter(m.records));
  name_projects(m.document, built_in().profiles, built_in().lexicon, m.records);
  std::string out, last = "none";
  for (const Record& record : m.records) {
    if (record.type != "project_cost" || record.project == last) continue;
    out += (out.empty() ? "" : " | ") + record.project;
    last = record.project;
  }
  return out;
}

constexpr const char* kSources = R"(
    (단위 : 억원)
    | 재원 | 총사업비 | ’24년까지 | ’25년 | ’26년 이후 |
    | ---- |
    | 계   | 100 | 20 | 30 | 50 |
    | 국비 | 60  | 12 | 18 | 30 |
    | 시비 | 40  | 8  | 12 | 20 |
)";

TEST(TableProjects, TheItemWhoseCostsStandAboveTheTable) {
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 시설 현대화
    □ 가나동 현대화 사업
    ○ 기간 : 2024년 3월 ~ 2029년 12월
    ○ 사업비 : 100억원(국비 60, 시비 40)
  )") + kSources),
            "가나동 현대화 사업");
}

TEST(TableProjects, LinesAboutOtherThingsMayStandBetween) {
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 시설 현대화
    □ 다라시스템 고도화
    ○ 총사업비 : 100억원
    - 국비 60, 시비 40
    ○ 추진경과
    - 기본설계 완료(3월)
  )") + kSources),
            "다라시스템 고도화");
}

TEST(TableProjects, TimeAndSizeAreOfAProjectToo) {
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 도로 환경
    □ 가나교차로 개선
    ○ 사업기간 : 2025년 ~ 2028년
    ○ 사업량 : 교차로 14개소
    <재원별 투자계획>
  )") + kSources),
            "가나교차로 개선");
}

TEST(TableProjects, TheInitiativeItself) {
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 마바공원 조성
    □ 사업개요
    ○ 위치 : 마바동 12
    ○ 사업비 : 100억원
  )") + kSources),
            "마바공원 조성");
}

// A line that names the project speaks before the item that it stands below.
TEST(TableProjects, ALineThatNamesIt) {
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 공공의료 기반 강화
    □ 사업개요
    ○ 사업명 : 가나신도시 보건지소 신축
    ○ 규모 : 부지 2,100㎡, 지상 3층
  )") + kSources),
            "가나신도시 보건지소 신축");
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 도로 환경
    ○ 사 업 명 : 다라길 확장
    ○ 사업비 : 100억원
  )") + kSources),
            "다라길 확장");
  // The nearer of two; one below another item names nothing here.
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 도로 환경
    ○ 세부사업명 : 마바길 확장
    ○ 세부사업명 : 사아길 확장
  )") + kSources),
            "사아길 확장");
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 도로 환경
    □ 지난 사업
    ○ 사업명 : 마바길 확장
    □ 올해 사업
    ○ 대상 : 시민
  )") + kSources),
            "");
}

TEST(TableProjects, TheTitleOfTheTable) {
  EXPECT_EQ(projects_of(std::string("    <무루항 정비사업 투자계획>\n") + kSources), "무루항 정비사업");
  EXPECT_EQ(projects_of(std::string("    ○ 가나 복합단지 건립 연차별 투자계획\n") + kSources), "가나 복합단지 건립");
  EXPECT_EQ(projects_of(std::string("    【다라길 확장공사 재원별 사업비】\n") + kSources), "다라길 확장공사");
}

// 재원 over labels or in the title: whatever the rows are called. A stage is a part of the name. 재원별 투자현황 beside 사업개요 is of one
// thing.
TEST(TableProjects, OfSourcesOfAnyName) {
  constexpr const char* kBonds = R"(
    (단위 : 억원)
    | 재원 | 총사업비 | ’25년 | ’26년 이후 |
    | ---- |
    | 계     | 100 | 50 | 50 |
    | 공사채 | 60  | 30 | 30 |
    | 자체자금 | 40  | 20 | 20 |
)";
  EXPECT_EQ(projects_of(std::string("    < 가나거점 조성 3단계 재원 계획 >\n") + kBonds), "가나거점 조성 3단계");
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 가나부두 건설
    □ 사업개요
    ○ 총사업비 : 100억원
    □ 재원별 투자현황
  )") + kBonds),
            "가나부두 건설");
}

// Nothing is told where nothing is said of costs, or where the words of a title are those of any table.
TEST(TableProjects, NobodyGuesses) {
  EXPECT_EQ(projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    1. 시설 현대화
    □ 가나동 운영
    ○ 기간 : 2024년 3월 ~ 2029년 12월
  )") + kSources),
            "");
  EXPECT_EQ(projects_of(std::string("    <주요사업 투자계획>\n") + kSources), "");
  EXPECT_EQ(projects_of(std::string("    <연도별 투자계획>\n") + kSources), "");
}

// Rows that are projects themselves say so by their own labels.
TEST(TableProjects, AListOfProjectsHasOneEach) {
  EXPECT_EQ(projects_of(R"(
    Ⅱ. 2026년 주요업무계획
    1. 도로 정비
    ○ 사업비 : 100억원
    (단위 : 억원)
    | 사업명 | 총사업비 | ’25년까지 | ’26년 이후 |
    | ---- |
    | 가나길 | 60 | 20 | 40 |
    | 다라길 | 40 | 10 | 30 |
  )"),
            "");
}

// A plan over some years is what the figures are of, by all of its name.
TEST(TableProjects, APlanOverYearsNamesItself) {
  for (const char* title :
       {"〈무루관 무대 개선 3개년 계획〉", "<무루관 무대 개선 3개년 계획> (단위 : 억원)", "○ 무루관 무대 개선 3개년 계획"})
    EXPECT_EQ(projects_of(std::string("    ") + title + "\n" + kSources), "무루관 무대 개선 3개년 계획") << title;
  EXPECT_EQ(projects_of(std::string("    ○ 연차별 투자계획\n") + kSources), "");
}

// A line right above the table that is nothing but a name.
TEST(TableProjects, ALineThatIsANameNamesTheProject) {
  for (const char* line :
       {"○ 무루관 거점센터 조성 (2024~2027, 연면적 6,820㎡)", "- 무루관 거점센터 조성", "ㅇ 무루관 거점센터 조성 (사업기간 : 2024~2027년)"})
    EXPECT_EQ(
        projects_of(std::string("    Ⅱ. 2026년 주요업무계획\n    1. 거점 조성\n    ○ 연차별 투자계획\n    ") + line + "\n" + kSources),
        "무루관 거점센터 조성")
        << line;
  EXPECT_EQ(projects_of(std::string("    Ⅱ. 2026년 주요업무계획\n    1. 거점 조성\n    - 무루항 건설 2단계\n") + kSources),
            "무루항 건설 2단계");
  // Sentences, works that all its words are known of, and a name that another table parts from this one.
  for (const char* line : {"○ 거점센터 2개소를 차질 없이 조성", "○ 민간에서 무루관 조성", "○ 주요사업", "○ 무루관 거점센터 운영"})
    EXPECT_EQ(projects_of(std::string("    Ⅱ. 2026년 주요업무계획\n    1. 거점 조성\n    ") + line + "\n" + kSources), "") << line;
}

// A line that is nothing but a name holds what stands below it by lower signs; one that holds something else first does not.
TEST(TableProjects, ALineThatHoldsTheTable) {
  const auto under = [](const char* line) {
    return projects_of(std::string("    Ⅲ. 투자계획\n\n    ") + line + R"(
    ○ 위치 : 가나시 서면 일원
    ○ 사업기간 : 2023~2028년
    ○ 재원별 투자계획
  )" + kSources);
  };
  EXPECT_EQ(under("◈ 가나 제2산업단지 조성"), "가나 제2산업단지 조성");
  EXPECT_EQ(under("□ 다라 복합센터 건립"), "다라 복합센터 건립");
  EXPECT_EQ(under("○ 다라 복합센터 건립"), "");  // stands beside the others
  EXPECT_EQ(under("◈ 주요 투자사업"), "");
}

// The last line above a table, which is no caption: what it plans stands behind the name, or in front of a colon.
TEST(TableProjects, ALineThatSaysWhatIsPlannedForIt) {
  const auto under = [](const char* line) { return projects_of(std::string("    Ⅳ. 2026년도 사업계획\n\n    ") + line + "\n" + kSources); };
  EXPECT_EQ(under("❍ 무루아트센터 리모델링 연차별 투자"), "무루아트센터 리모델링");
  EXPECT_EQ(under("◆ 무루주택 3 단지 건설 재원조달"), "무루주택 3 단지 건설");
  EXPECT_EQ(under("마. 출자계획 : 무루들 첨단산업단지 조성"), "무루들 첨단산업단지 조성");
  EXPECT_EQ(under("○ 계속사업 : 무루천 복원"), "무루천 복원");
  EXPECT_EQ(under("사업별 재원 : 무루들 혁신단지"), "무루들 혁신단지");
  EXPECT_EQ(under("○ 사업별 재원조달 : 무루아트센터 리모델링"), "무루아트센터 리모델링");
  EXPECT_EQ(under("○ 재원 : 국비 50%, 도비 50%"), "");
  EXPECT_EQ(under("○ 투자계획 : 연차별로 나누어 조성"), "");
  EXPECT_EQ(under("○ 출자기관 : 무루들 첨단산업단지 조성"), "");
}

// What a table of costs is called, below an item: the item is what it costs.
TEST(TableProjects, ATitleOfCostsBelowAnItem) {
  for (const char* title : {"연차별 투자계획", "재원별 투자계획", "연도별 사업비"}) {
    EXPECT_EQ(projects_of(std::string(R"(
    제2장 2026년도 사업계획
    2. 중점 추진사업
    가) 하나 설비 교체
    ❍ 노후 설비를 바꾸어 이용률을 높인다
    나) 나나 전력망 확충
    ❍ 다라리에서 나나리까지 12㎞
    다) 다라 발전단지 조성
    ❍ 가나리 앞바다 104.5㎿ 규모
    ❍ )") + title + "\n" + kSources),
              "다라 발전단지 조성")
        << title;
  }
}

// 민자 among the rows: the others are sources, too.
TEST(TableProjects, SourcesOfOtherNames) {
  const auto project = [](const char* first, const char* second) {
    return projects_of(std::string(R"(
    Ⅱ. 2026년 주요업무계획
    □ 가나발전소 건설
    ○ 총사업비 : 100억원
    (단위 : 억원)
    | 구분 | 총사업비 | 2025년까지 | 2026년 이후 |
    | ---- |
    | 계 | 100 | 40 | 60 |
    | )") + first + " | 60 | 24 | 36 |\n    | " +
                       second + " | 40 | 16 | 24 |\n");
  };
  EXPECT_EQ(project("민자", "PF차입"), "가나발전소 건설");
  EXPECT_EQ(project("공사채", "국비"), "가나발전소 건설");
  EXPECT_EQ(project("토목", "기타"), "");
}

}  // namespace
}  // namespace jangbu
