// The text of one line of an outline: what extraction did to it is undone, and a step of a path is made of it. Each repair is kept with
// what stood there before.
#include "records/outline.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {

// Each change is a repair of its own, with before and after, so that nothing of what is printed is lost.
std::string repaired_line(const std::string& text, std::vector<Repair>& repairs) {
  std::string now = text;
  const auto step = [&](const char* rule, std::string next) {
    next = collapse_blanks(next);
    if (next == now) return;
    repairs.push_back({rule, "name", now, next, {}, -1, -1, 1.0});
    now = std::move(next);
  };
  // Bold and tags of a converter; ** behind a word refers to a note.
  static const Pattern bold(R"((^|[\s(\[:·,])\*\*([^\s*](?:[^*]{0,300}?[^\s*])?)\*\*)"), tag(R"(</?[A-Za-z][^<>]{0,40}>)");
  step("markup", tag.replaced(bold.replaced(now, "\\1\\2"), ""));
  // `구 성 : …`, `(대 면) …`: stretched over the width of its neighbours.
  static const Pattern stretched(R"(^(\(?)((?:[가-힣]\s{1,6}){1,6}[가-힣])(\)|\s*[:：;]))");
  if (const auto groups = stretched.groups(now); !groups.empty()) {
    const std::string head(groups[2]);
    const std::size_t at = groups[1].size();
    step("letter_spacing", now.substr(0, at) + without_letter_spacing(head) + now.substr(at + head.size()));
  }
  return now;
}

// A path of whole sentences would be unreadable; the name still holds the whole text.
std::string path_step(const std::string& text) {
  if (code_point_count(text) <= kLongestStep) return text;
  std::u32string points = to_code_points(text);
  points.resize(kLongestStep - 1);
  return to_utf8(points) + "…";
}

}  // namespace jangbu
