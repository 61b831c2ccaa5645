// One expression of endings that want more, and one of nouns that merely end alike (`협의`, `마을`, `보고`). Brackets left
// open count too.
#include "text/unfinished.h"

#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {

// By the last letters, then by brackets.
bool unfinished(std::string_view text) {
  const std::string end = trim(text);
  if (end.empty()) return false;
  static const Pattern more(
      R"((?:[,·ㆍ/(\[「『‘“]|[가-힣](?:을|를|의|와|및|으로|에서|에게|부터|하는|되는|있는|없는|하여|되어|하고|되고|이고|하며|되며|이며|에|는|은|고|도록|(?:화|트|스|크|제|대|자|계|보|체)로)|(?:위한|위해|통한|통해|따른|따라|대한|대해|관한|관해)|(?:^|\s)(?:및|등의|또는|그리고|더))$)");
  static const Pattern noun(
      R"((?:협|논|회|동|주|건|문|합|결|정|심|토|유|창|강|편|제|거|호|성|도|예)의$|(?:마|가|고)을$|(?:보|재|광|창|권|공|금|사|참|최|중|제|신|예|경|원|피|수|지|충|통|선|노|포|상|무|투|문|서|냉)고$)");  // 협의 is a word, no 협 with a particle
  if (more.found_in(end) && !noun.found_in(end)) return true;
  int open = 0;
  for (const char c : end) open += c == '(' ? 1 : c == ')' ? -1 : 0;
  return open > 0;
}

}  // namespace jangbu
