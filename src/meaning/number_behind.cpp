// A cell may print several figures (one and another in brackets, parts by name): the first that gives the value is the one, and where none
// does, the cell's own figure. Hard case: a figure with a unit of its own beside it, whose value says nothing of the table's unit.
#include "meaning/number_behind.h"

#include <vector>

#include "meaning/cell_figures.h"
#include "text/caption.h"

namespace jangbu {

std::optional<Decimal> scale_between(const Decimal& printed, const Decimal& value, std::int64_t unit_factor) {
  if (printed.is_zero()) return std::nullopt;
  const auto is = [&](const std::optional<Decimal>& product) { return product && product->to_string() == value.to_string(); };
  if (is(printed.times(unit_factor))) return Decimal{unit_factor, 0};
  if (is(printed.shifted(-2))) return Decimal{1, 2};  // 12.5 in % has the value 0.125
  if (is(printed)) return Decimal{1, 0};
  return std::nullopt;
}

std::optional<NumberBehind> number_behind(std::string_view text, const Decimal& value, std::int64_t unit_factor) {
  const CellFigures read = read_cell_figures(text);
  std::vector<PrintedFigure> figures;
  if (read.figure) figures.push_back(*read.figure);
  if (read.second) figures.push_back(*read.second);
  for (const NamedFigure& part : read.parts) figures.push_back(part.figure);
  // Several lines of figures, of which only the first is read.
  if (figures.empty()) {
    if (auto first = read_first_figure(text); first && first->value) figures.push_back(*first);
  }
  std::optional<NumberBehind> own;
  for (const PrintedFigure& figure : figures) {
    const auto unit = unit_named(figure.suffix);
    const bool money = unit && unit->money;
    NumberBehind one{*figure.value, scale_between(*figure.value, value, money ? unit->factor : unit_factor),
                     money ? unit->name : std::string()};
    if (one.scale) return one;
    if (!own) own = std::move(one);
  }
  return own;
}

}  // namespace jangbu
