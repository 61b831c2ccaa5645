#include "text/amount.h"

#include <gtest/gtest.h>

#include <chrono>

namespace jangbu {
namespace {

// "656억원=65600000000[국비=2600000000 시비=63000000000] …"
std::string read(std::string_view line) {
  std::string out;
  for (const Amount& amount : amounts_in(line)) {
    out += (out.empty() ? "" : " ") + amount.text + "=" + std::to_string(amount.won);
    std::string parts;
    for (const AmountPart& part : amount.parts) parts += (parts.empty() ? "" : " ") + part.name + "=" + std::to_string(part.won);
    if (!parts.empty()) out += "[" + parts + "]";
  }
  return out;
}

struct Line {
  const char* printed;
  const char* amounts;
};

TEST(Amount, ReadsMoneyAsReportsPrintIt) {
  const Line lines[] = {
      {"소요예산 : 829,200천원", "829,200천원=829200000"},
      {"총 3,000백만 원 투입", "3,000백만 원=3000000000"},
      {"5개 사업 총 125백만원지원", "125백만원=125000000"},
      {"기본경비 3천만원", "3천만원=30000000"},
      {"1억 2,500만원 증액", "1억 2,500만원=125000000"},
      {"2천5백만원", "2천5백만원=25000000"},
      {"3조 2,500억원", "3조 2,500억원=3250000000000"},
      {"사업 선정(358.4억원)", "358.4억원=35840000000"},
      {"30여억원 규모", "30여억원=3000000000"},
      {"약 2억여 원", "2억여 원=200000000"},
      {"1인당 12,000원씩", "12,000원=12000"},
      {"1만 5천원", "1만 5천원=15000"},
      {"1억 5,000원", "1억 5,000원=100005000"},
      {"전년보다 △125백만원", "△125백만원=-125000000"},
      {"협치 분야 700억 규모", "700억=70000000000"},
      {"국비 26억 확보", "26억=2600000000"},
      {"사업비: 5천만", "5천만=50000000"},
      {"１２백만원", "12백만원=12000000"},
      {"①3억원 ②4억원", "3억원=300000000 4억원=400000000"},
      {"(26개 기관, 9개 사업, 278백만원), 자치구(73개 사업, 346백만원)", "278백만원=278000000 346백만원=346000000"},
      {"30천원×20명×3회=1,800천원", "30천원=30000 1,800천원=1800000"},
      {"사업규모: (’23년) 45.7억원 / (’23년~’27년) 총 사업비 205.4억원", "45.7억원=4570000000 205.4억원=20540000000"},
      {"1억원~2억원", "1억원=100000000"},
      {"공모결과 ⇒ 1,997건,19,616억원 신청", "19,616억원=1961600000000"},
      {"6.519백만원", "6.519백만원=6519000"},
  };
  for (const Line& line : lines) EXPECT_EQ(read(line.printed), line.amounts) << line.printed;
}

TEST(Amount, ReadsThePartsInItsBrackets) {
  const Line lines[] = {
      {"소요예산 : 656억원(국비26억, 시비 630억)", "656억원=65600000000[국비=2600000000 시비=63000000000]"},
      {"총사업비 100억원 (국비 50억원 / 도비 30억원 / 자부담 20억원)",
       "100억원=10000000000[국비=5000000000 도비=3000000000 자부담=2000000000]"},
      {"829,200천원(국비 400,000, 시비 429,200)", "829,200천원=829200000[국비=400000000 시비=429200000]"},
      {"50억원(1단계 30억원, 2단계 20억원)", "50억원=5000000000[1단계=3000000000 2단계=2000000000]"},
      {"12억원[국비: 12억]", "12억원=1200000000[국비=1200000000]"},
      {"95.4억원(국비 △3.2억, 시비 98.6억)", "95.4억원=9540000000[국비=-320000000 시비=9860000000]"},
      // brackets that hold something else
      {"400,000천원(지정주제 5개, 자율주제 7개)", "400,000천원=400000000"},
      {"10억원(국비 50%, 시비 50%)", "10억원=1000000000"},
      {"340백만원(신규 3, 재지정 3)", "340백만원=340000000"},
      {"5억원(’22년 예산)", "5억원=500000000"},
      {"5억원(국비 26억", "5억원=500000000 26억=2600000000"},
  };
  for (const Line& line : lines) EXPECT_EQ(read(line.printed), line.amounts) << line.printed;
}

TEST(Amount, HasTheYearThatStandsBesideIt) {
  const auto periods = [](std::string_view line) {
    std::string out;
    for (const Amount& amount : amounts_in(line)) out += (out.empty() ? "" : " ") + amount.text + "@" + amount.period;
    return out;
  };
  const Line lines[] = {
      {"(교부세) (’22년) 444억원 → (’23년) 508억원", "444억원@2022 508억원@2023"},
      {"’25년 10억원, 2026년: 20억원", "10억원@2025 20억원@2026"},
      {"30억원(’25), 40억원(’26년)", "30억원@2025 40억원@2026"},
      {"(’23~’27년) 205억원", "205억원@2023/2027"},
      {"(’23년~’27년) 총 사업비 205억원", "205억원@"},
      {"25개소 10억원", "10억원@"},
      {"’25년 예산 10억원", "10억원@"},
  };
  for (const Line& line : lines) EXPECT_EQ(periods(line.printed), line.amounts) << line.printed;
}

TEST(Amount, AListHasTheUnitOfItsLast) {
  const Line lines[] = {
      {"국비 75, 시비 30억원", "75=7500000000 30억원=3000000000"},
      {"(국비 1,200 / 도비 300 / 자부담 50백만원)", "1,200=1200000000 300=300000000 50백만원=50000000"},
      {"시비 30억원, 국비 75", "30억원=3000000000"},
      {"국비 75개소, 시비 30억원", "30억원=3000000000"},
      {"회원 75, 시비 30억원", "30억원=3000000000"},
  };
  for (const Line& line : lines) EXPECT_EQ(read(line.printed), line.amounts) << line.printed;
}

TEST(Amount, LeavesWhatIsNoMoney) {
  const char* lines[] = {"",
                         "18억 어절",
                         "누적 20.3억 어절, 5만 개",
                         "23백만 어절 구축",
                         "1,300명",
                         "3원칙을 세움",
                         "3 원칙",
                         "국립국어원 4대 사업",
                         "3천 원어민",
                         "(단위: 천원, %)",
                         "10~20억원",
                         "1,2345억원",
                         "예산 3천",
                         "2021. 5월",
                         "99999999999999999999억원",
                         "100,000,000조원",
                         "5천3억 2천억원"};
  for (const char* line : lines) EXPECT_EQ(read(line), "") << line;
}

TEST(Amount, KnowsItsLastPrintedPlace) {
  EXPECT_EQ(amounts_in("656억원").at(0).step, 100'000'000);
  EXPECT_EQ(amounts_in("95.4억원").at(0).step, 10'000'000);
  EXPECT_EQ(amounts_in("1억 2,500만원").at(0).step, 10'000);
  EXPECT_EQ(amounts_in("829,200천원(국비 400,000, 시비 429,200)").at(0).parts.at(1).step, 1'000);
}

TEST(Amount, TakesTimeThatGrowsWithTheText) {
  const auto seconds = [](const std::string& text) {
    const auto begin = std::chrono::steady_clock::now();
    amounts_in(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const char* piece : {"1", "1,", "1억 ", "국비", "1억원(", "(국비 1억, ", "△", "1억원(국비 1", "천", "여", " "}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    EXPECT_LT(seconds(text), 5) << piece;
  }
}

}  // namespace
}  // namespace jangbu
