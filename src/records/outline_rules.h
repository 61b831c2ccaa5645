// What the profiles of outlines and of lists of duties say, read from their part of schemas/profiles/*.json.
//
// An outline (schemas/profiles/item.json): `chapters` and compounds of `chapter_words` are headings that stand over initiatives,
// `no_chapters` those that never do (기본현황, 정책환경, 용어), `results` those that are initiatives themselves where they hold nothing but
// lines (업무성과), `parts` the labels below an initiative and the level that their lines get. Duties (duty.json): the titles of such
// lists, the headers of such tables and what a unit's name looks like. Patterns match label_key() of a heading or label (letters and digits
// only), whole.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "jangbu/result.h"
#include "records/profile_origin.h"
#include "text/pattern.h"

namespace jangbu {

struct OutlinePart {
  std::string level;            // "overview"
  std::vector<Pattern> labels;  // 사업개요, 추진배경
};

// Compounds of nothing but words of some classes, with a word of each class of one of `needs`: 중점 + 투자 + 사업.
struct CompoundTitles {
  using Classes = unsigned;  // a bit each
  struct Word {
    Pattern at_start;
    Classes classes;
  };
  struct Need {
    Classes classes, last;  // `last`: that of the last word
  };
  std::vector<Word> words;
  std::vector<Need> needs;

  bool matches(std::string_view key) const;
  // Nothing but such words, whether they need others or not: 사업계획.
  bool holds_no_other_word(std::string_view key) const;

 private:
  using Reading = std::pair<Classes, Classes>;  // of all words, of the last one
  std::set<Reading> readings(std::string_view key) const;
};

struct OutlineRules {
  CompoundTitles chapter_words;
  std::vector<Pattern> chapters, no_chapters;
  std::vector<OutlinePart> parts;
  std::vector<Pattern> results;     // chapters that are work themselves where they hold nothing but lines
  std::vector<Pattern> reports;     // kinds or titles of documents whose chapters all hold initiatives, whatever they are called
  std::vector<Pattern> no_reports;  // of documents where a chapter of initiatives says nothing of the others
  std::vector<Pattern> own_facts, shared_facts;  // what lines tell of a piece of work: of nothing else, of buildings and offices too
  int labels_needed = 2;                         // so many different parts make an initiative of a heading outside of such chapters

  bool is_chapter(std::string_view key) const;
  bool is_no_chapter(std::string_view key) const;
  bool is_result(std::string_view key) const;
  bool is_report(std::string_view key) const;
  bool is_no_report(std::string_view key) const;
  bool is_own_fact(std::string_view key) const;
  bool is_shared_fact(std::string_view key) const;
  // The level of a label's lines; empty: no label.
  std::string_view level_of(std::string_view key) const;
};

struct DutyRules {
  std::vector<Pattern> titles, unit_headers, duty_headers, units;

  bool is_title(std::string_view key) const;
  bool is_unit(std::string_view key) const;
  bool heads_units(std::string_view key) const;
  bool heads_duties(std::string_view key) const;
};

// Errors: profile_invalid, saying what is wrong.
Result<OutlineRules> outline_rules_from(const nlohmann::json& object, ProfileOrigin origin);
Result<DutyRules> duty_rules_from(const nlohmann::json& object, ProfileOrigin origin);

}  // namespace jangbu
