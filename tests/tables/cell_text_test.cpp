#include "tables/cell_text.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

std::string text_of(const std::vector<std::string>& lines) {
  std::vector<RunLine> run_lines;
  for (const std::string& line : lines) run_lines.push_back({line, {}, 10, false, {}});
  return cell_text(run_lines);
}

TEST(CellText, FiguresBrokenOverLinesAreWhole) {
  EXPECT_EQ(text_of({"1,332,", "000"}), "1,332,000");
  EXPECT_EQ(text_of({"1,", "337,", "000"}), "1,337,000");
  EXPECT_EQ(text_of({"1,332,0", "00"}), "1,332,000") << "within a group";
  EXPECT_EQ(text_of({"1,332", ",000"}), "1,332\n,000") << "1,332 stands by itself";
  EXPECT_EQ(text_of({"△1,332,", "000"}), "△1,332,000");
  EXPECT_EQ(text_of({"(1,332,", "000)"}), "(1,332,000)");
  EXPECT_EQ(text_of({"12,345,", "678.9"}), "12,345,678.9");
}

TEST(CellText, OtherLinesStayLines) {
  EXPECT_EQ(text_of({"1,332,000", "1,001,300"}), "1,332,000\n1,001,300");
  EXPECT_EQ(text_of({"2022,", "2023"}), "2022,\n2023") << "no group of three before the comma";
  EXPECT_EQ(text_of({"1,332,", "12"}), "1,332,\n12") << "no figure comes of it";
  EXPECT_EQ(text_of({"가, 나,", "000"}), "가, 나,\n000");
  EXPECT_EQ(text_of({"1,332,", "000 원"}), "1,332,\n000 원");
  EXPECT_EQ(text_of({"800", "200"}), "800\n200");
  EXPECT_EQ(text_of({}), "");
}

}  // namespace
}  // namespace jangbu
