// Does a row keep an identity? A sum, printed = Σ sign·term, or a ratio, printed = Σ sign·term / Σ sign·base.
//
//   증감액 = 예산액 − 전년도 예산        집행률 = 집행액 / 예산현액        증감률 = (예산액 − 전년도 예산) / 전년도 예산
//
// The one place that knows when the printed figures of a row agree: repair, brackets and audit ask it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "arithmetic/interval.h"

namespace jangbu {

using SignedFields = std::vector<std::pair<int, std::string>>;

struct IdentityForm {
  std::string result;
  SignedFields terms;
  SignedFields base;         // empty: a sum
  bool from_source = false;  // the table prints it itself, by letters

  bool is_ratio() const { return !base.empty(); }
  bool takes(const std::string& field) const;  // as result, term or base
};

// What a row prints for a field. A dash is nothing, or less than half of the unit: as a term it may stand for 0; `printed` false.
struct RowFigure {
  Printed figure;
  bool printed = true;
};
using FigureOf = std::function<std::optional<RowFigure>(const std::string& field)>;

// Nothing where the row does not print the result, or lacks a term; or prints no term but dashes; or the base may be zero.
std::optional<Verdict> check_identity(const IdentityForm& form, const FigureOf& figure_of);

}  // namespace jangbu
