// The small pieces of XML 1.0's grammar that XmlScanner puts together: blanks, names, references, what text may hold.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace jangbu::hangul {

inline bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// "hp:tbl" → "tbl".
inline std::string_view local_part(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Bytes of names as these formats use them: letters, digits and a few signs, or anything beyond ASCII.
inline constexpr std::array<bool, 256> kNameBytes = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c)
    table[c] = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
               c == '-' || c == '.';
  return table;
}();

inline bool is_name_byte(char c) { return kNameBytes[static_cast<unsigned char>(c)]; }

// The name in front of `text`; empty where there is none.
inline std::string_view leading_name(std::string_view text) {
  if (text.empty() || !is_name_byte(text[0]) || (text[0] >= '0' && text[0] <= '9') || text[0] == '-' || text[0] == '.') return {};
  std::size_t size = 1;
  while (size < text.size() && is_name_byte(text[size])) ++size;
  return text.substr(0, size);
}

// The text with the five entities of XML and character references resolved; false where there is any other. Nothing
// expands to more than it is long. References to control characters, which XML forbids, are left out and counted.
bool resolve_entities(std::string_view raw, std::string& out, std::size_t& controls);

enum class TextKind : std::uint8_t { kAscii, kBeyondAscii, kWithControls };
TextKind kind_of(std::string_view text);

}  // namespace jangbu::hangul
