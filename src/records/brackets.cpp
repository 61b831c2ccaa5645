// Bracketed figures that the row reader left open → signed values, where the identities of the row leave one choice only.
// All signs of up to three such figures are tried together, since one identity may hold two of them: (1,200) and (4.2%) of one change.
// No choice, or two that hold, leaves the value null; the figure stays among the record's `others`.
//
//   500 | 450 | (50)      with change = this year − last year: −50 holds, +50 does not, so the bracket is a sign
//   500 | 450 | (30)      neither holds: a second figure, left among the others
#include "records/brackets.h"

#include <algorithm>

#include "records/figure_value.h"
#include "records/row_identities.h"

namespace jangbu {
namespace {

// How many identities hold and fail with the signs at hand.
struct SignTrial {
  int held = 0, failed = 0;
};

// Every identity in which the field takes part, with the signs that the record has at the moment.
SignTrial tried(const Record& record, const std::vector<IdentityForm>& forms, const std::string& field) {
  SignTrial trial;
  for (const IdentityForm& form : forms) {
    if (!form.takes(field)) continue;
    const auto figure = [&](const std::string& name) -> std::optional<RowFigure> {
      if (const auto found = figure_of(record, name)) return found;
      // Where nothing is printed beside them, a figure and its change say what it is.
      const Figure* value = record.find(name);
      return value && value->imprint == Imprint::kNothing ? std::optional(RowFigure{{0, 0}, false}) : std::nullopt;
    };
    if (const auto verdict = check_identity(form, figure)) ++(verdict->explained ? trial.held : trial.failed);
  }
  return trial;
}

void give_sign(Figure& figure, int sign, const Record& record) {
  const std::int64_t factor = unit_of(figure, record).factor;
  Decimal printed = *figure.printed;
  printed.digits *= sign;
  figure.value = printed.times(factor);
  figure.step = Decimal{1, printed.scale}.times(factor).value_or(Decimal{1, 0});
}

}  // namespace

// Rows one by one: the identities of a row know nothing of other rows.
void settle_brackets(std::vector<ReadRow>& rows, const Profile& profile, const Document& document) {
  for (ReadRow& row : rows) {
    Record& record = row.record;
    std::vector<Figure*> open;
    for (Figure& value : record.values) {
      if (!value.value && value.measure == Measure::kAmount && value.imprint == Imprint::kBrackets && value.printed) open.push_back(&value);
    }
    if (open.empty()) continue;
    const std::vector<IdentityForm> forms = identities_of(document, profile, record);
    // Each sign of each bracketed figure: the one choice that every identity of the row agrees with.
    // Eight choices at most; more unknowns than that prove nothing.
    if (open.size() > 3) continue;
    std::vector<int> best;
    int answers = 0;
    // Bit i of `mask`: the figure i is below zero.
    for (int mask = 0; mask < 1 << open.size(); ++mask) {
      for (std::size_t i = 0; i < open.size(); ++i) {
        give_sign(*open[i], (mask >> i & 1) != 0 ? -1 : 1, record);
      }
      SignTrial all;
      for (Figure* value : open) {
        const SignTrial trial = tried(record, forms, value->field);
        all.held += trial.held;
        all.failed += trial.failed;
      }
      // Silence is no proof: at least one identity must hold.
      if (all.held > 0 && all.failed == 0) {
        ++answers;
        best.clear();
        for (std::size_t i = 0; i < open.size(); ++i) best.push_back((mask >> i & 1) != 0 ? -1 : 1);
      }
    }
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (answers != 1) {
        open[i]->value.reset();
        open[i]->step = {};
        continue;
      }
      give_sign(*open[i], best[i], record);
      // It is a value now and must not be told twice.
      std::erase_if(record.others, [&](const OtherValue& other) {
        return other.place.row == open[i]->place.row && other.place.column == open[i]->place.column;
      });
    }
  }
}

}  // namespace jangbu
