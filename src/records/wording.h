// What a heading must say to be a field's: its words against a wording of the profile, and its year against the one that the field is of.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "meaning/facets.h"
#include "records/profile.h"

namespace jangbu {

// Where a heading's year lies, seen from the year of the table: kNone names no year, kOther is any year but the three neighbours.
enum class Relation { kNone, kThis, kLast, kNext, kOther };

// `year`: the table's fiscal year. Without it every printed year is an unknown one.
Relation relation_of(const std::optional<FacetPeriod>& period, std::optional<int> year);

// May a heading of that year be a field's? One without a year is of the table's own, never of last year's: 예산액 beside 전년도 예산액.
bool may_be(ProfileField::Period period, Relation relation);

// Have two sets of atoms one in common?
bool intersects(const std::set<std::string>& a, const std::set<std::string>& b);

// Every atom is accounted for: all that the wording needs are said, and nothing is said that neither it nor `may_say` allows. `soft` atoms
// may fill a need but are never held against a wording: 실적 may be an execution, and says so only where a field asks for it.
bool meets(const Wording& wording, const std::set<std::string>& atoms, const std::set<std::string>& may_say,
           const std::set<std::string>& soft = {});

}  // namespace jangbu
