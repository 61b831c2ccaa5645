#include "meaning/facets.h"

namespace jangbu {

Facets joined(const Facets& outer, const Facets& inner) {
  Facets out = inner;
  out.atoms.insert(outer.atoms.begin(), outer.atoms.end());
  out.soft.insert(outer.soft.begin(), outer.soft.end());
  if (!out.period) out.period = outer.period;
  if (!out.against) out.against = outer.against;
  if (out.letters.empty()) out.letters = outer.letters;
  out.members.insert(out.members.begin(), outer.members.begin(), outer.members.end());
  out.units.insert(out.units.end(), outer.units.begin(), outer.units.end());
  out.percent = out.percent || (outer.percent && inner.units.empty());
  out.unknown.insert(out.unknown.begin(), outer.unknown.begin(), outer.unknown.end());
  return out;
}

}  // namespace jangbu
