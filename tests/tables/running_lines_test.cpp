// What comes back in the margins is taken out, and only that.
#include "tables/running_lines.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

PageLayout page_of(int number, const std::vector<std::pair<std::string, Box>>& lines) {
  PageLayout page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  for (const auto& [text, box] : lines) page.lines.push_back({text, box, box.height(), false});
  return page;
}

Box at(double x, double y, double width = 60) { return {x, y, x + width, y + 12}; }

std::string described(const std::vector<PageLayout>& pages, const std::vector<Furniture>& taken) {
  std::string out;
  for (const Furniture& f : taken) out += std::string(furniture_place_name(f.place)) + " " + std::to_string(*f.page) + " " + f.text + "\n";
  for (const PageLayout& page : pages) {
    for (const PlacedLine& line : page.lines) out += std::to_string(page.number) + " " + line.text + "\n";
  }
  return out;
}

TEST(RunningLines, HeadersAndNumbersAreFurniture) {
  std::vector<PageLayout> pages;
  for (int n = 1; n <= 3; ++n) {
    pages.push_back(page_of(
        n,
        {{"가나국 주요업무", at(60, 30)}, {"글 " + std::to_string(n), at(60, 400)}, {"- " + std::to_string(n + 4) + " -", at(280, 800)}}));
  }
  const auto taken = take_running_lines(pages);
  EXPECT_EQ(described(pages, taken),
            "header 1 가나국 주요업무\npage_number 1 - 5 -\nheader 2 가나국 주요업무\npage_number 2 - 6 -\nheader 3 가나국 "
            "주요업무\npage_number 3 - 7 -\n"
            "1 글 1\n2 글 2\n3 글 3\n");
}

// A number in a box beside a title is the title's, `□ 추진배경` at the top of three pages an outline's.
TEST(RunningLines, WhatThePageSaysStays) {
  std::vector<PageLayout> pages;
  const int chips[] = {1, 2, 1, 2, 3, 1, 2};
  for (int n = 1; n <= 7; ++n) {
    pages.push_back(page_of(n, {{std::to_string(chips[n - 1]), at(60, 70, 10)},
                                {"제목 " + std::string(static_cast<std::size_t>(n), 'a'), at(90, 70)},
                                {n < 4 ? "□ 추진배경" : "○ 다른 글 " + std::to_string(n), at(60, 90)},
                                {"현안 " + std::to_string(n), at(60, 50, 30)},
                                {"사업 이름 " + std::string(static_cast<std::size_t>(n), 'b'), at(100, 50)}}));
  }
  EXPECT_TRUE(take_running_lines(pages).empty());
  for (const PageLayout& page : pages) EXPECT_EQ(page.lines.size(), 5u);
}

TEST(RunningLines, NumbersThatCountPagesNeedNoDashes) {
  std::vector<PageLayout> pages;
  for (int n = 1; n <= 4; ++n) pages.push_back(page_of(n, {{"글", at(60, 400)}, {std::to_string(n + 10), at(280, 800, 12)}}));
  EXPECT_EQ(take_running_lines(pages).size(), 4u);
}

// A unit on top of every page, at one place, is of the table below it.
TEST(RunningLines, UnitsStayWhereverTheyStand) {
  for (const char* unit : {"(단위 : 백만원)", "(단위: 명)", "[단위 : 천원, %]", "(2025. 12. 31. 기준, 단위 : 억원)"}) {
    std::vector<PageLayout> pages;
    for (int n = 1; n <= 4; ++n) pages.push_back(page_of(n, {{"가나국 주요업무", at(60, 30)}, {unit, at(450, 90)}}));
    const auto taken = take_running_lines(pages);
    EXPECT_EQ(taken.size(), 4U) << unit;
    for (const PageLayout& page : pages) {
      ASSERT_EQ(page.lines.size(), 1U) << unit;
      EXPECT_EQ(page.lines.front().text, unit);
    }
  }
}

}  // namespace
}  // namespace jangbu
