#include "meaning/cell_figures.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

std::string shown(std::string_view cell) {
  const CellFigures read = read_cell_figures(cell);
  if (read.blank) return "blank";
  if (read.dash) return "dash";
  if (read.text) return "text";
  std::string out = read.figure->value->to_string();
  if (read.figure->percent) out += "%";
  if (read.figure->bracketed) out += " in brackets";
  if (!read.figure->suffix.empty()) out += " " + read.figure->suffix;
  if (read.second) out += " second " + read.second->value->to_string() + (read.second->percent ? "%" : "");
  for (const NamedFigure& part : read.parts) out += " " + part.name + "=" + part.figure.value->to_string();
  if (!read.note.empty()) out += " note " + read.note;
  return out;
}

TEST(CellFigures, AFigureAlone) {
  EXPECT_EQ(shown("1,234"), "1234");
  EXPECT_EQ(shown(" △58.6 "), "-58.6");
  EXPECT_EQ(shown("71.5%"), "71.5%");
  EXPECT_EQ(shown("4,300백만원"), "4300 백만원");
  EXPECT_EQ(shown("(27,225,918)"), "27225918 in brackets");
  EXPECT_EQ(shown(""), "blank");
  EXPECT_EQ(shown("-"), "dash");
}

TEST(CellFigures, AFigureAndAWordOrAMark) {
  EXPECT_EQ(shown("1,000 신규"), "1000 note 신규");
  EXPECT_EQ(shown("1,000\n(잠정)"), "1000 note (잠정)");
  EXPECT_EQ(shown("2,000주1)"), "2000 note 주1)");
  EXPECT_EQ(shown("2,000¹⁾"), "2000 note ¹⁾");
  EXPECT_EQ(shown("800²"), "800 note ²");
  EXPECT_EQ(shown("1,000*"), "1000 note *");
}

TEST(CellFigures, TwoFigures) {
  EXPECT_EQ(shown("51,288(30.7)"), "51288 second 30.7");
  EXPECT_EQ(shown("800 (5.6%)"), "800 second 5.6%");
  EXPECT_EQ(shown("4,877\n(4)"), "4877 second 4");
  EXPECT_EQ(shown("317,500\n31,800"), "317500 second 31800");
  EXPECT_EQ(shown("13,971 (시비 10,541, 국비 3,430)"), "13971 시비=10541 국비=3430");
}

TEST(CellFigures, WhatIsNoFigure) {
  for (const char* text : {"2024. 12. 3.", "18:00-23:00", "1~2", "2025년 당초예산", "2025 예산", "16조 6,830억원", "진행중", "3-5", "’24년",
                           "2본부 10실", "1,0000", "5팀(35명)"}) {
    EXPECT_EQ(shown(text), "text") << text;
  }
}

// Two rows that were read as one: the dash is no sign of the figure below it. A triangle is, wherever the line ends.
TEST(CellFigures, ADashAboveAFigure) {
  for (const char* cell : {"-\n62,400,000", "–\n5", "- \n 5%"}) EXPECT_EQ(shown(cell), "text") << cell;
  EXPECT_EQ(shown("- 62,400"), "-62400");
  EXPECT_EQ(shown("△\n62,400"), "-62400");
}

TEST(CellFigures, PairsOfMeasures) {
  EXPECT_EQ(split_pair("84/90"), (std::pair<std::string, std::string>("84", "90")));
  EXPECT_EQ(split_pair("- / 1,203"), (std::pair<std::string, std::string>("-", "1,203")));
  EXPECT_FALSE(split_pair("84/90/3"));
  EXPECT_FALSE(split_pair("06/24일"));
}

TEST(CellFigures, EveryPrefixOfACellIsReadOrText) {
  const std::string cell = "13,971주1) (시비 10,541, 국비 3,430)\n△2,000 신규";
  for (std::size_t length = 0; length <= cell.size(); ++length) {
    const CellFigures read = read_cell_figures(std::string_view(cell).substr(0, length));
    EXPECT_EQ(1, read.blank + read.dash + read.text + read.figure.has_value()) << length;
  }
}

}  // namespace
}  // namespace jangbu
