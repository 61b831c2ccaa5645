// Header words without their columns → columns.
//
// Text extraction prints a table's header as words in reading order and loses which word stands over which column:
//     구 분 ’20년 예산 ’21년 예산          two cells that reach over both header rows, after the row-label header
//     증 감 징수현황                       two cells that stand over others
//     증감액 증감률 징수액 징수율          the cells below them
// The rows below have six figures; nine headers less the row label less two groups are six: the reading is consistent. Of all
// readings that give the right number of columns the one with the most familiar words and groups is taken.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/lexicon.h"

namespace jangbu {

// One header cell as found in text.
struct HeaderUnit {
  std::string text;  // as it stands; \n where it runs over a line end
  std::string key;   // header_key(text)
  HeadingUse use;    // of the key
  bool starts_line = false;
};

struct HeaderColumn {
  std::optional<std::size_t> group;  // index into HeaderTree::groups
  HeaderUnit leaf;
};

struct HeaderTree {
  HeaderUnit row_label;
  std::vector<HeaderUnit> groups;
  std::vector<HeaderColumn> columns;  // from left to right, without the row label
  double score = 0;
};

// Cuts lines of header text into units: the longest runs of words that the lexicon knows, other words one by one. The best
// cuts, best first: `지출 원인행위` may be one header (지출원인행위) or two, and only the number of columns can tell.
std::vector<std::vector<HeaderUnit>> cuts_of_header(const std::vector<std::string_view>& lines, const Lexicon& lexicon);

// The best of them; empty for lines without words.
std::vector<HeaderUnit> cut_header(const std::vector<std::string_view>& lines, const Lexicon& lexicon);

// REQUIRES: column_count >= 1. `percent[i]` tells whether most figures of column i carry a percent sign; may be empty.
// Nothing if no reading gives that many columns.
std::optional<HeaderTree> resolve_header(const std::vector<HeaderUnit>& units, std::size_t column_count, const std::vector<bool>& percent,
                                         const Lexicon& lexicon);

}  // namespace jangbu
