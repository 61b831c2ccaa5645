// Shows characters that a terminal would obey or that nobody would see. Plain ASCII is copied byte by byte;
// everything else is decoded and either kept or shown as what it is. The two forms, for people and for JSON, differ
// only in how they show.
#include "text/visible.h"

#include <cstdint>

#include "text/unicode.h"

namespace jangbu {
namespace {

// Control characters of ASCII and of Latin-1, the line's own ends aside.
bool is_order(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }

// Directions (Unicode's Bidi_Control), separators of lines, byte order marks, tags and what else is no more than a hint to a renderer.
// Joiners (U+200C, U+200D) belong to words of some scripts, and blanks of no width to Korean typesetting.
bool is_unseen(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

void add_hex(std::string& out, std::uint32_t number, int digits, std::string_view alphabet) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += alphabet[(number >> shift) & 15];
}

constexpr std::string_view kUpper = "0123456789ABCDEF", kLower = "0123456789abcdef";

// `show` gets the character, or a single byte with `malformed`.
template <typename Show>
std::string with_shown(std::string_view text, const Show& show) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      out += text[at++];
      continue;
    }
    const auto c = code_point_at(text, at);
    if (!c) {
      show(out, byte, true);
      ++at;
      continue;
    }
    const std::size_t size = *c < 0x80 ? 1 : *c < 0x800 ? 2 : *c < 0x10000 ? 3 : 4;
    if (is_order(*c) || is_unseen(*c)) {
      show(out, *c, false);
    } else {
      out += text.substr(at, size);
    }
    at += size;
  }
  return out;
}

}  // namespace

std::string visible(std::string_view text) {
  return with_shown(text, [](std::string& out, char32_t c, bool malformed) {
    if (malformed) {
      out += "\\x";
      add_hex(out, c, 2, kUpper);
    } else if (c < 0x20 || c == 0x7F) {
      const char32_t picture = c == 0x7F ? 0x2421 : 0x2400 + c;
      out += to_utf8(std::u32string_view(&picture, 1));
    } else {
      out += "<U+";
      add_hex(out, c, c > 0xFFFF ? 5 : 4, kUpper);
      out += '>';
    }
  });
}

std::string visible_json(std::string_view json) {
  return with_shown(json, [](std::string& out, char32_t c, bool malformed) {
    const auto unit = [&](std::uint32_t number) {
      out += "\\u";
      add_hex(out, number, 4, kLower);
    };
    if (malformed) {
      unit(0xFFFD);
    } else if (c == '\r') {
      out += '\r';  // between values: inside of them it is escaped already
    } else if (c > 0xFFFF) {
      unit(0xD7C0 + (c >> 10));
      unit(0xDC00 + (c & 0x3FF));
    } else {
      unit(c);
    }
  });
}

}  // namespace jangbu
