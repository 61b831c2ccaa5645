// Marks that a converter left in the text.
//   before: 생 <mark>률</mark>      after: 생 률
//   before: **소요예산**            after: 소요예산
#include "normalize/repair_rule.h"
#include "text/label.h"

namespace jangbu {

std::optional<std::string> repair_markup(std::string_view text) {
  std::string out = without_markup(text);
  if (out == text) return std::nullopt;
  return out;
}

}  // namespace jangbu
