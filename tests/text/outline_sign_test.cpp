#include "text/outline_sign.h"

#include <gtest/gtest.h>

#include <string>

namespace jangbu {
namespace {

std::string read(std::string_view line) {
  const OutlineSign sign = outline_sign(line);
  return std::string(sign.kind) + "|" + std::to_string(sign.indent) + "|" + std::string(sign.rest);
}

TEST(OutlineSign, IsReadWithItsIndentation) {
  EXPECT_EQ(read("□ 사업개요"), "□|0|사업개요");
  EXPECT_EQ(read(" ㅇ (임기) 2021. 5월 ~"), "○|1|(임기) 2021. 5월 ~");
  EXPECT_EQ(read("○개최"), "○|0|개최");
  EXPECT_EQ(read("   - 상시 평가"), "-|3|상시 평가");
  EXPECT_EQ(read("- 2개동 내진보강"), "-|0|2개동 내진보강");
  EXPECT_EQ(read("･ 위원회 운영"), "·|0|위원회 운영");
  EXPECT_EQ(read("  ** 10지점: 고양시"), "*|2|10지점: 고양시");
  EXPECT_EQ(read("※ 거리두기"), "*|0|거리두기");
  EXPECT_EQ(read("󰊱 국어능력 진단"), "󰊱|0|국어능력 진단");
  EXPECT_EQ(read("\xEE\x80\x80 사업개요"), "□|0|사업개요");  // U+E000: a sign of the report's own font
  EXPECT_EQ(read("가. 추진배경"), "가.|0|추진배경");
  EXPECT_EQ(read("1) 대상"), "1)|0|대상");
  EXPECT_EQ(read("① 회의"), "①|0|회의");
  EXPECT_EQ(read("➂ 회의"), "①|0|회의");
  EXPECT_EQ(read("➋ 회의"), "❶|0|회의");
  EXPECT_EQ(read("(2) 회의"), "(1)|0|회의");
  EXPECT_EQ(read("(나) 회의"), "(가)|0|회의");
  EXPECT_EQ(read("　○ 전각 빈칸"), "○|2|전각 빈칸");
  EXPECT_EQ(read("- ◆ 기반시설 조성"), "◆|0|기반시설 조성");
  EXPECT_EQ(read("▲신규 구축"), "▲|0|신규 구축");
}

TEST(OutlineSign, IsNoneInFrontOfFiguresWordsAndMarkup) {
  for (const char* line : {"", "   ", "사업개요", "-3.2% 감소", "- 12 -", "△2,524", "**위** 치 : 은평구", "오픈", "open 행사", "1.5배",
                           "(1차 평가) 기관 선정", "(3) 2,500", "(가칭) 도서관", "2021. 5월", "가나다"}) {
    EXPECT_EQ(outline_sign(line).kind, "") << line;
  }
}

TEST(OutlineSign, RanksFromTheOutsideIn) {
  int last = 0;
  for (const char* line : {"󰊱 가나", "□ 가나", "❶ 가나", "◆ 가나", "가. 가나", "○ 가나", "1) 가나", "가) 가나", "① 가나", "(1) 가나",
                           "(가) 가나", "▶ 가나", "- 가나", "· 가나", "→ 가나", "※ 가나", "가나"}) {
    EXPECT_GT(outline_sign(line).rank, last) << line;
    last = outline_sign(line).rank;
  }
}

}  // namespace
}  // namespace jangbu
