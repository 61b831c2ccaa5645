#include "records/columns.h"

#include <algorithm>
#include <array>
#include <map>

#include "records/column_evidence.h"
#include "records/column_members.h"
#include "records/header_fit.h"
#include "records/hierarchy.h"
#include "text/pattern.h"

namespace jangbu {
namespace {

constexpr double kTitleMatch = 12;
constexpr double kLeast = 1;
constexpr double kTotalGroup = 0.5;  // 계 above 정원, where 일반직 stands above another: the whole, not a part

bool stands_for_the_whole(const std::vector<HeaderCell>& path) {
  return path.size() > 1 && std::any_of(path.begin(), path.end(), [](const HeaderCell& cell) { return is_total_label(cell.key); });
}

class Solver {
 public:
  Solver(PrintedColumns& printed, const Profile& profile, const TableContext& context, HeaderMeanings& meanings)
      : printed_(printed), profile_(profile), context_(context), meanings_(meanings) {}

  ColumnReading run() {
    if (!names_fields()) return {};
    take_columns();
    by_header();
    if (reading_.score <= 0) return {};
    // A table is of this kind for a reason: a header that means nothing else, or its title.
    titled_ = has_title();
    if (!strong_ && !titled_) return {};
    if (titled_) reading_.score += kTitleMatch;
    leave_ambiguous();
    find_members(reading_.columns, profile_, evidence_, [this](const std::string& key) { return field_of(key); });
    by_identity();
    doubt_weak();
    by_layout();
    if (!required()) reading_.score = 0;
    return reading_;
  }

 private:
  bool is_hidden(int column) const { return static_cast<std::size_t>(column) < context_.hidden.size() && context_.hidden[static_cast<std::size_t>(column)]; }

  // What the columns' headers mean to the profile. Most tables are of other kinds: for them that is nothing, and all there is to do.
  bool names_fields() {
    bool any = false;
    for (int c = printed_.grid().label_columns(); c < printed_.grid().columns(); ++c) {
      if (is_hidden(c)) continue;
      meanings_of_.push_back(meaning_of(printed_.path(c), meanings_));
      any = any || meanings_of_.back().names_any();
    }
    return any;
  }

  void take_columns() {
    for (int c = printed_.grid().label_columns(); c < printed_.grid().columns(); ++c) {
      if (is_hidden(c)) continue;
      reading_.columns.push_back({c, printed_.path(c), nullptr, Proof::kHeader});
      evidence_.push_back(printed_.evidence(c, !profile_.money));
    }
    column_of_.assign(profile_.fields.size(), -1);
    scores_.assign(reading_.columns.size(), 0);
  }

  bool has_title() const {
    return std::any_of(context_.titles.begin(), context_.titles.end(), [&](const std::string& title) {
      return std::any_of(profile_.titles.begin(), profile_.titles.end(), [&](const Pattern& pattern) { return pattern.matches(title); });
    });
  }

  void give(std::size_t column, std::size_t field, Proof proof) {
    reading_.columns[column].field = &profile_.fields[field];
    reading_.columns[column].proof = proof;
    column_of_[field] = static_cast<int>(column);
  }

  void by_header() {
    struct Match {
      double rank, score;
      std::size_t column, field;
    };
    std::vector<Match> matches;
    for (std::size_t c = 0; c < reading_.columns.size(); ++c) {
      if (evidence_[c].texts > evidence_[c].percents + evidence_[c].plain) continue;
      for (std::size_t f = 0; f < profile_.fields.size(); ++f) {
        if (!meanings_of_[c].names(f)) continue;
        const double score = fit(profile_, f, reading_.columns[c].path, meanings_of_[c], evidence_[c]);
        const double whole = stands_for_the_whole(reading_.columns[c].path) ? kTotalGroup : 0;
        if (score >= kLeast) matches.push_back({score + whole, score, c, f});
      }
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.rank > b.rank; });
    for (const Match& match : matches) claims_[match.field].emplace_back(match.column, match.rank);
    for (const Match& match : matches) {
      if (reading_.columns[match.column].field || column_of_[match.field] >= 0) continue;
      give(match.column, match.field, Proof::kHeader);
      scores_[match.column] = match.rank;
      reading_.score += match.score;
      strong_ = strong_ || match.score > kWeakMatch + kParentMatch || match.score == kUpperMatch;
    }
  }

  // One field under several groups (본청 / 정원, 사업소 / 정원): the whole stands under 계 or under no group at all. Where none
  // does, each is a part, and which one a reader wants cannot be told.
  void leave_ambiguous() {
    for (const auto& [field, claims] : claims_) {
      const int given = column_of_[field];
      if (given < 0) continue;
      const Column& taken = reading_.columns[static_cast<std::size_t>(given)];
      if (taken.path.size() < 2) continue;
      const auto score = scores_[static_cast<std::size_t>(given)];
      const bool rivals = std::any_of(claims.begin(), claims.end(), [&](const auto& claim) {
        const Column& other = reading_.columns[claim.first];
        return static_cast<int>(claim.first) != given && !other.field && claim.second >= score && other.path.size() > 1 &&
               other.path[other.path.size() - 2].key != taken.path[taken.path.size() - 2].key && other.path.back().key == taken.path.back().key;
      });
      if (!rivals) continue;
      reading_.columns[static_cast<std::size_t>(given)].field = nullptr;
      column_of_[field] = -1;
    }
  }

  const ProfileField* field_of(const std::string& key) const {
    const auto field = meanings_.of(key).named(HeaderMeaning::kHeader);
    return field ? &profile_.fields[*field] : nullptr;
  }

  // Candidates for a field among the columns still free: same kind of figures.
  bool may_be(std::size_t column, std::size_t field) const {
    const ColumnEvidence& evidence = evidence_[column];
    if (reading_.columns[column].field || evidence.percents + evidence.plain == 0) return false;
    for (const HeaderCell& cell : reading_.columns[column].path) {
      // The members' own 소계 has its meaning already.
      if (std::any_of(profile_.breakdowns.begin(), profile_.breakdowns.end(), [&](const BreakdownRule& rule) { return rule.header && rule.header->matches(cell.key); })) return false;
    }
    return evidence.percent() == (profile_.fields[field].measure == Measure::kRate);
  }

  std::vector<std::size_t> candidates(std::size_t field) const {
    std::vector<std::size_t> out;
    for (std::size_t column = 0; column < reading_.columns.size(); ++column) {
      if (may_be(column, field)) out.push_back(column);
    }
    return out;
  }

  void by_identity() {
    bool progress = true;
    while (progress) {
      progress = false;
      for (const Identity& identity : profile_.identities) {
        std::vector<std::size_t> open;  // fields of the identity that have no column yet
        const auto note = [&](const std::string& name) {
          const auto f = static_cast<std::size_t>(profile_.field(name) - profile_.fields.data());
          if (column_of_[f] < 0) open.push_back(f);
        };
        note(identity.result);
        for (const auto& [sign, name] : identity.terms) note(name);
        if (identity.kind == Identity::Kind::kRatio) {
          note(identity.numerator);
          bool based = false;
          for (const std::string& name : identity.bases) {
            based = based || column_of_[static_cast<std::size_t>(profile_.field(name) - profile_.fields.data())] >= 0;
          }
          if (!based) continue;
        }
        if (open.empty() || open.size() > 2) continue;
        if (assign_proved(identity, open)) progress = true;
      }
    }
  }

  bool assign_proved(const Identity& identity, const std::vector<std::size_t>& open) {
    struct Solution {
      std::array<std::size_t, 2> columns;
      Trial trial;
    };
    std::vector<Solution> solutions;
    const std::vector<std::size_t> first = candidates(open[0]), second = open.size() > 1 ? candidates(open[1]) : std::vector<std::size_t>();
    // Among hundreds of columns any two prove something, and trying them takes the square of their number.
    constexpr std::size_t kMostPairs = 2'500;
    if (first.size() * second.size() > kMostPairs) return false;
    for (const std::size_t a : first) {
      if (open.size() == 1) {
        column_of_[open[0]] = static_cast<int>(a);
        if (const Trial trial = try_identity(identity, evidence_, column_of_, profile_); proves(trial)) solutions.push_back({{a, a}, trial});
        continue;
      }
      for (const std::size_t b : second) {
        if (b == a) continue;
        column_of_[open[0]] = static_cast<int>(a);
        column_of_[open[1]] = static_cast<int>(b);
        if (const Trial trial = try_identity(identity, evidence_, column_of_, profile_); proves(trial)) solutions.push_back({{a, b}, trial});
      }
    }
    for (std::size_t f : open) column_of_[f] = -1;
    if (solutions.empty()) return false;
    std::stable_sort(solutions.begin(), solutions.end(), [](const Solution& a, const Solution& b) { return a.trial.held > b.trial.held; });
    // Two equally good answers are no proof.
    if (solutions.size() > 1 && solutions[1].trial.held == solutions[0].trial.held) return false;
    for (std::size_t i = 0; i < open.size(); ++i) {
      give(solutions[0].columns[i], open[i], Proof::kIdentity);
      reading_.score += kParentMatch;
    }
    return true;
  }

  // A year alone is little evidence: where the table's own arithmetic refutes a weak reading and proves another, that holds.
  void doubt_weak() {
    for (const Identity& identity : profile_.identities) {
      if (identity.kind != Identity::Kind::kDifference) continue;
      const Trial trial = try_identity(identity, evidence_, column_of_, profile_);
      if (trial.held + trial.failed == 0 || trial.failed <= trial.held) continue;
      std::vector<std::pair<std::size_t, std::size_t>> taken;  // field and column
      for (const auto& [sign, name] : identity.terms) {
        const auto f = static_cast<std::size_t>(profile_.field(name) - profile_.fields.data());
        const int c = column_of_[f];
        if (c < 0 || scores_[static_cast<std::size_t>(c)] >= kLeafMatch + kParentUnread) continue;
        taken.emplace_back(f, static_cast<std::size_t>(c));
      }
      if (taken.empty() || taken.size() > 2) continue;
      std::vector<std::size_t> open;
      for (const auto& [f, c] : taken) {
        reading_.columns[c].field = nullptr;
        column_of_[f] = -1;
        open.push_back(f);
      }
      if (assign_proved(identity, open)) continue;
      for (const auto& [f, c] : taken) give(c, f, Proof::kHeader);
    }
  }

  void by_layout() {
    const bool gaps = std::any_of(reading_.columns.begin(), reading_.columns.end(), [](const Column& column) { return !column.field; });
    if (!gaps) return;
    for (const auto& layout : profile_.layouts) {
      if (layout.size() != reading_.columns.size()) continue;
      std::vector<int> trial_columns = column_of_;
      bool agrees = true;
      int filled_in = 0;
      for (std::size_t c = 0; c < layout.size() && agrees; ++c) {
        const auto f = static_cast<std::size_t>(profile_.field(layout[c]) - profile_.fields.data());
        if (reading_.columns[c].field) {
          agrees = reading_.columns[c].field == &profile_.fields[f];
        } else {
          agrees = column_of_[f] < 0 && may_be(c, f);
          trial_columns[f] = static_cast<int>(c);
          ++filled_in;
        }
      }
      if (!agrees || filled_in == 0) continue;
      Trial sum;
      for (const Identity& identity : profile_.identities) {
        const Trial trial = try_identity(identity, evidence_, trial_columns, profile_);
        sum.held += trial.held;
        sum.failed += trial.failed;
        sum.rows = std::max(sum.rows, trial.rows);
      }
      if (!proves(sum)) continue;
      for (std::size_t c = 0; c < layout.size(); ++c) {
        if (reading_.columns[c].field) continue;
        give(c, static_cast<std::size_t>(profile_.field(layout[c]) - profile_.fields.data()), Proof::kLayout);
        reading_.score += 2;
      }
      return;
    }
  }

  bool required() const {
    const auto has = [&](const std::string& name) {
      if (name == "@title") return titled_;
      if (column_of_[static_cast<std::size_t>(profile_.field(name) - profile_.fields.data())] >= 0) return true;
      return std::any_of(reading_.columns.begin(), reading_.columns.end(), [&](const Column& column) { return column.field && column.field->name == name; });
    };
    for (const std::string& name : profile_.none_of) {
      if (has(name)) return false;
    }
    if (profile_.any_of.empty()) return true;
    return std::any_of(profile_.any_of.begin(), profile_.any_of.end(),
                       [&](const auto& set) { return std::all_of(set.begin(), set.end(), has); });
  }

  PrintedColumns& printed_;
  const Profile& profile_;
  const TableContext& context_;
  HeaderMeanings& meanings_;
  bool titled_ = false, strong_ = false;
  std::vector<PathMeaning> meanings_of_;  // by column
  std::vector<ColumnEvidence> evidence_;
  std::vector<int> column_of_;   // by field of the profile; -1: none
  std::vector<double> scores_;   // by column: of its match by header
  std::map<std::size_t, std::vector<std::pair<std::size_t, double>>> claims_;  // by field: columns that could be it, with their scores
  ColumnReading reading_;
};

}  // namespace

ColumnReading read_columns(PrintedColumns& printed, const Profile& profile, const TableContext& context, HeaderMeanings& meanings) {
  return Solver(printed, profile, context, meanings).run();
}

}  // namespace jangbu
