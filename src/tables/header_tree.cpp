// Words of a header in reading order become columns, in two steps. cuts_of_header cuts the words into headers: a
// Viterbi search over all cuts that keeps the best few ways to each word, since `지출 원인행위` may be one header or two.
// resolve_header then tries which headers of the top row are groups (as many as there are headers too many for the
// columns) and gives each group a run of the headers below, by dynamic programming. Known words, fitting groups and
// columns of per cents decide; points are weights, not measurements.
// The hard case is a row label that is not printed first: see `before`.
#include "tables/header_tree.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostWords = 10;  // a letter-spaced header of ten syllables
constexpr std::size_t kMostUnits = 40;
constexpr std::size_t kMostGroups = 6;
constexpr std::size_t kMostHeaderWords = 120;
constexpr std::size_t kMostCuts = 16;
constexpr double kLengthPower = 1.3;  // above 1: one long known header beats its parts, but not by so much that they are never tried

struct Word {
  std::string_view text;
  bool starts_line = false;
};

// A header whose name says how its figures print: 집행률 in per cent, 예산액 in money; nothing where it says neither.
std::optional<bool> wants_percent(std::string_view key) {
  static const Pattern rate(any_of("rate_headings"));
  static const Pattern amount(any_of("amount_headings"));
  if (rate.matches(key)) return true;
  if (amount.matches(key)) return false;
  return std::nullopt;
}

// How well children [begin, begin + count) of `below` stand under `group`.
double fit(const HeaderUnit& group, const std::vector<HeaderUnit>& below, std::size_t begin, std::size_t count, const Lexicon& lexicon) {
  // 3 for a word that is known as a group (`집행액` over its kinds), -2 for one known as a measure of its own.
  double score = group.use.group ? 3 : group.use.measure ? -2 : 0;
  if (count == 1) score -= 0.5;
  for (std::size_t i = begin; i < begin + count; ++i) {
    const auto may = lexicon.may_hold(group.use, below[i].use);
    if (may) score += *may ? 2 : -2;
    // The same header twice below one group: more likely the group to the right lost its name.
    for (std::size_t k = begin; k < i; ++k) score -= below[k].key == below[i].key ? 1 : 0;
  }
  return score;
}

// Best cut of `below` into one piece for each group, every piece at least one long.
double best_cut(const std::vector<const HeaderUnit*>& groups, const std::vector<HeaderUnit>& below, const Lexicon& lexicon,
                std::vector<std::size_t>& sizes) {
  const std::size_t g = groups.size(), b = below.size();
  // best[i][end]: score of the first i groups over the first `end` headers below; choice[i][end]: how many of these
  // group i has.
  constexpr double kNone = -std::numeric_limits<double>::infinity();
  std::vector<std::vector<double>> best(g + 1, std::vector<double>(b + 1, kNone));
  std::vector<std::vector<std::size_t>> choice(g + 1, std::vector<std::size_t>(b + 1, 0));
  best[0][0] = 0;
  for (std::size_t i = 1; i <= g; ++i) {
    for (std::size_t end = i; end <= b; ++end) {
      for (std::size_t size = 1; size <= end; ++size) {
        if (best[i - 1][end - size] == kNone) continue;
        const double score = best[i - 1][end - size] + fit(*groups[i - 1], below, end - size, size, lexicon);
        if (score > best[i][end]) {
          best[i][end] = score;
          choice[i][end] = size;
        }
      }
    }
  }
  sizes.assign(g, 0);
  if (best[g][b] == kNone) return kNone;
  for (std::size_t i = g, end = b; i > 0; --i) {
    sizes[i - 1] = choice[i][end];
    end -= choice[i][end];
  }
  return best[g][b];
}

}  // namespace

// A bar between words (`|`) is an extraction's, and no word.
std::vector<std::vector<HeaderUnit>> cuts_of_header(const std::vector<std::string_view>& lines, const Lexicon& lexicon) {
  std::vector<Word> words;
  for (std::string_view line : lines) {
    bool first = true;
    for (std::string_view word : words_of(line)) {
      if (word == "|") continue;
      words.push_back({word, first});
      first = false;
    }
  }
  const std::size_t n = std::min(words.size(), kMostHeaderWords);
  // Viterbi with the best few ways to reach each word.
  struct Way {
    double score = 0;
    std::size_t from = 0, rank = 0;  // where the last unit begins, and which way led there
    HeaderUnit unit;
  };
  std::vector<std::vector<Way>> ways(n + 1);
  ways[0].push_back({});
  for (std::size_t end = 1; end <= n; ++end) {
    std::string text;
    for (std::size_t length = 1; length <= std::min(end, kMostWords); ++length) {
      const std::size_t begin = end - length;
      const bool breaks = length > 1 && words[begin + 1].starts_line;
      text = length == 1 ? std::string(words[begin].text) : std::string(words[begin].text) + (breaks ? "\n" : " ") + text;
      const std::string key = header_key(text);
      const HeadingUse use = key.empty() ? HeadingUse{} : lexicon.use_of(key);
      const bool known = use.known();
      // An unknown word is a header of its own at most: only words that the lexicon knows are put together.
      if (!known && length > 1) continue;
      // Gain: longer known headers win over the words in them; a header over a line end pays a little; an unknown
      // word costs one point.
      const auto breaks_inside = std::count(text.begin(), text.end(), '\n');
      const auto size = static_cast<double>(code_point_count(key));
      const double gain = known ? std::pow(size, kLengthPower) - 1.5 * static_cast<double>(breaks_inside) : key.empty() ? 0 : -1;
      for (std::size_t rank = 0; rank < ways[begin].size(); ++rank) {
        ways[end].push_back({ways[begin][rank].score + gain, begin, rank, {text, key, use, words[begin].starts_line}});
      }
    }
    std::stable_sort(ways[end].begin(), ways[end].end(), [](const Way& a, const Way& b) { return a.score > b.score; });
    if (ways[end].size() > kMostCuts) ways[end].resize(kMostCuts);
  }
  std::vector<std::vector<HeaderUnit>> cuts;
  for (std::size_t rank = 0; n > 0 && rank < ways[n].size(); ++rank) {
    std::vector<HeaderUnit> units;
    // Back from the last word, way by way: `at` is the rank of the way that led there.
    for (std::size_t end = n, at = rank; end > 0;) {
      const Way& way = ways[end][at];
      if (!way.unit.key.empty()) units.push_back(way.unit);
      end = way.from;
      at = way.rank;
    }
    std::reverse(units.begin(), units.end());
    cuts.push_back(std::move(units));
  }
  return cuts;
}

std::vector<HeaderUnit> cut_header(const std::vector<std::string_view>& lines, const Lexicon& lexicon) {
  auto cuts = cuts_of_header(lines, lexicon);
  return cuts.empty() ? std::vector<HeaderUnit>{} : std::move(cuts.front());
}

std::optional<HeaderTree> resolve_header(const std::vector<HeaderUnit>& all, std::size_t column_count, const std::vector<bool>& percent,
                                         const Lexicon& lexicon) {
  if (all.empty() || all.size() > kMostUnits) return std::nullopt;
  HeaderTree tree;
  std::vector<HeaderUnit> units;
  std::size_t label_at = all.size();
  // The first word like `구분` or `사업명` is the label column; a table without one keeps all headers.
  for (std::size_t i = 0; i < all.size() && label_at == all.size(); ++i) {
    if (all[i].use.row_label) label_at = i;
  }
  if (label_at < all.size()) {
    tree.row_label = all[label_at];
    // The row-label header opens its line. What was printed before it belongs behind the headers that follow it in the top
    // row: a reader by columns met the taller cells first.
    std::vector<HeaderUnit> before(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(label_at));
    units.assign(all.begin() + static_cast<std::ptrdiff_t>(label_at) + 1, all.end());
    if (!before.empty()) {
      // How far the top row goes on: up to the first header that is a group or may stand below one of those in
      // `before`.
      std::size_t at = 0;
      while (at < units.size() && !units[at].use.group && at < column_count) {
        bool child = false;
        for (const HeaderUnit& group : before) child = child || lexicon.may_hold(group.use, units[at].use).value_or(false);
        if (child) break;
        ++at;
      }
      units.insert(units.begin() + static_cast<std::ptrdiff_t>(at), before.begin(), before.end());
    }
  } else {
    units = all;
  }
  if (units.size() < column_count) return std::nullopt;
  // More headers than columns: each group is one of them, and heads no column of its own.
  const std::size_t group_count = units.size() - column_count;
  if (group_count > kMostGroups) return std::nullopt;

  std::optional<HeaderTree> best;
  // Scores one reading: `chosen` are the groups among the first `top` headers, everything from `top` on is the lower
  // row.
  const auto consider = [&](const std::vector<std::size_t>& chosen, std::size_t top) {
    const std::vector<HeaderUnit> below(units.begin() + static_cast<std::ptrdiff_t>(top), units.end());
    std::vector<const HeaderUnit*> groups;
    for (std::size_t index : chosen) groups.push_back(&units[index]);
    std::vector<std::size_t> sizes;
    double score = groups.empty() ? 0 : best_cut(groups, below, lexicon, sizes);
    if (top < units.size() && units[top].starts_line) score += 2;  // the lower row begins where a line begins
    HeaderTree candidate;
    candidate.row_label = tree.row_label;
    // The top row is walked from left to right: a group takes its children from the lower row, another header is a
    // column over both rows.
    std::size_t next_child = 0, next_group = 0;
    for (std::size_t i = 0; i < top; ++i) {
      if (next_group < chosen.size() && chosen[next_group] == i) {
        const std::size_t group = candidate.groups.size();
        candidate.groups.push_back(units[i]);
        for (std::size_t k = 0; k < sizes[next_group]; ++k) candidate.columns.push_back({group, below[next_child++]});
        ++next_group;
      } else {
        candidate.columns.push_back({std::nullopt, units[i]});
        bool orphan = false;  // a header that belongs below one of the others
        for (const HeaderUnit& other : units) {
          orphan = orphan || (&other != &units[i] && other.use.group && lexicon.may_hold(other.use, units[i].use).value_or(false));
        }
        score += orphan ? -3 : units[i].use.measure ? 2 : units[i].use.group ? -2 : 0;
      }
    }
    // `집행률` over a column of amounts costs more than agreement gains: such a reading is nearly always shifted by one.
    for (std::size_t i = 0; i < candidate.columns.size() && i < percent.size(); ++i) {
      const HeaderColumn& column = candidate.columns[i];
      auto wants = wants_percent(column.leaf.key);
      if (!wants && column.group) wants = wants_percent(candidate.groups[*column.group].key);
      if (wants) score += *wants == percent[i] ? 1 : -3;
    }
    candidate.score = score;
    if (!best || score > best->score) best = std::move(candidate);
  };

  if (group_count == 0) {
    consider({}, units.size());
    return best;
  }
  // Every choice of groups among the first `top` units, for every `top` that leaves each group a child.
  for (std::size_t top = group_count; top + group_count <= units.size(); ++top) {
    std::vector<std::size_t> chosen;
    // Bounds the choices for one `top`: headers of hostile text may have no known word at all.
    std::size_t budget = 20'000;
    const std::function<void(std::size_t)> choose = [&](std::size_t from) {
      if (budget == 0) return;
      if (chosen.size() == group_count) {
        --budget;
        consider(chosen, top);
        return;
      }
      // A known measure that is no group cannot be one; this cuts most of the choices.
      for (std::size_t i = from; i < top; ++i) {
        if (!units[i].use.group && units[i].use.measure) continue;
        chosen.push_back(i);
        choose(i + 1);
        chosen.pop_back();
      }
    };
    choose(0);
  }
  return best;
}

}  // namespace jangbu
