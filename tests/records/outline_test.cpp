// Outlines, drawn as text, and the records they give: "level [path below the initiative] period amounts".
#include "records/outline.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "built_in.h"
#include "dump.h"

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
- 의견 120건을 모아
설계에 반영
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

TEST(Outline, TakesTheLinesOfAChapterWithoutHeadings) {
  EXPECT_EQ(lines_of(items_of("Ⅰ. 일반현황\n\n○ 조직\n\nⅡ. 2021년 주요업무 추진계획\n\n□ 말뭉치를 넓히고 고르게 다지는 일(3,180백만원)\n\n ㅇ (향후 계획) 10월~\n   - 자료 정리\n\n□ "
                              "사전을 고치는 일 : 올해 안에\n\n ㅇ 표제어 정비\n\nⅢ. 예산\n\n○ 총괄\n")),
            "initiative [말뭉치를 넓히고 고르게 다지는 일(3,180백만원)] 3180000000\n"
            "plan [말뭉치를 넓히고 고르게 다지는 일(3,180백만원) > (향후 계획) 10월~] 2021-10…\n"
            "plan [말뭉치를 넓히고 고르게 다지는 일(3,180백만원) > (향후 계획) 10월~ > 자료 정리]\n"
            "initiative [사전을 고치는 일 : 올해 안에]\n"
            "line [사전을 고치는 일 : 올해 안에 > 표제어 정비]\n");
}

TEST(Outline, LeavesContentsTablesAndTheirCaptionsAlone) {
  const std::string text =
      "Ⅲ. 주요업무 보고\n\n1. 마을길 정비\n\n2. 도서관 확충\n\n3. 공원 조성\n\n1. 마을길 정비\n\n□ 추진실적\n\n○ 착공\n\n※ 예산집행 현황 (단위 : 천원, ’21.8.13. 기준)\n\n"
      "사업명\t예산현액\t지출액\n마을길\t1,000\t500\n\n□ 향후계획\n\n○ 준공\n";
  EXPECT_EQ(lines_of(items_of(text)), "initiative [마을길 정비]\nresult [마을길 정비 > 추진실적 > 착공]\nplan [마을길 정비 > 향후계획 > 준공]\n");
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
    text += std::string(signs[depths.back()]) + " 할 일 " + std::string(static_cast<std::size_t>(i % 7 + 1), 'a') + std::to_string(i) + "호\n";
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
  for (std::size_t n = 0; n < text.size(); n += 7) {
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

}  // namespace
}  // namespace jangbu
