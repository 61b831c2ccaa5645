// A table from Private Use characters to what readers see, for the fonts of Hancom, Symbol and Wingdings. Characters
// that no table knows stay and are told. Two codes outside of the Private Use Area count as well: Ÿ before a word is
// Wingdings' bullet, ᆞ alone is a dot.
#include "text/private_use.h"

#include <algorithm>
#include <array>

#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

struct Mapping {
  char32_t from, to;
};

// Sorted by `from`. Symbol and Wingdings stand at U+F000 plus their own code.
constexpr std::array kMappings = {
    Mapping{0xF020, U' '}, Mapping{0xF06C, U'●'}, Mapping{0xF06D, U'○'}, Mapping{0xF06E, U'■'}, Mapping{0xF06F, U'□'},
    Mapping{0xF070, U'□'}, Mapping{0xF071, U'❑'}, Mapping{0xF072, U'❒'}, Mapping{0xF073, U'⬧'}, Mapping{0xF074, U'⧫'},
    Mapping{0xF075, U'◆'}, Mapping{0xF076, U'❖'}, Mapping{0xF077, U'⬥'}, Mapping{0xF080, U'⓪'}, Mapping{0xF081, U'①'},
    Mapping{0xF082, U'②'}, Mapping{0xF083, U'③'}, Mapping{0xF084, U'④'}, Mapping{0xF085, U'⑤'}, Mapping{0xF086, U'⑥'},
    Mapping{0xF087, U'⑦'}, Mapping{0xF088, U'⑧'}, Mapping{0xF089, U'⑨'}, Mapping{0xF08A, U'⑩'}, Mapping{0xF08C, U'❶'},
    Mapping{0xF08D, U'❷'}, Mapping{0xF08E, U'❸'}, Mapping{0xF08F, U'❹'}, Mapping{0xF090, U'❺'}, Mapping{0xF091, U'❻'},
    Mapping{0xF092, U'❼'}, Mapping{0xF093, U'❽'}, Mapping{0xF094, U'❾'}, Mapping{0xF095, U'❿'}, Mapping{0xF09E, U'·'},
    Mapping{0xF09F, U'•'}, Mapping{0xF0A0, U'▪'}, Mapping{0xF0A1, U'○'}, Mapping{0xF0A4, U'◉'}, Mapping{0xF0A5, U'◎'},
    Mapping{0xF0A7, U'▪'}, Mapping{0xF0A8, U'□'}, Mapping{0xF0AB, U'★'}, Mapping{0xF0B7, U'•'}, Mapping{0xF0D8, U'➢'},
    Mapping{0xF0DC, U'➲'}, Mapping{0xF0DF, U'←'}, Mapping{0xF0E0, U'→'}, Mapping{0xF0E1, U'↑'}, Mapping{0xF0E2, U'↓'},
    Mapping{0xF0E3, U'↖'}, Mapping{0xF0E4, U'↗'}, Mapping{0xF0E5, U'↙'}, Mapping{0xF0E6, U'↘'}, Mapping{0xF0E8, U'➔'},
    Mapping{0xF0EF, U'⇦'}, Mapping{0xF0F0, U'⇨'}, Mapping{0xF0F1, U'⇧'}, Mapping{0xF0F2, U'⇩'}, Mapping{0xF0FB, U'✘'},
    Mapping{0xF0FC, U'✔'}, Mapping{0xF0FD, U'☒'}, Mapping{0xF0FE, U'☑'},
};

}  // namespace

// Boxed numbers by their distance, all else by the table.
char32_t plain_character(char32_t private_use) {
  // Hancom's white figures in black boxes (1 … 20) and black figures in boxes (1 … 20): circled figures keep the meaning.
  if (private_use >= 0xF02B1 && private_use <= 0xF02C4) return U'①' + (private_use - 0xF02B1);
  if (private_use >= 0xF02CE && private_use <= 0xF02E1) return U'①' + (private_use - 0xF02CE);
  const auto found = std::lower_bound(kMappings.begin(), kMappings.end(), private_use,
                                      [](const Mapping& mapping, char32_t c) { return mapping.from < c; });
  return found != kMappings.end() && found->from == private_use ? found->to : 0;
}

// By bytes, without decoding: nearly all texts end here.
bool may_hold_glyph_codes(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]);
    if (a == 0xEE || a == 0xEF || a >= 0xF3) return true;  // Private Use (0xEF: also full-width forms)
    if (text.substr(i, 2) == "\u0178" || text.substr(i, 3) == "\u119E") return true;
  }
  return false;
}

// Neighbours decide about Ÿ and ᆞ, which are letters elsewhere.
std::string readable_text(std::string_view text, std::set<char32_t>& unknown) {
  std::u32string points = to_code_points(text);
  for (std::size_t i = 0; i < points.size(); ++i) {
    char32_t& c = points[i];
    const bool first = i == 0 || is_blank(points[i - 1]), last = i + 1 == points.size() || is_blank(points[i + 1]);
    if (c == U'\u0178' && first && (last || is_hangul_syllable(points[i + 1]))) c = U'•';
    // A vowel of old Hangul stands behind a consonant of it; alone it is the dot that it looks like.
    if (c == U'\u119E' && (i == 0 || points[i - 1] < 0x1100 || points[i - 1] > 0x115F)) c = U'·';
    if (!is_private_use(c)) continue;
    if (const char32_t plain = plain_character(c); plain != 0) {
      c = plain;
    } else {
      unknown.insert(c);
    }
  }
  return to_utf8(points);
}

}  // namespace jangbu
