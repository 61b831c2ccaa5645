// How headings and titles are read with the word lists. Every word of a heading has to be known, or the heading is unknown as a whole.
// Titles are read otherwise: words that no list knows are passed over, and the last word says what the title is of (`예산 절감` is no
// budget).
// Hard case: `’25년 당초 대비 증감률`. The word `대비` (atom `against`) turns all that stands before it into what the change
// is measured against.
#include "meaning/lexicon.h"

#include <algorithm>

#include "meaning/lexicon_data.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// Words that name a year from the report's: 전년도, 당해연도말.
std::optional<FacetPeriod> relative_year(const std::string& atom) {
  using Kind = FacetPeriod::Kind;
  if (atom == "last") return FacetPeriod{Kind::kLast};
  if (atom == "last_end") return FacetPeriod{.kind = Kind::kLast, .end = true};
  if (atom == "this") return FacetPeriod{Kind::kThis};
  if (atom == "this_end") return FacetPeriod{.kind = Kind::kThis, .end = true};
  if (atom == "next") return FacetPeriod{Kind::kNext};
  return std::nullopt;
}

}  // namespace

// A cell's heading: all of its words have to be known.
Facets Lexicon::read(std::string_view heading) const { return data_->facets_of(cut_heading(heading, false)); }

Facets Lexicon::below(const Facets& outer, std::string_view heading) const {
  Facets inner = read(heading);
  const bool plain =
      !inner.period && !inner.against && inner.members.empty() && inner.units.empty() && !inner.percent && inner.letters.empty();
  if (!outer.dimension.empty() && plain && !inner.has("total") && !is_measure(heading)) {
    inner = Facets{};
    inner.members = {{outer.dimension, without_blanks(heading)}};
  }
  // C-A below 당초 대비: the letters say that it is the change.
  if (outer.against && inner.understood() && inner.atoms.empty() && !inner.letters.empty() && heading.find('-') != std::string_view::npos)
    inner.atoms.insert("change");
  return below(outer, inner);
}

// Only what is measured goes; the outer heading's year, unit and letters hold for its parts.
Facets Lexicon::below(const Facets& outer, const Facets& inner) const {
  const auto sums = [&](const auto& whole) {
    return outer.has(whole.first) && !inner.has(whole.first) &&
           std::any_of(inner.atoms.begin(), inner.atoms.end(), [&](const std::string& atom) { return whole.second.contains(atom); });
  };
  if (std::none_of(data_->wholes.begin(), data_->wholes.end(), sums)) return joined(outer, inner);
  Facets rest = outer;
  rest.atoms.clear();
  return joined(rest, inner);
}

// 7급 이하, 5급/경정, 1급 (정무직): each piece a member.
std::optional<FacetMember> Lexicon::Data::members_of(const HeadingText& text) const {
  std::optional<FacetMember> whole;
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.kind != HeadingPiece::Kind::kRun) return std::nullopt;
    const std::string run = to_utf8(piece.run);
    auto found = member_of(run);
    if (!found) return std::nullopt;
    if (!whole) {
      whole = std::move(found);
    } else {
      whole->name += piece.bracketed ? "(" + run + ")" : "/" + run;
    }
  }
  return whole;
}

// 추경예산(2차), 제2회 추경, 추경2차: which amendment of the year it is stands among the soft atoms, as `round.2`. Only where the rest says
// that it is one.
Facets Lexicon::Data::facets_of(HeadingText text) const {
  static const Pattern round(R"(제?([1-9])(?:차|회))");
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    if (text.pieces[i].kind != HeadingPiece::Kind::kRun) continue;
    std::string run = to_utf8(text.pieces[i].run);
    const auto found = round.groups(run);
    if (found.empty()) continue;
    const std::string number(found[1]);
    run.erase(static_cast<std::size_t>(found[0].data() - run.data()), found[0].size());
    HeadingText rest = text;
    rest.pieces[i].run = to_code_points(run);
    if (rest.pieces[i].run.empty()) rest.pieces.erase(rest.pieces.begin() + static_cast<std::ptrdiff_t>(i));
    Facets out = facets_of_words(std::move(rest));
    if (!out.understood() || !out.has("supplementary")) break;
    out.soft.insert("round." + number);
    return out;
  }
  return facets_of_words(std::move(text));
}

// Pieces in order, since `against` speaks of what stands before it.
Facets Lexicon::Data::facets_of_words(HeadingText text) const {
  Facets out;
  out.letters = std::move(text.letters);
  out.units = std::move(text.units);
  out.percent = text.percent;
  out.month_end = text.month_end;
  bool inside = false;  // of brackets, which come last
  Facets outside;       // what stands before them
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.bracketed && !inside) outside = out;
    inside = inside || piece.bracketed;
    // 과부족(현원-정원): what stands before the brackets says what it is; the terms have to be known, and add nothing.
    if (piece.term && !outside.atoms.empty()) {
      if (piece.kind == HeadingPiece::Kind::kRun && !cut(piece.run)) out.unknown.push_back(to_utf8(piece.run));
      continue;
    }
    switch (piece.kind) {
      case HeadingPiece::Kind::kPeriod: out.period = piece.period; break;
      // `%` alone says that it is a rate; beside a word for one it adds nothing.
      case HeadingPiece::Kind::kPercent:
        if (!out.has("rate") && !out.has("share")) out.atoms.insert("rate");
        out.percent = true;
        break;
      case HeadingPiece::Kind::kRun: {
        const auto found = cut(piece.run);
        if (!found) {
          out.unknown.push_back(to_utf8(piece.run));
          break;
        }
        // 집행률(지출/현액): what a rate is of; what it is measured by is the profile's, if it is one of these.
        if (piece.divisor && out.has("rate")) {
          const auto is_base = [](const LexiconWord* word) {
            return std::any_of(word->atoms.begin(), word->atoms.end(), [](const std::string& atom) {
              return atom == "current_appropriation" || atom == "budget" || atom == "assessed";
            });
          };
          if (std::none_of(found->begin(), found->end(), is_base)) out.unknown.push_back(to_utf8(piece.run));
          break;
        }
        for (const LexiconWord* word : *found) {
          if (!word->dimension.empty()) out.dimension = word->dimension;
          for (const std::string& atom : word->atoms) {
            if (atom == "against") {  // all that stands before it is what the change is measured against
              Against against{out.period, out.atoms};
              if (inside) {  // 증감(당초대비): of what the brackets hold
                if (against.period == outside.period) against.period.reset();
                for (const std::string& before : outside.atoms) against.atoms.erase(before);
              }
              out.against = std::move(against);
              out.period = inside ? outside.period : std::nullopt;
              out.atoms = inside ? outside.atoms : std::set<std::string>();
            } else if (const auto relative = relative_year(atom)) {
              if (!out.period) out.period = *relative;
            } else if (atom.starts_with('~')) {
              out.soft.insert(atom.substr(1));
            } else {
              out.atoms.insert(atom);
            }
          }
        }
        break;
      }
    }
  }
  // Only a heading that no word explains is asked whether it names a member (`7급 이하`): members are patterns and match
  // widely.
  if (out.unknown.empty()) return out;
  if (auto whole = members_of(text)) {
    out.unknown.clear();
    out.atoms.clear();
    out.members = {std::move(*whole)};
  }
  return out;
}

void Lexicon::read_beside(const std::vector<Facets*>& headings) const {
  const auto any = [&](const std::string& atom) {
    return std::any_of(headings.begin(), headings.end(), [&](const Facets* heading) { return heading->has(atom); });
  };
  for (const LexiconBeside& rule : data_->beside) {
    if (!any(rule.near) || any(rule.becomes)) continue;
    for (Facets* heading : headings) {
      if (heading->atoms.erase(rule.atom) > 0) heading->atoms.insert(rule.becomes);
    }
  }
}

// `예산액(구성비)` names two measures; `예산액(천원)` names one, since a unit says nothing of its own.
std::optional<std::pair<Facets, Facets>> Lexicon::read_pair(std::string_view heading) const {
  static const Pattern pair(R"(^([^(\[]+)[(\[]([^)\]]+)[)\]]\s*$)");
  const std::string folded = to_nfkc(heading);
  const auto groups = pair.groups(folded);
  if (groups.size() < 3) return std::nullopt;
  std::pair<Facets, Facets> out{read(groups[1]), read(groups[2])};
  for (const Facets* side : {&out.first, &out.second}) {
    if (!side->understood() || side->atoms.empty()) return std::nullopt;
  }
  return out;
}

// `said`: something that is measured has been named; `other_head`: a word that no list knows stands behind it.
Facets Lexicon::read_title(std::string_view title) const {
  Facets out;
  // 1 조 6,132 억원: word processors part figures from letters; the amount says nothing of what is measured.
  static const Pattern apart(R"((\d)\s+((?:[십백천]?[만억조]|[십백천])?원|[조억만]))");
  static const Pattern rate(".*(?:" + any_of("labels_of_rates") + ")");     // 수지율: of a figure that no list knows
  static const Pattern tail("(?:" + any_of("tails_of_titles") + ")\\s*$");  // 내역은 다음과 같습니다
  HeadingText text = cut_heading(tail.replaced(apart.replaced(title, "\\1\\2"), ""), true);
  out.letters = {};
  out.units = std::move(text.units);
  bool said = false, other_head = false, several_times = false;
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    HeadingPiece& piece = text.pieces[i];
    if (piece.kind == HeadingPiece::Kind::kPeriod) {
      several_times = several_times || (out.period && out.period != piece.period);
      if (!out.period) out.period = piece.period;
      continue;
    }
    if (piece.kind != HeadingPiece::Kind::kRun) continue;
    // Blanks are put as one likes: 재정 규모 is the word 재정규모.
    if (i + 1 < text.pieces.size() && !data_->cut(piece.run)) {
      HeadingPiece& next = text.pieces[i + 1];
      const bool beside = next.kind == HeadingPiece::Kind::kRun && next.bracketed == piece.bracketed;
      if (beside && data_->word(piece.run + next.run)) {
        piece.run += next.run;
        next.run.clear();
      }
    }
    if (piece.run.empty()) continue;
    const std::string run = to_utf8(piece.run);
    for (const std::string& ending : data_->title_results) {
      if (run.ends_with(ending)) out.soft.insert("done");
    }
    std::string_view rest = run;
    auto words = data_->cut(piece.run);
    while (!words && !rest.empty()) {  // 집행결과, 변동추이
      const auto neutral = std::find_if(data_->title_neutral.begin(), data_->title_neutral.end(),
                                        [&](const std::string& word) { return rest.ends_with(word); });
      if (neutral == data_->title_neutral.end()) break;
      rest.remove_suffix(neutral->size());
      words = data_->cut(to_code_points(rest));
    }
    if (!words) {
      for (const auto& [ending, atom] : data_->title_endings) {
        if (run.ends_with(ending)) out.atoms.insert(atom);
      }
      if (piece.run.front() < U'0' || piece.run.front() > U'9') {  // 6조 830억원: how much, not what
        out.unknown.push_back(run);
        other_head = other_head || (said && !piece.bracketed) || rate.matches(run);
      }
      continue;
    }
    // The last word is what a Korean title is of: 예산 절감 is no budget, 절감 예산 is one.
    const auto says_what = [](const LexiconWord* word) {
      return !word->cores.empty() || std::any_of(word->atoms.begin(), word->atoms.end(),
                                                 [](const std::string& atom) { return atom == "revenue" || atom == "expenditure"; });
    };
    if (std::any_of(words->begin(), words->end(), says_what)) {
      said = said || !piece.bracketed;
      if (!piece.bracketed) other_head = false;
    }
    for (const LexiconWord* word : *words) {
      if (!word->dimension.empty()) out.dimension = word->dimension;
      for (const std::string& atom : word->atoms) {
        if (atom != "against" && !relative_year(atom) && !atom.starts_with('~')) out.atoms.insert(atom);
      }
    }
  }
  if (several_times) out.soft.erase("done");  // 2024년 실적 및 2025년 계획: of neither
  if (other_head) out.atoms.insert("other_head");
  return out;
}

// The heading as a whole, and nothing beside it.
std::optional<FacetMember> Lexicon::member(std::string_view heading) const {
  const Facets facets = read(heading);
  if (facets.members.size() == 1 && facets.atoms.empty() && !facets.period) return facets.members.front();
  return std::nullopt;
}

std::optional<std::string> Lexicon::other_dimension(std::string_view member) const {
  bool first = true;
  for (const LexiconDimension& dimension : data_->dimensions) {
    if (std::none_of(dimension.forms.begin(), dimension.forms.end(), [&](const Pattern& form) { return form.matches(member); })) continue;
    if (!first) return dimension.name;
    first = false;
  }
  return std::nullopt;
}

}  // namespace jangbu
