#include "records/header_fit.h"

#include <algorithm>

#include "text/pattern.h"

namespace jangbu {
namespace {

constexpr std::uint8_t kNames = HeaderMeaning::kHeader | HeaderMeaning::kWeak;

bool says_rate(const std::vector<HeaderCell>& path) {
  static const Pattern rate(R"(.*[률율]|.*비율|%)");
  for (const HeaderCell& cell : path) {
    if (rate.matches(cell.key) || cell.text.find('%') != std::string::npos) return true;
  }
  return false;
}

}  // namespace

bool PathMeaning::names(std::size_t field) const {
  return joined.has(field, kNames) || std::any_of(levels.begin(), levels.end(), [&](const HeaderMeaning& level) { return level.has(field, kNames); });
}

bool PathMeaning::names_any() const {
  return joined.named(kNames) || std::any_of(levels.begin(), levels.end(), [](const HeaderMeaning& level) { return level.named(kNames).has_value(); });
}

PathMeaning meaning_of(const std::vector<HeaderCell>& path, HeaderMeanings& meanings) {
  PathMeaning out;
  std::string joined;
  out.levels.reserve(path.size());
  for (const HeaderCell& cell : path) {
    out.levels.push_back(meanings.of(cell.key));
    if (path.size() > 1) joined += cell.key;
  }
  if (path.size() > 1) out.joined = meanings.of(joined);
  return out;
}

double fit(const Profile& profile, std::size_t f, const std::vector<HeaderCell>& path, const PathMeaning& meaning, const ColumnEvidence& evidence) {
  const ProfileField& field = profile.fields[f];
  const bool rate = field.measure == Measure::kRate;
  if (!rate && evidence.percent()) return kNoFit;
  if (rate && evidence.large > 0) return kNoFit;
  if (field.measure == Measure::kAmount && evidence.foreign > 0) return kNoFit;
  double score = kNoFit;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!meaning.levels[i].has(f, kNames)) continue;
    double here = !meaning.levels[i].has(f, HeaderMeaning::kHeader) ? kWeakMatch : i + 1 == path.size() ? kLeafMatch : kUpperMatch;
    bool parent_fits = false, parent_known = false, forbidden = false;
    for (std::size_t k = 0; k < path.size(); ++k) {
      if (k == i) continue;
      forbidden = forbidden || meaning.levels[k].has(f, HeaderMeaning::kNotUnder);
      parent_fits = parent_fits || meaning.levels[k].has(f, HeaderMeaning::kUnder);
      parent_known = parent_known || meaning.levels[k].group;
    }
    if (forbidden) continue;
    // The header above matches, but the leaf may name something else altogether.
    if (i + 1 < path.size() && meaning.levels.back().named(kNames, f)) here = kNoFit;
    if (!field.under.empty()) here += parent_fits ? kParentMatch : path.size() == 1 || !parent_known ? kParentUnread : kParentOther;
    score = std::max(score, here);
  }
  // `2020년 / 예산액`, `당초 / 예산`: the words of all levels are one header. More is said than by the leaf alone.
  if (path.size() > 1) {
    const bool forbidden = std::any_of(meaning.levels.begin(), meaning.levels.end(), [&](const HeaderMeaning& level) { return level.has(f, HeaderMeaning::kNotUnder); });
    if (!forbidden && meaning.joined.has(f, HeaderMeaning::kHeader)) score = std::max(score, kLeafMatch + 1);
    if (!forbidden && meaning.joined.has(f, HeaderMeaning::kWeak)) score = std::max(score, kWeakMatch + 1);
  }
  if (score <= kNoFit) return score;
  if (rate && !evidence.percent() && evidence.plain > 0 && !says_rate(path)) score += kKindDoubt;
  return score;
}

}  // namespace jangbu
