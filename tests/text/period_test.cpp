#include "text/period.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

#include "text/printed_date.h"

namespace jangbu {
namespace {

constexpr int kYear = 2021;

// "2021-09…2021-11; …": an open end is blank.
std::string read(std::string_view line, std::optional<int> year = kYear) {
  std::string out;
  for (const Period& period : periods_in(line, year)) out += (out.empty() ? "" : "; ") + period.start + "…" + period.end;
  return out;
}

struct Line {
  const char* printed;
  const char* periods;
};

TEST(Period, ReadsEveryFormThatReportsPrint) {
  const Line lines[] = {
      {"공론의제 선정 및 시민토론 개최 : ’21. 9월~11월", "2021-09…2021-11"},
      {"- (임기) 2021. 5월 ~ 2022. 3월", "2021-05…2022-03"},
      {"위탁기간 : ’21. 11. 21. ∼ ’22. 12. 31.", "2021-11-21…2022-12-31"},
      {"'21. 3월 ~ 12월", "2021-03…2021-12"},
      {"2021. 1.~12.", "2021-01…2021-12"},
      {"공모를 통해 위원 구성(’21.3.~5.)", "2021-03…2021-05"},
      {"실시('19.5.13.~15.)", "2019-05-13…2019-05-15"},
      {"교육(‘22.10.12∼17, 경주)", "2022-10-12…2022-10-17"},
      {"평가 시행(‘22. 3.~10.)", "2022-03…2022-10"},
      {"(‘22. 11.~’23. 1.)", "2022-11…2023-01"},
      {"’21.7.19 ~ 8.9(22일간) → (정정) ’21.7.19 ~ 8.27(40일간)", "2021-07-19…2021-08-09; 2021-07-19…2021-08-27"},
      {"국제포럼 개최(’21.8.27.~8.28.)", "2021-08-27…2021-08-28"},
      {"정비공사(5.12.~6.10.), 담장정비공사(6.24.~7.22.)", "2021-05-12…2021-06-10; 2021-06-24…2021-07-22"},
      {"시민총회 개최(9.1.)", "2021-09-01…2021-09-01"},
      {"온라인 교육 시행 : ’21. 9월 ~", "2021-09…"},
      {"제작·보급(’21.3.~)", "2021-03…"},
      {"설치·운영지원(’21.8.2.~계속)", "2021-08-02…"},
      {"재산관리계획 수립 : ~'20.7월", "…2020-07"},
      {"정비 완료(~ 2023)", "…2023"},
      {"12월까지 완료", "…2021-12"},
      {"’21.9월부터 시행", "2021-09…"},
      {"3월부터 12월까지", "2021-03…2021-12"},
      {"기본계획 수립 : ’21. 11월", "2021-11…2021-11"},
      {"콘텐츠 개발('19.6.21)", "2019-06-21…2019-06-21"},
      {"2021. 3. 15.(월) 개최", "2021-03-15…2021-03-15"},
      {"2021년 3월 15일", "2021-03-15…2021-03-15"},
      {"2021-03-15", "2021-03-15…2021-03-15"},
      {"실시('19.10~11월), 점검('19. 9~ 11월)", "2019-10…2019-11; 2019-09…2019-11"},
      {"9~12월 중 실시", "2021-09…2021-12"},
      {"중간점검(9월), 성과 공유회(12월)", "2021-09…2021-09; 2021-12…2021-12"},
      {"상시 운영 시스템 개발(08월~)", "2021-08…"},
      {"행사 개최(‘10월)", "2021-10…2021-10"},
      {"수탁(18.4월~'20.12월)", "2018-04…2020-12"},
      {"영향분석 실시('12~'19.8.)", "2012…2019-08"},
      {"'16년~17년", "2016…2017"},
      {"2021~2023년 추진", "2021…2023"},
      {"사업기간: ’23년~’27년", "2023…2027"},
      {"2단계(’26~’27년)", "2026…2027"},
      {"1984.  5.  연구소 개소", "1984-05…1984-05"},
      {"’21년 하반기", "2021-07…2021-12"},
      {"상반기~하반기", "2021-01…2021-12"},
      {"2/4분기", "2021-04…2021-06"},
      {"’22. 1분기 ~ 3분기", "2022-01…2022-09"},
      {"상담 창구 연중 운영", "2021…2021"},
      {"도봉·성북(연내), 중랑(’22), 구로(’23)", "…2021; 2022…2022; 2023…2023"},
      {"조성 : 2022년", "2022…2022"},
      {"’21. 9월 중", "2021-09…2021-09"},
      {"’21. 11월~2월", "2021-11…2022-02"},
      {"’20. 12. 28. ~ 1. 8.", "2020-12-28…2021-01-08"},
      {"’20년 9월 개최, 10월 보고", "2020-09…2020-09; 2020-10…2020-10"},
      {"2０21. 9월", "2021-09…2021-09"},
      {"위탁기간 90일 연장(’21.8.22.→ 11.20.)", "2021-08-22…2021-08-22; 2021-11-20…2021-11-20"},
      {"'19.7.1字 신규 임용", "2019-07-01…2019-07-01"},
  };
  for (const Line& line : lines) EXPECT_EQ(read(line.printed), line.periods) << line.printed;
}

TEST(Period, TheYearOfWhatALineNamesIsNotTheLines) {
  const Line lines[] = {
      {"’22년도 기금운용계획 수립(8~11월)", "2021-08…2021-11"},
      {"’20년도 성과분석(6월), ’22년도 계획 수립(8월)", "2021-06…2021-06; 2021-08…2021-08"},
      {"2022년 예산안 편성(10월)", "2021-10…2021-10"},
      {"’22년 3월 착공, 5월 준공", "2022-03…2022-03; 2022-05…2022-05"},
      {"정기심사(3, 6, 9월)", "2021-03…2021-03; 2021-06…2021-06; 2021-09…2021-09"},
      {"점검(4·10월) 실시", "2021-04…2021-04; 2021-10…2021-10"},
      {"9, 6, 3월", "2021-03…2021-03"},
      {"(’18년) 444억원 → (’19년) 508억원", ""},
      {"출연금 30억원(’19), 40억원(’20)", ""},
      {"개소식 5개소(’19)", "2019…2019"},
      {"도서관(’19) 3개소", ""},
      {"개관(’19), 증축(’20)", "2019…2019; 2020…2020"},
      {"’24. 2. ~ 12.", "2024-02…2024-12"},
  };
  for (const Line& line : lines) EXPECT_EQ(read(line.printed), line.periods) << line.printed;
}

TEST(Period, LeavesWhatSaysNothingOfWhen) {
  const char* lines[] = {"",
                         "(’21.8.13. 기준, 단위:천원)",
                         "교원 경력인정기관(1,043개, ’21년 12월 현재)",
                         "2021 시민참여예산 제안사업 공모",
                         "’22년 시민참여예산사업 선정",
                         "2021 한마당 총회 개최",
                         "’18년 국민의 국어능력 실태조사",
                         "62.9% 증가, 3.5배",
                         "2021.5%",
                         "1,984.5.",
                         "12345월",
                         "3개월, 10개월 연장",
                         "월드컵, 2월드",
                         "2.1. 개요",
                         "전용 1,815.6㎡(550평)",
                         "13월, 0월, 99월",
                         "2021. 13. 1월세",
                         "코로나19 확산",
                         "연내력, 공연중"};
  for (const char* line : lines) EXPECT_EQ(read(line), "") << line;
  EXPECT_EQ(read("9월 개최", std::nullopt), "");  // of which year?
  EXPECT_EQ(read("’21. 9월 개최", std::nullopt), "2021-09…2021-09");
}

TEST(Period, ReadsNoMoreThanIsPrinted) {
  const Line lines[] = {
      {"’21. 5개소 (’21.)", "2021…2021"},         {"’21. 9월 1,000명", "2021-09…2021-09"}, {"’21.3. 5개소", "2021-03…2021-03"},
      {"’21. 4. 1,200백만원", "2021-04…2021-04"}, {"’21. 2. 30.", "2021-02…2021-02"},      {"2020. 2. 29.", "2020-02-29…2020-02-29"},
  };
  for (const Line& line : lines) EXPECT_EQ(read(line.printed), line.periods) << line.printed;
}

TEST(Period, OfALineIsWhatItsEndSays) {
  const auto of = [](const char* line) {
    const auto period = period_of(line, kYear);
    return period ? period->start + "…" + period->end + " " + period->text : std::string();
  };
  EXPECT_EQ(of("’22. 참여예산 예산편성 및 시의회 의결 : ’21. 9~12월"), "2021-09…2021-12 ’21. 9~12월");
  EXPECT_EQ(of("추진근거 : 시민 행복 증진 조례 (’19.1. 제정, ’20.1. 시행)"), "2019-01…2019-01 ’19.1.");
  EXPECT_EQ(of("공모(9월) 및 시범사업(’21. 10월~12월)"), "2021-10…2021-12 ’21. 10월~12월");
  EXPECT_EQ(of("계획 수립 : ~’20.7월"), "…2020-07 ~’20.7월");
  EXPECT_EQ(of("상반기 결과를 정하는 시민총회 개최(9.1.)"), "2021-09-01…2021-09-01 9.1.");
  EXPECT_EQ(of("상반기 시민총회 개최"), "2021-01…2021-06 상반기");
  EXPECT_EQ(of("시민 의견 수렴"), "");
}

// What a period promises: dates of the calendar, the beginning not after the end, the text where it says.
void expect_sound(std::string_view line) {
  for (const Period& period : periods_in(line, kYear)) {
    const auto sound = [](const std::string& date) {
      return date.empty() || ((date.size() == 4 || date.size() == 7 || date.size() == 10) && date >= "1900" && date < "2999");
    };
    EXPECT_TRUE(sound(period.start) && sound(period.end)) << line << " " << period.start << " " << period.end;
    EXPECT_FALSE(period.start.empty() && period.end.empty()) << line;
    const std::size_t common = std::min(period.start.size(), period.end.size());
    EXPECT_LE(period.start.substr(0, common), period.end.substr(0, common)) << line;
    EXPECT_NE(std::string(line).find(period.text), std::string::npos) << line << " | " << period.text;
  }
}

RC_GTEST_PROP(PeriodProperty, EveryPeriodIsSound, ()) {
  static const char* const pieces[] = {"’21",  "'",    "2021", "19",   "9",      "31",   "0",  ".", ". ",   "~",   " ~ ",
                                       "-",    "월",   "일",   "년",   "상반기", "분기", "/4", "(", ")",    " ",   "말",
                                       "까지", "부터", "기준", "계속", "연중",   "가",   ",",  ":", "(월)", "１２"};
  std::string line;
  const auto length = *rc::gen::inRange(0, 24);
  for (int i = 0; i < length; ++i) line += pieces[*rc::gen::inRange<std::size_t>(0, std::size(pieces))];
  if (line.find("１２") == std::string::npos) expect_sound(line);
}

TEST(Period, ReadsEveryPrefixAndSuffix) {
  const std::string line = "○ 개최(’21. 8. 27.(금) ~ 8. 28., 2021년 하반기) : ~’20.7월, 9~12월, ’16년~17년, 2/4분기까지";
  for (std::size_t n = 0; n <= line.size(); ++n) {
    expect_sound(std::string_view(line).substr(0, n));
    expect_sound(std::string_view(line).substr(n));
  }
}

TEST(Period, TakesTimeThatGrowsWithTheText) {
  for (const char* piece : {"1", "’", "’21", "2021.", "9월~", "~", "1.1.", "’21. 1. 1.~", "9~", "년", " ", "상반기"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    periods_in(text, kYear);
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), 5) << piece;
  }
}

}  // namespace
}  // namespace jangbu
