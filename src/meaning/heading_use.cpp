// What a heading is good for where a header is put together: a label of rows, a measure by itself, or a group over others. Asked of every
// run of a header's words, so a heading is cut once for all questions.
//
//   구분, 사업명           a label of rows          2025년 예산액      a measure: one thing that is measured, one phase, one time
//   예산현액 over 계, 이월   a group over its parts    집행액 잔액         two headings side by side, and none
//
// Hard case: words that are a heading only where nothing else is said (rate, amount, 국비).
#include <algorithm>
#include <set>

#include "meaning/lexicon_data.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// The letters outside of brackets.
std::string bare(const HeadingText& heading) {
  std::string out;
  for (const HeadingPiece& piece : heading.pieces) {
    if (piece.kind == HeadingPiece::Kind::kRun && !piece.bracketed) out += to_utf8(piece.run);
  }
  return out;
}

std::string bare(std::string_view heading) { return bare(cut_heading(heading, false)); }

// `2024년 구분` is no label of rows.
bool names_a_time(const HeadingText& heading) {
  return std::any_of(heading.pieces.begin(), heading.pieces.end(),
                     [](const HeadingPiece& piece) { return piece.kind == HeadingPiece::Kind::kPeriod; });
}

}  // namespace

// A word for what rows are: 구분, 사업명.
bool Lexicon::is_row_label(std::string_view heading) const {
  const HeadingText text = cut_heading(heading, false);
  return data_->row_labels.contains(bare(text)) && !names_a_time(text);
}

bool Lexicon::is_project_label(std::string_view heading) const { return data_->project_labels.contains(bare(heading)); }

// By patterns, since names of taxes and fees are many and end alike.
bool Lexicon::is_revenue_row(std::string_view label) const {
  const std::string key = bare(label);
  return std::any_of(data_->revenue_rows.begin(), data_->revenue_rows.end(), [&](const Pattern& form) { return form.matches(key); });
}

// One word for a source of money, without a year.
std::string Lexicon::source_of(std::string_view label) const {
  const Facets facets = read(label);
  if (!facets.understood() || facets.period) return {};
  std::string source;
  for (const std::string& atom : facets.atoms) {
    if (atom == "rate") continue;  // 국비(50%)
    if (!atom.starts_with("source.") || !source.empty()) return {};
    source = atom;
  }
  return source;
}

bool Lexicon::is_source(std::string_view label) const { return !source_of(label).empty(); }

// One heading, not two that stand side by side: words for one thing that is measured, one phase, one time.
bool Lexicon::Data::measures(const HeadingText& text) const {
  static const std::set<std::set<std::string_view>> kPairs{{"execution", "balance"}, {"execution", "projection"}};
  std::set<std::string_view> cores;
  int core_words = 0, phases = 0, periods = 0, word_count = 0, others = 0;
  bool amount = false, rate = false;
  for (const HeadingPiece& piece : text.pieces) {
    if (piece.bracketed) continue;
    if (piece.kind == HeadingPiece::Kind::kPeriod) ++periods;
    if (piece.kind == HeadingPiece::Kind::kPercent) ++others;
    if (piece.kind != HeadingPiece::Kind::kRun) continue;
    const auto found = cut(piece.run);
    if (!found) return false;
    for (const LexiconWord* word : *found) {
      ++word_count;
      core_words += !word->cores.empty();
      cores.insert(word->cores.begin(), word->cores.end());
      phases += word->phases;
      others += word->others;
      amount = amount || word->amount;
      rate = rate || word->rate;
    }
  }
  if (periods > 1 || phases > 1) return false;
  if (amount && rate) return false;  // 예상액 집행률
  if (core_words > 1 && (!kPairs.contains(cores) || core_words != static_cast<int>(cores.size()))) return false;
  if (core_words == 0 && phases == 0) return (periods == 1 && word_count == 0) || (others == 1 && word_count <= 1);
  return true;
}

// A head that is dated, as `’24년 예산`, is a measure of its own unless the group says that its heads may be.
bool Lexicon::Data::groups_others(const std::string& key, const HeadingText& text) const {
  std::optional<bool> dated;  // asked of few
  return std::any_of(groups.begin(), groups.end(), [&](const LexiconGroup& group) {
    if (!group.heads.contains(key)) return false;
    if (group.dated || key.find(words_in("dated_heads").front()) != std::string::npos) return true;
    if (!dated) dated = facets_of(text).period.has_value();
    return !*dated;
  });
}

// Cut once for all questions: a header asks them of every run of its words.
HeadingUse Lexicon::use_of(std::string_view heading) const {
  const HeadingText text = cut_heading(heading, false);
  HeadingUse use;
  use.bare = heading == "%" ? std::string(heading) : bare(text);
  use.row_label = data_->row_labels.contains(use.bare) && !names_a_time(text);
  use.measure = !use.row_label && data_->measures(text);
  use.group = data_->groups_others(use.bare, text);
  return use;
}

bool Lexicon::is_measure(std::string_view heading) const { return use_of(heading).measure; }

// A group without a list of parts holds anything.
std::optional<bool> Lexicon::may_hold(const HeadingUse& group, const HeadingUse& part) const {
  bool known = false;
  for (const LexiconGroup& candidate : data_->groups) {
    if (!candidate.heads.contains(group.bare)) continue;
    if (candidate.parts.empty() || candidate.parts.contains(part.bare)) return true;
    known = true;
  }
  if (!known) return std::nullopt;
  return false;
}

}  // namespace jangbu
