#include "text/header_lexicon.h"

namespace jangbu {

bool HeaderLexicon::matches(std::string_view key, HeaderRole role) const {
  for (const HeaderWord& word : words_) {
    if (word.role == role && word.pattern.matches(key)) return true;
  }
  return false;
}

std::optional<bool> HeaderLexicon::may_hold(std::string_view group, std::string_view child) const {
  bool known = false;
  for (const HeaderWord& word : words_) {
    if (word.role != HeaderRole::kGroup || !word.pattern.matches(group)) continue;
    if (word.children.empty()) return true;
    known = true;
    for (const Pattern& pattern : word.children) {
      if (pattern.matches(child)) return true;
    }
  }
  if (!known) return std::nullopt;
  return false;
}

}  // namespace jangbu
