// Checks one identity on the figures of one row. Terms are summed into one figure whose step covers all roundings;
// interval.h then says whether the printed result may stand for it.
// The hard case is the rate of change, (now − before) / before: taken as now / before − 1, since `before` would else
// be rounded twice and the tolerance grow.
#include "arithmetic/identity.h"

#include <algorithm>
#include <cmath>

namespace jangbu {
namespace {

// The sum of the terms as one figure whose step covers the roundings of all; nothing where one is not there.
std::optional<Printed> summed(const SignedFields& fields, const FigureOf& figure_of, std::vector<SignedTerm>& terms, bool& printed) {
  Printed sum{0, 0};
  for (const auto& [sign, name] : fields) {
    const auto figure = figure_of(name);
    // A dash may be zero as a term, but not all terms may be dashes.
    if (!figure) return std::nullopt;
    printed = printed || figure->printed;
    terms.push_back({sign, figure->figure});
    sum.value += sign * figure->figure.value;
    sum.step += figure->figure.step;
  }
  return sum;
}

}  // namespace

bool IdentityForm::takes(const std::string& field) const {
  const auto named = [&](const auto& term) { return term.second == field; };
  return result == field || std::any_of(terms.begin(), terms.end(), named) || std::any_of(base.begin(), base.end(), named);
}

std::optional<Verdict> check_identity(const IdentityForm& form, const FigureOf& figure_of) {
  const auto result = figure_of(form.result);
  if (!result || !result->printed) return std::nullopt;
  std::vector<SignedTerm> terms, base_terms;
  bool printed = false;
  const auto sum = summed(form.terms, figure_of, terms, printed);
  if (!sum || !printed) return std::nullopt;
  if (!form.is_ratio()) return check_sum(result->figure, terms);
  bool base_printed = false;
  const auto base = summed(form.base, figure_of, base_terms, base_printed);
  if (!base || !base_printed) return std::nullopt;
  // 증감률: (now − before) / before is now / before − 1, whose roundings do not add up twice.
  if (form.terms.size() == 2 && form.base.size() == 1 && form.terms[0].first > 0 && form.terms[1].first < 0 &&
      form.terms[1].second == form.base[0].second) {
    Printed share = result->figure;
    share.value += 1;
    auto verdict = check_ratio(share, terms[0].figure, *base);
    if (verdict) verdict->computed -= 1;
    // A rate that is cut off is so towards zero: below zero the share above is rounded up.
    if (verdict && !verdict->explained && std::fabs(verdict->computed - result->figure.value) <= result->figure.step)
      verdict->explained = true;
    return verdict;
  }
  return check_ratio(result->figure, *sum, *base);
}

}  // namespace jangbu
