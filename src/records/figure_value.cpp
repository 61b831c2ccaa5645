// The one place that makes a value of a printed number: the row reader, repairs and brackets ask it. Hard cases: a figure with a unit of
// its own (3억원), whose kind must be the field's; a percent sign in a column of amounts; 0.5 won, which no report means.
//
// Which unit counts: that beside the figure, else that of its column. A count may name what it counts, and only what the field counts; a
// rate has no unit but per cent.
#include "records/figure_value.h"

#include <algorithm>

namespace jangbu {

bool set_value(Figure& figure, const PrintedFigure& print, const ProfileField& field, const Unit& unit) {
  const Decimal printed = *print.value, place{1, print.value->scale};
  std::optional<Decimal> value, step;
  switch (field.measure) {
    case Measure::kNumber:  // in whatever unit it is printed
      value = printed;
      step = place;
      break;
    case Measure::kRate:  // 71.5 is 0.715, whether the sign is printed in the cell or in the heading
      if (!print.suffix.empty()) return false;
      value = printed.shifted(-2);
      step = place.shifted(-2);
      break;
    default: {
      if (print.percent) return false;
      const bool amount = field.measure == Measure::kAmount;
      std::int64_t factor = amount ? unit.factor : 1;
      if (!print.suffix.empty()) {
        const auto own = unit_named(print.suffix);
        if (own && own->money != amount) return false;
        if (amount && !own) return false;
        if (!amount && std::find(field.counts.begin(), field.counts.end(), own ? own->name : print.suffix) == field.counts.end())
          return false;
        if (own && own->money) factor = own->factor;
      }
      value = printed.times(factor);
      step = amount ? place.times(factor) : std::optional(Decimal{0, 0});  // heads are counted, not rounded
      if (value && value->scale > 0 && !value->whole()) return false;      // a fraction of a won, or of a head
    }
  }
  if (!value || !step) return false;
  figure.value = value;
  figure.step = *step;
  figure.printed = printed;
  figure.imprint = Imprint::kFigure;
  return true;
}

Unit unit_of(const Figure& figure, const Record& record) {
  if (const auto own = unit_named(figure.unit); own && own->money) return *own;
  return {{}, record.unit_factor, record.money};
}

Imprint imprint_of(const CellFigures& read) {
  if (read.blank) return Imprint::kNothing;
  if (read.dash) return Imprint::kDash;
  if (!read.figure) return Imprint::kWords;
  return read.figure->bracketed ? Imprint::kBrackets : Imprint::kFigure;
}

}  // namespace jangbu
