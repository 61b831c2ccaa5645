#include "text/figure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jangbu {
namespace {

struct Read {
  const char* text;
  const char* value;  // nullptr: prints nothing
  bool percent = false, bracketed = false;
  const char* suffix = "";
};

TEST(Figure, ReadsWhatReportsPrint) {
  constexpr Read kFigures[] = {
      {"0", "0"},
      {"7", "7"},
      {"435,786", "435786"},
      {"78,850,849", "78850849"},
      {"1234567", "1234567"},
      {"\t 1,000 ", "1000"},
      {"　1,000　", "1000"},
      {"71.5%", "71.5", true},
      {"100.0%", "100", true},
      {"100 %", "100", true},
      {"2.5%p", "2.5", true},
      {"0.05", "0.05"},
      {"１，２３４", "1234"},
      {"85．2％", "85.2", true},
      {"+575", "575"},
      // every sign that stands for minus
      {"△2,524", "-2524"},
      {"▲2,524", "-2524"},
      {"▽2,524", "-2524"},
      {"▼2,524", "-2524"},
      {"∆2,524", "-2524"},
      {"Δ2,524", "-2524"},
      {"-2,524", "-2524"},
      {"−2,524", "-2524"},
      {"–2,524", "-2524"},
      {"△ 2,524", "-2524"},
      {"△11.4%", "-11.4", true},
      {"△0", "0"},
      // brackets name a second measure, no sign
      {"(31,800)", "31800", false, true},
      {"[341,802]", "341802", false, true},
      {"( 31,800 )", "31800", false, true},
      {"(△58)", "-58", false, true},
      {"△(58)", "-58", false, true},
      {"(70.5%)", "70.5", true, true},
      {"(15명)", "15", false, true, "명"},
      // suffixes
      {"64건", "64", false, false, "건"},
      {"106명", "106", false, false, "명"},
      {"19,618백만원", "19618", false, false, "백만원"},
      {"2층", "2", false, false, "층"},
      {"3,201 명", "3201", false, false, "명"},
      {"15個", "15", false, false, "個"},
      // nothing, which is not zero
      {"-", nullptr},
      {"_", nullptr},
      {"–", nullptr},
      {"—", nullptr},
      {"―", nullptr},
      {"−", nullptr},
      {"‐", nullptr},
      {"ㅡ", nullptr},
      {"－", nullptr},
      {" - ", nullptr},
      {"--", nullptr},
      {"---", nullptr},
  };
  for (const Read& expected : kFigures) {
    SCOPED_TRACE(expected.text);
    const auto figure = read_figure(expected.text);
    ASSERT_TRUE(figure);
    ASSERT_EQ(figure->value.has_value(), expected.value != nullptr);
    if (expected.value) {
      EXPECT_EQ(figure->value->to_string(), expected.value);
    }
    EXPECT_EQ(figure->percent, expected.percent);
    EXPECT_EQ(figure->bracketed, expected.bracketed);
    EXPECT_EQ(figure->suffix, expected.suffix);
  }
}

TEST(Figure, KeepsThePlacesThatArePrinted) {
  EXPECT_EQ(read_figure("100.0%")->value->scale, 1);
  EXPECT_EQ(read_figure("100%")->value->scale, 0);
  EXPECT_EQ(read_figure("0.050")->value->scale, 3);
}

TEST(Figure, RefusesWhatIsNone) {
  for (const char* text : {
           "",
           " ",
           "\t",
           "합계",
           "B2",
           "B2~6층",
           "A등급",
           "%",
           "△",
           "( )",
           "()",
           "(",
           "(1",
           "1)",
           "[1)",
           "(1]",
           "1,23",
           "12,34",
           "1234,567",
           "1,2345",
           ",123",
           "123,",
           "1,,234",
           "1,234,56",
           "1,234,5678",
           "1.",
           ".5",
           "1.2.",
           "19.8.31",
           "'19.8.31",
           "2021.8.13",
           "21.8.13.",
           "2021-08-13",
           "1~2",
           "10:30",
           "1/2",
           "1+1",
           "1 234",
           "35%%",
           "1p",
           "----",
           "- -",
           "1-",
           "△△5",
           "5㎡",
           "3개소이상임",
           "1e5",
           "0x10",
           "½",
           "Ⅳ",
           "①",
           "⑴",
           "㉠",
           "71²",
           "71₂",
           "㎡",
           "一",
           "1명2",
           "12,345원정도입니다",
       }) {
    EXPECT_FALSE(read_figure(text)) << "read as a figure: " << text;
  }
}

TEST(Figure, RefusesMoreDigitsThanAnyBudgetHasInsteadOfWrapping) {
  EXPECT_EQ(read_figure("12345678901234567")->value->digits, 12345678901234567);
  EXPECT_FALSE(read_figure("123456789012345678"));
  EXPECT_FALSE(read_figure("99999999999999999999999999"));
  EXPECT_FALSE(read_figure("0.123456789012345678"));
  EXPECT_FALSE(read_figure(std::string(10'000, '9')));
  EXPECT_FALSE(read_figure(std::string(10'000, '-')));
}

TEST(Figure, ToleratesBytesThatAreNoText) {
  for (const char* text : {"\xFF", "1\xFF", "\xED\xA0\x80", "1,\xE2", "\xE2\x96"}) EXPECT_FALSE(read_figure(text));
}

TEST(Figure, IsPlainWithoutLetters) {
  for (const char* text : {"1,234", "71.5%", "△3", "-", "(31,800)"}) EXPECT_TRUE(is_plain_figure(text)) << text;
  for (const char* text : {"64건", "2층", "합계", "", "19.8.31"}) EXPECT_FALSE(is_plain_figure(text)) << text;
}

TEST(Figure, OfACellThatPrintsTwo) {
  EXPECT_EQ(read_first_figure("317,500\n(31,800)")->value->digits, 317'500);
  EXPECT_EQ(read_first_figure("435,786")->value->digits, 435'786);
  EXPECT_EQ(read_first_figure("\n71.5%\n \n")->value->to_string(), "71.5");
  EXPECT_FALSE(read_first_figure("317,500\n추경 포함"));
  EXPECT_FALSE(read_first_figure("합계\n317,500"));
  EXPECT_FALSE(read_first_figure(""));
  EXPECT_FALSE(read_first_figure("\n"));
}

TEST(Figure, CountsOrNamesAPlace) {
  for (const char* text : {"1,234", "64건", "-", "317,500\n(31,800)", "21년"}) EXPECT_TRUE(read_counting_figure(text)) << text;
  for (const char* text : {"4급", "1분기", "3월", "2021년", "가과", ""}) EXPECT_FALSE(read_counting_figure(text)) << text;
}

std::string with_commas(std::string digits) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

RC_GTEST_PROP(Figure, WhatIsPrintedWithCommasReadsBack, ()) {
  const auto number = *rc::gen::inRange<std::int64_t>(0, 10'000'000'000'000'000);
  const bool negative = *rc::gen::arbitrary<bool>();
  const auto figure = read_figure((negative ? "△" : "") + with_commas(std::to_string(number)));
  RC_ASSERT(figure.has_value() && figure->value.has_value());
  RC_ASSERT(figure->value->digits == (negative ? -number : number));
}

RC_GTEST_PROP(Figure, ACommaInAnyOtherPlaceIsRefused, ()) {
  std::string digits = std::to_string(*rc::gen::inRange<std::int64_t>(100'000, 1'000'000'000));
  const auto at = *rc::gen::inRange<std::size_t>(1, digits.size());
  RC_PRE((digits.size() - at) != 3);
  digits.insert(at, ",");
  RC_ASSERT(!read_figure(digits));
}

RC_GTEST_PROP(Figure, AnyBytesAreReadOrRefused, (const std::string& bytes)) {
  const auto figure = read_figure(bytes);
  if (figure && figure->value) RC_ASSERT(figure->value->scale >= 0 && figure->value->scale <= 18);
}

}  // namespace
}  // namespace jangbu
