// The words that headings are made of (schemas/profiles/lexicon.json), and how a heading is read with them.
//
// Korean headings run their words together (2025년도말예상액). A heading is cut into the fewest words of the lists that leave the fewest
// letters over; years, units, letters and brackets are grammar, and stand in heading.cpp. A word with a hyphen in front (-률) only ends
// another word; one with an equals sign in front (=계) is a heading, or a bracket, by itself. An atom with a tilde in front (~result) is
// soft, and one with an at sign (@직종별) names the dimension that the headings below are members of: see Facets.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/result.h"
#include "meaning/facets.h"

namespace jangbu {

// What a heading is good for when a header is put together: asked often, and worked out at one reading.
struct HeadingUse {
  std::string bare;  // its letters outside of brackets; % by itself
  bool row_label = false;
  bool measure = false;
  bool group = false;  // stands over others

  bool known() const { return row_label || measure || group; }
};

class Lexicon {
 public:
  // Errors: profile_invalid, naming what is wrong. Bounded: at most kMostWords words of at most kLongestWord code points.
  static Result<Lexicon> parse(std::string_view json, std::string_view name);

  // One heading cell. Cost: linear in its length, which is cut at kLongestHeading code points (what lies beyond is unknown).
  Facets read(std::string_view heading) const;

  // What a heading says below another.
  //   미집행액 over 이월액 | 불용액      the outer one is the sum of what the inner ones name, and says nothing more of them (`wholes`)
  //   직렬별 현원 over 행정 | 시설 | 계   a heading that is no measure and no total names a member, whatever it means elsewhere
  // All others are `joined`.
  Facets below(const Facets& outer, std::string_view heading) const;
  Facets below(const Facets& outer, const Facets& inner) const;  // where the inner one is no single cell

  // 예산액(구성비): the headings of a figure and of the one in brackets behind it; nothing where either is not understood or says nothing.
  std::optional<std::pair<Facets, Facets>> read_pair(std::string_view heading) const;

  // A title or caption: words that no list knows are passed over, and told in `unknown` one by one. The atom `other_head`: behind what it
  // says is measured stands such a word, and the title is of that (예산 절감, 세입 감소).
  Facets read_title(std::string_view title) const;

  // The member of a dimension that the heading is as a whole; nothing if it is none.
  std::optional<FacetMember> member(std::string_view heading) const;

  // Of a member's name: the next dimension that it may be of, too (정무직 beside 4급, or beside 일반직); nothing where there is none.
  std::optional<std::string> other_dimension(std::string_view member) const;

  // Of headings that stand beside one another: 시비 is the money of a city within a province where 도비 stands beside it (`beside`).
  void read_beside(const std::vector<Facets*>& headings) const;

  bool is_row_label(std::string_view heading) const;      // 구분, 사업명
  bool is_project_label(std::string_view heading) const;  // 사업명
  bool is_revenue_row(std::string_view label) const;      // 지방세, 사용료수입
  bool is_source(std::string_view label) const;           // 국비, 시비, 기타, 국비(50%)
  std::string source_of(std::string_view label) const;    // "source.central"; empty where the label says something else
  bool is_measure(std::string_view heading) const;        // understood, and says what is measured
  bool knows(std::string_view heading) const { return use_of(heading).known(); }

  HeadingUse use_of(std::string_view heading) const;
  // Whether the one stands over the other where headings have two levels; nothing where the first is no group that the lists know.
  std::optional<bool> may_hold(const HeadingUse& group, const HeadingUse& part) const;

  struct Data;

 private:
  std::shared_ptr<const Data> data_;  // immutable; copies share it
};

}  // namespace jangbu
