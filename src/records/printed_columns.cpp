#include "records/printed_columns.h"

namespace jangbu {

PrintedColumns::PrintedColumns(const GridView& grid) : grid_(grid), paths_(static_cast<std::size_t>(grid.columns())) {
  for (int c = grid.label_columns(); c < grid.columns(); ++c) paths_[static_cast<std::size_t>(c)] = grid.header_path(c);
  for (auto& of_kind : evidence_) of_kind.resize(paths_.size());
}

const ColumnEvidence& PrintedColumns::evidence(int column, bool counts) {
  auto& known = evidence_[counts ? 1 : 0][static_cast<std::size_t>(column)];
  if (!known) known = evidence_of(grid_, column, counts);
  return *known;
}

}  // namespace jangbu
