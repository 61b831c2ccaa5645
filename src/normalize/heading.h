// Headings by their numbering, as Korean reports number them:
//   Ⅳ. 2021 세부사업별 예산집행 현황      rank 1
//   1. 시민이 주체가 되는 사회혁신 추진    rank 2
//   2019년도 … 예산현황                   rank 2: titles of appendices go without a number
//   1 서울시민회의 구성·운영   4| …   3] … rank 3
//   가. 추진배경                         rank 4
//   □ 사업개요                          rank 5
//   ## 사업개요                         Markdown: the number behind the marks, else the marks
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jangbu {

inline constexpr int kNumberedItemRank = 3;
inline constexpr int kBoxRank = 5;

struct Heading {
  int rank = 0;
  std::string number;  // "Ⅳ", "1", "□"
  std::string title;   // letter spacing undone
};

std::optional<Heading> heading_of(std::string_view line);

// "Ⅳ. 2021 세부사업별 예산집행 현황": as a section path shows it.
std::string shown(const Heading& heading);

}  // namespace jangbu
