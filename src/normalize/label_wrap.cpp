// A label that the cell's width broke over lines.
//   before: 커뮤니티공간⏎운영지원                             after: 커뮤니티공간 운영지원
//   before: 서울민주주의위원회 운영⏎(서울시민회의 구성 및 운영)   after: 서울민주주의위원회 운영 (서울시민회의 구성 및 운영)
//   before: 합⏎계                                            after: 합 계   (letter_spacing does the rest)
// Indentation in front of a label goes too: hierarchy reads it from Cell::text.
#include "normalize/repair_rule.h"
#include "text/unicode.h"

namespace jangbu {

std::optional<std::string> repair_label_wrap(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return std::nullopt;
  std::string out;
  std::size_t from = 0;
  while (from <= text.size()) {
    std::size_t end = text.find('\n', from);
    if (end == std::string_view::npos) end = text.size();
    const std::string piece = trim(text.substr(from, end - from));
    if (!piece.empty()) out += (out.empty() ? "" : " ") + piece;
    from = end + 1;
  }
  return out;
}

}  // namespace jangbu
