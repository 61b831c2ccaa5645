// Snapping: coordinates that mean the same place are made equal, once, so that everything after compares exactly.
//
// "Closer than t" is no equivalence (a~b, b~c, but not a~c), and a sort that uses it is undefined. Here positions are sorted
// exactly, cut into groups no wider than the tolerance, and each group gets one place: its weighted middle, rounded to 0.01 pt.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace jangbu {

struct WeightedPosition {
  double at = 0;
  double weight = 1;  // > 0; long lines pull more than short ones
};

class Snapping {
 public:
  Snapping(std::vector<WeightedPosition> positions, double tolerance) {
    std::sort(positions.begin(), positions.end(),
              [](const WeightedPosition& a, const WeightedPosition& b) { return a.at != b.at ? a.at < b.at : a.weight < b.weight; });
    for (std::size_t i = 0; i < positions.size();) {
      const double first = positions[i].at;
      double sum = 0, weight = 0, last = first;
      for (; i < positions.size() && positions[i].at - first <= tolerance; ++i) {
        sum += positions[i].at * positions[i].weight;
        weight += positions[i].weight;
        last = positions[i].at;
      }
      groups_.push_back({first, last, std::round(sum / weight * 100) / 100});
    }
  }

  // REQUIRES: `at` is one of the positions given. Others come back as they are.
  double snapped(double at) const {
    const auto group = std::lower_bound(groups_.begin(), groups_.end(), at, [](const Group& g, double a) { return g.last < a; });
    return group != groups_.end() && group->first <= at ? group->place : at;
  }

 private:
  struct Group {
    double first, last, place;
  };
  std::vector<Group> groups_;
};

}  // namespace jangbu
