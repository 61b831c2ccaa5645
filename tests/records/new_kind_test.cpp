// Kinds of tables whose fields are more than won, shares and people: counts of other things, numbers in a unit of their own, words and
// dates. A kind is a profile: one file, and no code.
#include <gtest/gtest.h>

#include "audit/audit.h"
#include "records/mapped.h"

namespace jangbu {
namespace {

std::string words_of(const Record& record) {
  std::string out = record.name + ":";
  for (const Figure& value : record.values) {
    out += " " + value.field + "=" +
           (!is_figure(value.measure) ? "\"" + value.words + "\""
            : value.value             ? value.value->to_string()
                                      : "null");
    if (!value.unit.empty()) out += value.unit;
  }
  return out + "\n";
}

std::string all_words(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) out += words_of(record);
  return out;
}

TEST(NewKind, IsOneFileWithoutCode) {
  const ProfileFile shelters{"shelter.json", R"({
    "record_type": "shelter", "korean": "쉼터", "money": false,
    "words": {"shelter": ["쉼터"], "capacity": ["수용인원"], "opened": ["개소일"], "operator": ["운영주체"], "used": ["이용"]},
    "row_labels": ["쉼터명"], "subject": ["capacity"], "may_say": ["people"],
    "fields": [
      {"name": "capacity", "korean": "수용인원", "measure": "count", "additive": true, "says": ["capacity"]},
      {"name": "use_rate", "korean": "이용률", "measure": "rate", "says": ["used rate"]},
      {"name": "operator", "korean": "운영주체", "measure": "text", "says": ["operator"]},
      {"name": "opened_on", "korean": "개소일", "measure": "date", "says": ["opened"]}
    ],
    "any_of": [["capacity"]]
  })"};
  std::vector<ProfileFile> files = built_in_profiles();
  files.push_back(shelters);
  const auto profiles = parse_profiles(files);
  const auto lexicon = parse_lexicon(files);
  ASSERT_TRUE(profiles) << profiles.error().message;
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  Document document = drawing::drawn_document(R"(
    ○ 쉼터 현황
    | 쉼터명 | 개소일       | 운영주체 | 수용인원 | 이용률 |
    | ---- |
    | 합계   | -            | -        | 50명     | 70.0%  |
    | 가람   | 2019. 3. 4.  | 가나복지 | 20명     | 85.0%  |
    | 나래   | 2020. 11.    | 다라재단 | 30명     | 60.0%  |
  )");
  normalize(document);
  document.fiscal_year = 2021;
  const auto records = map_records(document, *profiles, *lexicon);
  EXPECT_TRUE(drawing::same_text(all_words(records),
                                 "합계: capacity=50명 use_rate=0.7 operator=\"\" opened_on=\"\"\n"
                                 "가람: capacity=20명 use_rate=0.85 operator=\"가나복지\" opened_on=\"2019-03-04\"\n"
                                 "나래: capacity=30명 use_rate=0.6 operator=\"다라재단\" opened_on=\"2020-11\"\n"));
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0].role, RowRole::kTotal);
  EXPECT_EQ(records[0].type, "shelter");
}

TEST(NewKind, Committees) {
  EXPECT_TRUE(drawing::same_text(all_words(mapped(R"(
    □ 위원회 현황
    | 위원회명   | 설치근거   | 설치일     | 위원수 | 위촉위원 | 당연직위원 | 여성위원 | 여성위원 비율 | 회의개최 |
    | ---- |
    | 합계       |            |            | 35     | 25       | 10         | 15       | 42.9%         | 7회      |
    | 가나위원회 | 가나 조례  | 2015.7.1.  | 20     | 15       | 5          | 9        | 45.0%         | 4회      |
    | 다라위원회 | 다라법     | 2018.1.15. | 15     | 10       | 5          | 6        | 40.0%         | 3회      |
  )")
                                               .records),
                                 "합계: members=35명 appointed_members=25명 ex_officio_members=10명 female_members=15명 "
                                 "female_member_rate=0.429 meetings=7회 founded_on=\"\" legal_basis=\"\"\n"
                                 "가나위원회: members=20명 appointed_members=15명 ex_officio_members=5명 female_members=9명 "
                                 "female_member_rate=0.45 meetings=4회 founded_on=\"2015-07-01\" legal_basis=\"가나 조례\"\n"
                                 "다라위원회: members=15명 appointed_members=10명 ex_officio_members=5명 female_members=6명 "
                                 "female_member_rate=0.4 meetings=3회 founded_on=\"2018-01-15\" legal_basis=\"다라법\"\n"));
}

TEST(NewKind, WhatSaysOnlyWhenIsNoName) {
  const Mapped m = mapped(R"(
    □ 위원회 현황
    | 위원회명   | <          | 위원수 |
    | ---- |
    | 가나위원회 | (2014∼)    | 20     |
    | 다라위원회 | (’18년)    | 15     |
    | 마바위원회 | [2020년 이후] | 9   |
    | 사아위원회 | 본회의     | 7      |
  )");
  ASSERT_EQ(m.records.size(), 4u);
  EXPECT_EQ(m.records[0].name, "가나위원회");
  EXPECT_EQ(m.records[0].notes, std::vector<std::string>{"(2014∼)"});
  EXPECT_EQ(m.records[1].name, "다라위원회");
  EXPECT_EQ(m.records[2].name, "마바위원회");
  EXPECT_EQ(m.records[3].name, "본회의");
}

TEST(NewKind, Indicators) {
  EXPECT_TRUE(drawing::same_text(all_words(mapped(R"(
    □ 성과지표 달성 현황
    | 성과지표    | 목표  | 실적    | 달성률 |
    | ---- |
    | 이용자 수   | 1,200 | 1,260   | 105.0% |
    | 만족도      | 90%   | 92.5%   | 102.8% |
    | 점검        | 450건 | 425건   | 94.4%  |
  )")
                                               .records),
                                 "이용자 수: target=1200 result=1260 achievement_rate=1.05\n"
                                 "만족도: target=90% result=92.5% achievement_rate=1.028\n"
                                 "점검: target=450건 result=425건 achievement_rate=0.944\n"));
  EXPECT_TRUE(drawing::same_text(all_words(mapped(R"(
    | 지표명    | 2020년 실적 | 2021년 목표 | 2021년 실적 |
    | ---- |
    | 상담 건수 | 310건       | 320건       | 298건       |
    | 교육 횟수 | 12회        | 14회        | 15회        |
  )")
                                               .records),
                                 "상담 건수: target=320건 result=298건 prior_year_result=310건\n"
                                 "교육 횟수: target=14회 result=15회 prior_year_result=12회\n"));
}

// Head counts are head counts wherever they stand; the rest is of the body itself.
TEST(NewKind, AffiliatedBodies) {
  EXPECT_TRUE(drawing::same_text(all_words(mapped(R"(
    (단위: 백만원)
    | 출연기관   | 설립일     | 정원 | 현원 | 예산액 |
    | ---- |
    | 합계       |            | 120  | 112  | 9,500  |
    | 가나연구원 | 2001.3.2.  | 70   | 66   | 6,000  |
    | 다라재단   | 2012.9.1.  | 50   | 46   | 3,500  |
  )")
                                               .records),
                                 "합계: authorized_headcount=120명 actual_headcount=112명\n"
                                 "가나연구원: authorized_headcount=70명 actual_headcount=66명\n"
                                 "다라재단: authorized_headcount=50명 actual_headcount=46명\n"
                                 "합계: budget_amount=9500000000 established_on=\"\"\n"
                                 "가나연구원: budget_amount=6000000000 established_on=\"2001-03-02\"\n"
                                 "다라재단: budget_amount=3500000000 established_on=\"2012-09-01\"\n"));
}

// 담당자 under a count is no count, a figure under words no words, and 12건 is not 12 people.
TEST(NewKind, OtherThingsAreLeftUntyped) {
  const Mapped m = mapped(R"(
    □ 위원회 현황
    | 위원회명   | 위원수 | 설치일  |
    | ---- |
    | 가나위원회 | 20건   | 미정    |
    | 다라위원회 | 15     | 2018.   |
  )");
  for (const Record& record : m.records) {
    if (record.name != "가나위원회") continue;
    EXPECT_FALSE(record.find("members") && record.find("members")->value) << words_of(record);
    EXPECT_TRUE(!record.find("founded_on") || record.find("founded_on")->words.empty()) << words_of(record);
  }
}

TEST(NewKind, WordsDoNotAddUp) {
  EXPECT_FALSE(
      parse_profile(R"({"record_type": "x", "fields": [{"name": "a", "measure": "text", "additive": true, "says": ["a"]}]})", "x.json"));
  EXPECT_FALSE(
      parse_profile(R"({"record_type": "x", "fields": [{"name": "a", "measure": "count", "counts": [], "says": ["a"]}]})", "x.json"));
  EXPECT_FALSE(parse_profile(R"({"record_type": "x", "fields": [{"name": "a", "measure": "length", "says": ["a"]}]})", "x.json"));
}

}  // namespace
}  // namespace jangbu
