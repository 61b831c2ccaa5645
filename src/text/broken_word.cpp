// The words at both sides of the border, joined, are asked for; signs that open or close, and particles behind something that closes, go
// with their word in any case.
#include "text/broken_word.h"

#include <algorithm>

#include "text/label.h"
#include "text/pattern.h"

namespace jangbu {

bool is_broken_word(std::string_view before, std::string_view after, const std::function<bool(const std::string&)>& known) {
  // Only the words at the border matter, and a cell may be as long as a page.
  constexpr std::size_t kEnough = 200;
  const auto left = words_of(before.substr(before.size() - std::min(before.size(), kEnough)));
  const auto right = words_of(after.substr(0, kEnough));
  if (left.empty() || right.empty()) return false;
  static const Pattern closing(R"(^[,.)\]」』”:;%·])"), opening(R"([(\[「『‘“·]$)");
  if (closing.found_in(right.front()) || opening.found_in(left.back())) return true;
  static const Pattern closed(R"([)\]」』’”]$)"),
      particle(R"(^(?:으로|로|을|를|은|는|이|가|에|의|와|과|도|만|까지|부터|에서)(?:만|는|도|서|의)?$)");
  if (closed.found_in(left.back()) && particle.matches(right.front())) return true;
  return known(std::string(left.back()) + std::string(right.front()));
}

}  // namespace jangbu
