#include "extractors/pdf/private_use.h"

#include <algorithm>
#include <array>

namespace jangbu {
namespace {

struct Mapping {
  char32_t from, to;
};

// Sorted by `from`. Symbol and Wingdings stand at U+F000 plus their own code.
constexpr std::array kMappings = {
    Mapping{0xF020, U' '}, Mapping{0xF06C, U'●'}, Mapping{0xF06D, U'○'}, Mapping{0xF06E, U'■'}, Mapping{0xF06F, U'□'},
    Mapping{0xF070, U'□'}, Mapping{0xF071, U'❑'}, Mapping{0xF072, U'❒'}, Mapping{0xF073, U'⬧'}, Mapping{0xF074, U'⧫'},
    Mapping{0xF075, U'◆'}, Mapping{0xF076, U'❖'}, Mapping{0xF077, U'⬥'}, Mapping{0xF09F, U'•'}, Mapping{0xF0A0, U'▪'},
    Mapping{0xF0A1, U'○'}, Mapping{0xF0A7, U'▪'}, Mapping{0xF0A8, U'□'}, Mapping{0xF0B7, U'•'}, Mapping{0xF0D8, U'➢'},
    Mapping{0xF0E0, U'→'}, Mapping{0xF0E8, U'➔'}, Mapping{0xF0F0, U'⇨'}, Mapping{0xF0FC, U'✔'}, Mapping{0xF0FE, U'☑'},
};

}  // namespace

char32_t plain_character(char32_t private_use) {
  // Hancom's white figures in black boxes (1 … 20) and black figures in boxes (1 … 20): circled figures keep the meaning.
  if (private_use >= 0xF02B1 && private_use <= 0xF02C4) return U'①' + (private_use - 0xF02B1);
  if (private_use >= 0xF02CE && private_use <= 0xF02E1) return U'①' + (private_use - 0xF02CE);
  const auto found = std::lower_bound(kMappings.begin(), kMappings.end(), private_use,
                                      [](const Mapping& mapping, char32_t c) { return mapping.from < c; });
  return found != kMappings.end() && found->from == private_use ? found->to : 0;
}

}  // namespace jangbu
