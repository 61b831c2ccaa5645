// Which headings of a document stand over initiatives, which are initiatives, and which only label parts of one.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "records/outline_lines.h"
#include "records/outline_rules.h"

namespace jangbu {

struct OutlineHeading {
  enum class Role {
    kOther,
    kChapter,  // initiatives stand below, as headings or as its outermost lines
    kInitiative,
    kLabel,     // of a part of the initiative above
    kExcluded,  // holds no initiatives: the state of the office, its surroundings, a glossary
    kAppendix,  // its title, or a heading in it
  };
  Role role = Role::kOther;
  std::string_view level;  // kLabel
  bool alone = false;      // no headings stand below it
  bool labelled = false;   // labels of enough kinds stand right below
};

// What a document says of itself, by the kind or the title on its cover.
enum class ReportOf {
  kUnknown,  // all of its chapters may hold initiatives where one is called as such chapters are
  kWork,     // all may, whatever they are called
  kMoney,    // those may that are called so, or where lines tell of pieces of work
};

// Roles follow where headings stand (SignedLine::heading_level) and what stands below them: the innermost headings of a chapter are
// its initiatives, but for one without a number that groups signed titles; those are. One for each line; those of lines that are no
// headings of rank 1 … 4 mean nothing.
std::vector<OutlineHeading> outline_headings(const std::vector<SignedLine>& lines, const OutlineRules& rules,
                                             ReportOf of = ReportOf::kUnknown);

// `국어 정보자원 확대(57억원)` → the key of 국어 정보자원 확대: what stands in brackets at the end is not the title.
std::string title_key(std::string_view title);

// The key of 사업개요 in `사업개요 : …`, of 향후 계획 in `(향후 계획) …`; empty: no such head.
std::string head_key(std::string_view text);

// 사업개요 of `<사업개요>` and `[사업개요]`, where nothing else stands on the line; else empty.
std::string_view in_angles(std::string_view text);

}  // namespace jangbu
