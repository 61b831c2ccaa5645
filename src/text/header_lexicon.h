// The words that table headers are made of, gathered from all profiles.
//
// Text that lost its columns is cut into header cells with it: in `구 분 ’20년 예산 ’21년 예산` only the words themselves
// tell that there are three cells and not five.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/pattern.h"

namespace jangbu {

enum class HeaderRole {
  kRowLabel,  // 구분, 사업명: names the rows
  kMeasure,   // 예산현액, 집행률: a column of figures
  kGroup,     // ’21년말 집행예상액: stands over other headers
};

struct HeaderWord {
  HeaderRole role;
  Pattern pattern;                // over header_key()
  std::vector<Pattern> children;  // kGroup: what may stand below; empty: anything
};

class HeaderLexicon {
 public:
  void add(HeaderWord word) { words_.push_back(std::move(word)); }

  bool is_row_label(std::string_view key) const { return matches(key, HeaderRole::kRowLabel); }
  bool is_measure(std::string_view key) const { return matches(key, HeaderRole::kMeasure); }
  bool is_group(std::string_view key) const { return matches(key, HeaderRole::kGroup); }
  bool knows(std::string_view key) const { return is_row_label(key) || is_measure(key) || is_group(key); }

  // May `child` stand under `group`? Nothing if the lexicon does not know the group's children.
  std::optional<bool> may_hold(std::string_view group, std::string_view child) const;

 private:
  bool matches(std::string_view key, HeaderRole role) const;
  std::vector<HeaderWord> words_;
};

}  // namespace jangbu
