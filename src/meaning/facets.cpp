// Facets of nested headings are joined here, and their periods and phases printed. The inner heading speaks where
// both say something; the hard case is `증감` over `수입 | 지출`, where the outer word changes its meaning under the inner
// ones.
#include "meaning/facets.h"

namespace jangbu {

// Units of the inner heading come first: the nearest wins.
Facets joined(const Facets& outer, const Facets& inner) {
  Facets out = inner;
  out.atoms.insert(outer.atoms.begin(), outer.atoms.end());
  // 당해연도 증감 over 수입 | 지출: what moved during the year, and no change of an income.
  if (outer.has("change") && !inner.has("change") &&
      (inner.has("income") || inner.has("spending") || inner.has("used") || inner.has("raised"))) {
    out.atoms.erase("change");
    out.atoms.insert("change_group");
  }
  out.soft.insert(outer.soft.begin(), outer.soft.end());
  if (!out.period) out.period = outer.period;
  if (!out.against) out.against = outer.against;
  if (out.letters.empty()) out.letters = outer.letters;
  if (out.dimension.empty()) out.dimension = outer.dimension;
  out.members.insert(out.members.begin(), outer.members.begin(), outer.members.end());
  out.units.insert(out.units.end(), outer.units.begin(), outer.units.end());
  out.month_end = out.month_end || outer.month_end;
  out.percent = out.percent || (outer.percent && inner.units.empty());
  out.unknown.insert(out.unknown.begin(), outer.unknown.begin(), outer.unknown.end());
  return out;
}

std::string phase_named(const std::set<std::string>& atoms) {
  // The strongest first: `최종예산 집행` is an execution, not a budget.
  for (const char* atom : {"settlement", "execution", "final", "original", "revised", "supplementary", "proposed", "projection", "plan"}) {
    if (atoms.contains(atom)) return atom;
  }
  return atoms.contains("requested") ? "proposed" : std::string();
}

std::string edtf(const FacetPeriod& period, std::optional<int> year) {
  using Kind = FacetPeriod::Kind;
  const std::string y = std::to_string(period.year);
  // EDTF level 0 and open intervals; relative years need the table's fiscal year.
  switch (period.kind) {
    case Kind::kYear: return y;
    case Kind::kBefore: return "../" + y;
    case Kind::kAfter: return y + "/..";
    case Kind::kRange: return y + "/" + std::to_string(period.to_year);
    case Kind::kEnd: return y + "-12-31";
    case Kind::kStart: return y + "-01-01";
    case Kind::kLast: return year ? std::to_string(*year - 1) + (period.end ? "-12-31" : "") : std::string();
    case Kind::kThis: return year ? std::to_string(*year) + (period.end ? "-12-31" : "") : std::string();
    case Kind::kNext: return year ? std::to_string(*year + 1) : std::string();
    case Kind::kPart: return {};
  }
  return {};
}

}  // namespace jangbu
