// The sign in front of a line of an outline, and how deep such signs stand: 󰊱 > □ > ❶ > ◆ > 가. > ○ > 1) > ① > (1) > - > · > → > ※ *
//
//   outline_sign("  ㅇ (임기) 2021. 5월 ~")  → kind "○", rank 40, indent 2, rest "(임기) 2021. 5월 ~"
//   outline_sign("- ◆ 기반시설 조성")         → kind "◆": a converter's list sign before the report's own is none
//   outline_sign("**위** 치 : 은평구")        → no sign: markup
//   outline_sign("-3.2% 감소")               → no sign: a minus
// Ranks are for comparing; signs of one rank that differ (○ and ㅇ) have one kind and are the same sign. A sign that the report's
// fonts keep in the Private Use Area ranks with □, a boxed number (U+F02B1 …) above it.
#pragma once

#include <string_view>

namespace jangbu {

inline constexpr int kBoxedNumberRank = 10, kBoxSignRank = 20, kLostSignRank = 25, kCircleSignRank = 40, kNoteRank = 80, kUnsignedRank = 90;

struct OutlineSign {
  std::string_view kind;  // one of a fixed set; empty: no sign
  int rank = kUnsignedRank;
  int indent = 0;         // blanks in front, in columns
  std::string_view sign;  // as it stands: a view into the line
  std::string_view rest;  // the text behind sign and blanks: a view into the line
};

OutlineSign outline_sign(std::string_view line);

}  // namespace jangbu
