// All questions to Unicode, answered by ICU. Most text is ASCII and Hangul, so that quick looks at bytes come first:
// what is inert in NFC, or plain in every form, is given back without asking ICU. Malformed bytes become U+FFFD and
// stop nothing.
//
// Why the quick looks: each character of a report is asked about several times (labels, keys, widths, blanks), and a call of ICU costs more
// than the whole text does as bytes. A look may only err on the side of asking: what it calls inert or plain is so in ICU's own tables.
#include "text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace jangbu {
namespace {

// If ICU fails, for want of memory, the text comes back as it was.
std::string normalized(std::string_view text, const icu::Normalizer2* form, UErrorCode& status) {
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (U_SUCCESS(status) && form->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  status = U_ZERO_ERROR;
  form->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

// Whether a character of two or three bytes is one that NFC leaves alone wherever it stands: its own composed form, and no mark that
// joins what is before it (NFC_Quick_Check Yes, combining class 0). A subset that holds nearly all Korean text.
bool is_inert(unsigned char a, unsigned char b, unsigned char c) {
  if (a >= 0xE4 && a <= 0xE9) return true;                              // U+4000–U+9FFF
  if (a == 0xEB || a == 0xEC || (a == 0xEA && b >= 0xB0)) return true;  // Hangul syllables
  if (a == 0xED) return b < 0x9E || (b == 0x9E && c <= 0xA3);
  if (a == 0xE3) return b >= 0x83 || b == 0x81 || (b == 0x80 ? c < 0xAA || c > 0xAF : c != 0x99 && c != 0x9A);  // U+3000–U+3FFF
  if (a == 0xE2) return b == 0x80 ? c >= 0x82 : b == 0x81 || b == 0x82 || (b >= 0x85 && b <= 0x8B) || (b >= 0x8D && b <= 0xA9);
  if (a == 0xEE) return true;                    // private use
  return a == 0xEF && (b <= 0xA3 || b >= 0xBC);  // private use, full-width forms
}

// Whether the text holds nothing but such characters; ICU is asked about the rest.
bool is_inert(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0); };
  const auto follows = [](unsigned char c) { return (c & 0xC0) == 0x80; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char a = at(i);
    if (a < 0x80) {
      ++i;
    } else if (a >= 0xC2 && a <= 0xCB) {  // U+0080–U+02FF
      if (!follows(at(i + 1))) return false;
      i += 2;
    } else {
      if (!follows(at(i + 1)) || !follows(at(i + 2)) || !is_inert(a, at(i + 1), at(i + 2))) return false;
      i += 3;
    }
  }
  return true;
}

// ASCII and Hangul syllables: of no other form in any normalization, wherever they stand.
bool is_plain(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    if (bytes[i] < 0xEA || bytes[i] > 0xED || text.size() - i < 3 || (bytes[i + 1] & 0xC0) != 0x80 || (bytes[i + 2] & 0xC0) != 0x80)
      return false;
    if (!is_hangul_syllable(static_cast<char32_t>((bytes[i] & 0xF) << 12 | (bytes[i + 1] & 0x3F) << 6 | (bytes[i + 2] & 0x3F))))
      return false;
    i += 3;
  }
  return true;
}

// Every code point of the text, malformed bytes as U+FFFD.
template <typename F>
void each(std::string_view text, F&& visit) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    visit(static_cast<char32_t>(c));
  }
}

// Surrogates and what lies beyond Unicode become U+FFFD.
void append(std::string& out, char32_t c) {
  uint8_t buffer[U8_MAX_LENGTH];
  int32_t n = 0;
  UBool failed = false;
  U8_APPEND(buffer, n, U8_MAX_LENGTH, static_cast<UChar32>(c), failed);
  if (failed) {
    out += "\xEF\xBF\xBD";
    return;
  }
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(n));
}

}  // namespace

// By ICU's macro, which refuses overlong forms and surrogates.
bool is_valid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) return false;
  }
  return true;
}

std::string to_nfc(std::string_view text) {
  if (is_inert(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  return normalized(text, form, status);
}

// Gives the same string back where nothing is to be done, without a copy.
std::string to_nfc(std::string&& text) {
  if (is_inert(text)) return std::move(text);
  return to_nfc(std::string_view(text));
}

std::string to_nfkc(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
  return normalized(text, form, status);
}

// The two lead bytes of the block are looked for first: most texts have none of it.
std::string half_width(std::string_view text) {
  if (text.find("\xEF\xBC") == std::string_view::npos && text.find("\xEF\xBD") == std::string_view::npos) return std::string(text);
  std::u32string points = to_code_points(text);
  for (char32_t& c : points) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  }
  return to_utf8(points);
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  each(text, [&](char32_t c) { out.push_back(c); });
  return out;
}

std::optional<char32_t> code_point_at(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data()) + at;
  const auto length = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
  int32_t i = 0;
  UChar32 c;
  U8_NEXT(bytes, i, length, c);
  if (c < 0) return std::nullopt;
  return static_cast<char32_t>(c);
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (char32_t c : text) append(out, c);
  return out;
}

std::string utf16_to_utf8(std::u16string_view text) {
  std::string out;
  append_utf16(out, text);
  return out;
}

// By hand rather than through icu::UnicodeString: documents come in pieces of a few words, and their set-up would cost more than they.
void append_utf16(std::string& out, std::u16string_view text) {
  char buffer[768];
  char* put = buffer;
  const auto flush = [&] {
    out.append(buffer, static_cast<std::size_t>(put - buffer));
    put = buffer;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (put > buffer + sizeof buffer - 4) flush();
    std::uint32_t c = text[i];
    if (c < 0x80) {
      *put++ = static_cast<char>(c);
      continue;
    }
    if (c < 0x800) {
      *put++ = static_cast<char>(0xC0 | c >> 6);
      *put++ = static_cast<char>(0x80 | (c & 0x3F));
      continue;
    }
    if (c >= 0xD800 && c <= 0xDFFF) {
      if (c <= 0xDBFF && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
        *put++ = static_cast<char>(0xF0 | c >> 18);
        *put++ = static_cast<char>(0x80 | (c >> 12 & 0x3F));
        *put++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
        *put++ = static_cast<char>(0x80 | (c & 0x3F));
        continue;
      }
      c = 0xFFFD;
    }
    *put++ = static_cast<char>(0xE0 | c >> 12);
    *put++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    *put++ = static_cast<char>(0x80 | (c & 0x3F));
  }
  flush();
}

// The table is made by converting all 8,836 places from EUC-KR.
std::vector<char32_t> ks_x_1001() {
  constexpr int kRows = 94, kPlaces = kRows * kRows;
  std::vector<char32_t> out(kPlaces, 0);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("EUC-KR", &status);
  if (U_FAILURE(status)) return out;
  for (int i = 0; i < kPlaces; ++i) {
    const char bytes[2] = {static_cast<char>(0xA1 + i / kRows), static_cast<char>(0xA1 + i % kRows)};
    const char* source = bytes;
    status = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter, &source, bytes + 2, &status);
    if (U_SUCCESS(status) && c != 0xFFFD && source == bytes + 2) out[static_cast<std::size_t>(i)] = static_cast<char32_t>(c);
    ucnv_reset(converter);
  }
  ucnv_close(converter);
  return out;
}

// ASCII first; above U+3164 only the byte order mark is left.
bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  if (c > 0x3164) return c == 0xFEFF;  // Unicode's own end at U+3000
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF || c == 0x3164 || c == 0x2060;
}

bool is_hangul(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return c >= 0x1100 && uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HANGUL && c != 0x3164;
}

bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

bool is_han(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return c >= 0x2E80 && uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

bool is_letter_or_digit(char32_t c) { return is_hangul_syllable(c) || u_isalnum(static_cast<UChar32>(c)); }

bool is_private_use(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR; }

// From both ends, without decoding what lies between.
std::string trim(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size());
  int32_t begin = 0, end = length;
  while (begin < end) {
    int32_t next = begin;
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, next, length, c);
    if (!is_blank(static_cast<char32_t>(c))) break;
    begin = next;
  }
  while (end > begin) {
    int32_t previous = end;
    UChar32 c;
    U8_PREV_OR_FFFD(bytes, begin, previous, c);
    if (!is_blank(static_cast<char32_t>(c))) break;
    end = previous;
  }
  return std::string(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
}

bool is_all_blank(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (!is_blank(static_cast<char32_t>(c))) return false;
  }
  return true;
}

std::string collapse_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  each(text, [&](char32_t c) {
    if (is_blank(c)) {
      pending = !out.empty();
      return;
    }
    if (pending) out.push_back(' ');
    pending = false;
    append(out, c);
  });
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each(text, [&](char32_t c) {
    if (!is_blank(c)) append(out, c);
  });
  return out;
}

// Hangul syllables and ASCII first: they are nearly all that is asked about.
int display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (is_hangul_syllable(c)) return 2;
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) return 0;
  const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  each(text, [&](char32_t c) { width += display_width(c); });
  return width;
}

std::string padded(std::string_view text, int width, int least) {
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(least, width - display_width(text))), ' ');
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  each(text, [&](char32_t) { ++count; });
  return count;
}

// How many letters have to be put in, taken out or exchanged to make `b` of `a`; beyond `cap` only that it is beyond.
// One row of the Levenshtein table at a time; a row whose least value is beyond `cap` ends it.
int edit_distance(std::u32string_view a, std::u32string_view b, int cap) {
  const auto n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
  if (std::abs(n - m) > cap) return cap + 1;
  std::vector<int> row(static_cast<std::size_t>(m) + 1);
  for (int j = 0; j <= m; ++j) row[static_cast<std::size_t>(j)] = j;
  for (int i = 1; i <= n; ++i) {
    int diagonal = row[0], best = i;
    row[0] = i;
    for (int j = 1; j <= m; ++j) {
      const auto at = static_cast<std::size_t>(j);
      const int cost = diagonal + (a[static_cast<std::size_t>(i - 1)] == b[at - 1] ? 0 : 1);
      diagonal = row[at];
      row[at] = std::min({row[at] + 1, row[at - 1] + 1, cost});
      best = std::min(best, row[at]);
    }
    if (best > cap) return cap + 1;
  }
  return std::min(row[static_cast<std::size_t>(m)], cap + 1);
}

}  // namespace jangbu
