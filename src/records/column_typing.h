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
  std::optional<int> year;           // the table's fiscal year
  std::vector<TypedColumn> columns;  // all columns behind the labels
  int typed = 0;                     // numeric columns that have a field
  bool unit_missing = false;         // a column says an amount, and nothing says in what unit
  int needed = 0;                    // atoms that their wordings needed: how much is said
};

// The columns of one view as one profile reads them; `typed` is 0 where it does not take the view. `flow`: revenue or expenditure, as
// titles and labels around the view say.
ColumnTyping typed_by(const Profile& profile, const ViewWords& words, const TableContext& context, const std::optional<std::string>& flow);

}  // namespace jangbu
