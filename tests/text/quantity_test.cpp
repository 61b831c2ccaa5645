#include "text/quantity.h"

#include <gtest/gtest.h>

#include "drawn_table.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// "65600000000/100000000 원; 26/0" : value/step counter
std::string read(std::string_view text) {
  std::string out;
  for (const Quantity& quantity : quantities_in(plain_width(to_code_points(text)))) {
    const auto number = [](long double value) {
      std::string digits = std::to_string(static_cast<double>(value));
      digits.erase(digits.find_last_not_of('0') + 1);
      if (digits.ends_with('.')) digits.pop_back();
      return digits;
    };
    out += (out.empty() ? "" : "; ") + number(quantity.figure.value) + "/" + number(quantity.figure.step) +
           (quantity.counter.empty() ? "" : " " + quantity.counter);
  }
  return out;
}

TEST(Quantity, MoneyAndCounts) {
  for (const auto& [text, expected] : std::vector<std::pair<const char*, const char*>>{
           {"656억원", "65600000000/100000000 원"},
           {"국비26억, 시비 630억", "2600000000/100000000; 63000000000/100000000"},
           {"1조 2,345억원", "1234500000000/100000000 원"},
           {"3억 5천만원", "350000000/10000000 원"},
           {"358.4억원", "35840000000/10000000 원"},
           {"6,519백만원", "6519000000/1000000 원"},
           {"１２３명", "123/0 명"},
           {"총 61개소 (운영 41개소, 조성 중 20개소)", "61/0 개소; 41/0 개소; 20/0 개소"},
           {"32개(신규19, 재입주13)", "32/0 개; 19/0; 13/0"},
           {"15개 분야, 총 54개 사업", "15/0 개; 54/0 개"},
           {"1,815.6㎡", "1815.6/0.1 ㎡"},
           {"26개 기관, 120세대, 33기관", "26/0 개; 120/0 세대; 33/0 기관"},
           {"1,081 명", "1081/0 명"},
       }) {
    EXPECT_TRUE(drawing::same_text(read(text), expected)) << text;
  }
}

TEST(Quantity, DatesSharesRangesAndNamesAreNone) {
  for (const char* text : {"’21.8.13.", "'19.7월", "5.12.~6.10.", "2~3건", "약 20명", "30여명", "15.2%", "제10조", "3층", "1단계", "B2",
                           "2021년", "10-20", "19.7.1字", "1/4분기", "△3명", "5급"}) {
    EXPECT_TRUE(drawing::same_text(read(text), "")) << text;
  }
}

TEST(Quantity, AnyBytes) {
  for (const char* text : {"", "1", ",", "1,", ".5", "1.", "9999999999999999999999원", "1억2만3", "((((", "억", "１,"}) read(text);
}

}  // namespace
}  // namespace jangbu
