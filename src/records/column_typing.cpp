// For one profile a column is typed in this order:
//   1. the atoms of its path, less members (4급, 일반회계); a path that says only when, or nothing, is of what the title says
//   2. the field whose wording they meet, with its period seen from the table's fiscal year
//   3. a figure of last year: the field that is `prior_of` the one the words name; of any other year: that field, under `yearly`
//   4. units and figures: no amount without a unit of money, none under per cents
// Whether the view is of the profile's kind at all is profile_claim.h, asked before and after.
// A column of words takes the text or date whose wording it meets, and nothing else.
// Then, over all columns: a change below another year's heading is measured against the column beside it, if the figures agree; two columns
// of one field keep it only where one is the whole (계) or their letters name different bases; fields take the name they have alone.
#include "records/column_typing.h"

#include <algorithm>
#include <map>

#include "arithmetic/interval.h"
#include "records/change_columns.h"
#include "records/column_settling.h"
#include "records/lettered_columns.h"
#include "records/profile_claim.h"
#include "records/spending_year.h"
#include "records/table_year.h"
#include "records/wording.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// Is `unit` (명, 개, 건) one that the field counts in?
bool counts(const ProfileField& field, const std::string& unit) {
  return std::find(field.counts.begin(), field.counts.end(), unit) != field.counts.end();
}

// The phase of a figure of another year: what its words name, else what its field tells of. 2024년 징수액 is no budget.
std::string phase_of(const std::set<std::string>& atoms, const ProfileField& field, const Profile& profile) {
  static const std::pair<const char*, const char*> kPhases[] = {{"current_appropriation", "appropriation"},
                                                                {"allotment", "allotment"},
                                                                {"commitment", "commitment"},
                                                                {"collected", "execution"},
                                                                {"assessed", "execution"},
                                                                {"uncollected", "execution"},
                                                                {"arrears", "execution"},
                                                                {"written_off", "execution"},
                                                                {"carry_over", "settlement"},
                                                                {"lapsed", "settlement"}};
  if (const std::string named = phase_named(atoms); !named.empty()) return named;
  if (field.role == "spent") return "execution";
  for (const auto& [atom, phase] : kPhases) {
    if (atoms.contains(atom)) return phase;
  }
  return profile.phase;
}

// One profile over one view. The steps of run() are in order: each may look at what the ones before it have typed.
class Typer {
 public:
  Typer(const ViewWords& words, const TableContext& context, const Profile& profile, const std::optional<std::string>& flow)
      : words_(words), context_(context), profile_(profile), flow_(flow) {}

  // The order matters: letters and changes look at columns that are typed already; doubles are settled before fields get their short names.
  ColumnTyping run() {
    out_.profile = &profile_;
    out_.columns = words_.columns;
    const Claim claim = claim_before_typing(profile_, words_, context_);
    if (claim == Claim::kNone) return out_;
    const TableYear year = table_year(profile_, words_, context_);
    out_.year = year.year;
    year_in_doubt_ = year.in_doubt;
    costs_are_of_a_year_ = costs_are_of_a_year();
    for (std::size_t c = 0; c < out_.columns.size(); ++c) type(c);
    members_of_the_one_measure();
    changes_under_other_years();
    rates_beside_changes();
    const FieldFits fits = [&](std::size_t c, const ProfileField& field) { return unit_fits(c, field, out_.columns[c]); };
    type_by_letters(out_, fits);
    shares_beside_amounts();
    std::size_t ignored = 0;
    amendments_one_after_the_other(out_, words_.evidence, named({"pre_amendment"}, Relation::kNone, {}, &ignored));
    prove_open_columns(out_, words_.evidence, fits);
    settle_years_of_spending(out_, words_.evidence);
    settle_undated(out_);
    budgets_of_the_year(out_, fits);
    amendments_of_last_year(out_, words_.evidence);
    totals_of_years(out_, words_.evidence);
    settle_doubles(out_, fits);
    settle_phases(out_);
    name_fields(out_);
    leave_open_year(year.assumed);
    count();
    if (!claim_holds(claim, profile_, words_, context_, flow_, out_.columns)) out_.typed = 0;
    out_.unit_missing = unit_missing_;
    return out_;
  }

 private:
  // Profiles of accounts, in which 세입 and 세출 decide what an amount is.
  bool names_flows() const { return profile_.may_say.contains("revenue") || profile_.may_say.contains("expenditure"); }

  // 주요 증감사업 over 기정액 | 금회추경 | 계, 세입 증감현황 over 2024년 | 2025년 | 증감: the title speaks of what the table works out, and
  // of no column that is left open.
  bool tells_changes_itself() const {
    return std::any_of(words_.columns.begin(), words_.columns.end(), [](const TypedColumn& column) {
      const Facets& said = column.facets;
      return column.numeric && (said.has("change") || said.has("pre_amendment") || said.has("supplementary") || said.has("original"));
    });
  }

  // A table of sizes and of nothing that a fund holds.
  bool of_sizes() const {
    const auto says = [&](const char* atom) {
      return std::any_of(words_.columns.begin(), words_.columns.end(),
                         [&](const TypedColumn& column) { return column.numeric && column.facets.has(atom); });
    };
    return (context_.substance.contains("size") || says("size")) && !says("raised") && !says("held") && !says("balance");
  }

  // What the column says, with what the title adds where the column leaves it open: `2025년` below the title 세출예산 is the budget of
  // 2025.
  std::set<std::string> atoms_of(const TypedColumn& column) const {
    std::set<std::string> atoms = column.facets.atoms;
    bool open = column.facets.soft.empty();  // nothing is said of what is measured
    for (const std::string& atom : atoms) open = open && (atom == "amount" || atom == "total" || atom == "yearly");
    // 지출 over 2025년 | 2024년, in a table of budgets: what is to be spent.
    const bool planned =
        context_.substance.contains("budget") && !context_.substance.contains("execution") && !context_.substance.contains("settlement");
    if (planned && column.facets.period && column.facets.soft.empty() && atoms == std::set<std::string>{"spending"}) open = true;
    // Where years part the columns, as in a plan of a project's costs, a year alone says all: what is planned for it.
    if (open && !column.facets.against && profile_.yearly.empty()) {
      std::set<std::string> title = context_.substance;
      // 2025년 수입·지출 예산: a title that names both sides tells of no column which it is of.
      if ((title.contains("income") || title.contains("revenue")) && (title.contains("spending") || title.contains("expenditure"))) {
        for (const char* side : {"income", "revenue", "spending", "expenditure"}) title.erase(side);
      }
      if (tells_changes_itself()) {
        title.erase("change");
        title.erase("reserve");  // 예비비 over 기정 | 추경 | 계
      }
      atoms.insert(title.begin(), title.end());
      if (context_.substance.empty()) atoms.insert(words_.only_row.begin(), words_.only_row.end());
      if (context_.substance.contains("budget")) atoms.erase("execution");  // 예산집행 현황: a column that says only a year is the budget
    }
    // 기금별 운용규모 over 2026년 계획 | 2025년 당초 | 증감: sizes, and how they changed.
    const auto says_which = [](const std::string& atom) {
      static const std::set<std::string> kWhich{"plan",  "original", "pre_amendment", "supplementary", "revised",
                                                "final", "amount",   "total",         "change",        "rate"};
      return kWhich.contains(atom);
    };
    if (of_sizes() && std::all_of(atoms.begin(), atoms.end(), says_which)) atoms.insert("size");
    const bool result_only = atoms.empty() && !column.facets.soft.empty();  // ’25년 실적: not the year's budget
    if (names_flows() && !atoms.contains("revenue") && !atoms.contains("expenditure") && flow_ && !result_only) atoms.insert(*flow_);
    return atoms;
  }

  // Do the printed units and the figures allow this field? Sets the column's unit where they do. A wrong unit is an error by a factor of a
  // thousand or more, so an amount without any printed unit stays untyped and the table is reported by `unit_missing_`.
  bool unit_fits(std::size_t c, const ProfileField& field, TypedColumn& column) const {
    const ColumnEvidence& evidence = words_.evidence[c];
    const std::vector<Unit>& units = column.facets.units;
    switch (field.measure) {
      // Figures too large for a rate speak of amounts below a heading that was read wrongly.
      case Measure::kRate: return units.empty() && evidence.large == 0;
      case Measure::kCount:
        column.unit = {field.counts.front(), 1, false};
        return !column.facets.percent && evidence.percents == 0 &&
               std::all_of(units.begin(), units.end(), [&](const Unit& unit) { return counts(field, unit.name); });
      case Measure::kNumber:
        return std::none_of(units.begin(), units.end(), [](const Unit& unit) { return unit.money; }) && evidence.money == 0;
      case Measure::kText:
      case Measure::kDate: return units.empty();
      case Measure::kAmount: {
        if (column.facets.percent || evidence.percents > evidence.plain) return false;
        std::optional<Unit> unit;
        // A unit that is no money (명, 개소) over the column says that it is no amount.
        for (const Unit& named : units) {
          if (!named.money) return false;
          if (!unit) unit = named;
        }
        // The nearest unit wins: that of the heading before that of the caption.
        if (!unit) unit = context_.money;
        if (!unit && evidence.money > 0 && evidence.money == evidence.plain) unit = Unit{"원", 1, true};  // each figure names its own
        if (!unit && evidence.plain > 0 && evidence.foreign == 0) unit_missing_ = true;
        if (!unit || evidence.foreign > 0) return false;
        column.unit = *unit;
        return true;
      }
    }
    return false;
  }

  // The field of the profile whose wording the atoms meet best. More needed words weigh more (예산현액 before 예산); then a field that
  // names what it is compared with, then one whose base the letters name. A tie keeps the order of the profile. `figures`: the column
  // prints figures, else words.
  const ProfileField* named(const std::set<std::string>& atoms, Relation relation, const Facets& facets, std::size_t* needed,
                            bool figures = true) const {
    const ProfileField* best = nullptr;
    std::size_t most = 0;
    for (const ProfileField& field : profile_.fields) {
      if (!may_be(field.period, relation) || is_figure(field.measure) != figures) continue;
      const bool change = !field.against.empty();
      if (change && !(facets.against && std::any_of(field.against.begin(), field.against.end(),
                                                    [&](const std::string& phase) { return facets.against->atoms.contains(phase); })))
        continue;
      // 대비 ’22년 in a report of 2025 compares with no neighbour: no field is of such a change.
      if (facets.against && facets.against->period && relation_of(facets.against->period, out_.year) != Relation::kLast) continue;
      if (facets.against && !atoms.contains("change")) continue;
      if (!field.bases.empty() && !base_is(field, facets)) continue;
      const bool within = !field.within.empty() && facets.period && !facets.period->end &&
                          (facets.period->kind == FacetPeriod::Kind::kYear || facets.period->kind == FacetPeriod::Kind::kThis) &&
                          names_end_of(*facets.period);
      const bool without_year = !within && undated(field, facets, atoms);
      const auto& alternatives = within ? field.within : without_year ? field.undated : field.says;
      for (const Wording& wording : alternatives) {
        if (!meets(wording, atoms, profile_.may_say, facets.soft)) continue;
        const std::size_t weight =
            wording.needs.size() * 4 + (change ? 2 : 0) + (field.bases.empty() ? 0 : 1) + (within || without_year ? 1 : 0) + 1;
        if (weight > most) {
          most = weight;
          best = &field;
          *needed = wording.needs.size();
        }
      }
    }
    return best;
  }

  // 집행액 beside 향후소요액: what the whole project has taken so far.
  bool undated(const ProfileField& field, const Facets& facets, const std::set<std::string>& atoms) const {
    if (field.undated.empty() || facets.period) return false;
    const bool beside = std::any_of(words_.columns.begin(), words_.columns.end(), [&](const TypedColumn& column) {
      return column.numeric && intersects(column.facets.atoms, field.beside);
    });
    return beside && std::any_of(field.undated.begin(), field.undated.end(),
                                 [&](const Wording& wording) { return meets(wording, atoms, profile_.may_say, facets.soft); });
  }

  // 2024년말 beside 2024년, 당해연도말 beside 당해연도.
  bool names_end_of(const FacetPeriod& year) const {
    return std::any_of(words_.columns.begin(), words_.columns.end(), [&](const TypedColumn& column) {
      if (!column.numeric || !column.facets.period) return false;
      const FacetPeriod& period = *column.facets.period;
      return year.kind == FacetPeriod::Kind::kYear ? period.kind == FacetPeriod::Kind::kEnd && period.year == year.year
                                                   : period.kind == year.kind && period.end;
    });
  }

  // Does the letter that a rate is of name a column of one of the field's bases? 집행률(B/A): A must stand over a column that is typed
  // already, so a rate is told only by what stands to its left.
  bool base_is(const ProfileField& field, const Facets& facets) const {
    if (facets.letters.base.size() != 1) return false;
    for (const TypedColumn& column : out_.columns) {
      if (column.facets.letters.name != facets.letters.base.front().letter) continue;
      return column.field && std::find(field.bases.begin(), field.bases.end(), column.field->name) != field.bases.end();
    }
    return false;
  }

  // 사업비 is said with one year wherever it is said, and parted by two sources or more.
  bool costs_are_of_a_year() const {
    std::optional<int> year;
    std::set<std::string> sources;
    for (const TypedColumn& column : words_.columns) {
      if (!column.numeric || !column.facets.has("project_cost")) continue;
      const auto& period = column.facets.period;
      if (!period || period->kind != FacetPeriod::Kind::kYear || (year && *year != period->year)) return false;
      year = period->year;
      for (const std::string& atom : column.facets.atoms) {
        if (atom.starts_with("source.")) sources.insert(atom);
      }
    }
    return year && sources.size() >= 2;
  }

  bool any_heading() const {
    return std::any_of(words_.columns.begin(), words_.columns.end(),
                       [](const TypedColumn& column) { return column.numeric && !column.path.empty(); });
  }

  // Steps 1 to 4 of the opening comment for one column of figures.
  void type(std::size_t c) {
    TypedColumn& column = out_.columns[c];
    if (!column.facets.understood()) return;
    if (!column.numeric) return type_words(c);
    if (column.path.empty() && any_heading()) return;  // a column that the header left out is of nothing that is known
    Facets facets = column.facets;
    if (facets.says_nothing() && !facets.letters.sum.empty()) return;  // A-B: what its letters make it
    if (!facets.letters.base.empty() && !facets.has("rate") && !facets.has("share")) facets.atoms.insert("rate");  // 증감 (B-A)/A
    // 기타 beside 4급 and 5급 is one of them.
    if (!profile_.members.empty() && facets.members.empty() && facets.has("source.other")) {
      for (const TypedColumn& other : words_.columns) {
        if (other.facets.members.size() != 1 || !profile_.members.contains(other.facets.members.front().dimension)) continue;
        facets.members = {{other.facets.members.front().dimension, words_in("other_member").front()}};
        facets.atoms.erase("source.other");
        break;
      }
    }
    // 전년도(기정) 예산액, as printed forms have it: in a budget last year's, in an amendment what it starts from.
    if (facets.period && facets.period->kind == FacetPeriod::Kind::kLast && facets.has("pre_amendment")) {
      if (!context_.substance.contains("supplementary")) return;
      facets.period.reset();
    }
    // ’26년 사업비 | 국비 | 도비 without a 총사업비: what programmes have in that year, and no cost of a project.
    if (profile_.subject.contains("budget") && facets.has("project_cost") && facets.period && costs_are_of_a_year_) {
      facets.atoms.erase("project_cost");
      facets.atoms.insert("budget");
    }
    column.facets.atoms = facets.atoms;
    // 일반직 over 4급: the inner one. A member of what the profile knows no parts of makes the column one of those.
    if (std::any_of(facets.members.begin(), facets.members.end(),
                    [&](const FacetMember& member) { return !profile_.members.contains(member.dimension); }))
      return;
    std::set<std::string> atoms = atoms_of(column);
    if (column.second_heading) {
      // 예산액(구성비): the words in brackets are of the figure in brackets.
      std::size_t ignored = 0;
      Facets second;
      second.atoms = *column.second_heading;
      column.second = named(second.atoms, Relation::kNone, second, &ignored);
      if (!column.second) return;
    }
    // Where no wording is meant for last year's figure (전년도 예산액), it is the field that the profile calls the `prior_of` this year's.
    const Relation relation = relation_of(facets.period, out_.year);
    // 6월말 징수액 is what the year has brought so far; 전년 6월말 is not last year's, and what a fund holds in June closes no year.
    if (facets.month_end && ((relation != Relation::kNone && relation != Relation::kThis) || facets.has("held") || facets.has("raised")))
      return;
    std::size_t needed = 0;
    const ProfileField* field = named(atoms, relation, facets, &needed);
    if (!field && relation == Relation::kLast) {
      if (const ProfileField* now = named(atoms, Relation::kThis, facets, &needed)) {
        for (const ProfileField& prior : profile_.fields) {
          if (std::find(prior.prior_of.begin(), prior.prior_of.end(), now->name) != prior.prior_of.end()) field = &prior;
        }
      }
    }
    if (!field && facets.period) other_year(column, atoms, facets, field, &needed);
    if (year_in_doubt_ && !facets.period && field && field->period != ProfileField::Period::kNone) field = nullptr;
    // A column that fails here keeps its words for later steps, but no half-set year.
    // 일반회계 over 구성비: a share is no part of the whole's share, and parts are kept as whole figures.
    const bool part_of_rate = field && !facets.members.empty() && field->measure == Measure::kRate;
    if (!field || part_of_rate || !unit_fits(c, *field, column)) {
      column.period.clear();
      return;
    }
    // 2026년 예산 (구성비) | 2025년 예산 (구성비): the share of the year's own figure; that of another year has no field.
    if (column.second && (column.yearly() || field->period == ProfileField::Period::kLast)) column.second = nullptr;
    column.field = field;
    column.name = field->name;
    out_.needed += static_cast<int>(needed);
    if (!facets.members.empty()) column.member = facets.members.front();
  }

  // A column of words: a text or a date, where a profile has a field for it.
  void type_words(std::size_t c) {
    TypedColumn& column = out_.columns[c];
    if (words_.evidence[c].texts == 0 || !column.facets.members.empty()) return;
    std::size_t needed = 0;
    const ProfileField* field = named(column.facets.atoms, relation_of(column.facets.period, out_.year), column.facets, &needed, false);
    if (!field || !unit_fits(c, *field, column)) return;
    column.field = field;
    column.name = field->name;
    out_.needed += static_cast<int>(needed);
  }

  // A figure of a year that no field is for: a row of `yearly`, with its year and phase. Profiles of project costs tell the phase by rules
  // of their own; in all others only amounts are kept, since a rate or a change of another year has no field.
  void other_year(TypedColumn& column, const std::set<std::string>& atoms, const Facets& facets, const ProfileField*& field,
                  std::size_t* needed) {
    const std::string period = edtf(*facets.period, out_.year);
    if (period.empty()) return;
    if (!profile_.yearly.empty()) {
      for (const YearlyRule& rule : profile_.yearly) {
        if (!meets(rule.says, atoms, profile_.may_say)) continue;
        field = &profile_.fields.front();
        column.period = period;
        column.phase = rule.phase;
        *needed = rule.says.needs.size();
        return;
      }
      return;
    }
    field = named(atoms, Relation::kThis, facets, needed);
    if (!field) return;
    // 2025년말 잔액: what was left at the end of a year is no rest of a budget (집행잔액).
    const bool left = !field->of.empty() && facets.period->kind == FacetPeriod::Kind::kEnd;
    if (field->measure != Measure::kAmount || atoms.contains("change") || left) {
      field = nullptr;
      return;
    }
    column.period = period;
    column.phase = phase_of(atoms, *field, profile_);
  }

  // 예산액 | 일반회계 | 특별회계: members beside the one measure are its.
  void members_of_the_one_measure() {
    const ProfileField* only = nullptr;
    const TypedColumn* measured = nullptr;
    for (const TypedColumn& column : out_.columns) {
      if (!column.field || column.member || column.yearly() || !column.field->additive) continue;
      // 예산액 | 집행액 | 일반회계: of which of the two the member is cannot be told.
      if (only && only != column.field) return;
      only = column.field;
      measured = &column;
    }
    if (!only) return;
    std::string dimension;
    for (const TypedColumn& column : out_.columns) {
      if (!column.facets.members.empty()) dimension = column.facets.members.front().dimension;
    }
    if (dimension.empty() || !profile_.members.contains(dimension)) return;
    for (std::size_t c = 0; c < out_.columns.size(); ++c) {
      TypedColumn& column = out_.columns[c];
      if (column.field || !column.numeric || !column.facets.understood()) continue;
      const bool other = column.facets.atoms == std::set<std::string>{"source.other"};
      const bool member = column.facets.members.size() == 1 && column.facets.atoms.empty();
      if ((!member && !other) || column.facets.period || !unit_fits(c, *only, column)) continue;
      column.field = only;
      column.name = only->name;
      column.unit = measured->unit;
      column.member = member ? column.facets.members.front() : FacetMember{dimension, words_in("other_member").front()};
    }
  }

  // 2024년 over 당초예산 | 증감률 | 최종예산 | 증감률: the rate is of this year's figure against the one to its left.
  void changes_under_other_years() {
    for (std::size_t c = 1; c < out_.columns.size(); ++c) {
      TypedColumn& column = out_.columns[c];
      if (column.field || !column.numeric || !column.facets.understood() || !column.facets.has("change") || column.facets.against) continue;
      if (relation_of(column.facets.period, out_.year) != Relation::kLast) continue;
      const TypedColumn& left = out_.columns[c - 1];
      if (!left.field || left.yearly() || left.field->prior_of.empty()) continue;
      Facets facets = column.facets;
      // The heading's year is that of the figure compared with, not of the change.
      facets.period.reset();
      facets.against = Against{std::nullopt, left.facets.atoms};
      std::set<std::string> atoms = facets.atoms;
      if (names_flows() && flow_ && !atoms.contains("revenue") && !atoms.contains("expenditure")) atoms.insert(*flow_);
      std::size_t needed = 0;
      const ProfileField* field = named(atoms, Relation::kNone, facets, &needed);
      if (!field || !unit_fits(c, *field, column) || !changes_from(out_.columns, words_.evidence, c, c - 1, *field)) continue;
      column.field = field;
      column.name = field->name;
    }
  }

  // 증감 | %: a column that says only that it is a rate, right behind a change, is the change's, if the figures agree. So is the second of
  // two columns below one heading 증감.
  void rates_beside_changes() {
    for (std::size_t c = 1; c < out_.columns.size(); ++c) {
      TypedColumn& column = out_.columns[c];
      std::size_t change = c - 1;  // a merged cell leaves columns behind it that print nothing
      while (change > 0 && !out_.columns[change].numeric && words_.evidence[change].texts == 0) --change;
      const TypedColumn& left = out_.columns[change];
      if (!column.numeric || !column.facets.understood() || column.facets.period) continue;
      const bool only_rate = !column.field && column.facets.atoms == std::set<std::string>{"rate"};
      const bool nameless = column.path.empty() && !column.field;  // 증감 drawn over both, without lines
      const bool twin = left.path.size() == column.path.size() && !column.path.empty() && column.path.back().key == left.path.back().key &&
                        column.facets.atoms == left.facets.atoms && (!column.field || column.field == left.field);
      if (!only_rate && !twin && !nameless) continue;
      if (!left.typed() || left.yearly() || left.field->measure != Measure::kAmount || !left.facets.has("change")) continue;
      Facets facets = left.facets;
      facets.atoms.insert("rate");
      facets.letters = {};
      std::set<std::string> atoms = facets.atoms;
      atoms.erase("amount");
      if (names_flows() && flow_ && !atoms.contains("revenue") && !atoms.contains("expenditure")) atoms.insert(*flow_);
      std::size_t needed = 0;
      const ProfileField* field = named(atoms, Relation::kNone, facets, &needed);
      if (!field || !unit_fits(c, *field, column) || !is_share_of_some(out_.columns, words_.evidence, c, change)) continue;
      column.field = field;
      column.name = field->name;
    }
  }

  // 예산액 | 비율, and 구성비 behind each of two years: the share that the amount to its left has of the whole.
  void shares_beside_amounts() {
    for (std::size_t c = 1; c < out_.columns.size(); ++c) {
      TypedColumn& column = out_.columns[c];
      const TypedColumn& left = out_.columns[c - 1];
      const Facets& facets = column.facets;
      if (!column.numeric || !facets.understood() || facets.period || facets.against || !facets.members.empty() || !facets.letters.empty())
        continue;
      const bool doubled = column.field && std::count_if(out_.columns.begin(), out_.columns.end(),
                                                         [&](const TypedColumn& other) { return other.field == column.field; }) > 1;
      if (doubled && facets.atoms == std::set<std::string>{"share"} && left.field && !left.member &&
          left.field->measure == Measure::kAmount && (left.yearly() || left.field->period == ProfileField::Period::kLast)) {  // last year's
        column.field = nullptr;
        continue;
      }
      std::set<std::string> said = facets.atoms;  // the side that the heading over a half names tells nothing of what the rate is
      for (const char* side : {"revenue", "expenditure", "income", "spending"}) said.erase(side);
      if (column.field || said != std::set<std::string>{"rate"} || !amount_of_shares(out_.columns, words_.evidence, c)) continue;
      std::set<std::string> atoms{"share"};
      if (names_flows() && flow_) atoms.insert(*flow_);
      std::size_t needed = 0;
      const ProfileField* field = named(atoms, Relation::kNone, facets, &needed);
      if (!field || !unit_fits(c, *field, column)) continue;
      column.field = field;
      column.name = field->name;
    }
  }

  // 불용액 without a year: what lapsed is known when a year is over, and the report's is not. Nobody says of which one the figures are.
  void leave_open_year(bool assumed) {
    const bool over = std::any_of(out_.columns.begin(), out_.columns.end(), [](const TypedColumn& column) {
      return column.typed() && !column.yearly() && column.facets.has("lapsed") && !column.facets.has("projection");
    });
    if (assumed && over) out_.year.reset();
  }

  // Words (비고, 기간) do not speak for a profile: only typed columns of figures count when profiles compete; nor does what all of its
  // years add up to, which is no figure of the field's own.
  void count() {
    for (const TypedColumn& column : out_.columns) {
      const bool of_years = profile_.yearly.empty() && column.yearly() && column.facets.has("total");
      out_.typed += column.typed() && is_figure(column.field->measure) && !of_years;
    }
  }

  const ViewWords& words_;
  const TableContext& context_;
  const Profile& profile_;
  const std::optional<std::string>& flow_;
  mutable bool unit_missing_ = false;
  bool year_in_doubt_ = false, costs_are_of_a_year_ = false;
  ColumnTyping out_;
};

}  // namespace

ColumnTyping typed_by(const Profile& profile, const ViewWords& words, const TableContext& context, const std::optional<std::string>& flow) {
  return Typer(words, context, profile, flow).run();
}

}  // namespace jangbu
