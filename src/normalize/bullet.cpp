// A bullet in front of a row label: it tells the level, and is no part of the name.
//   before: □ 국어진흥연구 및 사용환경 개선     after: 국어진흥연구 및 사용환경 개선
//   before: - 국어문화학교 운영                after: 국어문화학교 운영
//   before: -                                after: (unchanged: prints nothing)
#include "normalize/repair_rule.h"
#include "text/pattern.h"

namespace jangbu {

std::optional<std::string> repair_bullet(std::string_view text) {
  static const Pattern bullet(R"(^\s*(?:[□■○●◦∘◇◆▶▷▪▫•∙⋅･‧❍❏]|ㅇ\s|[-–]\s?)\s*(\p{L}.*|[(「『“"‘'].*)$)");
  const auto groups = bullet.groups(text);
  if (groups.empty()) return std::nullopt;
  return std::string(groups[1]);
}

}  // namespace jangbu
