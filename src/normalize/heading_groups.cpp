// Lines of words in brackets (【기획】, <추진 배경>) that head the lines below them. In: the blocks as pieces, which of them are free, and
// behind which an outline begins anew. Out: the titles by block.
// The lines are collected by their bracket, since a report uses one form for one thing, and each form is judged as a whole: it heads
// groups where two of its lines at least, and two of three, stand right before an outline that begins anew.
// Hard case: brackets around notes (〈단위: 천원〉, 《참고》), which stand anywhere: few of them lead.
#include "normalize/heading_groups.h"

#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {

std::map<std::size_t, std::string> bracketed_groups(const std::vector<std::optional<BlockPiece>>& pieces,
                                                    const std::function<bool(std::size_t)>& free,
                                                    const std::function<bool(std::size_t)>& begins_anew) {
  constexpr std::size_t kFewestLeading = 2;
  static const Pattern bracketed(
      R"(^\s*([【《≪〖〔［\[<〈＜])\s*([^【】《》≪≫〖〗〔〕［］\[\]<>〈〉＜＞]{2,30}?)\s*[】》≫〗〕］\]>〉＞]\s*$)");
  static const Pattern words(R"(\p{Hangul}{2}|\p{Hangul}\s\p{Hangul})");
  struct Form {
    std::map<std::size_t, std::string> titles;
    std::size_t leading = 0;  // of them
  };
  std::map<std::string, Form> forms;  // by the opening bracket
  for (std::size_t b = 0; b < pieces.size(); ++b) {
    if (!pieces[b] || !free(b)) continue;
    const auto groups = bracketed.groups(pieces[b]->text);
    // A colon is that of a label with its value; two letters of Hangul are the least that is a word.
    if (groups.empty() || !words.found_in(groups[2]) || groups[2].find(':') != std::string_view::npos) continue;
    Form& form = forms[std::string(groups[1])];
    form.titles.emplace(b, collapse_blanks(without_letter_spacing(groups[2])));
    form.leading += begins_anew(b) ? 1 : 0;
  }
  std::map<std::size_t, std::string> out;
  for (auto& [bracket, form] : forms) {
    if (form.leading >= kFewestLeading && 3 * form.leading >= 2 * form.titles.size()) out.merge(form.titles);
  }
  return out;
}

}  // namespace jangbu
