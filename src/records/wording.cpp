// A heading is a field's only where each of its atoms is wanted or allowed, and its year is the field's: ’25년초 of a table of 2025 is what
// last year left behind, ’25년말 is a figure of that year.
#include "records/wording.h"

#include <algorithm>

namespace jangbu {

Relation relation_of(const std::optional<FacetPeriod>& period, std::optional<int> year) {
  using Kind = FacetPeriod::Kind;
  if (!period) return Relation::kNone;
  switch (period->kind) {
    case Kind::kLast: return Relation::kLast;
    case Kind::kThis: return Relation::kThis;
    case Kind::kNext: return Relation::kNext;
    case Kind::kYear:
    // ’25년말 is the end of 2025: a figure of that year.
    case Kind::kEnd:
      if (!year) return Relation::kOther;
      return period->year == *year       ? Relation::kThis
             : period->year == *year - 1 ? Relation::kLast
             : period->year == *year + 1 ? Relation::kNext
                                         : Relation::kOther;
    // ’25년초 is what ’24년 left behind: the opening balance of a fund is last year's figure.
    case Kind::kStart: return year && period->year == *year ? Relation::kLast : Relation::kOther;
    default: return Relation::kOther;
  }
}

bool intersects(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& atom) { return b.contains(atom); });
}

bool meets(const Wording& wording, const std::set<std::string>& atoms, const std::set<std::string>& may_say,
           const std::set<std::string>& soft) {
  for (const std::string& atom : wording.needs) {
    if (!atoms.contains(atom) && !soft.contains(atom)) return false;
  }
  for (const std::string& atom : atoms) {
    if (!wording.needs.contains(atom) && !wording.may.contains(atom) && !may_say.contains(atom)) return false;
  }
  return true;
}

bool may_be(ProfileField::Period period, Relation relation) {
  switch (period) {
    case ProfileField::Period::kThis: return relation == Relation::kThis || relation == Relation::kNone;
    case ProfileField::Period::kLast: return relation == Relation::kLast;
    case ProfileField::Period::kNext: return relation == Relation::kNext || relation == Relation::kNone;
    case ProfileField::Period::kNone: return relation == Relation::kNone;
    case ProfileField::Period::kAny: return true;
  }
  return false;
}

}  // namespace jangbu
