// Blanks that stretch a word over its cell.
//   before: 시 민 참 여 과      after: 시민참여과
//   before: 그 외 수 입         after: 그외수입
//   before: 시민 제안 및 실행    after: (unchanged: words of several syllables)
#include "normalize/repair_rule.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {

std::optional<std::string> repair_letter_spacing(std::string_view text) {
  std::string out = without_letter_spacing(text);
  if (out == text) return std::nullopt;
  // Only blanks at the ends or doubled went: that is tidying, done silently by whoever shows the label.
  if (out == collapse_blanks(text)) return std::nullopt;
  return out;
}

}  // namespace jangbu
