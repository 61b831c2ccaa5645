// The encodings in which Korean offices have text, and those that look alike.
#include "text/text_encoding.h"

#include <gtest/gtest.h>

#include "text/unicode.h"

namespace jangbu {
namespace {

using Told = std::pair<std::string, std::string>;  // text, encoding

Told told(std::string_view bytes) {
  const auto decoded = decode_text(bytes);
  return decoded ? Told{decoded->text, std::string(decoded->encoding)} : Told{"", "none"};
}

// In UTF-16 with its mark, low byte first or last.
std::string wide(const std::string& text, bool little) {
  std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char32_t c : to_code_points(text)) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    out += little ? std::string{low, high} : std::string{high, low};
  }
  return out;
}

TEST(TextEncoding, WhatOfficesSave) {
  EXPECT_EQ(told("구분"), (Told{"구분", "UTF-8"}));
  EXPECT_EQ(told("\xEF\xBB\xBF구분"), (Told{"구분", "UTF-8"}));
  EXPECT_EQ(told("a table: 1,000"), (Told{"a table: 1,000", "UTF-8"}));
  EXPECT_EQ(told("\xB1\xB8\xBA\xD0 1,000"), (Told{"구분 1,000", "CP949"}));
  EXPECT_EQ(told("\x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF"), (Told{"똠방각하", "CP949"}));  // 똠 is Microsoft's addition to EUC-KR
  EXPECT_EQ(told("\xA1\xE3\xA2\xBA 1"), (Told{"", "none"})) << "signs alone do not tell";
  EXPECT_EQ(told(wide("구분\t1,000\n", true)), (Told{"구분\t1,000\n", "UTF-16"}));
  EXPECT_EQ(told(wide("구분\t1,000\n", false)), (Told{"구분\t1,000\n", "UTF-16"}));
}

TEST(TextEncoding, WhatLooksAlikeIsRefused) {
  EXPECT_EQ(told("d\xE9penses arr\xEAt\xE9"
                 "es")
                .second,
            "none")
      << "Latin-1";
  EXPECT_EQ(told("\xC7\xD0\xC2\xB7\xB5\xC4\xD6\xD0\xB9\xFA\xC8\xCB\xC3\xF1\xB5\xC4\xB9\xAB\xB8\xE6\xA3\xAC\xCE\xD2\xC3\xC7\xD4\xDA\xD5\xE2"
                 "\xC0\xEF\xD2\xBB\xC6\xF0\xCB\xB5\xC3\xF7\xC8\xE7\xCF\xC2")
                .second,
            "none")
      << "Chinese in GB 2312";
  EXPECT_EQ(told("\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\xCD\x82\xC5\x82\xB7").second, "none") << "Japanese in Shift JIS";
  EXPECT_EQ(told("\xFF\xFE\x01\x02\x03\x04\x05\x06").second, "none") << "a mark before no text";
  EXPECT_EQ(told(std::string("a\0b", 3)).second, "none");
  EXPECT_EQ(told(std::string("\xFF\xFE\x00", 3)).second, "none");
}

// One that is cut, or damaged in one place, never becomes other words.
TEST(TextEncoding, DamagedUtf8IsNotTakenForAnother) {
  const std::string text = "구 분\t예산현액\t지출액\n합 계\t1,000\t500\n시민참여과의 세부사업\t1,000\t500\n";
  for (std::size_t at = 0; at < text.size(); ++at) {
    EXPECT_NE(told(text.substr(0, at)).second, "CP949") << at;
    std::string damaged = text;
    damaged[at] = '\xC0';
    EXPECT_EQ(told(damaged).second, "none") << at;
  }
}

}  // namespace
}  // namespace jangbu
