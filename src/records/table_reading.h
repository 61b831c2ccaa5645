// How a table is read: which profile, which way round, and what its columns mean.
#pragma once

#include <optional>
#include <vector>

#include "jangbu/document.h"
#include "records/columns.h"
#include "records/grid_view.h"
#include "records/profile.h"
#include "text/header_lexicon.h"

namespace jangbu {

// One part of a table, as one profile reads it.
struct PartReading {
  const Profile* profile = nullptr;
  GridView view;
  std::optional<int> year;             // of the records
  std::vector<ColumnReading> columns;  // one; where the columns are parted by years, one a year
  std::vector<std::optional<int>> years;  // of `columns`
};

// Parts that no profile reads are left out. `meanings`: of the document's headers.
std::vector<PartReading> read_table(const Table& table, const Document& document, const std::vector<Profile>& profiles, const HeaderLexicon& lexicon,
                                    HeaderMeaningsByProfile& meanings);

}  // namespace jangbu
