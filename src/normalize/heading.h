// Headings by their numbering, as Korean reports number them:
//   Ⅳ. 2021 세부사업별 예산집행 현황      rank 1
//   1. 시민이 주체가 되는 사회혁신 추진    rank 2
//   2019년도 … 예산현황                   rank 2: titles of appendices go without a number
//   제2절 추진체계                       rank 2
//   1 서울시민회의 구성·운영   4| …   3] … rank 3
//   가. 추진배경                         rank 4
//   □ 사업개요                          rank 5
//   ## 사업개요                         Markdown: the number behind the marks, else the marks
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

inline constexpr int kNumberedItemRank = 3;
inline constexpr int kLetteredRank = 4;  // 가.
inline constexpr int kBoxRank = 5;

struct Heading {
  int rank = 0;
  std::string number;  // "Ⅳ", "1", "□"
  std::string title;   // letter spacing undone
  bool group = false;  // without a number of its own, stands above the numbered titles that begin anew below it: 【 총무과 】
};

std::optional<Heading> heading_of(std::string_view line);

// Numbers that lines of other sorts begin with as well, so that one alone tells nothing (heading_series.h):
//   Ⅱ-1. …   1-2 …   2.1.3 …   [2] …   【3】 …   과제 4. …   rank 3
std::optional<Heading> series_heading_of(std::string_view line);

// The counts in a number, outermost first: Ⅱ-3 and 2-3 → 2, 3; 과제 4 and ④ → 4; nothing for 가 and □.
std::vector<int> counts_of(std::string_view number);

// 1 of 제2편, 2 of 제2장, 3 of 제2절, 4 of 제2관; 0: another number.
int part_depth(std::string_view number);

// "Ⅳ. 2021 세부사업별 예산집행 현황": as a section path shows it.
std::string shown(const Heading& heading);

}  // namespace jangbu
