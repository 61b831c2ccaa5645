// What the lexicon keeps of its file, and the questions that its sources ask of it: how a run of letters is cut into words, and whose
// member a text is. Private to lexicon*.cpp; made once (lexicon_file.cpp), immutable from then on.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "meaning/heading_text.h"
#include "meaning/lexicon.h"
#include "text/pattern.h"

namespace jangbu {

inline constexpr std::size_t kLongestLexiconWord = 24;  // code points

struct LexiconWord {
  std::vector<std::string> atoms;
  std::string dimension;  // what it parts figures by (직렬별 → "직종별"); empty: nothing
  bool ends = false;      // only behind another word
  bool alone = false;     // only by itself; with `ends`, in one of the two places
  // What is_measure() asks of the atoms.
  std::vector<std::string> cores;  // what is measured
  int phases = 0;
  int others = 0;  // atoms that make a heading only where nothing else does
  bool amount = false, rate = false;

  // At this letter of a run; `whole`: the word is all of the run.
  bool may_stand(std::size_t at, bool whole) const {
    if (!ends && !alone) return true;
    return (ends && at > 0) || (alone && whole);
  }
};

// Finds words by letters that stand within a longer run.
struct LettersHash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view letters) const { return std::hash<std::u32string_view>()(letters); }
};

struct LexiconDimension {
  std::string name;
  std::vector<Pattern> forms;
};

struct LexiconGroup {
  std::unordered_set<std::string> heads, parts;
  bool dated = false;  // a year may stand in front of a head
};

// Where `near` stands beside it, and no `becomes`, an atom says `becomes`.
struct LexiconBeside {
  std::string near, atom, becomes;
};

struct Lexicon::Data {
  std::unordered_map<std::u32string, LexiconWord, LettersHash, std::equal_to<>> words;
  std::size_t longest = 1;
  std::vector<LexiconDimension> dimensions;
  std::unordered_set<std::string> row_labels, project_labels;
  std::vector<Pattern> revenue_rows;
  std::vector<LexiconGroup> groups;
  std::vector<LexiconBeside> beside;
  std::map<std::string, std::set<std::string>> wholes;             // atom of a heading → atoms of its parts that say all by themselves
  std::vector<std::pair<std::string, std::string>> title_endings;  // how a word of a title ends, and what it says then
  std::vector<std::string> title_results;  // how a word of a title ends that is of what was done: 추진실적, 주요성과
  std::vector<std::string> title_neutral;  // longest first: words behind which a title is still of what it said before them: 예산 변동 추이

  // lexicon.cpp
  Facets facets_of(HeadingText text) const;
  Facets facets_of_words(HeadingText text) const;
  std::optional<FacetMember> members_of(const HeadingText& text) const;
  // heading_use.cpp
  bool measures(const HeadingText& text) const;
  bool groups_others(const std::string& key, const HeadingText& text) const;
  // lexicon_words.cpp
  const LexiconWord* word(std::u32string_view text) const;  // nullptr: no list has it
  std::optional<std::vector<const LexiconWord*>> cut(
      const std::u32string& run) const;  // the words of a run; nothing if a letter is left over
  std::optional<FacetMember> member_of(const std::string& text) const;
  std::optional<FacetMember> both_members(const std::string& text) const;
};

}  // namespace jangbu
