#include "meaning/lexicon.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "built_in.h"

namespace jangbu {
namespace {

// A reading as one line: atoms, period, what a change is against, member, unit, letters, words that no list knows.
std::string shown(const Facets& facets) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : " ") + text; };
  for (const std::string& atom : facets.atoms) add(atom);
  const auto period = [](const FacetPeriod& p) {
    static constexpr const char* kKinds[] = {"", "..", "-..", "/", " end", " start", "last", "this", "next", " part"};
    const std::string kind = kKinds[static_cast<int>(p.kind)];
    return "@" + (p.year == 0 ? kind : std::to_string(p.year) + (p.to_year > 0 ? "/" + std::to_string(p.to_year) : kind));
  };
  if (facets.period) add(period(*facets.period));
  if (facets.against) {
    std::string text = "against";
    for (const std::string& atom : facets.against->atoms) text += ":" + atom;
    if (facets.against->period) text += period(*facets.against->period);
    add(text);
  }
  for (const FacetMember& member : facets.members) add(member.dimension + "=" + member.name);
  for (const Unit& unit : facets.units) add("[" + unit.name + "]");
  if (facets.percent) add("[%]");
  if (facets.letters.name) add(std::string("(") + *facets.letters.name + ")");
  const auto terms = [](const std::vector<LetterTerm>& list) {
    std::string text;
    for (const LetterTerm& term : list) text += (term.sign < 0 ? "-" : text.empty() ? "" : "+") + std::string(1, term.letter);
    return text;
  };
  if (!facets.letters.sum.empty())
    add("=" + terms(facets.letters.sum) + (facets.letters.base.empty() ? "" : "/" + terms(facets.letters.base)));
  for (const std::string& word : facets.unknown) add("?" + word);
  return out;
}

std::string read(std::string_view heading) { return shown(built_in().lexicon.read(heading)); }

TEST(Lexicon, CutsHeadingsIntoWords) {
  EXPECT_EQ(read("예산액"), "amount budget");
  EXPECT_EQ(read("예 산 현 액"), "current_appropriation");
  EXPECT_EQ(read("집행\n잔액"), "balance execution");
  EXPECT_EQ(read("지출원인행위액"), "amount commitment");
  EXPECT_EQ(read("당초예산"), "budget original");
  EXPECT_EQ(read("증감비율"), "change rate");
  EXPECT_EQ(read("집행율"), "execution rate");
  EXPECT_EQ(read("계"), "total");
  EXPECT_EQ(read("총사업비"), "project_cost total");
}

TEST(Lexicon, AWordThatNoListKnowsKeepsItsWholeRun) {
  EXPECT_EQ(read("소송가액"), "?소송가액");
  EXPECT_EQ(read("예산 나래"), "?예산나래");
  EXPECT_EQ(read("관계"), "?관계");
  EXPECT_EQ(read("누계"), "?누계");  // only behind another word
  EXPECT_EQ(read("증감누계"), "change");
  EXPECT_EQ(read("율"), "rate");  // behind another word, or by itself, and nowhere else
  EXPECT_EQ(read("집행율"), "execution rate");
  EXPECT_EQ(read("율집행"), "?율집행");
}

TEST(Lexicon, ReadsYearsAndTheirEnds) {
  EXPECT_EQ(read("’25년 당초예산"), "budget original @2025");
  EXPECT_EQ(read("2024년도말 현재액"), "amount held @2024 end");
  EXPECT_EQ(read("’24년도 말 조성액"), "amount raised @2024 end");
  EXPECT_EQ(read("‘23년 이전"), "@2023..");
  EXPECT_EQ(read("’26년 이후"), "@2026-..");
  EXPECT_EQ(read("~’23"), "@2023..");
  EXPECT_EQ(read("’29~"), "@2029-..");
  EXPECT_EQ(read("2026~2027"), "@2026/2027");
  EXPECT_EQ(read("전년도 예산액"), "amount budget @last");
  EXPECT_EQ(read("다음연도 이월액"), "amount carry_over @next");
  EXPECT_EQ(read("2028년이후"), "@2028-..");
  EXPECT_EQ(read("2,024"), "?2 ?024");  // a figure
  EXPECT_EQ(read("24"), "?24");         // no mark: no year
}

TEST(Lexicon, ReadsWhatAChangeIsAgainst) {
  EXPECT_EQ(read("’24년 당초 대비"), "against:original@2024");
  EXPECT_EQ(read("전년 대비 증감률"), "change rate against@last");
  EXPECT_EQ(read("’24년 최종예산 대비 증감액"), "amount change against:budget:final@2024");
}

TEST(Lexicon, ReadsUnitsAndLetters) {
  EXPECT_EQ(read("예산액 (억원, A)"), "amount budget [억원] (A)");
  EXPECT_EQ(read("집행률(%)"), "execution rate [%]");
  EXPECT_EQ(read("증감(B-A)"), "change =B-A");
  EXPECT_EQ(read("증감\n(B-A)/A"), "change =B-A/A");
  EXPECT_EQ(read("집행률\n(C/A)"), "execution rate =C/A");
  EXPECT_EQ(read("총사업비 (A+B)"), "project_cost total =A+B");
  EXPECT_EQ(read("잔액(C=A-B)"), "balance (C) =A-B");
  EXPECT_EQ(read("%"), "rate [%]");
}

// Signs of other rows than (A) and ①, and formulas that stand behind the words without brackets around them.
TEST(Lexicon, ReadsSignsThatNameColumns) {
  EXPECT_EQ(read("세입 (수납액) ㉮"), "amount collected revenue (A)");
  EXPECT_EQ(read("결산상 잉여금 ㉰=㉮-㉯"), "surplus (C) =A-B");
  EXPECT_EQ(read("순세계 잉여금\n㉳=(㉰-㉱-㉲)"), "net surplus (F) =C-D-E");
  EXPECT_EQ(read("집행잔액 ③=①-②"), "balance execution (C) =A-B");
  EXPECT_EQ(read("집행률 ㉡/㉠"), "execution rate =B/A");
  EXPECT_EQ(read("증감률 E=(D-C)/C"), "change rate (E) =D-C/C");
  EXPECT_EQ(read("예산액 ⓐ"), "amount budget (A)");
  EXPECT_EQ(read("합계 D=(A+B-C)"), "total (D) =A+B-C");
  EXPECT_EQ(read("R&D 예산"), "?RD예산");
}

TEST(Lexicon, ReadsSchoolYears) {
  EXPECT_EQ(read("2026학년도 예산"), "budget @2026");
  EXPECT_EQ(read("’25학년도"), "@2025");
  EXPECT_EQ(read("2025 학년도말 현재액"), "amount held @2025 end");
}

// Which amendment of the year it is speaks for no other field; without the word for one a number of times is no word.
TEST(Lexicon, ReadsRoundsOfAmendments) {
  for (const char* heading : {"추경예산(2차)", "제2회 추경예산", "2회 추가경정예산", "추경예산 2차"}) {
    EXPECT_EQ(read(heading), "budget supplementary") << heading;
    EXPECT_EQ(built_in().lexicon.read(heading).soft, std::set<std::string>{"round.2"}) << heading;
  }
  EXPECT_EQ(read("2차 집행액"), "?2차집행액");
}

TEST(Lexicon, ReadsMembers) {
  EXPECT_EQ(read("7급 이하"), "직급별=7급이하");
  EXPECT_EQ(read("5급/경정"), "직급별=5급/경정");
  EXPECT_EQ(read("1급\n(정무직)"), "직급별=1급(정무직)");
  for (const char* dot : {"·", "․", "‧", "・", "."}) EXPECT_EQ(read(std::string("3") + dot + "4급"), "직급별=3·4급") << dot;
  EXPECT_EQ(read("행정직"), "직종별=행정직");
  EXPECT_EQ(read("일반회계"), "회계별=일반회계");
}

TEST(Lexicon, WhatARateIsMeasuredByStandsBehindAStroke) {
  EXPECT_EQ(read("집행률(%)\n(지출/현액)"), "execution rate spending [%]");
  EXPECT_EQ(read("집행률(집행액/예산현액)"), "amount execution rate");
  EXPECT_EQ(read("징수율(수납액/징수결정액)"), "amount collected rate");
  EXPECT_EQ(read("집행률(지출/이월)"), "execution rate spending ?이월");  // of nothing that a profile measures it by
  EXPECT_EQ(read("예산(당초/추경)"), "budget original supplementary");    // no rate: two words
}

// How a figure is worked out, in words: they have to be known, and say nothing more of it.
TEST(Lexicon, DifferencesInWords) {
  EXPECT_EQ(read("과부족(현원-정원)"), "variance");
  EXPECT_EQ(read("과부족\n(현원 − 정원)"), "variance");
  EXPECT_EQ(read("집행잔액(예산현액-집행액)"), read("집행잔액"));
  EXPECT_EQ(read("증감(’26년-’25년)"), "change");
  EXPECT_EQ(read("과부족(현원-가나)"), "variance ?가나");
  EXPECT_EQ(read("예산(국비)"), "budget source.central");
}

TEST(Lexicon, TwoMembersUnderOneHeading) {
  EXPECT_EQ(read("교원·교육전문직원"), "직종별=교원교육전문직원");
  EXPECT_EQ(read("과장·장학관"), "직급별=과장장학관");
  EXPECT_EQ(read("고공단·과장급"), "직급별=고공단과장급");
  EXPECT_EQ(read("행정·기술직"), "직종별=행정기술직");
  EXPECT_EQ(read("시설ㆍ운전직"), "직종별=시설운전직");
  EXPECT_EQ(read("하늘·기술직"), "?하늘기술직");
}

TEST(Lexicon, SoftWordsSpeakAgainstNothing) {
  EXPECT_TRUE(built_in().lexicon.read("집행 실적").soft.contains("result"));
  EXPECT_EQ(read("집행 실적"), "execution");
}

TEST(Lexicon, PassesNoteMarksOver) {
  EXPECT_EQ(read("예산액 주1)"), "amount budget");
  EXPECT_EQ(read("예산액¹⁾"), "amount budget");
  EXPECT_EQ(read("집행액*"), "amount execution");
}

TEST(Lexicon, ReadsTitlesWordByWord) {
  const auto title = [](std::string_view text) { return shown(built_in().lexicon.read_title(text)); };
  EXPECT_EQ(title("□ 예 산 : 19,618백만원"), "budget");
  EXPECT_EQ(title("2019년도 나래국 예산현황"), "budget @2019 ?나래국");
  EXPECT_EQ(title("○ 세 출 : 16조 6,830억원"), "expenditure");
  EXPECT_EQ(title("관리채무 : 3조"), "?관리채무");
  EXPECT_EQ(title("정비기금 현황"), "fund ?정비기금");
}

TEST(Lexicon, TellsOneHeadingFromTwo) {
  const Lexicon& lexicon = built_in().lexicon;
  for (const char* heading : {"예산액", "’20년 예산", "집행잔액", "2021년말 집행예상액", "정원", "구성비", "%"})
    EXPECT_TRUE(lexicon.is_measure(heading)) << heading;
  for (const char* headings : {"예산액 집행액", "정원 현원", "’20년 ’21년", "증감액 증감률", "구분", "비고", "소계", "구분 ’20년"})
    EXPECT_FALSE(lexicon.is_measure(headings)) << headings;
  EXPECT_FALSE(lexicon.is_row_label("구 분 ’20년"));
}

TEST(Lexicon, SaysWhatIsWrongWithAFile) {
  EXPECT_FALSE(Lexicon::parse("", "x"));
  EXPECT_FALSE(Lexicon::parse("{}", "x"));
  const auto bad = Lexicon::parse(
      R"({"words": {"a": [""]}, "members": [], "row_labels": [], "project_labels": [], "revenue_rows": [], "groups": []})", "x");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::kProfileInvalid);
  EXPECT_NE(bad.error().message.find("empty or too long"), std::string::npos);
  const auto unsaid = Lexicon::parse(
      R"({"words": {"a": ["가"]}, "beside": [{"near": "a", "atom": "b", "becomes": "a"}], "members": [], "row_labels": [], "project_labels": [], "revenue_rows": [], "groups": []})",
      "x");
  ASSERT_FALSE(unsaid);
  EXPECT_NE(unsaid.error().message.find("no word says"), std::string::npos);
}

// Whatever stands in a heading, every letter of it is accounted for or told: a heading with a word in it that no list knows is never
// understood.
RC_GTEST_PROP(Lexicon, NoUnknownWordIsSwallowed, ()) {
  static const std::vector<std::string> kKnown{"예산액", "집행률", "2024년", "당초", "(천원)", "증감", "국비", "(A-B)"};
  static const std::vector<std::string> kUnknown{"나래", "뵴", "소송", "가온힐", "톺아"};
  std::string heading;
  const auto before = *rc::gen::inRange<std::size_t>(0, 3), after = *rc::gen::inRange<std::size_t>(0, 3);
  for (std::size_t i = 0; i < before; ++i) heading += *rc::gen::elementOf(kKnown);
  heading += *rc::gen::elementOf(kUnknown);
  for (std::size_t i = 0; i < after; ++i) heading += *rc::gen::elementOf(kKnown);
  RC_ASSERT(!built_in().lexicon.read(heading).understood());
  RC_ASSERT(!built_in().lexicon.is_measure(heading));
}

TEST(Lexicon, AWordOfTwoMeaningsIsAnError) {
  const auto parse = [](const std::string& words) {
    return Lexicon::parse(
        "{\"words\": " + words + R"(, "members": [], "row_labels": [], "project_labels": [], "revenue_rows": [], "groups": []})",
        "own.json");
  };
  EXPECT_TRUE(parse(R"({"a": ["가나"], "b": ["다라"]})").has_value());
  EXPECT_TRUE(parse(R"({"a": ["가나", "가나"]})").has_value());
  for (const char* words :
       {R"({"a": ["가나"], "b": ["가나"]})", R"({"a": ["가나"], "a b": ["가 나"]})", R"({"a": ["=계"], "b": ["계"]})"}) {
    const auto parsed = parse(words);
    ASSERT_FALSE(parsed.has_value()) << words;
    EXPECT_NE(parsed.error().message.find("another atom"), std::string::npos) << parsed.error().message;
  }
}

}  // namespace
}  // namespace jangbu
