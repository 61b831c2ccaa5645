// The columns of a view as they are printed, header paths and figures, worked out once for all profiles that try to read them.
#pragma once

#include <array>
#include <vector>

#include "records/column_evidence.h"
#include "records/grid_view.h"

namespace jangbu {

class PrintedColumns {
 public:
  // `grid` is borrowed.
  explicit PrintedColumns(const GridView& grid);

  const GridView& grid() const { return grid_; }
  const std::vector<HeaderCell>& path(int column) const { return paths_[static_cast<std::size_t>(column)]; }
  // As evidence_of(); worked out when it is first asked for.
  const ColumnEvidence& evidence(int column, bool counts);

 private:
  const GridView& grid_;
  std::vector<std::vector<HeaderCell>> paths_;                       // by column of the view; of label columns they stay empty
  std::array<std::vector<std::optional<ColumnEvidence>>, 2> evidence_;  // by `counts` and column
};

}  // namespace jangbu
