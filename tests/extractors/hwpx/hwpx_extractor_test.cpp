#include "extractors/hwpx/hwpx_extractor.h"

#include <gtest/gtest.h>

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
