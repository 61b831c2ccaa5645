// Cells of a column → counts of what they print, and the figures by row; an identity over columns → in how many rows it holds and fails.
// Rates are turned into fractions (12.5% is 0.125), so that a rate may be compared with the quotient of two amounts.
// A merged cell is read at its first place only; the other rows have no figure.
//
//   12,345 | 9.8% | 3명 | - | (1,200) | 미정      counted under plain, percents, plain, dashes, plain, texts
#include "records/column_evidence.h"

#include <cmath>

#include "meaning/cell_figures.h"
#include "text/caption.h"

namespace jangbu {
namespace {

constexpr double kNoRate = 5000;  // per cent: growth rates of new programmes reach thousands, amounts start there

}  // namespace

// One look at each cell of the column. `foreign` counts units that are neither money nor people (km, %p): such a column is of another kind.
ColumnEvidence evidence_of(const GridView& grid, int column, bool counts) {
  ColumnEvidence evidence;
  for (int r = grid.header_rows(); r < grid.rows(); ++r) {
    const Cell* cell = grid.cell(r, column);
    std::optional<Printed> printed;
    if (cell && grid.is_anchor(r, column)) {
      const CellFigures read = read_cell_figures(cell->best_text());
      const auto& figure = read.figure;
      evidence.seconds += read.second.has_value();
      evidence.dashes += read.dash;
      // `plain` and `percents` tell apart amounts and rates, whatever the heading says.
      if (figure && figure->value) {
        ++(figure->percent ? evidence.percents : evidence.plain);
        if (!figure->suffix.empty()) {
          const auto unit = unit_named(figure->suffix);
          ++(unit && unit->money ? evidence.money : evidence.foreign);
          if (unit && counts_people(*unit)) --evidence.foreign;
        }
        if (!figure->percent && std::abs(figure->value->to_double()) >= kNoRate) ++evidence.large;
        printed = Printed::of(*figure->value, Decimal{1, figure->value->scale});
        // Heads are counted, not rounded.
        if (counts) printed->step = 0;
        if (figure->percent) {
          printed->value /= 100;
          printed->step /= 100;
        }
      } else if (read.text) {
        ++evidence.texts;
      }
    }
    evidence.figures.push_back(printed);
  }
  return evidence;
}

// Rows in which a figure is missing, or all are nought, say nothing. An identity over years or of several numerators cannot be tried here.
Trial try_identity(const Identity& identity, const std::vector<ColumnEvidence>& evidence, const std::vector<int>& column_of,
                   const Profile& profile) {
  Trial trial;
  const auto column = [&](const std::string& name) -> int {
    const ProfileField* field = profile.field(name);
    return column_of[static_cast<std::size_t>(field - profile.fields.data())];
  };
  const int result = column(identity.result);
  if (result < 0) return trial;
  const std::size_t rows = evidence[static_cast<std::size_t>(result)].figures.size();
  trial.rows = static_cast<int>(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    const auto& printed = evidence[static_cast<std::size_t>(result)].figures[r];
    if (!printed) continue;
    if (identity.over_years || (identity.kind == Identity::Kind::kRatio && identity.numerator.empty())) return {};
    if (identity.kind == Identity::Kind::kDifference) {
      std::vector<SignedTerm> terms;
      bool complete = true, trivial = true;
      for (const auto& [sign, name] : identity.terms) {
        const int c = column(name);
        if (c < 0) return {};
        const auto& figure = evidence[static_cast<std::size_t>(c)].figures[r];
        if (!figure) {
          complete = false;
          break;
        }
        trivial = trivial && figure->value == 0;
        terms.push_back({sign, *figure});
      }
      if (!complete || trivial) continue;
      const bool holds = check_sum(*printed, terms).explained;
      ++(holds ? trial.held : trial.failed);
      trial.told += holds && printed->value != 0;
    } else {
      int base = -1;
      // The first base that the table has.
      for (const std::string& name : identity.bases) {
        if (base < 0) base = column(name);
      }
      const int numerator = column(identity.numerator);
      if (base < 0 || numerator < 0) return {};
      const auto& n = evidence[static_cast<std::size_t>(numerator)].figures[r];
      const auto& b = evidence[static_cast<std::size_t>(base)].figures[r];
      if (!n || !b || n->value == 0) continue;
      const auto verdict = check_ratio(*printed, *n, *b);
      if (!verdict) continue;
      ++(verdict->explained ? trial.held : trial.failed);
    }
  }
  return trial;
}

// One row may fail for every four that hold: damaged figures stand beside damaged headings.
bool proves(const Trial& trial) {
  return trial.failed * 4 <= trial.held && (trial.held >= 2 || (trial.held == 1 && trial.failed == 0 && trial.rows == 1));
}

}  // namespace jangbu
