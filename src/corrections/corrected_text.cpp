// One text under several corrections: what the source says, what stands there now, and by whose word.
// A correction is applied if what it expects stands there: the source, or what the one before has put in its place (a chain). One that
// still expects the source is a conflict, unless it wants the same. Otherwise it is stale: the source says something else than the person
// saw. Several source texts are possible: as printed, and as a repair has read it.
//
//   source 1,200   expects 1,200, wants 1,300     applied                     now 1,300
//                  expects 1,300, wants 1,350     applied, a chain            now 1,350
//                  expects 1,200, wants 1,400     conflict: 1,350 stays
//                  expects 1,100, wants 1,200     stale
#include <algorithm>

#include "corrections/replay.h"
#include "text/figure.h"
#include "text/pattern.h"
#include "text/told.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

std::string in_brackets(const std::optional<std::string>& text) {
  return text && !is_all_blank(*text) ? "「" + collapse_blanks(*text) + "」" : "(null)";
}

}  // namespace

bool same_print(const std::string& text, const std::optional<std::string>& written) {
  const std::string shown = collapse_blanks(text);
  if (!written || is_all_blank(*written)) {
    const auto figure = read_figure(shown);
    return shown.empty() || (figure && !figure->value);
  }
  if (shown == collapse_blanks(*written)) return true;
  static const Pattern plain(R"(-?\d+(?:\.\d+)?)");  // 65419160 for 65,419,160; what has other signs in it is meant to the letter
  if (!plain.matches(*written)) return false;
  const auto is = read_figure(shown), meant = read_figure(*written);
  return is && meant && is->value && meant->value && is->value->to_string() == meant->value->to_string();
}

bool CorrectedText::apply(const Correction& correction, CorrectionOutcome& outcome) {
  // `by_`: the id of the correction that stands; empty: none yet.
  outcome.before = by_.empty() ? source_.front() : now_;
  const bool source_says =
      std::any_of(source_.begin(), source_.end(), [&](const std::string& text) { return same_print(text, correction.expect); });
  if (by_.empty() ? source_says : same_print(now_, correction.expect)) {
    now_ = outcome.after = correction.value.value_or("");
    by_ = correction.id;
    outcome.state = CorrectionState::kApplied;
    return true;
  }
  if (!by_.empty() && source_says) {
    outcome.before = source_.front();
    if (same_print(now_, correction.value)) {  // two people saw the same
      outcome.state = CorrectionState::kApplied;
      outcome.after = now_;
      return false;
    }
    outcome.state = CorrectionState::kConflict;
    tell(outcome, told("corrections.taken", {{"by", by_}, {"now", in_brackets(now_)}}));
    return false;
  }
  outcome.state = CorrectionState::kStale;
  // The office has put it right itself: told apart, since the correction can be deleted.
  if (by_.empty() &&
      std::any_of(source_.begin(), source_.end(), [&](const std::string& text) { return same_print(text, correction.value); })) {
    tell(outcome, told("corrections.mended", {{"value", in_brackets(correction.value)}}));
  } else {
    tell(outcome, told("corrections.other_text", {{"expect", in_brackets(correction.expect)}, {"before", in_brackets(outcome.before)}}));
  }
  return false;
}

}  // namespace jangbu
