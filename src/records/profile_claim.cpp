// Refusals come from all that is said around the figures; a title that names the profile's own subject takes most of them back. Hard case:
// a title that names the subject and what makes it another kind (예산 신속집행): there the columns have to be the profile's, all of them.
#include "records/profile_claim.h"

#include <algorithm>
#include <set>

#include "records/wording.h"

namespace jangbu {

Claim claim_before_typing(const Profile& profile, const ViewWords& words, const TableContext& context) {
  const auto any_figures_say = [&](const std::set<std::string>& atoms) {
    return std::any_of(words.columns.begin(), words.columns.end(),
                       [&](const TypedColumn& column) { return column.numeric && intersects(column.facets.atoms, atoms); });
  };
  // 예산현액 and 이월액 are said of budgets only, whatever the rows are called.
  const bool certain = any_figures_say(profile.certain), by_title = intersects(context.substance, profile.refuses_in_titles);
  if (by_title && !certain) return Claim::kNone;
  std::set<std::string> said = words.label_atoms;
  if (!intersects(context.substance, profile.subject)) {
    said.insert(context.substance.begin(), context.substance.end());
    said.insert(words.row_atoms.begin(), words.row_atoms.end());
  }
  if (context.of_other_head) said.insert("revenue");
  // 기금명 | 사업명: what a fund pays for is a project as others are.
  if (words.projects_as_rows) {
    for (const std::string& owner : profile.owners) said.erase(owner);
  }
  // 2025년 | 2026년 as rows of what is told by years: it has to be turned.
  // 급여별 below a title that says whose money it is: 사회보장급여 예산(안).
  const bool unknown_rows = words.unknown_rows && !(words.rows_by_kind && context.substance.contains("budget"));
  const bool turned = !profile.yearly.empty() && words.dated_rows;
  const bool other_rows = (intersects(words.label_heading, profile.refuses_rows) && !any_figures_say(profile.certain)) ||
                          (profile.known_rows && unknown_rows && !certain);
  if (turned || other_rows || words.profit_rows || intersects(said, profile.refuses) || any_figures_say(profile.refuses_beside))
    return Claim::kNone;
  return by_title ? Claim::kIfAllTyped : Claim::kOpen;
}

// Names with @ in `any_of` ask about the view: @yearly, @all, @sources, @projects, or any atom that a title, a label or a typed column
// says.
bool claim_holds(Claim claim, const Profile& profile, const ViewWords& words, const TableContext& context,
                 const std::optional<std::string>& flow, const std::vector<TypedColumn>& columns) {
  const auto any_column = [&](const auto& test) { return std::any_of(columns.begin(), columns.end(), test); };
  if (claim == Claim::kNone) return false;
  if (claim == Claim::kIfAllTyped && any_column([](const TypedColumn& column) { return column.numeric && !column.typed(); })) return false;
  if (!profile.subject.empty()) {
    const bool said =
        intersects(context.substance, profile.subject) || (flow && profile.subject.contains(*flow)) ||
        any_column([&](const TypedColumn& column) { return column.typed() && intersects(column.facets.atoms, profile.subject); });
    if (!said) return false;
  }
  const auto has = [&](const std::string& name) {
    if (name == "@yearly") return any_column([](const TypedColumn& column) { return column.typed() && column.yearly(); });
    if (name == "@all") return !any_column([](const TypedColumn& column) { return column.numeric && !column.typed(); });
    if (name == "@sources") return words.sources_as_rows;
    if (name == "@projects") return words.projects_as_rows;
    // 공사기간, 사업내용 beside the figures: columns of words, which no field takes.
    if (name == "@of_project")
      return any_column([](const TypedColumn& column) { return column.facets.understood() && column.facets.has("of_project"); });
    if (name.starts_with("@")) {
      const std::string atom = name.substr(1);
      return context.any_title_says(atom) || words.label_atoms.contains(atom) || flow == atom ||
             any_column([&](const TypedColumn& column) { return column.typed() && column.facets.has(atom); });
    }
    return any_column([&](const TypedColumn& column) {
      return column.typed() && !column.yearly() && (column.name == name || column.field->name == name);
    });
  };
  return profile.any_of.empty() || std::any_of(profile.any_of.begin(), profile.any_of.end(),
                                               [&](const auto& set) { return std::all_of(set.begin(), set.end(), has); });
}

}  // namespace jangbu
