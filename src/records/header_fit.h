// How well what stands over a column, and what its cells print, fits a field of a profile.
#pragma once

#include <vector>

#include "records/column_evidence.h"
#include "records/grid_view.h"
#include "records/header_meaning.h"

namespace jangbu {

// Scores: what kind of evidence outweighs which other.
inline constexpr double kLeafMatch = 10, kUpperMatch = 7, kWeakMatch = 4, kParentMatch = 5, kParentUnread = -3, kParentOther = -6, kKindDoubt = -6;
inline constexpr double kNoFit = -100;

// What the header path of a column means to the fields of one profile.
struct PathMeaning {
  std::vector<HeaderMeaning> levels;  // as the path
  HeaderMeaning joined;               // all levels as one word; means nothing where there is only one

  // Does a level, or do all together, name the field?
  bool names(std::size_t field) const;
  bool names_any() const;
};

PathMeaning meaning_of(const std::vector<HeaderCell>& path, HeaderMeanings& meanings);

// kNoFit or little more: not at all. `field`: of profile.fields.
double fit(const Profile& profile, std::size_t field, const std::vector<HeaderCell>& path, const PathMeaning& meaning, const ColumnEvidence& evidence);

}  // namespace jangbu
