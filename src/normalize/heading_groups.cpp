// The lines are collected by their bracket; each form is judged as a whole.
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
