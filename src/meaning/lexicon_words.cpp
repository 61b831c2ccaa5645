// A run of letters → words. In: 집행잔액, letters and digits only, as cut_heading() gives them. Out: over all cuts the one of the fewest
// words (집행잔액 is one word before it is 집행 and 잔액), found from the left by the best way to each letter: work is the length of the
// run times that of the longest word. A run that leaves any letter over has no words at all: 소송가액 is not 가 and 액. Hard case: an
// ending (-률) may not begin a run, and a word that stands alone (=계) has to be all of it.
#include <algorithm>
#include <limits>

#include "meaning/lexicon_data.h"
#include "text/unicode.h"

namespace jangbu {

const LexiconWord* Lexicon::Data::word(std::u32string_view text) const {
  const auto found = words.find(text);
  return found == words.end() ? nullptr : &found->second;
}

std::optional<std::vector<const LexiconWord*>> Lexicon::Data::cut(const std::u32string& run) const {
  if (run.size() > kLongestHeading) return std::nullopt;
  struct Best {
    int words = std::numeric_limits<int>::max();
    std::size_t from = 0;
    const LexiconWord* word = nullptr;
  };
  // best[at]: the fewest words that cover the first `at` letters, and the last of them.
  std::vector<Best> best(run.size() + 1);
  best[0].words = 0;
  for (std::size_t at = 0; at < run.size(); ++at) {
    if (best[at].words == std::numeric_limits<int>::max()) continue;
    for (std::size_t length = 1; length <= std::min(longest, run.size() - at); ++length) {
      const LexiconWord* found = word(std::u32string_view(run).substr(at, length));
      // `-률` may not begin a run, `=계` has to be all of it; a word of both kinds may do either.
      if (!found || !found->may_stand(at, length == run.size())) continue;
      if (best[at].words + 1 < best[at + length].words) best[at + length] = {best[at].words + 1, at, found};
    }
  }
  if (best[run.size()].words == std::numeric_limits<int>::max()) return std::nullopt;
  std::vector<const LexiconWord*> out;
  for (std::size_t end = run.size(); end > 0; end = best[end].from) out.push_back(best[end].word);
  std::reverse(out.begin(), out.end());
  return out;
}

// The first dimension whose forms match: their order in the profile decides.
std::optional<FacetMember> Lexicon::Data::member_of(const std::string& text) const {
  for (const LexiconDimension& dimension : dimensions) {
    for (const Pattern& form : dimension.forms) {
      if (form.matches(text)) return FacetMember{dimension.name, text};
    }
  }
  return both_members(text);
}

// 교원·교육전문직원, 과장·장학관: two under one heading, of the first one's dimension. 행정·기술직: the ending is said once for both. The
// sign between them is gone here.
std::optional<FacetMember> Lexicon::Data::both_members(const std::string& text) const {
  constexpr std::size_t kShortest = 2;
  const std::u32string letters = to_code_points(text);
  if (letters.size() > kLongestLexiconWord) return std::nullopt;
  const auto dimension_of = [&](std::u32string_view part) {
    const std::string name = to_utf8(std::u32string(part));
    return std::find_if(dimensions.begin(), dimensions.end(), [&](const LexiconDimension& one) {
      return std::any_of(one.forms.begin(), one.forms.end(), [&](const Pattern& form) { return form.matches(name); });
    });
  };
  for (std::size_t at = kShortest; at + kShortest <= letters.size(); ++at) {
    const auto second = dimension_of(std::u32string_view(letters).substr(at));
    if (second == dimensions.end()) continue;
    const std::u32string front = letters.substr(0, at);
    const auto first = dimension_of(front);
    if (first != dimensions.end()) return FacetMember{first->name, text};
    if (dimension_of(front + letters.back()) == second) return FacetMember{second->name, text};
  }
  return std::nullopt;
}

}  // namespace jangbu
