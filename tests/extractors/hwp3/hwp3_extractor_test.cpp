#include "extractors/hwp3/hwp3_extractor.h"

#include <gtest/gtest.h>

#include "extractors/hangul/fixture_files.h"
#include "extractors/hwp3/character_codes.h"
#include "extractors/hwp3/document_head.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using hangul_test::described;
using hangul_test::read;

TEST(Hwp3, reads_text_tables_and_parts) {
  const auto document = read("three.hwp3");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_FALSE(document->degraded);
  EXPECT_EQ(document->metadata.title, "옛 문서");
  EXPECT_EQ(document->metadata.author, "옛 사람");
  EXPECT_EQ(described(*document),
            "body 16 bold outline 0: 한글 3.0 문서\nbody 10 outline 0: 가나다 ABC ① ※ 漢字\t꿇 뷁 휑\ntable 0\nbody 10 outline 0: 표 뒤\n"
            "body 10 outline 0: 글상자\ntext_box 10 outline 0: 상자 글\nbody 10 outline 0: 머리말\nheader 10 outline 0: 쪽 머리\n"
            "body 10 outline 0: 각주\nnote 10 outline 0: 각주 글\nbody 10 outline 0: 그림\ntext_box 10 outline 0: 묶음 속 상자\n"
            "table 1\ntext_box 10 outline 0: 나란한 상자\ntext_box 10 outline 0: 그림 설명\ntable 2\n" +
                described(document->tables.at(0)) + described(document->tables.at(1)) + described(document->tables.at(2)));
  EXPECT_EQ(document->tables.at(1).where, Where::kTextBox);  // in a text box of a group of a drawing
  EXPECT_EQ(document->tables.at(1).cells.at(0).text, "그림");
  EXPECT_EQ(document->tables.at(2).caption, "표 설명");
  EXPECT_EQ(document->tables.at(2).cells.at(4).text, "12,000");
}

TEST(Hwp3, reads_uncompressed_bodies) {
  const auto one = read("three.hwp3"), other = read("three_uncompressed.hwp3");
  ASSERT_TRUE(one && other);
  EXPECT_EQ(described(*one), described(*other));
}

TEST(Hwp3, a_damaged_drawing_spoils_nothing_behind_it) {
  auto bytes = hangul_test::bytes_of(hangul_test::fixtures() / "three_uncompressed.hwp3");
  const auto whole = extract_hwp3(bytes, {});
  ASSERT_TRUE(whole);
  // The head of the first drawn object, "88, group with a sibling and children": it says now that it is of a kind with
  // details, longer than the drawing.
  const std::vector<std::byte> head{std::byte{88}, {}, {}, {}, {}, {}, std::byte{3}, {}};
  const auto at = std::search(bytes.begin(), bytes.end(), head.begin(), head.end());
  ASSERT_LT(at, bytes.end() - 96);
  at[4] = std::byte{9};
  at[95] = std::byte{0x7F};
  const auto document = extract_hwp3(bytes, {});
  ASSERT_TRUE(document);
  EXPECT_FALSE(document->degraded);
  ASSERT_EQ(document->diagnostics.size(), 1U);
  EXPECT_EQ(document->diagnostics[0].code, "hwp3_drawing");
  EXPECT_EQ(described(document->tables.back()), described(whole->tables.back()));
}

TEST(Hwp3, keeps_what_was_read_before_damage) {
  auto bytes = hangul_test::bytes_of(hangul_test::fixtures() / "three_uncompressed.hwp3");
  bytes.resize(bytes.size() - 500);
  const auto document = extract_hwp3(bytes, {});
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->degraded);
  EXPECT_FALSE(document->blocks.empty());
}

std::string decoded(std::initializer_list<std::uint16_t> codes) {
  hwp3::CharacterCodes table;
  std::u32string out;
  for (const std::uint16_t code : codes) table.append(code, out);
  return to_utf8(out) + (table.unknown() > 0 ? " unknown " + std::to_string(table.unknown()) : "");
}

TEST(Hwp3, reads_character_codes) {
  EXPECT_EQ(decoded({0x8861, 0xA461, 0xD3B7}), "가바힝");
  EXPECT_EQ(decoded({0x8841, 0x8461, 0x8443}), "ㄱㅏㄲ");        // letters on their own
  EXPECT_EQ(decoded({0xD3C5}), "\u1112\u119E\u11AB");            // old Hangul
  EXPECT_EQ(decoded({0x3438, 0x3446, 0x3590, 0x36E7}), "※→Ⅰ①");  // symbol rows
  EXPECT_EQ(decoded({0x4F5D, 0x4222}), "債權");                  // hanja rows
  EXPECT_EQ(decoded({0x2F11}), "◦");                             // signs of programs' own rows, by the twins of the same documents …
  EXPECT_EQ(decoded({0x87C1, 0x8861}), "◦가");                   // … and a letter that is drawn as a bullet
  EXPECT_EQ(decoded({0x2F17, 0x2F67}), "•▸");
  EXPECT_EQ(decoded({0x7FFF}), "\uFFFD unknown 1");
}

}  // namespace
}  // namespace jangbu
