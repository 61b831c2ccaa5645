// References of XML and the kind of a text, apart from the scanner since both are simple loops over bytes. References
// to control characters, which XML forbids and some programs write, are counted and left out; any other unknown
// entity is an error, so that nothing expands.
#include "extractors/hangul/xml_syntax.h"

#include <charconv>

#include "text/unicode.h"

namespace jangbu::hangul {
namespace {

constexpr char32_t kControl = 0xFFFFFFFF;  // a reference to a control character

// "amp", "#44608" or "#xAC00" → the character; 0 where it is none.
char32_t referenced(std::string_view name) {
  struct Entity {
    std::string_view name;
    char32_t sign;
  };
  static constexpr Entity kEntities[] = {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}};
  for (const Entity& entity : kEntities)
    if (entity.name == name) return entity.sign;
  if (name.size() < 2 || name[0] != '#') return 0;
  const bool hex = name[1] == 'x';
  std::uint32_t code = 0;
  const char* last = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + (hex ? 2 : 1), last, code, hex ? 16 : 10);
  if (error == std::errc() && stop == last && code > 0 && code < 0x20 && code != 9 && code != 10 && code != 13) return kControl;
  // Halves of a pair and what is no character: forbidden as control characters are.
  if (error == std::errc() && stop == last && ((code >= 0xD800 && code <= 0xDFFF) || code == 0xFFFE || code == 0xFFFF)) return kControl;
  const bool allowed = code >= 0x09 && code <= 0x10FFFF;
  return error == std::errc() && stop == last && allowed ? code : 0;
}

}  // namespace

// Copies up to each `&`, then what it stands for.
bool resolve_entities(std::string_view raw, std::string& out, std::size_t& controls) {
  // `&#x10FFFF;` has nine letters; a `;` further away belongs to something else.
  constexpr std::size_t kLongestName = 16;
  out.clear();
  while (!raw.empty()) {
    const auto at = raw.find('&');
    out += raw.substr(0, at);
    if (at == std::string_view::npos) return true;
    raw.remove_prefix(at + 1);
    const auto end = raw.substr(0, kLongestName).find(';');
    if (end == std::string_view::npos) return false;
    const char32_t c = referenced(raw.substr(0, end));
    if (c == 0) return false;
    if (c == kControl) {
      ++controls;
    } else {
      out += to_utf8(std::u32string_view(&c, 1));
    }
    raw.remove_prefix(end + 1);
  }
  return true;
}

TextKind kind_of(std::string_view text) {
  // No early exits: this runs over every letter, and so the compiler can look at many at once.
  unsigned beyond_ascii = 0, controls = 0;
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    beyond_ascii |= u & 0x80U;
    controls |= static_cast<unsigned>(u < 0x20) & static_cast<unsigned>(u != '\t') & static_cast<unsigned>(u != '\n') &
                static_cast<unsigned>(u != '\r');
  }
  return controls != 0 ? TextKind::kWithControls : beyond_ascii != 0 ? TextKind::kBeyondAscii : TextKind::kAscii;
}

}  // namespace jangbu::hangul
