// What the cells of a column say of it, and whether an identity holds over the rows of a table.
#pragma once

#include <optional>
#include <vector>

#include "arithmetic/interval.h"
#include "records/grid_view.h"
#include "records/profile.h"

namespace jangbu {

struct ColumnEvidence {
  std::vector<std::optional<Printed>> figures;  // one a row; nothing where the cell prints none
  int percents = 0, plain = 0, texts = 0;
  int large = 0;    // plain figures that no rate reaches
  int foreign = 0;  // figures with a unit of their own that is no money: 2,208건
  int money = 0;    // figures with a unit of money of their own: 4,300백만원
  int dashes = 0;   // cells that print a sign for nothing
  int seconds = 0;  // cells with a second figure in brackets
  bool percent() const { return percents > plain; }
};

// `counts`: figures are exact.
ColumnEvidence evidence_of(const GridView& grid, int column, bool counts);

struct Trial {
  int held = 0, failed = 0;  // rows that speak
  int told = 0;              // of those that held: the result is not nought, which two equal figures give of any column of noughts
  int rows = 0;              // of the table
};

// `column_of`: by field of the profile, an index into `evidence`; -1: none.
Trial try_identity(const Identity& identity, const std::vector<ColumnEvidence>& evidence, const std::vector<int>& column_of,
                   const Profile& profile);

// Enough to name a column whose header cannot be read: one row may hold by chance where it is not the only one.
bool proves(const Trial& trial);

}  // namespace jangbu
