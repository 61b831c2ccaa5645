// Which field does each column of a view hold? A function of the words over it (meaning/facets.h) and of a profile (profile.h): every
// word of the headings is accounted for, or the column has no field. Figures are asked for two things only: whether they are what the
// words say they are (no per cents under an amount), and where a group of another year leaves open what a change is measured against.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/column_evidence.h"
#include "records/grid_view.h"
#include "records/profile.h"
#include "records/table_context.h"

namespace jangbu {

struct TypedColumn {
  int index = 0;                        // of the view
  std::vector<HeaderCell> path;
  Facets facets;                        // of the whole path
  const ProfileField* field = nullptr;  // nullptr: none
  std::string name;                     // of the field as printed beside its siblings (ProfileField::alone)
  std::optional<FacetMember> member;    // the column holds a part of the field
  std::string period, phase;            // a figure of another year: EDTF and phase
  Unit unit;                            // of its amounts
  std::optional<std::set<std::string>> second_heading;  // atoms of 구성비 in 예산액(구성비), where the cells print two figures
  const ProfileField* second = nullptr;                 // and its field
  bool numeric = false;
  bool elsewhere = false;               // a field of another profile that reads the same rows
  bool damaged = false;                 // the heading could not be read, arithmetic proved the field

  bool typed() const { return field != nullptr; }
  bool yearly() const { return !period.empty(); }
  std::string key() const { return yearly() ? period + ":" + phase : name; }
};

struct ColumnTyping {
  const Profile* profile = nullptr;
  std::optional<int> year;             // the table's fiscal year
  std::vector<TypedColumn> columns;    // all columns behind the labels
  int typed = 0;                       // numeric columns that have a field
  bool unit_missing = false;           // a column says an amount, and nothing says in what unit
  int needed = 0;                      // atoms that their wordings needed: how much is said
};

// What is known of a view before any profile is asked.
struct ViewWords {
  std::vector<TypedColumn> columns;        // without fields
  std::vector<ColumnEvidence> evidence;    // by column
  std::set<std::string> label_atoms;       // of the heading over the labels, and of labels that all say one thing
  bool sources_as_rows = false, projects_as_rows = false;
  bool revenue_rows = false;
};

ViewWords words_of_view(const GridView& view, const Lexicon& lexicon);

// `unit_missing` is set where a profile knew columns but for the unit that nothing prints. Every profile that takes the view, best first; the second and later ones only with columns that no better one has taken (세입 | 세출).
std::vector<ColumnTyping> type_columns(const GridView& view, const ViewWords& words, const TableContext& context, const std::vector<Profile>& profiles,
                                       const std::optional<std::string>& flow, bool& unit_missing);

// "2024", "../2023", "2026/..", "2026/2027", "2024-12-31"; empty for what has no year.
std::string edtf(const FacetPeriod& period, std::optional<int> fiscal_year);

}  // namespace jangbu
