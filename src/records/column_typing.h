// Which field does each column of a view hold? A function of the words over it (meaning/facets.h) and of a profile (profile.h): every
// word of the headings is accounted for, or the column has no field. Figures are asked for two things only: whether they are what the
// words say they are (no per cents under an amount), and where a group of another year leaves open what a change is measured against.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/profile.h"
#include "records/table_context.h"
#include "records/view_words.h"

namespace jangbu {

struct ColumnTyping {
  const Profile* profile = nullptr;
  std::optional<int> year;             // the table's fiscal year
  std::vector<TypedColumn> columns;    // all columns behind the labels
  int typed = 0;                       // numeric columns that have a field
  bool unit_missing = false;           // a column says an amount, and nothing says in what unit
  int needed = 0;                      // atoms that their wordings needed: how much is said
};

// Every profile that takes the view, best first; the second and later ones only with columns that no better one has taken (세입 | 세출).
// `unit_missing` is set where a profile knew columns but for the unit that nothing prints.
std::vector<ColumnTyping> type_columns(const ViewWords& words, const TableContext& context, const std::vector<Profile>& profiles,
                                       const std::optional<std::string>& flow, bool& unit_missing);

}  // namespace jangbu
