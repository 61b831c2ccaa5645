// What a heading says, word by word: the facets of its figures.
//
//   ’24년 최종예산            atoms {budget, final}, period 2024
//   증감률(%)                 atoms {change, rate}, unit %
//   ’25년 당초 대비 증감률      atoms {change, rate}, against 2025 {original}
//   예산액 (억원, A)           atoms {amount, budget}, unit 억원, letter A
//   집행률(C/A)               atoms {execution, rate}, formula C/A
//   7급 이하                  member 직급별
//   소송가액                  nothing that can be used: `unknown` holds 소송가액
//
// Atoms are the keys of the word lists in schemas/profiles/lexicon.json. A figure has all facets of the headings that stand over it and
// beside it; the inner heading speaks where two disagree. Every word is accounted for, or `unknown` names it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "text/caption.h"

namespace jangbu {

// The time that a figure is of. Relative ones (전년도) have no year until a table's fiscal year is known.
struct FacetPeriod {
  enum class Kind { kYear, kBefore, kAfter, kRange, kEnd, kStart, kLast, kThis, kNext, kPart };
  Kind kind = Kind::kYear;
  int year = 0;      // kBefore: up to and with it; kAfter: from it on; kEnd, kStart: the year's last and first day
  int to_year = 0;   // of a kRange
  bool end = false;  // of kLast, kThis: the year's last day (당해연도말)

  friend bool operator==(const FacetPeriod&, const FacetPeriod&) = default;
};

// `’24년 당초 대비`: what a change is measured against.
struct Against {
  std::optional<FacetPeriod> period;
  std::set<std::string> atoms;
};

struct FacetMember {
  std::string dimension;  // "직급별"
  std::string name;       // as printed, without blanks: "7급이하"
};

// A letter that names a column, or a formula over such letters: (A), (B-A), (C=A-B), ((B-A)/A).
struct LetterTerm {
  int sign = 1;
  char letter = 'A';
};
struct Lettering {
  std::optional<char> name;
  std::vector<LetterTerm> sum;   // B-A; the numerator where `base` is given
  std::vector<LetterTerm> base;  // of a ratio: C/A, (B-A)/A
  bool empty() const { return !name && sum.empty(); }
};

struct Facets {
  std::set<std::string> atoms;
  std::set<std::string> soft;  // atoms that speak for a field that asks for them, and against none: 실적
  std::optional<FacetPeriod> period;
  std::optional<Against> against;
  std::vector<FacetMember> members;
  std::string dimension;    // what the headings below part its figures by: 직종별 of 직렬별 현원; empty: not said
  std::vector<Unit> units;  // in the order printed
  bool percent = false;     // a unit %
  bool month_end = false;   // of the year up to the end of a month: 6월말 징수액
  Lettering letters;
  std::vector<std::string> unknown;  // words that no list knows

  bool understood() const { return unknown.empty(); }
  bool has(const std::string& atom) const { return atoms.contains(atom); }
  bool says_nothing() const { return atoms.empty() && !period && !against && members.empty() && unknown.empty(); }
};

// `inner` stands below or nearer: its period and letters speak where both have one, all else adds up.
Facets joined(const Facets& outer, const Facets& inner);

// The phase that words name: "original", "final", "execution" …; empty: none.
std::string phase_named(const std::set<std::string>& atoms);

// "2024", "../2023", "2026/..", "2026/2027", "2024-12-31"; empty for what has no year.
std::string edtf(const FacetPeriod& period, std::optional<int> fiscal_year);

}  // namespace jangbu
