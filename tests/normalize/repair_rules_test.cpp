// Before and after, for every rule.
#include "normalize/repair_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

using drawing::drawn_document;

struct Case {
  const char* before;
  const char* after;  // nullptr: the rule has nothing to do
};

void check(std::optional<std::string> (*rule)(std::string_view), std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    const auto repaired = rule(c.before);
    EXPECT_EQ(repaired, c.after ? std::optional<std::string>(c.after) : std::nullopt) << c.before;
    if (repaired) {
      EXPECT_EQ(rule(*repaired), std::nullopt) << "twice: " << c.before;
    }
  }
}

TEST(RepairRule, Markup) {
  check(repair_markup, {
                           {"생 <mark>률</mark>", "생 률"},
                           {"**소요예산**", "소요예산"},
                           {"48,874*m*²", nullptr},
                           {"<주요사업>", nullptr},
                           {"<SaaS 템플릿 제공>", nullptr},
                           {"******", nullptr},
                           {"분석 말뭉치**", nullptr},
                           {"error__2025__test", nullptr},
                           {"<b>**소요예산**</b>", "소요예산"},
                           {"__소요예산__", "소요예산"},
                           {"<span style=\"color:red\">가</span>", "가"},
                           {"합계", nullptr},
                           {"", nullptr},
                       });
}

TEST(RepairRule, HtmlMark) {
  check(repair_html_mark, {
                              {"커뮤니티공간<br>운영지원", "커뮤니티공간 운영지원"},
                              {"가 <BR/> 나", "가 나"},
                              {"시민&nbsp;참여", "시민 참여"},
                              {"R&amp;D", "R&D"},
                              {"가&middot;나", "가·나"},
                              {"R&D 지원", nullptr},
                              {"<주요사업>", nullptr},
                              {"", nullptr},
                          });
}

TEST(RepairRule, LookAlike) {
  check(repair_look_alike, {
                               {"ＮＰＯ 지원（운영）", "NPO 지원(운영)"},
                               {"NPО 지원", "NPO 지원"},
                               {"СОP", "COP"},
                               {"시\u200B민", "시민"},
                               {"α 사업", nullptr},
                               {"9월～12월", nullptr},
                               {"Ⅳ. 현황", nullptr},
                               {"시민참여과", nullptr},
                           });
}

TEST(RepairRule, StrayPipe) {
  check(repair_stray_pipe, {
                               {"│ 인건비", "인건비"},
                               {"| 1,234 |", "1,234"},
                               {"기본경비┃", "기본경비"},
                               {"가 | 나", nullptr},
                               {"|", nullptr},
                               {"인건비", nullptr},
                               {"", nullptr},
                           });
}

TEST(RepairLabels, FiguresAreFreedFromMarks) {
  Document document = drawn_document(R"(
    | 구분 | 예산      | 집행         |
    | ---- |
    | 교육 | **1,000** | 500&nbsp;    |
    | 상담 | 2,000     | **비고** 500 |
  )");
  repair_labels(document);
  EXPECT_TRUE(drawing::same_text(drawing::as_drawn(document.tables[0], true), drawing::redrawn(R"(
    | 구분 | 예산  | 집행         |
    | ---- |
    | 교육 | 1,000 | 500          |
    | 상담 | 2,000 | **비고** 500 |
  )")));
  EXPECT_TEXT(drawing::as_lines(document.repairs), R"(
    markup: **1,000** → 1,000
    html_mark: 500&nbsp; → 500 
  )");
}

TEST(RepairRule, LabelWrap) {
  check(repair_label_wrap,
        {
            {"커뮤니티공간\n운영지원", "커뮤니티공간 운영지원"},
            {"서울민주주의위원회 운영\n(서울시민회의 구성 및 운영)", "서울민주주의위원회 운영 (서울시민회의 구성 및 운영)"},
            {"합\n계", "합 계"},
            {"가 \n\n 나", "가 나"},
            {"\n합계\n", "합계"},
            {"한 줄", nullptr},
        });
}

TEST(RepairRule, LetterSpacing) {
  check(repair_letter_spacing, {
                                   {"시 민 참 여 과", "시민참여과"},
                                   {"그 외 수 입", "그외수입"},
                                   {"합 계", "합계"},
                                   {"시민 제안 및 실행", nullptr},
                                   {"  합계  ", nullptr},  // tidying, not a repair
                                   {"", nullptr},
                               });
}

TEST(RepairRule, RunInAFixedOrder) {
  std::vector<std::string> names;
  for (const RepairRule& rule : repair_rules()) names.emplace_back(rule.name);
  EXPECT_EQ(names, (std::vector<std::string>{"html_mark", "markup", "look_alike", "stray_pipe", "label_wrap", "bullet", "letter_spacing"}));
}

TEST(RepairLabels, TouchesLabelsAndHeadersAndSaysSo) {
  Document document = drawn_document(R"(
    | 구 분    | 집 행⏎액 |
    | -------- |
    | 합⏎계    | 1,000    |
    | 과 제    | -        |
  )");
  repair_labels(document);
  EXPECT_TRUE(drawing::same_text(drawing::as_drawn(document.tables[0], true), drawing::redrawn(R"(
    | 구분 | 집행액 |
    | ---- |
    | 합계 | 1,000  |
    | 과제 | -      |
  )")));
  EXPECT_TEXT(drawing::as_lines(document.repairs), R"(
    letter_spacing: 구 분 → 구분
    label_wrap: 집 행⏎액 → 집 행 액
    letter_spacing: 집 행 액 → 집행액
    label_wrap: 합⏎계 → 합 계
    letter_spacing: 합 계 → 합계
    letter_spacing: 과 제 → 과제
  )");
  EXPECT_EQ(document.repairs[0].field, "header");
  EXPECT_EQ(document.repairs[3].field, "name");
  EXPECT_EQ(document.repairs[3].row, 1);
  EXPECT_EQ(document.repairs[3].column, 0);
  // What stands in the source stays.
  EXPECT_EQ(document.tables[0].cells[0].text, "구 분");
}

TEST(RepairLabels, LeavesProseInCellsAlone) {
  Document document = drawn_document(R"(
    | 부서 | 번호 | 주요업무 |
    | ---- |
    | 가과 | 1    | ○ 교 육 운 영⏎○ 상 담 지 원 |
  )");
  repair_labels(document);
  EXPECT_EQ(document.tables[0].cells.back().best_text(), "○ 교 육 운 영\n○ 상 담 지 원");
  EXPECT_TRUE(document.repairs.empty());
}

// Digits of a text, sorted.
std::string digits_of(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  std::sort(out.begin(), out.end());
  return out;
}

RC_GTEST_PROP(RepairRule, NoDigitAppearsOrVanishesAndTwiceIsOnce, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("시", "민", "참여", "1", "23", "|", "│", "<br>", "&nbsp;", "&amp;", "Ｎ", "N", "О", " ", "  ", "\n",
                                    "<b>", "</b>", "**", "__", "(", "%", "△", ",", "합 계", "<1>", "20"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  for (const RepairRule& rule : repair_rules()) {
    const auto repaired = rule.apply(text);
    if (!repaired) continue;
    RC_ASSERT(*repaired != text);
    RC_ASSERT(digits_of(*repaired) == digits_of(text));
    text = *repaired;
  }
}

}  // namespace
}  // namespace jangbu
