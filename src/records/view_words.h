// What the words over a view say of its columns and rows, before any profile is asked: the reading that every profile shares.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "meaning/facets.h"
#include "meaning/lexicon.h"
#include "records/column_evidence.h"
#include "records/grid_view.h"
#include "records/profile.h"
#include "text/caption.h"

namespace jangbu {

// A column behind the labels: what its headings say, and, once a profile has typed it (column_typing.h), what it holds.
struct TypedColumn {
  int index = 0;  // of the view
  std::vector<HeaderCell> path;
  Facets facets;                                        // of the whole path
  const ProfileField* field = nullptr;                  // nullptr: none
  std::string name;                                     // of the field as printed beside its siblings (ProfileField::alone)
  std::optional<FacetMember> member;                    // the column holds a part of the field
  std::string period, phase;                            // a figure of another year: EDTF and phase
  Unit unit;                                            // of its amounts
  std::optional<std::set<std::string>> second_heading;  // atoms of 구성비 in 예산액(구성비), where the cells print two figures
  const ProfileField* second = nullptr;                 // and its field
  bool numeric = false;
  bool elsewhere = false;  // a field of another profile that reads the same rows
  bool damaged = false;    // the heading could not be read, arithmetic proved the field

  bool typed() const { return field != nullptr; }
  bool yearly() const { return !period.empty(); }
  std::string key() const { return yearly() ? period + ":" + phase : name; }
};

// What is known of a view before any profile is asked.
struct ViewWords {
  std::vector<TypedColumn> columns;      // without fields
  std::vector<ColumnEvidence> evidence;  // by column
  std::set<std::string> label_atoms;     // of the heading over the labels, and of labels that all say one thing
  std::set<std::string> label_heading;   // of the heading over the labels alone
  std::set<std::string> row_atoms;       // what most labels say (상환액, 잔액), sides and sources aside
  std::set<std::string> only_row;        // what the label of the only row says: 사업비 beside 계 | 국비 | 시비
  std::optional<std::string> side;       // revenue or expenditure, where one heading says it over labels and figures
  bool unknown_rows = false;             // the innermost heading over the labels is in no list: 축제명
  bool profit_rows = false;              // 영업이익, 당기순손실: an account of profit and loss
  bool account_rows = false;             // a heading over the labels names accounts: 목, 세목
  bool rows_by_kind = false;             // that heading says that they are kinds of something: 급여별
  bool sources_as_rows = false, projects_as_rows = false;
  bool revenue_rows = false;
  bool dated_rows = false;    // a label says a time, and nothing that no list knows: 2025년
  bool rows_measure = false;  // the labels say what is measured (정원 / 현원), not of what
};

// Does a heading say by its own words what its figures are? 합계, 국비 and 세입 do not, nor does a year.
bool says_quantity(const Facets& facets);
// A row of this label is of no thing: 증감, 구성비(%) below years or accounts are worked out of the rows above them.
bool says_comparison(const Facets& facets);
// Does a row's own label, and what is read in it, say that its figures are rates or counts, whatever the columns and the line over the
// table say of units? 수지율, 이용인원(명), 건수 below (단위: 백만원, %).
bool tells_no_money(const Facets& said, const std::string& label);
// The same of rates alone.
bool tells_rate(const Facets& said, const std::string& label);

ViewWords words_of_view(const GridView& view, const Lexicon& lexicon);

}  // namespace jangbu
