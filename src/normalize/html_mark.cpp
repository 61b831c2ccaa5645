// Entities and line breaks of HTML that a converter left.
//   before: 커뮤니티공간<br>운영지원     after: 커뮤니티공간 운영지원
//   before: 시민&nbsp;참여 R&amp;D    after: 시민 참여 R&D
#include <array>

#include "normalize/repair_rule.h"
#include "text/pattern.h"

namespace jangbu {

std::optional<std::string> repair_html_mark(std::string_view text) {
  if (text.find_first_of("<&") == std::string_view::npos) return std::nullopt;
  static const Pattern line_break(R"((?i)\s*<br\s*/?>\s*)");
  std::string out = line_break.replaced(text, " ");
  // &amp; last: what it uncovers (&amp;lt;) was written out on purpose.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities{
      {{"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&middot;", "·"}, {"&amp;", "&"}}};
  for (const auto& [entity, sign] : kEntities) {
    for (std::size_t at = out.find(entity); at != std::string::npos; at = out.find(entity, at + sign.size()))
      out.replace(at, entity.size(), sign);
  }
  if (out == text) return std::nullopt;
  return out;
}

}  // namespace jangbu
