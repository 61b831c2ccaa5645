// Columns left open by their words, typed by their letters: the terms of B-A become fields, and the identity of the profile with just these
// terms names the result. Compared as sorted lists, so A-B is not B-A, but A+B is B+A. A letter over two columns names none.
//
//   예산현액(A) | 집행액(B) | 잔액(A-B)      `잔액` leaves open of what; A-B is what the profile calls unspent_balance
#include "records/lettered_columns.h"

#include <algorithm>
#include <map>

namespace jangbu {
namespace {

using Terms = std::vector<std::pair<int, std::string>>;

// Words that say a comparison, and not of what.
bool leaves_open(const Facets& facets) {
  static const std::set<std::string> kOpen{"change", "balance", "difference", "variance", "surplus", "amount", "rate"};
  return facets.understood() && facets.members.empty() && !facets.against && !facets.letters.sum.empty() &&
         std::all_of(facets.atoms.begin(), facets.atoms.end(), [](const std::string& atom) { return kOpen.contains(atom); });
}

class Letters {
 public:
  // Letter → field; an empty name marks a letter that stands over two columns, or over one without a field of its own.
  explicit Letters(const ColumnTyping& typing) {
    for (const TypedColumn& column : typing.columns) {
      if (!column.facets.letters.name || !column.numeric) continue;
      // Members and other years share their field's name with the column itself: their letters must not stand for it.
      const std::string name = column.typed() && !column.member && !column.yearly() ? column.field->name : std::string();
      const auto [at, fresh] = named_.emplace(*column.facets.letters.name, name);
      if (!fresh && at->second != name) at->second.clear();
    }
  }

  // Sorted; empty where a letter names no column, or two.
  Terms fields(const std::vector<LetterTerm>& letters) const {
    Terms out;
    for (const LetterTerm& term : letters) {
      const auto found = named_.find(term.letter);
      if (found == named_.end() || found->second.empty()) return {};
      out.emplace_back(term.sign, found->second);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::map<char, std::string> named_;
};

}  // namespace

// A difference of two columns or more that the profile knows as the field's.
bool letters_make(const ColumnTyping& typing, std::size_t column, const ProfileField& field) {
  const Lettering& lettering = typing.columns[column].facets.letters;
  if (lettering.sum.size() < 2 || !lettering.base.empty()) return false;
  const Terms sum = Letters(typing).fields(lettering.sum);
  return !sum.empty() && std::any_of(typing.profile->identities.begin(), typing.profile->identities.end(), [&](const Identity& identity) {
    Terms terms = identity.terms;
    std::sort(terms.begin(), terms.end());
    return !identity.over_years && identity.kind == Identity::Kind::kDifference && identity.result == field.name && terms == sum;
  });
}

// Only columns that are still without a field: words come before letters.
void type_by_letters(ColumnTyping& typing, const std::function<bool(std::size_t, const ProfileField&)>& fits) {
  const Letters letters(typing);
  const Profile& profile = *typing.profile;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    TypedColumn& column = typing.columns[c];
    if (column.field || !column.numeric || !leaves_open(column.facets)) continue;
    const Terms sum = letters.fields(column.facets.letters.sum), base = letters.fields(column.facets.letters.base);
    if (sum.empty() || base.empty() != column.facets.letters.base.empty()) continue;
    for (const Identity& identity : profile.identities) {
      if (identity.over_years) continue;
      Terms terms = identity.terms;
      if (identity.kind == Identity::Kind::kRatio && terms.empty()) terms = {{1, identity.numerator}};
      std::sort(terms.begin(), terms.end());
      // A difference has no base; a ratio has exactly one, and the identity must allow it.
      const bool of_it =
          identity.kind == Identity::Kind::kDifference
              ? base.empty()
              : base.size() == 1 && std::find(identity.bases.begin(), identity.bases.end(), base.front().second) != identity.bases.end();
      if (!of_it || terms != sum || (base.empty() && terms.size() < 2)) continue;
      const ProfileField* field = profile.field(identity.result);
      const bool taken =
          std::any_of(typing.columns.begin(), typing.columns.end(), [&](const TypedColumn& other) { return other.field == field; });
      if (taken || !fits(c, *field)) continue;
      column.field = field;
      column.name = field->name;
      break;
    }
  }
}

}  // namespace jangbu
