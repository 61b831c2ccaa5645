#include "text/particle.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(Particle, FollowsTheLastSound) {
  EXPECT_EQ(topic("지출액"), "지출액은");
  EXPECT_EQ(topic("집행률"), "집행률은");
  EXPECT_EQ(topic("정원수"), "정원수는");
  EXPECT_EQ(toward("1,234천원"), "1,234천원으로");
  EXPECT_EQ(toward("46명"), "46명으로");
  EXPECT_EQ(toward("75.4%"), "75.4%로");
  EXPECT_EQ(toward("수"), "수로");
  EXPECT_EQ(particle("합계", "이/가"), "가");
  EXPECT_EQ(particle("예산", "이/가"), "이");
  EXPECT_EQ(particle("본청", "과/와"), "과");
  EXPECT_EQ(particle("구청장 보고", "과/와"), "와");
}

TEST(Particle, RieulTakesRoAndNothingElseOfAVowel) {
  EXPECT_EQ(toward("집행률"), "집행률로");
  EXPECT_EQ(particle("집행률", "이/가"), "이");
  EXPECT_EQ(particle("1", "으로/로"), "로") << "일";
}

TEST(Particle, DigitsAreReadInKorean) {
  EXPECT_EQ(particle("2020", "은/는"), "은") << "이십";
  EXPECT_EQ(particle("2022", "은/는"), "는");
  EXPECT_EQ(particle("2023", "이/가"), "이");
  EXPECT_EQ(particle("100", "을/를"), "을");
  EXPECT_EQ(particle("5", "을/를"), "를");
}

TEST(Particle, BracketsAndQuotesAreNotSpoken) {
  EXPECT_EQ(particle("「합계」", "이/가"), "가");
  EXPECT_EQ(particle("보고서(수정)", "을/를"), "을");
  EXPECT_EQ(particle("「지출액」 ", "은/는"), "은");
}

TEST(Particle, WhereNobodyKnowsHowItIsReadBothAreWritten) {
  EXPECT_EQ(particle("a.pdf", "이/가"), "이(가)");
  EXPECT_EQ(particle("a.pdf", "과/와"), "와(과)");
  EXPECT_EQ(particle("ingst", "으로/로"), "(으)로");
  EXPECT_EQ(particle("ingst", "이라는/라는"), "(이)라는");
  EXPECT_EQ(particle("", "을/를"), "을(를)");
}

TEST(Particle, AnObjectIsSomethingDoneWith) {
  for (const char* line : {"2024회계연도 순세계잉여금을 재원으로 편성", "기지를 차질 없이 건설", "재원을 마련"})
    EXPECT_TRUE(names_an_object(line)) << line;
  for (const char* line : {"마을 공동체 사업", "가을 축제 예산", "2025년 세출예산", "노을 공원을", "을 지구 정비", "를", ""})
    EXPECT_FALSE(names_an_object(line)) << line;
}

TEST(Particle, StatesHowMuchSomethingIs) {
  for (const char* line : {"○ 총규모는 9,431,542백만원으로 기정예산보다 5.1% 증가", "세출은 1,200억원", "당초 예산보다 3,130천원 증액",
                           "• 기금 운용규모는 727억원으로 당초계획 696억원보다 증액"})
    EXPECT_TRUE(states_a_figure(line)) << line;
  for (const char* line : {"○ 세출예산 1,200백만원", "2026년 예산", "예산보다", "총규모는", "마을 12개소", "총규모는 아래와 같음", ""})
    EXPECT_FALSE(states_a_figure(line)) << line;
}

}  // namespace
}  // namespace jangbu
