// A report's own table of contents: which lines are it, and what it lists.
//
//   보고순서                                      a line, or a box, that is nothing but this word
//   Ⅰ  기본현황 ············ 1                    entries: number, title, page; pieces that stand on one line are one entry
//   Ⅳ  2025년 주요업무계획 ·· 9
//      1. 복지정책과 ········ 12                  of level 2
//   [별첨] 2024 공모사업 ···· 49                  of level 1
// With pages it is what stands on the page of that word, and on pages behind it that list on; without, the lines behind it as long
// as they are numbered or end in a page number. Its lines open nothing; what it lists tells chapters from other headings.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

struct ContentsEntry {
  std::string number;  // "Ⅰ", "1"; empty: none
  std::string title;
  std::string key;  // label_key() of the title
  int level = 1;
};

struct Contents {
  std::set<std::size_t> blocks;
  std::vector<ContentsEntry> entries;

  // The entry that a heading stands for: the same title, or one that holds the other nearly whole. nullptr: none.
  const ContentsEntry* entry_of(std::string_view title) const;
};

Contents find_contents(const Document& document);

}  // namespace jangbu
