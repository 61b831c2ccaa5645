#include "extractors/hwpx/hwpx_extractor.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "extractors/hangul/fixture_files.h"

namespace jangbu {
namespace {

using hangul_test::described;
using hangul_test::read;

std::string text_of(const Result<Document>& document) { return document ? described(*document) : describe(document.error()); }

TEST(Hwpx, reads_packages_however_they_are_put_together) {
  const std::string plain = text_of(read("table.hwpx"));
  EXPECT_NE(plain.find("(1,1 1x1) 12,000"), std::string::npos) << plain;
  EXPECT_EQ(text_of(read("year_2024.hwpx")), plain);
  EXPECT_EQ(text_of(read("odd_order.hwpx")), plain);
  EXPECT_EQ(text_of(read("backslashes.hwpx")), plain);
  const auto bare = read("bare.hwpx");
  ASSERT_TRUE(bare);
  EXPECT_EQ(described(bare->tables.at(0)), described(read("table.hwpx")->tables.at(0)));
}

TEST(Hwpx, places_cells_without_addresses_and_says_so) {
  const auto document = read("no_addresses.hwpx");
  ASSERT_TRUE(document);
  EXPECT_EQ(described(document->tables.at(0)), described(read("spans.hwpx")->tables.at(0)));
  ASSERT_EQ(document->diagnostics.size(), 1U);
  EXPECT_EQ(document->diagnostics[0].code, "table_structure");
}

TEST(Hwpx, leaves_out_what_tracked_changes_have_deleted) {
  const auto document = read("tracked_change.hwpx");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->blocks.at(0).paragraph.text, "남는 새 글");
  ASSERT_EQ(document->tables.size(), 1U);
  EXPECT_EQ(document->tables.at(0).cells.at(0).text, "칸 새");
  ASSERT_EQ(document->diagnostics.size(), 1U);
  EXPECT_EQ(document->diagnostics[0].code, "tracked_changes");
}

std::string codes(const Document& document) {
  std::string out;
  for (const Diagnostic& diagnostic : document.diagnostics) out += diagnostic.code + " ";
  return out;
}

TEST(Hwpx, reads_marks_struck_and_hidden_text_as_they_look) {
  const auto document = read("looks.hwpx");
  ASSERT_TRUE(document);
  const std::vector<Cell>& cells = document->tables.at(0).cells;
  ASSERT_EQ(cells.size(), 9U);
  EXPECT_EQ(cells[0].text, "예산1)") << "behind a word a mark is told by its words";
  EXPECT_EQ(cells[1].text, "2,000¹⁾");
  EXPECT_EQ(cells[2].text, "800²");
  EXPECT_EQ(cells[3].text, "6,000");
  ASSERT_EQ(cells[3].parts.size(), 1U);
  EXPECT_EQ(cells[3].parts[0].text, "5,000");
  EXPECT_TRUE(cells[3].parts[0].struck);
  EXPECT_EQ(cells[4].text, "7,000") << "3D strikes nothing out";
  EXPECT_EQ(cells[5].text, "9");
  EXPECT_EQ(cells[6].text, "검은 칸 흰 글");
  EXPECT_EQ(cells[7].text, "바탕");
  EXPECT_EQ(codes(*document), "hidden_text ");
}

TEST(Hwpx, leaves_out_stray_control_characters) {
  const auto document = read("stray_control.hwpx");
  ASSERT_TRUE(document);
  EXPECT_EQ(described(document->tables.at(0)), described(read("table.hwpx")->tables.at(0)));
  EXPECT_EQ(codes(*document), "control_characters ");
}

// Twice the same is told; where the second says something else, nobody knows which is meant.
TEST(Hwpx, reads_packages_that_hold_a_part_twice) {
  for (const char* name : {"doubled.hwpx", "doubled_header.hwpx"}) {
    const auto document = read(name);
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(described(document->tables.at(0)), described(read("table.hwpx")->tables.at(0))) << name;
    EXPECT_EQ(codes(*document), "package_doubled ") << name;
  }
  const auto refused = read("doubled_otherwise.hwpx");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kFileDamaged);
}

TEST(Hwpx, reads_packages_behind_other_bytes) {
  const auto bytes = hangul_test::bytes_of(hangul_test::fixtures() / "shifted.hwpx");
  const auto document = extract_hwpx(bytes, {});
  ASSERT_TRUE(document) << describe(document.error());
  EXPECT_EQ(described(document->tables.at(0)), described(read("table.hwpx")->tables.at(0)));
  EXPECT_EQ(codes(*document), "package_shifted ");
}

// What a mail programme, a download that was broken off and begun anew, and a program that unpacks itself leave in front.
TEST(Hwpx, reads_packages_behind_whatever_stands_in_front) {
  const auto whole = hangul_test::bytes_of(hangul_test::fixtures() / "table.hwpx");
  const auto expected = extract_hwpx(whole, {});
  ASSERT_TRUE(expected);
  for (const std::string& front : {std::string("Content-Type: application/octet-stream\r\n\r\n"), std::string(512, '\0'),
                                   "MZ" + std::string(4094, '\x90'), std::string("\xEF\xBB\xBF", 3)}) {
    std::vector<std::byte> bytes(front.size() + whole.size());
    std::transform(front.begin(), front.end(), bytes.begin(), [](char c) { return static_cast<std::byte>(c); });
    std::copy(whole.begin(), whole.end(), bytes.begin() + static_cast<std::ptrdiff_t>(front.size()));
    const auto document = extract_hwpx(bytes, {});
    ASSERT_TRUE(document) << front.size() << ": " << describe(document.error());
    EXPECT_EQ(described(document->tables.at(0)), described(expected->tables.at(0))) << front.size();
    EXPECT_EQ(codes(*document), "package_shifted ") << front.size();
  }
}

TEST(Hwpx, leaves_out_what_fields_say_until_they_are_filled_in) {
  for (const char* name : {"click_here.hwpx", "click_here.hwp"}) {
    const auto document = read(name);
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(document->blocks.at(0).paragraph.text, "성명  앞") << name;
    const std::vector<Cell>& cells = document->tables.at(0).cells;
    EXPECT_EQ(cells.at(1).text, "5,000원") << name;
    EXPECT_EQ(cells.at(3).text, "") << name;
    EXPECT_EQ(codes(*document), "guidance_text ") << name;
  }
}

TEST(Hwpx, keeps_what_hangs_in_a_word_apart) {
  for (const char* name : {"note_in_word.hwpx", "note_in_word.hwp"}) {
    const auto document = read(name);
    ASSERT_TRUE(document) << name;
    const std::vector<Cell>& cells = document->tables.at(0).cells;
    EXPECT_EQ(cells.at(0).text, "집행액") << name;
    EXPECT_EQ(cells.at(1).text, "5,000") << name;
    ASSERT_EQ(cells.at(0).parts.size(), 1U) << name;
    EXPECT_EQ(cells.at(0).parts[0].text, "2월말까지") << name;
    ASSERT_EQ(cells.at(1).parts.size(), 1U) << name;
    EXPECT_EQ(cells.at(1).parts[0].where, Where::kNote) << name;
  }
}

TEST(Hwpx, takes_one_branch_of_a_switch) {
  const auto document = read("switch.hwpx");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->blocks.at(0).paragraph.text, "새 것");
  EXPECT_EQ(document->tables.at(0).cells.at(0).text, "새 것");
}

TEST(Hwpx, opens_documents_with_passwords) {
  const auto code = [](const std::string& password) {
    ExtractOptions options;
    options.password = password;
    const auto document = read("password.hwpx", options);
    return document ? "title " + document->metadata.title + ", " + document->tables.at(0).cells.at(3).text
                    : std::string(error_name(document.error().code));
  };
  EXPECT_EQ(code(""), "encrypted");
  EXPECT_EQ(code("jangbu"), "password_wrong");
  EXPECT_EQ(code("jangbu 1!"), "title 비밀, 홍보물 제작");
}

TEST(Hwpx, tells_metadata) {
  const auto document = read("text.hwpx");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->metadata.title, "본문만 있는 문서");
  EXPECT_EQ(document->metadata.author, "가상 작성자");
  EXPECT_EQ(document->source.producer, "fixture 1, 0, 0, 0");
}

}  // namespace
}  // namespace jangbu
