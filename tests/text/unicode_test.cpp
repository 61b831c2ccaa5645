#include "text/unicode.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jangbu {
namespace {

TEST(Unicode, TellsUtf8FromOtherBytes) {
  for (const char* text : {"", "a", "장부", "𠮷", "\u200B"}) EXPECT_TRUE(is_valid_utf8(text));
  for (const char* text : {"\xB0\xA1", "\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xEC\x9E", "a\x80"})
    EXPECT_FALSE(is_valid_utf8(text));
}

TEST(Unicode, ComposesWhatMacsTakeApart) {
  const std::string apart = "\u110C\u1161\u11BC\u1107\u116E";  // as file names come from macOS
  EXPECT_EQ(to_nfc(apart), "장부");
  EXPECT_EQ(to_nfc("장부"), "장부");
  EXPECT_EQ(to_nfc("①"), "①");
}

TEST(Unicode, FoldsCompatibilityFormsForComparing) {
  EXPECT_EQ(to_nfkc("１，２３４％"), "1,234%");
  EXPECT_EQ(to_nfkc("①"), "1");
  EXPECT_EQ(to_nfkc("㎡"), "m2");
  EXPECT_EQ(to_nfkc("㈜"), "(주)");
}

TEST(Unicode, ConvertsAndBack) {
  EXPECT_EQ(to_code_points("가A"), U"가A");
  EXPECT_EQ(to_utf8(U"가A𠮷"), "가A𠮷");
  EXPECT_EQ(to_code_points("\xFF가"), U"\uFFFD가");
  EXPECT_EQ(to_utf8(std::u32string(1, char32_t{0xD800})), "\uFFFD");
  EXPECT_EQ(utf16_to_utf8(u"장부𠮷"), "장부𠮷");
  EXPECT_EQ(utf16_to_utf8(std::u16string(1, char16_t{0xD800})), "\uFFFD");
  EXPECT_EQ(utf16_to_utf8(u""), "");
}

TEST(Unicode, KnowsTheBlanksOfKoreanTypesetting) {
  for (char32_t c : {U' ', U'\t', U'\n', U'\u00A0', U'\u2007', U'\u200B', U'\u3000', U'\u3164', U'\uFEFF'}) {
    EXPECT_TRUE(is_blank(c)) << std::hex << static_cast<unsigned>(c);
  }
  for (char32_t c : {U'a', U'가', U'-', U'·', U'0'}) EXPECT_FALSE(is_blank(c));
}

TEST(Unicode, KnowsScripts) {
  EXPECT_TRUE(is_hangul(U'가'));
  EXPECT_TRUE(is_hangul(U'ㄱ'));
  EXPECT_FALSE(is_hangul(U'A'));
  EXPECT_FALSE(is_hangul(U'\u3164'));
  EXPECT_TRUE(is_hangul_syllable(U'힣'));
  EXPECT_FALSE(is_hangul_syllable(U'ㄱ'));
  EXPECT_TRUE(is_han(U'原'));
  EXPECT_FALSE(is_han(U'가'));
  EXPECT_TRUE(is_letter_or_digit(U'가'));
  EXPECT_TRUE(is_letter_or_digit(U'7'));
  EXPECT_FALSE(is_letter_or_digit(U'%'));
  EXPECT_TRUE(is_private_use(U'\uF0B7'));
  EXPECT_TRUE(is_private_use(U'\U000F02B1'));
  EXPECT_FALSE(is_private_use(U'□'));
}

TEST(Unicode, TrimsAndCollapses) {
  EXPECT_EQ(trim("　 합 계 \t"), "합 계");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("\u3000\u200B"), "");
  EXPECT_EQ(collapse_blanks(" 서울 \n 혁신  파크 "), "서울 혁신 파크");
  EXPECT_EQ(without_blanks(" 서울 \n 혁신　파크 "), "서울혁신파크");
}

TEST(Unicode, MeasuresWhatATerminalShows) {
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("장부"), 4);
  EXPECT_EQ(display_width("가1"), 3);
  EXPECT_EQ(display_width("Ａ"), 2);
  EXPECT_EQ(display_width("\u0301"), 0);
  EXPECT_EQ(code_point_count("장부 a"), 4u);
}

TEST(Unicode, CountsEditsUpToACap) {
  EXPECT_EQ(edit_distance(U"집행액", U"집행액", 3), 0);
  EXPECT_EQ(edit_distance(U"집항l액", U"집행액", 3), 2);
  EXPECT_EQ(edit_distance(U"", U"가나다", 5), 3);
  EXPECT_EQ(edit_distance(U"가나다라마", U"바사아자차", 2), 3);
  EXPECT_EQ(edit_distance(U"가", U"가나다라마바", 2), 3);
}

RC_GTEST_PROP(Unicode, NormalisingTwiceIsNormalisingOnce, (const std::string& bytes)) {
  const std::string nfc = to_nfc(bytes), nfkc = to_nfkc(bytes);
  if (is_valid_utf8(bytes)) {
    RC_ASSERT(is_valid_utf8(nfc) && is_valid_utf8(nfkc));
    RC_ASSERT(to_nfc(nfc) == nfc);
    RC_ASSERT(to_nfkc(nfkc) == nfkc);
  }
  RC_ASSERT(trim(trim(bytes)) == trim(bytes));
  RC_ASSERT(collapse_blanks(collapse_blanks(bytes)) == collapse_blanks(bytes));
}

TEST(Unicode, CodePointsAtAByte) {
  EXPECT_EQ(code_point_at("a가", 0), U'a');
  EXPECT_EQ(code_point_at("a가", 1), U'가');
  EXPECT_EQ(code_point_at("\U0010FFFF", 0), U'\U0010FFFF');
  EXPECT_EQ(code_point_at("a가", 2), std::nullopt);  // inside of a character
  for (const char* malformed : {"\xEA\xB0", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"})
    EXPECT_EQ(code_point_at(malformed, 0), std::nullopt);
}

}  // namespace
}  // namespace jangbu
