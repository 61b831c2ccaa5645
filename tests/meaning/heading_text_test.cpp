// What is no word of a heading: years, letters, units. What is left are runs of letters.
#include "meaning/heading_text.h"

#include <gtest/gtest.h>

#include <string>

#include "text/unicode.h"

namespace jangbu {
namespace {

// As `year 2024 end | 현재액 | (억원) | A=...`.
std::string cut(std::string_view text, bool part_words = false) {
  const HeadingText heading = cut_heading(text, part_words);
  std::string out;
  const auto add = [&](const std::string& piece) { out += (out.empty() ? "" : " | ") + piece; };
  for (const HeadingPiece& piece : heading.pieces) {
    if (piece.kind == HeadingPiece::Kind::kPeriod) {
      add(edtf(piece.period, 2025));
    } else if (piece.kind == HeadingPiece::Kind::kPercent) {
      add("%");
    } else {
      add((piece.divisor ? "/" : "") + to_utf8(piece.run) + (piece.bracketed ? ")" : ""));
    }
  }
  for (const Unit& unit : heading.units) add("(" + unit.name + ")");
  if (heading.percent) add("(%)");
  if (!heading.letters.empty()) {
    std::string letters = heading.letters.name ? std::string(1, *heading.letters.name) : "";
    const auto side = [](const std::vector<LetterTerm>& terms) {
      std::string sum;
      for (const LetterTerm& term : terms) sum += (term.sign < 0 ? "-" : sum.empty() ? "" : "+") + std::string(1, term.letter);
      return sum;
    };
    if (!heading.letters.sum.empty()) letters += "=" + side(heading.letters.sum);
    if (!heading.letters.base.empty()) letters += "/" + side(heading.letters.base);
    add(letters);
  }
  return out;
}

TEST(HeadingText, YearsAndTheirEnds) {
  EXPECT_EQ(cut("’25년 당초예산"), "2025 | 당초예산");
  EXPECT_EQ(cut("2024년도말 현재액"), "2024-12-31 | 현재액");
  EXPECT_EQ(cut("’23년 이전"), "../2023");
  EXPECT_EQ(cut("~2024"), "../2024");
  EXPECT_EQ(cut("2026~2027"), "2026/2027");
  EXPECT_EQ(cut("2026년 이후"), "2026/..");
}

// 초 and 말 begin words, too; a figure that is no year belongs to its word.
TEST(HeadingText, WhatOnlyLooksLikeAYear) {
  EXPECT_EQ(cut("’24년 초등학교"), "2024 | 초등학교");
  EXPECT_EQ(cut("3·4급"), "3·4급");
  EXPECT_EQ(cut("1~2급"), "1~2급");
  EXPECT_EQ(cut("5급 이하"), "5급이하");
}

TEST(HeadingText, LettersAndFormulas) {
  EXPECT_EQ(cut("예산액 (억원, A)"), "예산액 | (억원) | A");
  EXPECT_EQ(cut("증감(C=B-A)"), "증감 | C=B-A");
  EXPECT_EQ(cut("집행률(B/A)"), "집행률 | =B/A");
  EXPECT_EQ(cut("증감률\n(B-A)/A"), "증감률 | =B-A/A");
  EXPECT_EQ(cut("집행률 (②/①)"), "집행률 | =B/A");
  EXPECT_EQ(cut("예산 A", true), "예산 | A");
}

TEST(HeadingText, UnitsAndBrackets) {
  EXPECT_EQ(cut("구성비(%)"), "구성비 | (%)");
  EXPECT_EQ(cut("예산액 (단위 : 백만원)"), "예산액 | (백만원)");
  EXPECT_EQ(cut("예산액(구성비)"), "예산액 | 구성비)");
  EXPECT_EQ(cut("집행률(지출/현액)"), "집행률 | 지출) | /현액)");
  EXPECT_EQ(cut("정원 주2)"), "정원");  // the mark of a note
}

TEST(HeadingText, BlanksPartWordsOfTitlesOnly) {
  EXPECT_EQ(cut("세출 예산 현황"), "세출예산현황");
  EXPECT_EQ(cut("세출 예산 현황", true), "세출 | 예산 | 현황");
  EXPECT_EQ(cut("예 산", true), "예산");  // stretched over its line
}

TEST(HeadingText, WhatIsTooLongIsOneRun) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "가";
  const HeadingText heading = cut_heading(text + " ’25년", false);
  ASSERT_EQ(heading.pieces.size(), 1U);
  EXPECT_EQ(heading.pieces.front().run.size(), kLongestHeading);
}

}  // namespace
}  // namespace jangbu
