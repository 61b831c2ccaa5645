// Text as it was saved → UTF-8. Korean offices have text in three encodings: UTF-8; CP949 (Microsoft's extension of EUC-KR), which older
// programs and many exports still write; and UTF-16 with a byte order mark, which Notepad calls 유니코드.
//
// Right or refused: what is taken for CP949 has to be CP949 to the last byte, mostly Hangul, and no likelier another East Asian encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jangbu {

struct DecodedText {
  std::string text;           // UTF-8, without a byte order mark
  std::string_view encoding;  // "UTF-8", "UTF-16" or "CP949"
};

// Nothing: it is in none of them, or is no text. UTF-8 that is valid comes back as it is.
std::optional<DecodedText> decode_text(std::string_view bytes);

}  // namespace jangbu
