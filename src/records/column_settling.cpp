// The last steps of a profile's typing, over all columns of a view: each looks at what the others have been typed as.
//
//   정원 | 현원 | 증감                             증감 is 과부족, if it is 현원 − 정원 in every row
//   2025년 목표 | 2025년 실적 | 달성률 | 2026년 목표    달성률 says no year: it is of the year of the result that it is a rate of
//   총사업비 | 기투자 | 본예산 | 향후               본예산 between what was and what will be invested: of the table's own year
#include "records/column_settling.h"

#include <algorithm>
#include <map>

#include "arithmetic/interval.h"
#include "meaning/facets.h"
#include "records/wording.h"

namespace jangbu {
namespace {

// The field is the column's no more.
void untype(TypedColumn& column) {
  column.field = nullptr;
  column.period.clear();
  column.member.reset();
}

bool is_of_now(const TypedColumn& column) { return column.typed() && !column.yearly(); }

}  // namespace

// Columns whose words leave open what is meant (ProfileField::proved). A column is the field only if a difference of the profile holds
// with it in every row that prints all terms, and no other column is that field. By member, since 본청 and 소속기관 may each print their
// own.
//
//   예산액 | 이월액 | 예산현액       이월액 without a year goes on to the next, by its words; here it is what came from the last:
//    900 |   40 |    940        the difference in every row, and not of noughts alone
//    500 |   50 |    560        some rows say so and some do not: it has no field
void prove_open_columns(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence, const FieldFits& fits) {
  const Profile& profile = *typing.profile;
  const auto member_of = [](const TypedColumn& column) -> std::string {
    return column.facets.members.empty() ? std::string() : column.facets.members.front().name;
  };
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    TypedColumn& column = typing.columns[c];
    const Facets& facets = column.facets;
    const bool by_words = column.field != nullptr;
    // 2023년말 조성액 | 조성액: the first of the two is what the field says, the second is open.
    const bool doubled = by_words && std::any_of(typing.columns.begin(), typing.columns.end(), [&](const TypedColumn& other) {
                           return other.field == column.field && other.facets.period && member_of(other) == member_of(column);
                         });
    const bool open = !by_words || doubled || column.field->period == ProfileField::Period::kNext;
    if (!open || !column.numeric || !facets.understood() || facets.period || facets.against || facets.members.size() > 1) continue;
    for (const ProfileField& field : profile.fields) {
      const bool said = std::any_of(field.proved.begin(), field.proved.end(),
                                    [&](const Wording& wording) { return meets(wording, facets.atoms, profile.may_say, facets.soft); });
      const bool taken = std::any_of(typing.columns.begin(), typing.columns.end(), [&](const TypedColumn& other) {
        return other.field == &field && member_of(other) == member_of(column);
      });
      if (!said || taken || !fits(c, field)) continue;
      std::vector<int> column_of(profile.fields.size(), -1);
      for (std::size_t other = 0; other < typing.columns.size(); ++other) {
        const TypedColumn& beside = typing.columns[other];
        if (!is_of_now(beside) || member_of(beside) != member_of(column)) continue;
        column_of[static_cast<std::size_t>(beside.field - profile.fields.data())] = static_cast<int>(other);
      }
      column_of[static_cast<std::size_t>(&field - profile.fields.data())] = static_cast<int>(c);
      bool holds = false, fails = false;
      for (const auto* differences : {&profile.identities, &profile.proofs}) {
        for (const Identity& identity : *differences) {
          if (identity.result != field.name || identity.kind != Identity::Kind::kDifference) continue;
          const Trial trial = try_identity(identity, evidence, column_of, profile);
          if ((by_words ? trial.told : trial.held) > 0) (trial.failed == 0 ? holds : fails) = true;
        }
      }
      if (by_words && fails && !holds) untype(column);
      if (!holds) continue;
      column.field = &field;
      column.name = field.name;
      if (!facets.members.empty()) column.member = facets.members.front();
      break;
    }
  }
}

// A rate or a rest without a year (ProfileField::of) is of the year of the figure that it belongs to. If only last year's stands in the
// table, or only that of another year, it is no figure of this one.
// Where a profile has a field for last year's rate, it is that; else it has none.
void settle_undated(ColumnTyping& typing) {
  const Profile& profile = *typing.profile;
  const auto is_prior_of = [](const ProfileField& prior, const std::string& now) {
    return std::find(prior.prior_of.begin(), prior.prior_of.end(), now) != prior.prior_of.end();
  };
  for (TypedColumn& column : typing.columns) {
    if (!is_of_now(column) || column.field->of.empty() || column.facets.period) continue;
    const std::string& of = column.field->of;
    bool now = false, last = false, other = false;
    for (const TypedColumn& figure : typing.columns) {
      if (!figure.typed()) continue;
      now = now || (!figure.yearly() && figure.field->name == of);
      last = last || (!figure.yearly() && is_prior_of(*figure.field, of));
      other = other || (figure.yearly() && figure.field->name == of);
    }
    if (now || !(last || other)) continue;
    const auto prior = std::find_if(profile.fields.begin(), profile.fields.end(),
                                    [&](const ProfileField& field) { return is_prior_of(field, column.field->name); });
    const bool taken = prior != profile.fields.end() && std::any_of(typing.columns.begin(), typing.columns.end(),
                                                                    [&](const TypedColumn& figure) { return figure.field == &*prior; });
    if (last && prior != profile.fields.end() && !taken) {
      column.field = &*prior;
      column.name = prior->name;
    } else {
      untype(column);
    }
  }
}

// 본예산, 추경 without a year, in a table that spreads a project's cost over the years.
void budgets_of_the_year(ColumnTyping& typing, const FieldFits& fits) {
  const Profile& profile = *typing.profile;
  if (!typing.year || !spreads_over_years(typing)) return;
  // 본예산 | 증감: what the year has in the end is in neither of the two.
  const bool changed = std::any_of(typing.columns.begin(), typing.columns.end(), [](const TypedColumn& column) {
    return column.numeric && !column.typed() && column.facets.has("change");
  });
  if (changed) return;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    TypedColumn& column = typing.columns[c];
    const Facets& facets = column.facets;
    if (column.field || !column.numeric || !facets.understood() || facets.period || facets.against || !facets.members.empty()) continue;
    for (const YearlyRule& rule : profile.yearly) {
      if (rule.says.needs.empty() || !meets(rule.says, facets.atoms, profile.may_say)) continue;
      if (!fits(c, profile.fields.front())) break;
      column.field = &profile.fields.front();
      column.name = column.field->name;
      column.period = std::to_string(*typing.year);
      column.phase = rule.phase;
      break;
    }
  }
}

// One budget of a year is its budget, whichever of its stages the heading names.
void settle_phases(ColumnTyping& typing) {
  if (typing.profile->yearly.empty()) return;
  std::map<std::string, int> budgets;  // by period
  const auto is_budget = [](const std::string& phase) {
    return phase == "budget" || phase == "original" || phase == "final" || phase == "supplementary" || phase == "pre_amendment";
  };
  for (const TypedColumn& column : typing.columns) {
    if (column.typed() && column.yearly() && is_budget(column.phase)) ++budgets[column.period];
  }
  for (TypedColumn& column : typing.columns) {
    if (column.typed() && column.yearly() && (column.phase == "original" || column.phase == "final") && budgets[column.period] == 1)
      column.phase = "budget";
  }
}

bool spreads_over_years(const ColumnTyping& typing) {
  return std::any_of(typing.profile->identities.begin(), typing.profile->identities.end(), [&](const Identity& identity) {
    if (!identity.over_years) return false;
    bool whole = false, part = false;
    for (const TypedColumn& column : typing.columns) {
      if (!is_of_now(column)) continue;
      whole = whole || column.field->name == identity.result;
      part = part || column.field->name == identity.before || column.field->name == identity.after;
    }
    return whole && part;
  });
}

// 추경예산(2차) | 추경예산(1차) | 증감: the earlier one is what the later started from, if the change beside them is their difference.
void amendments_one_after_the_other(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence, const ProfileField* before) {
  std::vector<std::pair<std::string, std::size_t>> rounds;
  std::optional<std::size_t> change;
  if (!before) return;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    const TypedColumn& column = typing.columns[c];
    if (!column.field || column.yearly() || column.member) continue;
    if (column.field == before) return;
    if (column.facets.has("change") && column.field->measure == Measure::kAmount) change = c;
    for (const std::string& atom : column.facets.soft) {
      if (atom.starts_with("round.") && column.field->measure == Measure::kAmount && !column.facets.has("change"))
        rounds.emplace_back(atom, c);
    }
  }
  if (!change || rounds.size() != 2 || rounds[0].first == rounds[1].first ||
      typing.columns[rounds[0].second].field != typing.columns[rounds[1].second].field)
    return;
  const auto [earlier, later] = std::minmax(rounds[0], rounds[1]);
  int held = 0, failed = 0;
  for (std::size_t r = 0; r < evidence[*change].figures.size(); ++r) {
    const auto &x = evidence[*change].figures[r], &now = evidence[later.second].figures[r], &then = evidence[earlier.second].figures[r];
    if (x && now && then) ++(check_sum(*x, {{1, *now}, {-1, *then}}).explained ? held : failed);
  }
  if (held <= failed) return;
  typing.columns[earlier.second].field = before;
  typing.columns[earlier.second].name = before->name;
}

// Does a change of this year go from this column in most rows that tell: 2026년 − 2025년(수정) = 증감?
bool is_changed_from(const ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence, std::size_t before) {
  int held = 0, failed = 0;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    const TypedColumn& change = typing.columns[c];
    if (!is_of_now(change) || change.member || !change.facets.has("change") || change.field->measure != Measure::kAmount) continue;
    for (std::size_t n = 0; n < typing.columns.size(); ++n) {
      const TypedColumn& now = typing.columns[n];
      if (n == c || !is_of_now(now) || now.member || !now.field->additive || !now.field->prior_of.empty()) continue;
      for (std::size_t r = 0; r < evidence[c].figures.size(); ++r) {
        const auto &x = evidence[c].figures[r], &y = evidence[n].figures[r], &z = evidence[before].figures[r];
        if (x && y && z) ++(check_sum(*x, {{1, *y}, {-1, *z}}).explained ? held : failed);
      }
    }
  }
  return held > failed;
}

// A change is small against what it changes: a figure of half of it or more is a total, as most rows tell; and so is the one that this
// year's change goes from.
void amendments_of_last_year(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence) {
  const std::string last = typing.year ? std::to_string(*typing.year - 1) : std::string();
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    TypedColumn& column = typing.columns[c];
    if (!column.field || column.period != last || last.empty() || column.member) continue;
    const auto amended = std::find_if(typing.profile->fields.begin(), typing.profile->fields.end(), [&](const ProfileField& field) {
      return std::find(field.prior_total_of.begin(), field.prior_total_of.end(), column.field->name) != field.prior_total_of.end();
    });
    if (amended == typing.profile->fields.end()) continue;
    const TypedColumn* before = nullptr;
    bool taken = false;
    for (const TypedColumn& other : typing.columns) {
      taken = taken || other.field == &*amended;
      if (is_of_now(other) && !other.member && !other.field->prior_of.empty() && other.field->measure == Measure::kAmount) before = &other;
    }
    if (taken || (!before && !is_changed_from(typing, evidence, c))) continue;
    int totals = 0, changes = 0;
    for (std::size_t r = 0; before && r < evidence[c].figures.size(); ++r) {
      const auto &now = evidence[c].figures[r], &then = evidence[static_cast<std::size_t>(before - typing.columns.data())].figures[r];
      if (now && then && then->value > 0) ++(now->value * 2 >= then->value ? totals : changes);
    }
    if (before && totals <= changes) continue;
    column.field = &*amended;
    column.name = amended->name;
    column.period.clear();
    column.phase.clear();
  }
}

// Columns that say a year and what they measure, if anything, in the same words: 계획기간 over 2026년 | 2027년 | 2028년.
std::map<int, std::size_t> longest_run_of_years(const ColumnTyping& typing) {
  std::map<std::set<std::string>, std::map<int, std::size_t>> runs;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    const TypedColumn& column = typing.columns[c];
    const Facets& facets = column.facets;
    const bool a_year = facets.period && facets.period->kind == FacetPeriod::Kind::kYear && facets.members.empty() && !facets.against;
    if (!column.numeric || !a_year || facets.has("total") || facets.has("change") || facets.has("rate") || facets.has("share") ||
        (column.field && column.field->measure != Measure::kAmount))
      continue;
    std::set<std::string> said = facets.atoms;
    for (const char* of_plans : {"yearly", "plan", "amount"}) said.erase(of_plans);  // a heading over all may stand over the first alone
    runs[said].emplace(facets.period->year, c);
  }
  std::map<int, std::size_t> longest;
  for (auto& [said, run] : runs) {
    if (run.size() > longest.size()) longest = std::move(run);
  }
  return longest;
}

// 2026년 | 2027년 | 2028년 | 계: what the years add up to is of all of them, and no figure of one year. Where the figures do not say so,
// and nothing else stands there that it might be the whole of, it has no field.
void totals_of_years(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence) {
  if (!typing.profile->yearly.empty()) return;  // there it is the total of a plan, by its own words
  const std::map<int, std::size_t> years = longest_run_of_years(typing);
  if (years.size() < 3) return;
  bool others = false;  // amounts of no year, or said in other words
  std::string phase;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    const TypedColumn& column = typing.columns[c];
    const auto run = std::find_if(years.begin(), years.end(), [&](const auto& year) { return year.second == c; });
    if (run != years.end()) {
      if (column.yearly()) phase = column.phase;
    } else {
      others = others || (column.numeric && column.field && column.field->measure == Measure::kAmount && !column.facets.has("total"));
    }
  }
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    TypedColumn& column = typing.columns[c];
    if (!column.field || column.field->measure != Measure::kAmount || column.facets.period || column.member || !column.facets.has("total"))
      continue;
    int held = 0, failed = 0;
    for (std::size_t r = 0; r < evidence[c].figures.size(); ++r) {
      if (!evidence[c].figures[r]) continue;
      std::vector<SignedTerm> terms;
      for (const auto& [year, at] : years) {
        if (evidence[at].figures[r]) terms.push_back({1, *evidence[at].figures[r]});
      }
      if (terms.size() > 1) ++(check_sum(*evidence[c].figures[r], terms).explained ? held : failed);
    }
    if (held > failed && !phase.empty()) {
      column.period = std::to_string(years.begin()->first) + "/" + std::to_string(years.rbegin()->first);
      column.phase = phase;
    } else if (held > failed || !others) {
      untype(column);
    }
  }
}

// 집행률(B/A) | 집행률(C/A): letters tell what each is a rate of, where the profile has a rate for each (ProfileField::of).
// False: they do not.
bool rates_by_letters(ColumnTyping& typing, const std::vector<std::size_t>& columns) {
  std::map<std::size_t, const ProfileField*> meant;
  std::set<const ProfileField*> fields;
  for (const std::size_t c : columns) {
    const Lettering& letters = typing.columns[c].facets.letters;
    if (letters.sum.size() != 1 || letters.base.size() != 1 || typing.columns[c].field->measure != Measure::kRate) return false;
    const ProfileField* of = nullptr;
    for (const TypedColumn& column : typing.columns) {
      if (is_of_now(column) && !column.member && column.facets.letters.name == letters.sum.front().letter) of = column.field;
    }
    if (!of) return false;
    const auto rate = std::find_if(typing.profile->fields.begin(), typing.profile->fields.end(),
                                   [&](const ProfileField& field) { return field.measure == Measure::kRate && field.of == of->name; });
    if (rate == typing.profile->fields.end() || !fields.insert(&*rate).second) return false;
    meant.emplace(c, &*rate);
  }
  for (const auto& [c, field] : meant) {
    typing.columns[c].field = field;
    typing.columns[c].name = field->name;
  }
  return true;
}

// Two columns that claim one field: one of them may be the whole, otherwise neither is believed.
// 예산액 | 예산액 without any difference in the words would else make the second figure overwrite the first.
void settle_doubles(ColumnTyping& typing, const FieldFits& fits) {
  std::map<std::string, std::vector<std::size_t>> claims;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    const TypedColumn& column = typing.columns[c];
    if (!column.field) continue;
    claims[column.key() + "\x1f" + (column.member ? column.member->name : "")].push_back(c);
  }
  for (const auto& [key, columns] : claims) {
    if (columns.size() < 2) continue;
    if (rates_by_letters(typing, columns)) continue;
    // 잉여금(C=A-B) | 세계잉여금(C-D): the one whose letters work the field out is it, and letters may tell the others.
    std::vector<std::size_t> worked_out;
    for (std::size_t c : columns) {
      if (letters_make(typing, c, *typing.columns[c].field)) worked_out.push_back(c);
    }
    if (worked_out.size() == 1) {
      for (std::size_t c : columns) {
        if (c == worked_out.front()) continue;
        untype(typing.columns[c]);
      }
      type_by_letters(typing, fits);
      continue;
    }
    // The whole stands outside of groups (현원 beside 직종별 현원 / 소계), or is called so.
    // The column whose path is shortest stands outside of the groups.
    std::size_t shortest = typing.columns[columns.front()].path.size();
    for (std::size_t c : columns) shortest = std::min(shortest, typing.columns[c].path.size());
    std::vector<std::size_t> wholes;
    for (std::size_t c : columns) {
      if (typing.columns[c].path.size() == shortest) wholes.push_back(c);
    }
    if (wholes.size() > 1) std::erase_if(wholes, [&](std::size_t c) { return !typing.columns[c].facets.has("total"); });
    for (std::size_t c : columns) {
      if (wholes.size() == 1 && c == wholes.front()) continue;
      untype(typing.columns[c]);
    }
  }
}

// `prior_year_original_budget` beside `prior_year_final_budget` keep their names. Alone on the table, either is just `prior_year_budget`.
void name_fields(ColumnTyping& typing) {
  std::map<std::string, std::set<const ProfileField*>> siblings;
  for (const TypedColumn& column : typing.columns) {
    if (!column.field || column.yearly()) continue;
    siblings[column.field->alone.empty() ? column.field->name : column.field->alone].insert(column.field);
  }
  for (TypedColumn& column : typing.columns) {
    if (!column.field || column.yearly() || column.field->alone.empty()) continue;
    // 당초 and 수정 of last year: the first is not last year's one budget, though the second stands in `yearly`.
    const bool beside =
        !column.field->prior_of.empty() && std::any_of(typing.columns.begin(), typing.columns.end(), [&](const TypedColumn& other) {
          return other.typed() && other.yearly() && typing.year && other.period == std::to_string(*typing.year - 1) &&
                 other.phase != "execution" && other.phase != "settlement";
        });
    // 당초 대비 증감 beside 최종 대비 증감률: what the rate is measured against has to be said, since the change has another base.
    const bool other_base =
        column.facets.against && std::any_of(typing.columns.begin(), typing.columns.end(), [&](const TypedColumn& other) {
          return other.typed() && other.facets.against && other.facets.against->atoms != column.facets.against->atoms;
        });
    if (siblings[column.field->alone].size() == 1 && !beside && !other_base) column.name = column.field->alone;
  }
}

}  // namespace jangbu
