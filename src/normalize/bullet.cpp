// A bullet in front of a row label: it tells the level, and is no part of the name.
//   before: □ 국어진흥연구 및 사용환경 개선     after: 국어진흥연구 및 사용환경 개선
//   before: - 국어문화학교 운영                after: 국어문화학교 운영
//   before: □ 4차산업 대비 자료 구축          after: 4차산업 대비 자료 구축
//   before: -  or  - 12건                    after: (unchanged: prints nothing, or a figure)
#include "normalize/repair_rule.h"
#include "text/bullets.h"
#include "text/figure.h"
#include "text/pattern.h"

namespace jangbu {

// What is left has to be words: `- 12` is a figure with its sign, and a sign alone prints nothing.
std::optional<std::string> repair_bullet(std::string_view text) {
  // The class of all letters is a large one to compile: it is asked only where a letter beyond ASCII and Hangul may stand.
  static const Pattern usual(R"(^\s*(?:)" + class_of(bullets(), "▪▫•∙⋅･‧") + R"(|ㅇ\s|[-–]\s?)\s*([가-힣A-Za-z(「『“"‘'].*)$)");
  static const Pattern unusual(R"(^\s*(?:)" + class_of(bullets(), "▪▫•∙⋅･‧") + R"(|ㅇ\s|[-–]\s?)\s*[^\x{0}-\x{7F}가-힣])");
  static const Pattern bullet(R"(^\s*(?:)" + class_of(bullets(), "▪▫•∙⋅･‧") + R"(|ㅇ\s|[-–]\s?)\s*(\p{L}.*|[(「『“"‘'].*)$)");
  static const Pattern before_number(R"(^\s*(?:)" + class_of(bullets(), "▪▫•∙⋅･‧") + R"(|[ㅇ–-]\s)\s*(\d+\p{L}.*)$)");
  for (const Pattern* pattern : {&usual, &bullet, &before_number}) {
    if (pattern == &bullet && !unusual.found_in(text)) continue;
    const auto groups = pattern->groups(text);
    if (!groups.empty() && !read_first_figure(groups[1])) return std::string(groups[1]);
  }
  return std::nullopt;
}

}  // namespace jangbu
